import { storeZip } from '../../packages/server/src/testing/store-zip.ts'

/** A table as an office writes it: rows of sections, duties, marks and clauses, and the frame around them. */
export type OfficeTable = {
  readonly title: string
  readonly columns: readonly string[]
  /** The first cell is written once for each run of rows that share it. */
  readonly rows: readonly (readonly string[])[]
  readonly total: readonly string[]
  readonly foot: string
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const relations = (target: string, type: string): string =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`
const types = (parts: Readonly<Record<string, string>>): string =>
  `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${Object.entries(
    parts,
  )
    .map(([name, type]) => `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`)
    .join('')}</Types>`

/** As Word writes it: the section merged down its rows, a header row, a total row over its first cells. */
export const writeWord = ({ title, columns, rows, total, foot }: OfficeTable): Buffer => {
  const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`
  const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
  const row = (cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
  const body = rows.map((cells, at) => {
    const [section = '', ...others] = cells
    const goesOn = rows[at - 1]?.[0] === section
    return row([cell(goesOn ? '' : section, goesOn ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>'), ...others.map((text) => cell(text))])
  })
  const grid = columns.map(() => '<w:gridCol w:w="1500"/>').join('')
  const table = `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(columns.map((name) => cell(name)))}${body.join('')}${row(total.map((text) => cell(text)))}</w:tbl>`
  return wordOf(`${paragraph(title)}${paragraph('单位：　　　　　　　　日期：　　年　　月　　日')}${table}${paragraph(foot)}`)
}

/** A letter of some paragraphs, as an office sets its template. */
export const writeWordLetter = (paragraphs: readonly string[]): Buffer =>
  wordOf(paragraphs.map((text) => `<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`).join(''))

const wordOf = (body: string): Buffer =>
  storeZip({
    '[Content_Types].xml': types({ '/word/document.xml': 'wordprocessingml.document.main' }),
    '_rels/.rels': relations('word/document.xml', 'officeDocument'),
    'word/document.xml': `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`,
  })

/** As Excel writes it: a title row over all columns, merged sections, numbers as numbers. */
export const writeExcel = ({ title, columns, rows, total, foot }: OfficeTable): Buffer => {
  const letters = 'ABCDEFGH'
  const lines: readonly (readonly string[])[] = [[title], columns, ...rows.map((cells, at) => [rows[at - 1]?.[0] === cells[0] ? '' : (cells[0] ?? ''), ...cells.slice(1)]), total, [foot]]
  const sheetRows = lines.map(
    (cells, at) =>
      `<row r="${at + 1}">${cells
        .map((text, column) => {
          const place = `${letters[column]}${at + 1}`
          if (text === '') return ''
          return /^\d+(\.\d+)?$/u.test(text) ? `<c r="${place}"><v>${text}</v></c>` : `<c r="${place}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`
        })
        .join('')}</row>`,
  )
  const merges: string[] = [`A1:${letters[columns.length - 1]}1`]
  rows.forEach((cells, at) => {
    if (rows[at - 1]?.[0] === cells[0]) return
    const others = rows.slice(at).findIndex((each) => each[0] !== cells[0])
    const run = others < 0 ? rows.length - at : others
    if (run > 1) merges.push(`A${at + 3}:A${at + 2 + run}`)
  })
  const sheet = `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheetRows.join('')}</sheetData><mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`
  return storeZip({
    '[Content_Types].xml': types({ '/xl/workbook.xml': 'spreadsheetml.sheet.main', '/xl/worksheets/sheet1.xml': 'spreadsheetml.worksheet' }),
    '_rels/.rels': relations('xl/workbook.xml', 'officeDocument'),
    'xl/workbook.xml': `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="考核表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheets/sheet1.xml', 'worksheet'),
    'xl/worksheets/sheet1.xml': sheet,
  })
}

/** As it is pasted into a note: one row a line, cells parted by tabs. */
export const writeText = ({ title, columns, rows, total, foot }: OfficeTable): Buffer =>
  Buffer.from([title, columns.join('\t'), ...rows.map((cells) => cells.join('\t')), total.join('\t'), foot].join('\n'))
