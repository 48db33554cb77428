import { unzipSync } from 'fflate'
import { gridRows } from '../fill/table-grid.ts'
import { childElements, elementsBelow, parseXml, textOf } from '../fill/word-xml.ts'
import type { Document, Element } from '../fill/word-xml.ts'

export type ReadWord = {
  readonly document: Document
  readonly table: Element
  /** Texts of the table's cells, row by row. */
  readonly rows: readonly (readonly string[])[]
  /** Texts of the paragraphs outside the table. */
  readonly lines: readonly string[]
  readonly parts: Readonly<Record<string, Uint8Array>>
}

/** A written Word file as a test looks at it; throws where it is not well-formed. */
export const readWord = (bytes: Uint8Array): ReadWord => {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts)) {
    if (/\.(xml|rels)$/.test(name) && parseXml(part) === undefined) throw new Error(`${name} is not well-formed`)
  }
  const document = parseXml(parts['word/document.xml'] ?? new Uint8Array())
  const table = document === undefined ? undefined : elementsBelow(document, 'tbl')[0]
  const body = document === undefined ? undefined : elementsBelow(document, 'body')[0]
  if (document === undefined || table === undefined || body === undefined) throw new Error('no table')
  return {
    document,
    table,
    rows: gridRows(table).map((row) => row.cells.map((cell) => textOf(cell.element))),
    lines: childElements(body, 'p').map(textOf),
    parts,
  }
}

export const partText = (word: ReadWord, name: string): string => new TextDecoder().decode(word.parts[name])
