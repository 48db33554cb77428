import { storeZip } from './store-zip.ts'

/** Three official tables that nobody prepared for, as three offices would send them, each with its name and type. */
export type UploadedTable = { readonly name: string; readonly type: string; readonly bytes: Buffer }

const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`)
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

type Cell = string | { readonly text: string; readonly span?: number; readonly merge?: 'restart' | 'continue' }

const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties}<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`

const wordCell = (cell: Cell): string => {
  const { text, span, merge } = typeof cell === 'string' ? { text: cell, span: undefined, merge: undefined } : { span: undefined, merge: undefined, ...cell }
  const spanned = span === undefined ? '' : `<w:gridSpan w:val="${span}"/>`
  const merged = merge === undefined ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'
  return `<w:tc><w:tcPr>${spanned}${merged}</w:tcPr>${text.split('\n').map((line) => paragraph(line)).join('')}</w:tc>`
}

/** A Word file of lines, then one table, then lines. */
export const wordTable = (before: readonly string[], rows: readonly (readonly Cell[])[], after: readonly string[]): Buffer => {
  const [title = '', ...lines] = before
  const width = Math.max(...rows.map((row) => row.length))
  const centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
  const body = [
    `<w:p>${centred}<w:r><w:rPr><w:sz w:val="36"/></w:rPr><w:t>${escape(title)}</w:t></w:r></w:p>`,
    ...lines.map((line) => paragraph(line)),
    `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="1200"/>'.repeat(width)}</w:tblGrid>${rows.map((row) => `<w:tr>${row.map(wordCell).join('')}</w:tr>`).join('')}</w:tbl>`,
    ...after.map((line) => paragraph(line)),
    '<w:sectPr/>',
  ]
  return storeZip({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    // What another program left in the file and must find again.
    'customXml/item1.xml': '<office>安监科</office>',
    'word/document.xml': `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
  })
}

/** An Excel file with one sheet; merged cells as `A3:A5`. */
export const excelTable = (name: string, rows: readonly (readonly (string | number | null)[])[], merges: readonly string[]): Buffer => {
  const cells = (row: readonly (string | number | null)[], at: number): string =>
    row
      .map((cell, column) => {
        const place = `${String.fromCharCode(65 + column)}${at + 1}`
        if (cell === null) return ''
        return typeof cell === 'number' ? `<c r="${place}"><v>${cell}</v></c>` : `<c r="${place}" t="inlineStr"><is><t>${escape(cell)}</t></is></c>`
      })
      .join('')
  const sheet = rows.map((row, at) => `<row r="${at + 1}">${cells(row, at)}</row>`).join('')
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  return storeZip({
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${escape(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${declaration}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData><mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
  })
}

const first = (text: string): Cell => ({ text, merge: 'restart' })
const below: Cell = { text: '', merge: 'continue' }

/** A Word table with its sections in a merged first column and the points in a column of their own. */
export const hospitalSafety: UploadedTable = {
  name: '医院安全生产考核表.docx',
  type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  bytes: wordTable(
    ['2026年度医院安全生产工作考核评分表', '被考核单位：                    考核日期：    年  月  日'],
    [
      ['考核项目', '考核内容', '分值', '评分标准', '自查得分', '检查得分', '备注'],
      [first('一、责任落实（10分）'), '1.每季度研究一次安全生产工作。', '4', '每季度召开一次安全生产专题会议，少一次扣1分。', '', '', ''],
      [below, '2.定期开展安全检查。', '4', '每月至少开展1次安全检查，少一次扣0.5分，扣完为止。', '', '', ''],
      [below, '3.配备专职安全员。', '2', '配备专职安全员得2分，未配备不得分。', '', '', ''],
      [first('二、应急和教育（10分）'), '4.组织应急演练。', '4', '每年组织2次应急演练，少一次扣2分。', '', '', ''],
      [below, '5.新职工岗前安全教育。', '3', '新职工未经安全教育上岗的，每发现1人扣0.5分，扣完为止。', '', '', ''],
      [below, '6.消防通道和用电安全。', '3', '堵塞消防通道的，发现一处扣1分；得分再乘以当年系数。', '', '', ''],
      [{ text: '合计', span: 2 }, '20', '', '', '', ''],
    ],
    ['考核人签字：'],
  ),
}

/** An Excel table with two levels of indicators and a row of its own for the title. */
export const schoolFire: UploadedTable = {
  name: '学校消防安全.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  bytes: excelTable(
    '消防',
    [
      ['学校消防安全工作评分表', null, null, null, null],
      ['一级指标', '二级指标', '分值', '评分细则', '得分'],
      ['组织管理', '消防工作制度', 3, '制度健全得3分，缺一项扣1分', null],
      [null, '消防安全会议', 2, '每学期召开1次消防安全会议，少1次扣1分', null],
      ['宣传教育', '消防安全教育课', 4, '每季度开展1次消防安全教育课，缺1次扣1分', null],
      [null, '疏散演练', 6, '每月组织一次疏散演练，每少1次扣0.5分', null],
      ['设施设备', '灭火器配置', 5, '灭火器过期或失效的，每具扣0.5分，扣完为止', null],
      ['总分', null, 20, null, null],
    ],
    ['A1:E1', 'A3:A4', 'A5:A6'],
  ),
}

/** A list in a text file with the points at the end of each line. */
export const tidySchool: UploadedTable = {
  name: '校园卫生评比.txt',
  type: 'text/plain',
  bytes: Buffer.from(
    [
      '校园环境卫生考核办法',
      '',
      '一、日常保洁',
      '1.每周开展一次卫生大扫除，少一次扣0.1分。4分',
      '2.垃圾分类投放，发现混投一次扣0.5分，扣完为止。3分',
      '二、宣传教育',
      '3.每学期组织一次爱国卫生活动，少一次扣1分。2分',
      '4.师生卫生习惯好。1分',
      '',
    ].join('\n'),
  ),
}
