import { plainWidth } from './plain-width.ts'

const page = String.raw`(?:第\s*\d{1,4}(?:\s*[-~—–至、,，]\s*(?:第\s*)?\d{1,4})*\s*页|[Pp][Pp]?\.?\s*\d{1,4}(?:\s*(?:[-~—–至、]\s*[Pp]?|[,，]\s*[Pp])\d{1,4}(?!\s*[\d人名次块张]))*(?:\s*页)?|\d{1,4}(?:\s*[-~—–至]\s*\d{1,4})?\s*页)`
const book = String.raw`(?:[一-龥]{0,10}(?:记录本|记录簿|记载簿|工作手册|活动手册|笔记本|会议记录|记录册|台账|记录|档案盒?|文件盒|资料盒|盒|册|本)\s*(?:[（(][^）)]{1,8}[）)]|[一二三四五\d]{1,2}号?|[A-Za-z]?\d{0,3})?\s*[，,：:]?\s*)`
const documentNo = String.raw`[一-龥]{1,12}\s*[〔\[［(（【]\s*20\d{2}\s*[〕\]］)）】]\s*第?\s*\d{1,4}\s*号`
const box = String.raw`(?:档案|文件|资料)?盒\s*[A-Za-z]?\d{1,3}(?:[-—]\d{1,3})?号?|[A-Z]{1,3}\d{0,3}-\d{1,3}(?:-\d{1,3})?|附件\s*\d{1,3}`

const patterns = [new RegExp(documentNo), new RegExp(`${book}?${page}`), new RegExp(box)]

export type Found = { readonly text: string; readonly at: number; readonly end: number }

/** The page, document number or box that a text gives, as it stands there. */
export const findReference = (text: string): Found | undefined => {
  const plain = plainWidth(text)
  for (const pattern of patterns) {
    const match = pattern.exec(plain)
    if (match === null) continue
    // 见, 详见, 在 lead to the place and are no part of it.
    const lead = /^(?:.*?(?:详见|参见|见于|见|在|载于|登记在|记在|来文|根据|按照|依据|转发|学习|传达|落实|贯彻|印发))(?=.)/.exec(match[0])?.[0].length ?? 0
    const at = match.index + (lead < match[0].length - 1 ? lead : 0)
    const end = match.index + match[0].length
    return { text: text.slice(at, end).trim(), at, end }
  }
  return undefined
}

/** What a column of references holds: its words as they stand; a bare number in it is a page. */
export const readReferenceCell = (text: string, isPages: boolean): string | undefined => {
  const plain = plainWidth(text).trim()
  if (plain === '' || /^[/\-—无]+$/.test(plain)) return undefined
  return isPages && /^\d{1,4}(?:\s*[-~—–至]\s*\d{1,4})?$/.test(plain) ? `第${plain}页` : text.trim().replace(/\s*\n\s*/g, '，')
}

const count = String.raw`(\d{1,4})\s*(?:人|名|位)?`
const present = new RegExp(`(?:实到|实际到会|实际参加|实际|到会|出席|参加人数|参会人数|参加|参与|与会|参会)(?:党员|教师|会议|人数|人员|的?有|共|约)*[：:为]?\\s*${count}`)
const together = /(?:共|等|计|合计)\s*(\d{1,4})\s*(?:人|名|位)|(\d{1,4})\s*(?:人|名|位)(?:党员|教师|同志|教职工)?\s*(?:参加|参会|到会|出席|与会|参与)/

/** How many people were there, from a column of counts: `9人`, `应到12实到11` is 11, `11/12` is 11. */
export const readPeopleCell = (text: string, value?: number): number | undefined => {
  if (value !== undefined) return Number.isInteger(value) && value >= 0 ? value : undefined
  const plain = plainWidth(text).trim()
  const said = countIn(plain)
  if (said !== undefined) return said
  const share = /^(\d{1,4})\s*(?:人)?\s*[/／]\s*(\d{1,4})\s*人?$/.exec(plain)
  if (share !== null) return Math.min(Number(share[1]), Number(share[2]))
  const due = /应到[^\d]*(\d{1,4})[^\d]+(?:缺席|请假)[^\d]*(\d{1,4})/.exec(plain)
  if (due !== null) return Math.max(0, Number(due[1]) - Number(due[2]))
  const plainCount = /^(?:约|共|全体)?[^\d应]{0,10}?(\d{1,4})\s*(?:余|多)?\s*(?:人|名|位)?(?:[（(，,；; ].*)?$/.exec(plain)
  return plainCount === null ? undefined : Number(plainCount[1])
}

/** How many people were there, from running text: only where it says that they came. */
export const countIn = (text: string): number | undefined => {
  const plain = plainWidth(text)
  const match = present.exec(plain) ?? together.exec(plain)
  const found = match?.[1] ?? match?.[2]
  return found === undefined ? undefined : Number(found)
}

/** A stretch that tells nothing but how many came. */
export const isCount = (text: string): boolean =>
  /^(?:约|共|计)?\s*\d{1,4}\s*余?[人名位]$/.test(plainWidth(text).trim()) || /^(?:应到\s*\d+\s*人?[，,、;； ]*)?(?:实到|参加|参会|到会|出席|参加人数)[：:共]?\s*\d{1,4}\s*[人名]?$/.test(plainWidth(text).trim())
