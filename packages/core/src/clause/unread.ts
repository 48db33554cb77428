import { bracketAt, type Boundaries } from './boundaries.ts'
import type { PartAsRead, Span, Unread } from './reading.ts'
import type { Statement } from './statement.ts'

/** 分, 扣, 得, 加 where they speak of marks. */
const scoreWord = /(?:[扣加得计记给赋评打奖减满总积]|\d\s*)分(?![钟之管析公局校支级解期批组段步层区册布散包队站厂行会院店工类部子歧红流享配辨发离化别])(?![一-龥]?(?:办法|标准|细则|依据|表|项目|说明|制度|规则))|(?<![折克纽])扣(?![押留缴款发子])|倍[计扣]|(?:加|双|翻|[两二2])倍(?=[，。；）\s]|$|记|处[罚理])|减半|折半|减免(?=[，。；）\s]|$)|按[^，。；\d]{0,8}均分(?=[计算得])|[得扣计给加](?![大强快])[^，。；\d]{0,8}(?:一半|半数)(?!以)|降(?:低|为|至|到)?(?:[一二两\d]\s*个?)?(?:档次?|等次?|等级|级)(?=[，。；）\s处评计认使]|$)|(?:分数?|成绩)(?:为|记为?|计为?)\s*[0零](?![.\d])/g

/** A mark with its verb: wherever one lies in no mention, it was overlooked. */
const pricedWord = /(?<![获取所不未])[扣加减得]\s*\d+(?:\.\d+)?\s*分(?!\s*(?:以[上下]|及以|钟|之|制|为止|封顶|的[，。；]|者|的?基础|（含|（不含|[-至到、]))/g

/** 逾期的减半，缺一项扣1分: what ends its own words before a comma is no condition of the rule behind it. */
const beyond = /[^，。；：（）]*(?:(?:加|双|翻|[两二2])倍|减半|折半|减免|降(?:低|为|至|到)?(?:[一二两\d]\s*个?)?(?:档次?|等次?|等级|级))(?=[，。；]|$)/g

/** An amount at the end of its words that no statement holds, where no bound, sum or measure explains it. */
const overlooked = /(?<![\d.])(?:\d+(?:\.\d+)?\s*分?\s*[-至到]\s*)?\d+(?:\.\d+)?\s*分(?=\s*(?:[，。；、）\n]|$))/g
const explained = /(?:低于|高于|达到?|不足|超过|超出|不到|满|少于|多于|大于|小于|等于|介于|在|为|平均|成绩|[≥≤><=-]|[至到]|每[\u4e00-\u9fa5]{0,5}|均分|差|共计?|合计|总分|总计|满分|基础分|最低|仅|有)\s*$/

/**
 * Every stretch with a score word that lies in no part: the statements that no kind could express,
 * and words such as 按平均分得分 that no statement holds.
 */
export const findUnread = (
  text: string,
  plain: string,
  boundaries: Boundaries,
  parts: readonly PartAsRead[],
  statements: readonly Statement[],
  mentions: readonly Span[],
): Unread[] => {
  const spans: Span[] = statements.map((statement) => ({ start: statement.leadSpan.start, end: statement.end }))
  const covered = parts.flatMap((part) => part.spans)
  const holds = (list: readonly Span[], index: number): boolean => list.some((span) => index >= span.start && index < span.end)
  for (const match of plain.matchAll(scoreWord)) {
    const at = match.index + match[0].length - 1
    if (holds(covered, at) || holds(spans, at)) continue
    spans.push(phraseAround(plain, boundaries, at, covered))
  }
  for (const match of plain.matchAll(pricedWord)) {
    const at = match.index + match[0].length - 1
    if (!holds(mentions, at) && !holds(spans, at)) spans.push({ start: match.index, end: at + 1 })
  }
  for (const match of plain.matchAll(beyond)) {
    const at = match.index + match[0].length - 1
    if (!match[0].includes('每') && !holds(mentions, at) && !holds(spans, at)) spans.push({ start: match.index, end: at + 1 })
  }
  for (const match of plain.matchAll(overlooked)) {
    const at = match.index + match[0].length - 1
    const before = plain.slice(Math.max(0, match.index - 8), match.index)
    if (!holds(mentions, at) && !holds(spans, at) && !explained.test(before)) spans.push({ start: match.index - (/[\u4e00-\u9fa5]{0,8}$/.exec(before)?.[0].length ?? 0), end: at + 1 })
  }
  return joinSpans(plain, spans.map((span) => trimSpan(plain, span)).filter((span) => span.end > span.start)).map((span) => ({
    span,
    text: text.slice(span.start, span.end),
  }))
}

/** The words around a place: its bracket, or its segment as far as no part covers it. */
const phraseAround = (plain: string, boundaries: Boundaries, at: number, covered: readonly Span[]): Span => {
  const bracket = bracketAt(boundaries, at)
  if (bracket !== undefined) return { start: bracket.open + 1, end: bracket.close }
  const segment = boundaries.segment[at] ?? 0
  let start = boundaries.segmentStart[segment] ?? 0
  let end = boundaries.segmentEnd[segment] ?? plain.length
  for (const span of covered) {
    if (span.end <= at && span.end > start) start = span.end
    if (span.start > at && span.start < end) end = span.start
  }
  return { start, end }
}

const trimSpan = (plain: string, span: Span): Span => {
  const lead = /^[\s，。；：、）]*/.exec(plain.slice(span.start, span.end))?.[0].length ?? 0
  const words = plain.slice(span.start + lead, span.end).replace(/[\s，。；：、（]+$/, '')
  return { start: span.start + lead, end: span.start + lead + words.length }
}

const joinSpans = (plain: string, spans: readonly Span[]): Span[] => {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last !== undefined && span.start <= last.end) joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else joined.push(span)
  }
  return joined.filter((span) => plain.slice(span.start, span.end).trim() !== '')
}
