import { readNumeral } from '../../clause/numerals.ts'
import { plainWidth } from './plain-width.ts'

/**
 * A stretch of text that tells when: a day as far as it is written (`15日` has no month of its own, most have no year),
 * or words too loose for a day (3月中旬, 一季度). A range is one stretch with its first day. `at` and `end` count characters.
 */
export type DayWord =
  | { readonly kind: 'day'; readonly at: number; readonly end: number; readonly year?: number; readonly month?: number; readonly day: number; readonly until?: LastDay }
  | { readonly kind: 'loose'; readonly at: number; readonly end: number; readonly year?: number; readonly month?: number }

/** The last day of a range, as far as it is written. */
type LastDay = { readonly month?: number; readonly day: number }

const monthNo = '(?:1[0-2]|0?[1-9]|\\d{2}|十[一二]?|[一二三四五六七八九元])'
const dayNo = '(?:[0-3]?\\d|\\d{2}|三十一?|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])'
const mark = '[.\\/\\-_]'

type Shape = { readonly pattern: RegExp; readonly read: (match: RegExpExecArray, year: number) => Omit<DayWord & { kind: 'day' }, 'at' | 'end' | 'kind'> | undefined }

const number = (text: string | undefined): number => {
  const plain = (text ?? '').replace('元', '一').replace('廿', '二十')
  return readNumeral(plain) ?? Number.NaN
}

const yearNumber = (text: string): number => {
  const digits = [...text].map((char) => (/[零〇○O]/.test(char) ? 0 : number(char)))
  return Number(digits.join(''))
}

const isClose = (year: number, other: number): boolean => Math.abs(year - other) <= 3

/** Tried in this order at each place: the fuller spelling wins. */
const shapes: readonly Shape[] = [
  {
    pattern: new RegExp(`((?:19|20)\\d{2})\\s*(?:年|${mark}|、)\\s*(${monthNo})\\s*(?:月|${mark}|、)\\s*(${dayNo})\\s*[日号]?(?!\\d|年|月)`, 'y'),
    read: (match) => ({ year: Number(match[1]), month: number(match[2]), day: number(match[3]) }),
  },
  {
    pattern: new RegExp(`([二一][零〇○O一二三四五六七八九]{3})年\\s*(${monthNo})月\\s*(${dayNo})[日号]?`, 'y'),
    read: (match) => ({ year: yearNumber(match[1] ?? ''), month: number(match[2]), day: number(match[3]) }),
  },
  {
    pattern: /(20\d{2})[.\-_]?(\d{2})(\d{2})(?:[_-]?\d{6,9})?(?!\d)/y,
    read: (match) => inRange({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }),
  },
  {
    pattern: /(\d{1,2})\/(\d{1,2})\/(20\d{2})(?!\d)/y,
    read: (match) => {
      const [first, second] = [Number(match[1]), Number(match[2])]
      return first > 12 ? { year: Number(match[3]), month: second, day: first } : { year: Number(match[3]), month: first, day: second }
    },
  },
  {
    pattern: new RegExp(`'?(\\d{2})(年|${mark})(${monthNo})(?:月|${mark})(${dayNo})[日号]?(?![\\d.])`, 'y'),
    read: (match, year) => {
      const written = 2000 + Number(match[1])
      return match[2] === '年' || isClose(written, year) ? { year: written, month: number(match[3]), day: number(match[4]) } : undefined
    },
  },
  {
    pattern: /(\d{2})(\d{2})(\d{2})(?!\d)/y,
    read: (match, year) => (isClose(2000 + Number(match[1]), year) ? inRange({ year: 2000 + Number(match[1]), month: Number(match[2]), day: Number(match[3]) }) : undefined),
  },
  {
    pattern: new RegExp(`(${monthNo})\\s*月\\s*份?\\s*(${dayNo})(?:\\s*[日号]|(?![\\d次个人篇名场期周条项件位课天年月几多余来]))`, 'y'),
    read: (match) => ({ month: number(match[1]), day: number(match[2]) }),
  },
  {
    // 15-16日 and 2至3日 can only be days; 3-15日 is 15 March.
    pattern: /(\d{1,2})\s*([-~—–～至])[-—]?\s*(\d{1,2})\s*[日号](?![\d文楼室院厅])/y,
    read: (match) => {
      const [from, to] = [Number(match[1]), Number(match[3])]
      return to > from && to <= 31 && (from > 12 || match[2] !== '-') ? { day: from, until: { day: to } } : undefined
    },
  },
  {
    pattern: new RegExp(`(${dayNo})\\s*[至到]\\s*(${dayNo})\\s*[日号]`, 'y'),
    read: (match) => (number(match[2]) > number(match[1]) ? { day: number(match[1]), until: { day: number(match[2]) } } : undefined),
  },
  {
    pattern: /(\d{1,2})[./\-·](\d{1,2})[日号]?(?![\d%％年月]|\.(?![一-龥])|\/\d{4}|\s*(?:元|万|分|米|公里|千米|亿|倍|个|人|次|节|周岁))/y,
    read: (match) => {
      const [first, second] = [Number(match[1]), Number(match[2])]
      // 15/3 can only be 15 March; with a point or a dash it is a slip, and a slip is not guessed.
      return first > 12 && first <= 31 && second <= 12 && match[0].includes('/') ? { month: second, day: first } : { month: first, day: second }
    },
  },
  {
    pattern: new RegExp(`(${dayNo})\\s*[日号](?![\\d文楼室院厅])`, 'y'),
    read: (match) => ({ day: number(match[1]) }),
  },
]

const inRange = <T extends { readonly month: number; readonly day: number }>(written: T): T | undefined =>
  written.month >= 1 && written.month <= 12 && written.day >= 1 && written.day <= 31 ? written : undefined

const loosePattern = new RegExp(
  [
    `(?:${monthNo}\\s*月?\\s*[-~—–－至到、]+\\s*)${monthNo}\\s*月份?`,
    `(?:(20\\d{2})\\s*(?:年|${mark})\\s*)?(${monthNo})\\s*月(?:份|(?:的)?第[一二三四五1-5](?:个)?(?:周|星期)|[上中下]旬|[初中底末]|间)?`,
    `(20\\d{2})[./\\-](0?[1-9]|1[0-2])(?![\\d./\\-])`,
    '[上中下]旬|月[初中底末]|第?[一二三四1-4]个?季度|[上下]半年|(?:本)?学?期[初中末]|寒假|暑假|(?:全|今|本)年|[本当全整]月|年[初中底末]|每[月周年季学天日](?:\\s*\\d{1,2}\\s*[日号])?[^，。；：:\\d]{0,6}|[春秋][季学]期?',
    '第\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*(?:教学)?周(?!年)(?:\\s*(?:周|星期)?[一二三四五六日天](?![一-龥]))?',
    '(?:农历)?(?:正|腊|冬)月(?:初?[一二三四五六七八九十廿]{1,3})?|农历[一-龥]{2,6}',
  ].join('|'),
  'y',
)

const readLoose = (text: string, at: number): DayWord | undefined => {
  loosePattern.lastIndex = at
  const match = loosePattern.exec(text)
  if (match === null) return undefined
  const year = match[1] ?? match[3]
  const month = match[2] ?? match[4]
  return { kind: 'loose', at, end: at + match[0].length, ...(year === undefined ? {} : { year: Number(year) }), ...(month === undefined ? {} : { month: number(month) }) }
}

const readShape = (text: string, at: number, year: number): DayWord | undefined => {
  for (const { pattern, read } of shapes) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    const written = match === null ? undefined : read(match, year)
    if (match !== null && written !== undefined) return { kind: 'day', at, end: at + match[0].length, ...written }
  }
  return undefined
}

const toPattern = new RegExp(`\\s*(?:[-~—–－―]{1,2}|至|到)\\s*(?:(?:20\\d{2})\\s*[年.\\/-]\\s*)?(?:(${monthNo})\\s*(?:月|[./])\\s*)?(${dayNo})(?![\\d.年])[日号]?`, 'y')
const alsoPattern = new RegExp(`\\s*[、,，和及;；/]\\s*(${dayNo})(?:\\s*[日号]|(?![\\d.月/年次个人\\-一-龥]))`, 'y')

const endsBefore = /\s*(?:之前|以前|前后|前|以后|之后|后|左右)(?=[\s，,、：:；;。）)]|$)/y

/** 9月30日前 is a time to be done by, not the day on which it was. */
const isOnlyNear = (text: string, end: number): boolean => {
  endsBefore.lastIndex = end
  return endsBefore.test(text)
}

/** Days that follow a day without a month of their own: `3月8、22日`, `3月8日和22日`. Days next to each other are one stretch. */
const readMore = (text: string, first: DayWord & { kind: 'day' }): readonly DayWord[] => {
  const days: (DayWord & { kind: 'day' })[] = [first]
  for (;;) {
    const last = days.at(-1) ?? first
    toPattern.lastIndex = last.end
    const to = toPattern.exec(text)
    if (to !== null) {
      days[days.length - 1] = { ...last, end: last.end + to[0].length, until: { ...(to[1] === undefined ? {} : { month: number(to[1]) }), day: number(to[2]) } }
      continue
    }
    alsoPattern.lastIndex = last.end
    const also = alsoPattern.exec(text)
    if (also === null) return days
    const day = number(also[1])
    const end = last.end + also[0].length
    if (day === (last.until?.day ?? last.day) + 1) days[days.length - 1] = { ...last, end, until: { day } }
    else days.push({ kind: 'day', at: end - also[0].trimStart().length, end, day, ...(first.month === undefined ? {} : { month: first.month }), ...(first.year === undefined ? {} : { year: first.year }) })
  }
}

const mayStart = /[\d'月中一二三四五六七八九十廿元上下第本当整学期寒暑全今年每春秋农正腊冬]/

/** Every stretch of a text that tells when, in order. `year` is the ledger's: it tells 22.3.15 from a number. */
export const findDayWords = (written: string, year: number): readonly DayWord[] => {
  const text = withoutTimes(plainWidth(written))
  const found: DayWord[] = []
  let month: number | undefined
  let at = 0
  while (at < text.length) {
    const char = text[at] ?? ''
    const before = text[at - 1] ?? ''
    const midNumber = (/\d/.test(char) && (/\d/.test(before) || (before === '.' && !/^\d{1,2}月/.test(text.slice(at, at + 3))))) || (/[一二三四五六七八九十]/.test(char) && /[一二三四五六七八九十第]/.test(before))
    const word = midNumber || !mayStart.test(char) ? undefined : (readShape(text, at, year) ?? readLoose(text, at))
    if (word === undefined) {
      at++
      continue
    }
    if (word.kind === 'loose') {
      if (word.month !== undefined) month = word.month
      found.push(word)
      at = word.end
      continue
    }
    const inherited = word.month === undefined && month !== undefined ? { ...word, month } : word
    month = inherited.month ?? month
    const words = readMore(text, inherited)
    found.push(...words.map((one): DayWord => (isOnlyNear(text, one.end) ? { ...one, kind: 'loose' } : one)))
    at = words.at(-1)?.end ?? word.end
  }
  return found
}

const timePattern = /(?:上午|下午|晚上|中午|早上|凌晨)?\s*\d{1,2}\s*(?:[:：]\s*\d{2}(?:\s*[:：]\s*\d{2}(?:\.\d+)?)?|[点时](?:\d{1,2}分?|半|整)?)(?:\s*[-~—至到]+\s*\d{1,2}\s*(?:[:：]\s*\d{2}|[点时](?:\d{1,2}分?|半)?))?/g

/** Hours are no days: blanked, so that every place in the text stays where it was. */
export const withoutTimes = (text: string): string =>
  text.replace(/(\d)T(?=\d{2}:)/, '$1 ').replace(/(?<=\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?)Z$/, ' ').replace(timePattern, (time) => ' '.repeat(time.length))
