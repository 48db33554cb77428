/**
 * The process in which photos are drawn. Pictures come from anywhere and are read by native code: what a broken one does
 * to this process, the server does not feel.
 */
import { redrawPhoto, reducePhoto } from './redraw-photo.ts'
import type { DrawnPhoto } from './redraw-photo.ts'

export type PhotoTask = { readonly want: 'redrawn' | 'reduced'; readonly bytes: Uint8Array }
export type NumberedTask = PhotoTask & { readonly id: number }
export type NumberedPhoto = { readonly id: number; readonly drawn: DrawnPhoto }

process.on('message', ({ id, want, bytes }: NumberedTask) => {
  void (want === 'redrawn' ? redrawPhoto(bytes) : reducePhoto(bytes)).then((drawn) => process.send?.({ id, drawn } satisfies NumberedPhoto))
})
