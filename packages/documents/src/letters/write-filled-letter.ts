import type { Finding } from '@zicha/core'
import { drawInThread } from '../write/document-thread.ts'
import type { LetterValues } from './fill-letter.ts'
import type { LetterKind } from './letter-kinds.ts'

/** A letter from a bureau's own template, or from the shipped one; the finding says why it could not be filled. */
export const writeFilledLetter = async (kind: LetterKind, values: LetterValues, template?: Uint8Array): Promise<Uint8Array | Finding> => {
  const drawn = await drawInThread({ want: 'filled-letter', kind, values, ...(template === undefined ? {} : { template }) })
  if (drawn.kind === 'file') return drawn.bytes
  if (drawn.kind === 'refused') return drawn.finding
  throw new Error(`${drawn.kind} came for a letter`)
}

/** The shipped template as Word, with its places in braces, to be set in another way and put back. */
export const writeLetterTemplate = async (kind: LetterKind): Promise<Uint8Array> => {
  const drawn = await drawInThread({ want: 'letter-template', kind })
  if (drawn.kind === 'file') return drawn.bytes
  throw new Error(`${drawn.kind} came for a template`)
}

/** What keeps an uploaded template from being used, as errors; what it leaves unsaid, as warnings. */
export const checkLetter = async (kind: LetterKind, template: Uint8Array): Promise<readonly Finding[]> => {
  const drawn = await drawInThread({ want: 'check-letter', kind, template })
  if (drawn.kind === 'checked') return drawn.findings
  throw new Error(`${drawn.kind} came for a check`)
}
