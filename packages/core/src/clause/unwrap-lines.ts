import { breaksLine } from './boundaries.ts'
import { toPlainText } from './plain-text.ts'
import type { Span } from './reading.ts'

export type Unwrapped = {
  readonly text: string
  /** A stretch of the unwrapped text as a stretch of the text as written. */
  readonly asWritten: (span: Span) => Span
}

/**
 * The text without the line breaks that only the width of its cell or page made (不\n得分 is 不得分).
 * A break that ends a statement stays; so does one between two digits, which would make another number.
 */
export const unwrapLines = (text: string): Unwrapped => {
  if (!/[\n\r\v\u2028]/.test(text)) return { text, asWritten: (span) => span }
  const plain = toPlainText(text)
  const kept: number[] = []
  let joined = ''
  for (let index = 0; index < text.length; index++) {
    const end = wrapEnd(plain, index)
    if (end > index) {
      index = end - 1
      continue
    }
    kept.push(index)
    joined += text[index] ?? ''
  }
  if (kept.length === text.length) return { text, asWritten: (span) => span }
  const at = (index: number): number => kept[index] ?? text.length
  return { text: joined, asWritten: ({ start, end }) => ({ start: at(start), end: end === 0 ? 0 : at(end - 1) + 1 }) }
}

/** Past the end of a wrap that begins here, with the blanks beside it; or `index` where there is none. */
const wrapEnd = (plain: string, index: number): number => {
  const blank = /^[ ]*\n[ \n]*/.exec(plain.slice(index, index + 80))?.[0]
  if (blank === undefined || index === 0) return index
  const before = plain[index - 1] ?? ''
  const after = plain[index + blank.length] ?? ''
  if (!/[\u4e00-\u9fa5，、“”\d%≥≤<>+（]/.test(before) || !/[\u4e00-\u9fa5，、“”\d（）]/.test(after)) return index
  if (/\d/.test(before) && /\d/.test(after)) return index
  return breaksLine(plain, index + blank.indexOf('\n')) ? index : index + blank.length
}
