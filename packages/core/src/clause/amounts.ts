import { isExact } from '../points.ts'
import { bothWays, cap, capAfter, countedBehind, headed, isGivenAmount, pricedBehind, rateAfter, signBefore, signInside, thresholdAfter, thresholdBefore, untilBefore, valueBefore } from './amount-words.ts'
import type { Mention } from './mention.ts'
import { numeral, readNumeral } from './numerals.ts'

/** 分 as a mark: not 分钟, 分之, 分别, 分管 and their like. */
export const mark = String.raw`\s*分(?!钟|之|管|析|公司|局|校|支|级|解|期|批|组|段|步|层|区|册|布|散|包|队|站|厂|行|会|院|店|工|类|部|子|歧|红|流|享|配|辨|发|离|化|项|值|数|贝|享|线|头|明|秒|制|拣|娩|摊|餐|田|片|光|点)`
const dash = String.raw`\s*(?:-{1,4}|至|到)\s*`

const amount = new RegExp(
  [
    `(?<range>(?<![\\d零一壹二两三四五六七八九十百半])(${numeral})(?:(?:\\s*分)?${dash}[-]?(${numeral})${mark}|\\s*分${dash}(${numeral})(?=\\s*(?:/|[，。；）]|$))))`,
    `(?<list>(?<![\\d、零一壹二两三四五六七八九十百半])${numeral}(?:\\s*分)?(?:\\s*[、/]\\s*${numeral}(?:\\s*分)?){0,12}\\s*[、/及和或]\\s*${numeral}${mark})`,
    `(?<row>(?<=[扣加减得计记奖]|扣除|扣减|奖励|分别)\\d{1,3}(?:\\.\\d{1,2})?(?:，\\d{1,3}(?:\\.\\d{1,2})?){1,6}${mark})`,
    `(?<one>(?<![\\d零一壹二两三四五六七八九十百半])(${numeral})${mark})`,
    `(?<bareRange>(?<=(?:酌情|视情[^，。；]{0,6})[扣加减得])\\s*(${numeral})${dash}(${numeral})(?=\\s*(?:[，。；、）]|$)))`,
    `(?<named>(?<=[扣加减]分\\s{0,2})(${numeral})(?=\\s*(?:[，。；）\\n]|$)))`,
    `(?<bare>(?<=[扣加减得计罚]|扣除|(?:^|[^\\d%\\u4e00-\\u9fa5a-zA-Z])[+-]|[\\u4e00-\\u9fa5）][+-])\\s*(${numeral})(?=\\s*(?:[，。；、）/]|$)))`,
    `(?<listed>(?<=[\\u4e00-\\u9fa5A-E](?<!第|附件|前|后|表|图|条|款|每|[扣加减得计罚])\\s?[：=]?\\s?)(\\d{1,3}(?:\\.\\d{1,2})?)(?=\\s*(?:[，。；、/）\\n ]|（分）|$)))`,
  ].join('|'),
  'g',
)

/** Every amount of marks that the clause states, with what is done to it; thresholds (90分以上) are no marks. */
export const findAmounts = (plain: string): Mention[] => {
  const found: Mention[] = []
  const isHeaded = headed.test(plain)
  amount.lastIndex = 0
  for (let match = amount.exec(plain); match !== null; match = amount.exec(plain)) {
    const mention = match.groups?.['listed'] !== undefined && !isHeaded ? undefined : toMention(plain, match)
    if (mention !== undefined) found.push(mention)
  }
  return found
}

const toMention = (plain: string, match: RegExpExecArray): Mention | undefined => {
  const from = match.index
  const to = from + match[0].length
  const before = plain.slice(Math.max(0, from - 18), from)
  const phrase = before.slice(Math.max(...[...'，。；、\n'].map((stop) => before.lastIndexOf(stop))) + 1)
  // A line that ends in a mark has ended: what the next one begins with says nothing about it.
  const after = plain.slice(to, to + 12).split('\n', 1)[0] ?? ''
  const both = bothWays.exec(phrase)
  const sign = both === null ? signBefore(phrase) : { sign: 'adds' as const, length: both[0].length }
  const numbers = numbersOf(match)
  const isRange = match.groups?.['range'] !== undefined || match.groups?.['bareRange'] !== undefined
  if (numbers === undefined) return undefined
  if (match.groups?.['bare'] !== undefined && match[0].includes('半')) return undefined
  if (/^[零一壹二两三四五六七八九十百半]/.test(match[0]) && !isChineseAmount(phrase, match[0], after)) return undefined
  if (sign.sign === 'bare' && phrase.trim() === '' && /[。\n]\s*$/.test(before) && /^\s*以下\s*(?:[。；\n]|$)/.test(after))
    return { kind: 'range', sign: 'bare', start: from, end: to + 2, amounts: [0, numbers[0] ?? 0] }
  if (/(?:最低分|最低得分|最低得|最低为|最低|下限为?|保底)\s*$/.test(phrase) && sign.sign !== 'takes' && !/^\s*(?:以|及以)[上下]/.test(after)) return { kind: 'unpriced', sign: 'bare', start: from, end: to, amounts: [] }
  if (/(?:(?:依次|逐次|逐名)[^，。；每]{0,4}[减增]|(?:次序|名次|顺序)[^，。；每]{0,6}递[减增加])$/.test(phrase)) return { kind: 'unpriced', sign: sign.sign, start: from - sign.length, end: to, amounts: [] }
  // 累计扣5分以上的单位: a bound on what was taken
  if ((sign.sign === 'takes' || sign.sign === 'adds') && /^\s*及?以[上下](?:的|者|（)/.test(after)) return undefined
  if (/^\s*(?:及)?以上(?:者|的)?，?(?:必须|须|应|需|由|报|经)/.test(after)) return undefined
  const until = /^\s*(?:为止|封顶|止)?(?=[，。；）\s]|$)/.test(after) ? untilBefore.exec(plain.slice(Math.max(0, from - 4), from)) : null
  if (until !== null && numbers.length === 1) return { kind: 'cap', sign: signInside(until[0], 'bare'), start: from - until[0].trimStart().replace(/^，/, '').length, end: to + (capAfter.exec(after)?.[0].length ?? 0), amounts: numbers }
  const capped = cap.exec(phrase)
  if (capped === null && /(?:^|[^不得])(?:超过|达到|低于|高于|不足|少于|累计达)\s*$/.test(phrase) && !/^\s*的?部分/.test(after)) return undefined
  if (/(?:扣满|扣完|累计扣|累计达|扣分达|扣分超过|积满|记满)(?:到)?\s*$/.test(phrase) && /^\s*(?:的|后|以上|者)/.test(after)) return undefined
  if (isRange && sign.sign === 'bare' && /^\s*(?:的|者)?[，：\s]*(?:扣|得|加|不扣|计|记|为)(?=\s*\d|分|为|满|[优良中差]|不?合格)/.test(after)) return undefined
  // 从40分里扣除: what is taken from
  if (/[从在](?:本项|该项|总分)?\s*$/.test(phrase) && /^\s*(?:里|中|内|之中)/.test(after)) return /^[^，。；]{1,3}[扣减]\D{0,3}\d/.test(after) ? undefined : { kind: 'unpriced', sign: 'bare', start: from, end: to, amounts: [] }
  if (/考核\s*$/.test(phrase) && /^\s*(?:以上|以下|及以|的)/.test(after)) return undefined
  const counted = sign.sign === 'bare' && countedBehind(phrase, after)
  const standing = sign.sign === 'bare' && !counted && /[按以]\s*$/.test(phrase) ? /^\s*[计记给赋得](?:分|算)?(?=[，。；）\s]|$)/.exec(after) : null
  if (standing !== null) return { kind: 'unpriced', sign: 'bare', start: from, end: to + standing[0].length, amounts: [] }
  const perMatch = rateAfter.exec(after)
  if (capped === null && sign.sign === 'bare' && (thresholdBefore.test(phrase) || thresholdAfter.test(after)) && !isGivenAmount(phrase, after) && !(/(?:[按以]|每[^，。；]{1,4})\s*$/.test(phrase) && pricedBehind.test(after)) && !counted && !/^\s*，扣[完满光]/.test(after)) return undefined
  if (sign.sign === 'gives' && (thresholdAfter.test(after) || /^\s*(?:的|者)?，?(?:得|扣|加)\s*\d/.test(after))) return undefined
  if (match.groups?.['bare'] !== undefined && sign.sign === 'bare') return undefined
  const wordsFrom = from - (capped?.[0].length ?? sign.length)
  const opens = plain.slice(0, wordsFrom).trimEnd().endsWith('（')
  const bracketed = opens && (plain.slice(to).trimStart().startsWith('）') || (sign.sign === 'bare' && /^\s*[，；：]/.test(after)))
  const shape = { start: wordsFrom, end: to, amounts: numbers }
  const capSign = capped === null ? sign.sign : signInside(capped[0], sign.sign)
  if (capAfter.test(after)) return { ...shape, kind: 'cap', sign: sign.sign, end: to + (capAfter.exec(after)?.[0].length ?? 0) }
  if (capped !== null && !isRange) return { ...shape, kind: 'cap', sign: capSign }
  const value = sign.sign === 'bare' || sign.sign === 'gives' ? valueBefore.exec(phrase) : null
  if (value !== null && !/^计分/.test(value[0])) return { ...shape, kind: 'value', sign: 'bare', start: from - value[0].length }
  if (isRange) return { ...shape, kind: 'range', sign: capped === null ? sign.sign : capSign, ...(perMatch === null ? {} : { end: to + perMatch[0].length }), ...(bracketed ? { bracketed } : {}) }
  const perLength = perMatch?.[0].length ?? 0
  const behind = sign.sign === 'bare' ? pricedBehind.exec(after.slice(perLength)) : null
  const each = /(?:分别|依次)[^，。；]*$/.test(phrase) ? 'respectively' : /(?:各|(?<!平)均|都|逐项|分项)(?:得|扣|加|计|减|奖|给)?[^，。；]{0,2}$/.test(phrase) ? 'each' : undefined
  return {
    ...shape,
    kind: 'amounts',
    ...(behind === null ? { sign: counted ? 'gives' : sign.sign } : { sign: behind[1] === '加' ? 'adds' : 'takes', end: to + perLength + behind[0].length }),
    ...(perMatch === null ? {} : { per: perMatch[1] ?? perMatch[2] ?? '次', end: to + perLength + (behind?.[0].length ?? 0) }),
    ...(each === undefined ? {} : { each }),
    ...(both === null ? {} : { bothWays: true }),
    ...(bracketed ? { bracketed } : {}),
  }
}

/** 十分, 部分 and their like hold a numeral's sign but no mark: a Chinese numeral needs a score word or a stop beside it. */
const isChineseAmount = (phrase: string, text: string, after: string): boolean => {
  if (/[扣加减得计记给奖赋]\s*$/.test(phrase) || /(?:扣|加|减|得)[^，]{0,6}$/.test(phrase) && !/^十分/.test(text)) return true
  return !/^(?:十分|百分|一分)/.test(text) && /^\s*(?:[，。；）/、]|$|一次|一人)/.test(after) && !/[第部三四五]$/.test(phrase)
}

const numbersOf = (match: RegExpExecArray): readonly number[] | undefined => {
  const values = [...match[0].matchAll(new RegExp(numeral, 'g'))].map(([text]) => readNumeral(text))
  return values.every((value) => value !== undefined && isExact(value)) ? (values as number[]) : undefined
}
