import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { photosWait } from './evidence.problems.ts'
import type { NumberedPhoto, NumberedTask, PhotoTask } from './photo-process.ts'
import type { DrawnPhoto } from './redraw-photo.ts'

const program = fileURLToPath(new URL('./photo-process.ts', import.meta.url))

/** Two cores' worth; the others wait here, in the order they came. */
const mostAtOnce = 2
/** The largest picture that is let in takes some seconds on a slow machine; one that takes longer will not end. */
const longestMs = 60_000

type Waiting = { readonly task: PhotoTask; readonly resolve: (drawn: DrawnPhoto) => void; readonly reject: (reason: Error) => void; readonly deaths: number }

const waiting: Waiting[] = []
const drawing = new Map<number, Waiting & { readonly timer: NodeJS.Timeout }>()
let running: ChildProcess | undefined
let lastId = 0

/**
 * Draws a photo in a process of its own: started with the first, holding no process open, started anew should it die. A
 * picture that ends it twice, the second time with no other beside it, is one that cannot be read. Raises 503 where that
 * cannot be told, or the machine cannot start it.
 */
export const drawPhoto = (task: PhotoTask): Promise<DrawnPhoto> =>
  new Promise((resolve, reject) => {
    waiting.push({ task, resolve, reject, deaths: 0 })
    drawNext()
  })

const drawNext = (): void => {
  while (drawing.size < mostAtOnce) {
    const next = waiting.shift()
    if (next === undefined) break
    const on = (running ??= start())
    const id = (lastId += 1)
    drawing.set(id, { ...next, timer: setTimeout(() => on.kill('SIGKILL'), longestMs) })
    on.send({ ...next.task, id } satisfies NumberedTask, () => undefined)
  }
  const how = drawing.size > 0 ? 'ref' : 'unref'
  running?.[how]()
  running?.channel?.[how]()
}

const start = (): ChildProcess => {
  // It is given nothing of the surroundings: keys and addresses of stores are not for who reads strangers' pictures.
  const started = fork(program, {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=64', '--max-semi-space-size=1'],
    env: { MALLOC_ARENA_MAX: '1' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  giveWay(started)
  started.on('message', ({ id, drawn }: NumberedPhoto) => {
    takeOut(id)?.resolve(drawn)
    drawNext()
  })
  started.on('exit', () => gone(started))
  started.on('error', (error) => gone(started, error))
  return started
}

/** To whoever answers people: photos fill the machine. Set before it has threads, because each inherits it when it starts. */
const giveWay = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // Where the machine does not allow it, photos are drawn at the usual priority.
  }
}

const gone = (ended: ChildProcess, cause?: Error): void => {
  if (running !== ended) return
  running = undefined
  const alone = drawing.size === 1
  for (const id of [...drawing.keys()]) {
    const one = takeOut(id)
    if (one === undefined) continue
    if (cause !== undefined) one.reject(photosWait(cause))
    else if (one.deaths === 0) waiting.unshift({ ...one, deaths: 1 })
    else if (alone) one.resolve({ ok: false, why: 'not_readable' })
    else one.reject(photosWait(new Error('the process that draws photos died twice')))
  }
  drawNext()
}

const takeOut = (id: number): Waiting | undefined => {
  const one = drawing.get(id)
  drawing.delete(id)
  clearTimeout(one?.timer)
  return one
}
