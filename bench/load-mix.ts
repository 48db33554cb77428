/** Calls sent at a given rate whether or not the ones before were answered, as a county's phones do it, and how long each took. */
import { Agent, request as send } from 'node:http'

export type LoadCall = {
  readonly kind: string
  readonly method: string
  readonly path: string
  readonly token: string
  readonly body?: Buffer
  readonly type?: string
}

/** `rate`: calls a second. `next` makes the call of its turn. */
export type Stream = { readonly kind: string; readonly rate: number; readonly next: (turn: number) => LoadCall }

/** `askedAt` and `ms` in milliseconds, the first on the clock of `performance.now()`; `retryAfter` as the answer names it. */
export type Answered = { readonly kind: string; readonly status: number; readonly askedAt: number; readonly ms: number; readonly retryAfter?: string | undefined }

/** Every caller has a line of their own: what waits, waits at the server. */
const agent = new Agent({ keepAlive: true, maxSockets: 5_000 })

export const callOnce = (address: string, call: LoadCall): Promise<Answered & { readonly text: string }> =>
  new Promise((resolve) => {
    const began = performance.now()
    const done = (status: number, text = '', retryAfter?: string): void =>
      resolve({ kind: call.kind, status, askedAt: began, ms: performance.now() - began, retryAfter, text })
    const asked = send(
      `${address}/api/v1${call.path}`,
      {
        agent,
        method: call.method,
        headers: {
          ...(call.token === '' ? {} : { authorization: `Bearer ${call.token}` }),
          ...(call.body === undefined ? {} : { 'content-type': call.type ?? 'application/json', 'content-length': call.body.length }),
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => done(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8'), response.headers['retry-after']))
        response.on('error', () => done(0))
      },
    )
    asked.on('error', () => done(0))
    asked.end(call.body)
  })

/** Sends every stream at its rate for so many seconds; bounded by rate × seconds calls. Answers once the last is answered. */
export const sendMix = async (address: string, streams: readonly Stream[], seconds: number): Promise<readonly Answered[]> => {
  const answers: Promise<Answered>[] = []
  const sent = streams.map(() => 0)
  const began = performance.now()
  await new Promise<void>((end) => {
    const tick = setInterval(() => {
      const spent = (performance.now() - began) / 1000
      streams.forEach(({ rate, next }, index) => {
        const due = Math.floor(Math.min(spent, seconds) * rate)
        for (let turn = sent[index] ?? 0; turn < due; turn += 1) answers.push(callOnce(address, next(turn)))
        sent[index] = Math.max(sent[index] ?? 0, due)
      })
      if (spent < seconds) return
      clearInterval(tick)
      end()
    }, 5)
  })
  return Promise.all(answers)
}

/** The time that so many of a hundred stay under. */
export const percentile = (times: readonly number[], of: number): number => {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * of) / 100))] ?? 0
}
