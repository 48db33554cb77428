import { drawSmall } from './draw-small.ts'

/** Beside the page: a photo of twelve million dots would hold up whoever types meanwhile. */
addEventListener('message', (event: MessageEvent<{ readonly turn: number; readonly file: Blob }>) => {
  const { turn, file } = event.data
  drawSmall(file).then(
    (blob) => postMessage({ turn, blob }),
    () => postMessage({ turn, blob: null }),
  )
})
