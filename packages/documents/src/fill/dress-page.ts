import { page } from '../layout/page.ts'
import { twipsOf } from './set-text.ts'
import { childElement, elementOf, elementsBelow, insertInOrder, mark, removeChildren } from './word-xml.ts'
import type { Document } from './word-xml.ts'

const sectionOrder = [
  'headerReference', 'footerReference', 'footnotePr', 'endnotePr', 'type', 'pgSz', 'pgMar', 'paperSrc', 'pgBorders',
  'lnNumType', 'pgNumType', 'cols', 'formProt', 'vAlign', 'noEndnote', 'titlePg', 'textDirection', 'bidi', 'rtlGutter', 'docGrid',
] as const

/** How far the foot's lower edge stands above the paper's: the number hangs 7 mm below the text. */
const footDistance = page.bottom - page.numberBelowText - 6

/** A4 upright with the margins of official print, and our two feet, on every section of the document. */
export const dressPage = (document: Document, feet: { readonly odd: string; readonly even: string }): void => {
  const body = elementsBelow(document, 'body')[0]
  if (body !== undefined && childElement(body, 'sectPr') === undefined) {
    body.appendChild(elementOf(document, mark('sectPr')))
  }
  const dress = [
    mark('footerReference', { type: 'default', 'r:id': feet.odd }),
    mark('footerReference', { type: 'even', 'r:id': feet.even }),
    mark('pgSz', { w: twipsOf(page.width), h: twipsOf(page.height) }),
    mark('pgMar', {
      top: twipsOf(page.top),
      right: twipsOf(page.right),
      bottom: twipsOf(page.bottom),
      left: twipsOf(page.left),
      header: twipsOf(15),
      footer: twipsOf(footDistance),
      gutter: 0,
    }),
  ]
  for (const section of elementsBelow(document, 'sectPr')) {
    removeChildren(section, ['footerReference', 'pgSz', 'pgMar', 'titlePg', 'docGrid'])
    for (const one of dress) insertInOrder(section, elementOf(document, one), sectionOrder)
  }
}
