import { drawInThread } from '../write/document-thread.ts'
import type { SlipSheet } from './slips.ts'

/** Slips with one-time links as a PDF, eight on a page, drawn in the document thread. */
export const writeSlips = async (sheet: SlipSheet): Promise<Uint8Array> => {
  const drawn = await drawInThread({ want: 'slips', sheet })
  if (drawn.kind === 'file') return drawn.bytes
  throw new Error(`${drawn.kind} came for slips`)
}
