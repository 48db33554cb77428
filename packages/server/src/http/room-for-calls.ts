import { Problem } from './problem.ts'

/** Half a second of work for two cores: who comes after that waits better at home than here. */
const mostAtOnce = 200
/** What uploads may hold in memory together: four of the largest, or some ten seconds of photos waiting to be drawn. */
const mostBytes = 96 * 1024 * 1024

let atOnce = 0
let heldBytes = 0

/** Takes so many bytes of memory for an upload, until its call has ended. Raises 503 where no more are free. */
export type Hold = (bytes: number) => void

/**
 * Runs a call if there is room for it. Five times as many callers as the machine can serve would otherwise all wait until
 * all give up; so some are answered at once that they come again in a few seconds. Raises 503.
 */
export const inRoom = async <T>(counted: boolean, work: (hold: Hold) => Promise<T>): Promise<T> => {
  if (counted && atOnce >= mostAtOnce) throw crowded()
  let mine = 0
  if (counted) atOnce += 1
  try {
    return await work((bytes) => {
      if (heldBytes + bytes > mostBytes) throw crowded()
      heldBytes += bytes
      mine += bytes
    })
  } finally {
    if (counted) atOnce -= 1
    heldBytes -= mine
  }
}

/** Not all come again in the same second. */
const crowded = (): Problem =>
  new Problem({
    code: 'server.crowded',
    status: 503,
    title: '用的人多',
    detail: '这会儿用的人多，这一步没有做。写好的都在，过几秒再试。',
    retryAfterSeconds: 2 + Math.floor(Math.random() * 4),
  })
