/** The lines above and below a table, by what they say. */
export type LinesAround = {
  readonly title: string
  readonly heading?: string
  readonly unitLine?: string
  readonly dateLine?: string
  readonly signatureLine?: string
}

export type Line = { readonly text: string; readonly centred: boolean; readonly size: number; readonly heading: boolean }

const datePattern = /(?:\d{4}|20\s*\d\s*\d|\s)*年\s*(?:\d{1,2})?\s*月\s*(?:\d{1,2})?\s*日/u
const isHeading = (text: string): boolean => /^附(?:件|表|录)\s*[\d一二三四五六七八九十]*\s*[：:]?\s*$/u.test(text)
const isUnitLine = (text: string): boolean => /^(?:被?(?:考核|检查|考评|评估|测评)?(?:单位|学校|部门|科室|村|企业|班级|对象|人)|填报单位|申报单位|填表单位|单位|学校|部门|科室|班级|姓名)[^：:。]{0,12}[：:]/u.test(text)
export const isSignature = (text: string): boolean => /(?:签字|签名|签章|盖章|检查人|考核人|负责人|评分人|考评人|考核组|检查组|验收人|填表人|审核人|组长|组员)[^。]{0,30}[：:]/u.test(text)
export const isNote = (text: string): boolean => /^\s*(?:备注|注|说明|附注|填表说明|评分说明|注意)\s*[：:\d一二三]/u.test(text)

/** Reads title, heading, unit and date lines from the lines before a table, and the signature from those after it. */
export const readLinesAround = (before: readonly Line[], after: readonly Line[]): LinesAround => {
  const lines = before.map((line) => ({ ...line, text: line.text.trim() })).filter((line) => line.text !== '')
  const heading = lines.find((line) => isHeading(line.text))
  const unit = lines.find((line) => isUnitLine(line.text))
  const dated = lines.find((line) => datePattern.test(line.text) && /^[\s\d年月日（）():：检查考核填报时间日期]*$/u.test(unit === line ? dateIn(line.text) : line.text)) ?? unit
  const dateLine = dated === undefined ? '' : dateIn(dated.text)
  const unitLine = unit === undefined ? '' : unit.text.replace(datePattern, '').trim()
  const signature = [...after, ...before].map((line) => line.text.trim()).find(isSignature)
  const title = titleOf(lines.filter((line) => line !== heading && line !== unit && line !== dated && !isSignature(line.text)))
  return {
    title,
    ...(heading === undefined ? {} : { heading: heading.text }),
    ...(unitLine === '' ? {} : { unitLine }),
    ...(dateLine === '' ? {} : { dateLine }),
    ...(signature === undefined ? {} : { signatureLine: signature }),
  }
}

const dateIn = (text: string): string => datePattern.exec(text)?.[0].trim() ?? ''

/** The largest line, with the lines of the same size beside it; else the last short one that names a table. */
const titleOf = (lines: readonly (Line & { readonly text: string })[]): string => {
  const short = lines.filter((line) => line.text.length <= 60 && !/[。；]$/u.test(line.text))
  if (short.length === 0) return ''
  const largest = Math.max(...short.map((line) => line.size))
  const marked = short.filter((line) => (largest > 0 && line.size === largest) || line.heading)
  const named = short.filter((line) => /表|细则|标准|办法|方案|评分|考核|考评|清单|指标/u.test(line.text))
  const chosen = marked.length > 0 && marked.length <= 3 && marked.some((line) => line.size > 0) && (largest >= 28 || named.length === 0 || marked.some((line) => named.includes(line))) ? marked : named.slice(-1)
  return (chosen.length > 0 ? chosen : short.slice(-1)).map((line) => line.text).join('')
}
