import { zipSync } from 'fflate'

/** Word and Excel files made in memory, for tests: as small as the programs accept them. */
export type WordCell = string | { readonly text: string; readonly span?: number; readonly merge?: 'restart' | 'continue' }

export type WordBlock = string | { readonly title: string } | readonly (readonly WordCell[])[]

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)

const paragraphs = (text: string): string => text.split('\n').map((line) => `<w:p><w:r><w:t xml:space="preserve">${escape(line)}</w:t></w:r></w:p>`).join('')

const wordCell = (cell: WordCell): string => {
  const { text, span, merge } = typeof cell === 'string' ? { text: cell, span: undefined, merge: undefined } : { span: undefined, merge: undefined, ...cell }
  const properties = `${span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`}${merge === undefined ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'}`
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs(text)}</w:tc>`
}

const wordBlock = (block: WordBlock): string => {
  if (typeof block === 'string') return paragraphs(block)
  if ('title' in block) return `<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="36"/></w:rPr><w:t>${escape(block.title)}</w:t></w:r></w:p>`
  return `<w:tbl>${block.map((row) => `<w:tr>${row.map(wordCell).join('')}</w:tr>`).join('')}</w:tbl>`
}

export const documentXml = (blocks: readonly WordBlock[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${blocks.map(wordBlock).join('')}</w:body></w:document>`

const wordTypes = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`

const plainWord = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export type WordOptions = { readonly document?: string; readonly contentType?: string; readonly more?: Readonly<Record<string, Uint8Array>> }

export const wordFile = (blocks: readonly WordBlock[], options: WordOptions = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': bytes(wordTypes(options.contentType ?? plainWord)),
    'word/document.xml': bytes(options.document ?? documentXml(blocks)),
    ...options.more,
  })

export type SheetCell = string | number | null | { readonly value: number; readonly format: string }

export type Sheet = { readonly name: string; readonly rows: readonly (readonly SheetCell[])[]; readonly merges?: readonly string[]; readonly hidden?: boolean }

const columnName = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : columnName(Math.floor(column / 26) - 1) + columnName(column % 26))

const sheetXml = (sheet: Sheet, strings: string[], formats: string[]): string => {
  const rows = sheet.rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const at = `${columnName(column)}${index + 1}`
      if (cell === null) return ''
      if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
      if (typeof cell === 'object') {
        if (!formats.includes(cell.format)) formats.push(cell.format)
        return `<c r="${at}" s="${formats.indexOf(cell.format) + 1}"><v>${cell.value}</v></c>`
      }
      return `<c r="${at}" t="s"><v>${strings.push(cell) - 1}</v></c>`
    })
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`
}

/** Styles whose numbers are formats of their own (`m"月"d"日"`) or one of Excel's by number (`58`). */
const stylesXml = (formats: readonly string[]): string => {
  const ids = formats.map((format, index) => (/^\d+$/.test(format) && format.length < 4 && format !== '0' ? Number(format) : 170 + index))
  const own = formats.flatMap((format, index) => (ids[index] === 170 + index ? [`<numFmt numFmtId="${170 + index}" formatCode="${escape(format)}"/>`] : []))
  const cells = [0, ...ids].map((id) => `<xf numFmtId="${id}"/>`).join('')
  return `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs>${cells}</cellXfs></styleSheet>`
}

export const excelFile = (sheets: readonly Sheet[]): Uint8Array => {
  const strings: string[] = []
  const formats: string[] = []
  const parts = sheets.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, bytes(sheetXml(sheet, strings, formats))] as const)
  const listed = sheets.map((sheet, index) => `<sheet name="${escape(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${sheet.hidden === true ? ' state="hidden"' : ''}/>`)
  const relations = sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="worksheet" Target="worksheets/sheet${index + 1}.xml"/>`)
  return zipSync({
    '[Content_Types].xml': bytes('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'),
    'xl/workbook.xml': bytes(`<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${listed.join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': bytes(`<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`),
    ...Object.fromEntries(parts),
    ...(formats.length === 0 ? {} : { 'xl/styles.xml': bytes(stylesXml(formats)) }),
    'xl/sharedStrings.xml': bytes(`<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${strings.map((text) => `<si><t>${escape(text)}</t></si>`).join('')}</sst>`),
  })
}
