import type { Form } from '@zicha/core'
import { bare, sameWording } from '../layout/printable.ts'
import { childElements, textOf } from './word-xml.ts'
import type { Element } from './word-xml.ts'

/** The paragraphs around the table: the title may take several, unit and day may share one. */
export type LineBoxes = {
  readonly heading?: Element
  readonly title: readonly Element[]
  readonly unit?: Element
  readonly day?: Element
  readonly signature?: Element
}

/** Each line of the form with the paragraph that carries it, as far as the file has one. */
export const findLines = (table: Element, form: Form): LineBoxes => {
  const paragraphs = paragraphsBeside(table, 'before')
  const starting = (words: string): Element | undefined =>
    words === '' ? undefined : paragraphs.find((one) => bare(textOf(one)).startsWith(bare(words)))
  const heading = paragraphs.find((one) => form.heading !== '' && sameWording(textOf(one), form.heading))
  const unit = starting(form.unitLine)
  const blank = bare(form.dateLine)
  const day = paragraphs.find((one) => blank !== '' && bare(textOf(one)).replace(/[_\d]/g, '').endsWith(blank))
  const signing = bare(form.signatureLine).replace(/[:_]+$/, '')
  const signature = paragraphsBeside(table, 'after').find((one) => signing !== '' && bare(textOf(one)).startsWith(signing))
  return {
    ...(heading === undefined ? {} : { heading }),
    title: titleParagraphs(paragraphs, form.title),
    ...(unit === undefined ? {} : { unit }),
    ...(day === undefined ? {} : { day }),
    ...(signature === undefined ? {} : { signature }),
  }
}

/** One paragraph or several in a row that together are the title. */
const titleParagraphs = (paragraphs: readonly Element[], title: string): readonly Element[] => {
  for (const first of paragraphs.keys()) {
    for (let count = 1; count <= 3; count += 1) {
      const run = paragraphs.slice(first, first + count)
      if (sameWording(run.map(textOf).join(''), title)) return run
    }
  }
  return []
}

const paragraphsBeside = (table: Element, side: 'before' | 'after'): readonly Element[] => {
  const siblings = table.parentNode === null ? [] : childElements(table.parentNode)
  const at = siblings.indexOf(table)
  const beside = side === 'before' ? siblings.slice(0, at) : siblings.slice(at + 1)
  return beside.filter((one) => one.localName === 'p')
}
