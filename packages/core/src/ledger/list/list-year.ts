import { findDayWords } from './day-words.ts'

export type YearOf = (month: number) => number

/**
 * The years that a title, a heading or a sheet's name tells, by month: 2021年 is one; 2021-2022学年 begins in August;
 * its 第一学期 ends in February, its 第二学期 begins then. Undefined where none is told.
 */
export const yearsToldBy = (text: string): YearOf | undefined => {
  const span = /(20\d{2})\s*(?:年|学年)?\s*[-—–~～至/_]+\s*(20\d{2}|\d{2})\s*(?:学年|年|学期|第|上|下|$)/.exec(text)
  const from = Number(span?.[1])
  const to = span?.[2] === undefined ? Number.NaN : Number(span[2].length === 2 ? `${String(from).slice(0, 2)}${span[2]}` : span[2])
  if (to === from + 1) return (month) => (month >= 8 ? from : to)
  const single = /(?<!\d)(20\d{2})\s*(?:年(?!级)|学年|[春秋上下])/.exec(text) ?? /^\s*(20\d{2})\s*$/.exec(text)
  if (single?.[1] === undefined) return undefined
  const year = Number(single[1])
  if (/20\d{2}\s*学年/.test(text)) return (month) => (month >= 8 ? year : year + 1)
  // 秋学期 goes on into January.
  if (/秋(?:季)?学?期|秋学/.test(text)) return (month) => (month <= 2 ? year + 1 : year)
  return () => year
}

const around = /20\d{2}|学年|年度|年|党支部|党总支|党委|党组织|支部|学校|小学|中学|幼儿园|党建|党务|工作|主要|开展|活动|会议|情况|记录|安排|台账|一览|汇总|统计|动态|纪事|纪实|简报|回顾|登记|大事记|清单|表|份|度|第|[一二三四五六七八九十]+、|[\s\d（）()【】[\]：:.、，,\-—_·。]/g

/** The month of a heading that says nothing else (三月份, 【3月】, 2022年3月活动记录); undefined for any other text. */
export const monthHeading = (text: string, year: number): number | undefined => {
  const words = findDayWords(text, year)
  const [word] = words
  if (words.length !== 1 || word?.kind !== 'loose' || word.month === undefined || /[旬初中底末周至~]|-\s*\d/.test(text.slice(word.at, word.end))) return undefined
  const rest = `${text.slice(0, word.at)}${text.slice(word.end)}`.replace(around, '')
  return rest === '' ? word.month : undefined
}

const season = /^[\s（(【[]*(?:20\d{2}\s*(?:[-—~至]\s*20\d{2}\s*)?(?:学?年度?)?)?\s*(?:第?[一二三四1-4]个?季度|[上下]半年|第[一二12]学期|[上下]学期|[春秋]季?学?期|20\d{2}\s*(?:学?年度?)?)?[^一-龥]*(?:活动|工作|会议)?(?:记录|安排|情况|台账)?[\s）)】\]：:]*$/

/** A heading that names a stretch of the year and no month: 一季度, 2022年上半年, 第一学期（2—6月）. */
export const isSeasonHeading = (text: string): boolean => severalMonths.test(text) || (season.test(text.replace(/[（(][^）)]*[月年][^）)]*[）)]/, '')) && /[年季期]/.test(text))

/** 六、七月份, 10月份以后. */
const severalMonths = /^\s*(?:20\d{2}年)?(?:[一二三四五六七八九十\d]{1,3}(?:月份?)?\s*[、—–\-~～至到和]\s*)*[一二三四五六七八九十\d]{1,3}月份?(?<=[、—–\-~～至到和].*)\s*[：:]?\s*$|^\s*[一二三四五六七八九十\d]{1,3}月份?(?:以[后前]|之[后前]|起)\s*[：:]?\s*$/
