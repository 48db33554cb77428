import { drawSmallOnPage } from './draw-small.ts'

type Answer = { readonly turn: number; readonly blob: Blob | null | undefined }

/** `undefined` where the browser cannot open it. Shrunk beside the page where the browser can, else on it. */
export const shrinkPhoto = async (file: Blob): Promise<Blob | undefined> => {
  const beside = helper()
  if (beside === undefined) return drawSmallOnPage(file)
  const shrunk = await beside(file).catch(() => null)
  return shrunk === null ? drawSmallOnPage(file) : shrunk
}

type Beside = (file: Blob) => Promise<Blob | null | undefined>
let started: Beside | null | undefined

const helper = (): Beside | undefined => {
  if (started === undefined) started = typeof Worker === 'undefined' || typeof OffscreenCanvas === 'undefined' ? null : startBeside()
  return started ?? undefined
}

const startBeside = (): Beside => {
  const worker = new Worker(new URL('./shrink-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, (blob: Blob | null | undefined) => void>()
  const settleAll = () => {
    for (const settle of waiting.values()) settle(null)
    waiting.clear()
    // A worker that could not be loaded will not come: from now on the page draws.
    started = null
  }
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.turn)?.(data.blob)
    waiting.delete(data.turn)
  })
  worker.addEventListener('error', settleAll)
  let turn = 0
  return (file) =>
    new Promise((settle) => {
      turn += 1
      waiting.set(turn, settle)
      worker.postMessage({ turn, file })
    })
}
