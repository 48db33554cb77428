import { drawInThread } from '../write/document-thread.ts'
import type { Letter } from './letter.ts'

/** A letter as a Word draft that an office goes on writing in, drawn in the document thread. */
export const writeLetter = async (letter: Letter): Promise<Uint8Array> => {
  const drawn = await drawInThread({ want: 'letter', letter })
  if (drawn.kind === 'file') return drawn.bytes
  throw new Error(`${drawn.kind} came for a letter`)
}
