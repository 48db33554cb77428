import type { Form } from '@zicha/core'
import { zipSync } from 'fflate'
import type { Column } from '../layout/columns.ts'
import { layOut, placeCells } from '../layout/lay-out.ts'
import type { LayoutRow } from '../layout/layout.ts'
import { mark, partOf, xmlDeclaration } from './word-xml.ts'
import type { Mark } from './word-xml.ts'

/** A Word table of a form for which no published file is at hand: bare of dress, to be filled like a published one. */
export const blankTable = (form: Form): Uint8Array => {
  const layout = layOut({ form, unit: '', selfScores: {}, inspectionScores: {}, remarks: {} })
  const heads = layout.columns.map((column) => cell(column.head.join('')))
  const body = layout.rows.map((row) => mark('tr', {}, cellsOf(layout.columns, row)))
  const total = layout.total.map((one) => cell(one.text, one.columnSpan === 1 ? [] : [mark('gridSpan', { val: one.columnSpan })]))
  const document = mark('document', {}, [
    mark('body', {}, [
      ...[form.heading, form.title, `${form.unitLine}        ${form.dateLine}`].filter((line) => line !== '').map(line),
      mark('tbl', {}, [mark('tblPr'), mark('tblGrid'), mark('tr', {}, heads), ...body, mark('tr', {}, total)]),
      line(form.signatureLine),
      mark('sectPr'),
    ]),
  ])
  return zipSync(barePackage(partOf(document)), { level: 6, mtime: new Date(1980, 0, 1) })
}

/** The parts around a document, without which no program opens it. */
export const barePackage = (document: Uint8Array): Record<string, Uint8Array> => ({
  '[Content_Types].xml': new TextEncoder().encode(contentTypes),
  '_rels/.rels': new TextEncoder().encode(packageRelations),
  'word/document.xml': document,
})

const line = (text: string): Mark => mark('p', {}, text === '' ? [] : [mark('r', {}, [mark('t', { 'xml:space': 'preserve' }, [text])])])

const cell = (text: string, properties: readonly Mark[] = []): Mark => mark('tc', {}, [mark('tcPr', {}, properties), line(text)])

/** Under a section's cell that hangs down from above stands a continued one, as Word wants it. */
const cellsOf = (columns: readonly Column[], row: LayoutRow): readonly Mark[] => {
  const placed = placeCells(columns, row)
  return columns.map((_, index) => {
    const own = placed.find((one) => one.column === index)?.cell
    if (own === undefined) return cell('', [mark('vMerge')])
    return cell(own.text, own.rowSpan > 1 ? [mark('vMerge', { val: 'restart' })] : [])
  })
}

const contentTypes =
  `${xmlDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/>' +
  '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>' +
  '</Types>'

const packageRelations =
  `${xmlDeclaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>' +
  '</Relationships>'
