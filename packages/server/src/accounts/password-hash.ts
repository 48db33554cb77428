import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../http/problem.ts'

/** The package's number for argon2id; its enum cannot be read by single-file compilers. */
const argon2id = 2

/** argon2id with 19 MiB and two passes (OWASP's first choice): 24 ms of one core each. */
const cost = { algorithm: argon2id, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

/** Two at a time: a storm of sign-ins must not take all cores and memory from those who work. */
const places = 2
/** Ten seconds of waiting: who comes after that is asked to come again. */
const longestQueue = 400

let busy = 0
const waiting: (() => void)[] = []

/** Runs the work when one of the two places is free. Raises 503 where too many wait already. */
export const atAHashingPlace = async <T>(work: () => Promise<T>): Promise<T> => {
  if (busy >= places) {
    if (waiting.length >= longestQueue) throw tooManyAtOnce()
    // The place is handed over by who leaves it: nobody comes in between.
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    busy += 1
  }
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) busy -= 1
    else next()
  }
}

const tooManyAtOnce = (): Problem =>
  new Problem({
    code: 'session.busy',
    status: 503,
    title: '登录的人多',
    detail: '这会儿登录的人多，请过几秒再试。写好的内容都在。',
    retryAfterSeconds: 5,
  })

export const hashPassword = (password: string): Promise<string> => atAHashingPlace(() => hash(password, cost))

/** True where it is the password. Without a hash it takes as long and is never true: nobody learns who exists. */
export const isPassword = (password: string, kept: string | null | undefined): Promise<boolean> =>
  atAHashingPlace(() => isPasswordHere(password, kept))

/** The same for who already holds a hashing place. */
export const isPasswordHere = async (password: string, kept: string | null | undefined): Promise<boolean> => {
  nobodysHash ??= hash('nobody signs in with this', cost)
  const matches = await verify(kept ?? (await nobodysHash), password)
  return matches && kept !== null && kept !== undefined
}

let nobodysHash: Promise<string> | undefined
