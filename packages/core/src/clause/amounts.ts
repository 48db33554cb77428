import { isExact } from '../points.ts'
import { countingWords } from './counting-words.ts'
import type { Mention, Sign } from './mention.ts'
import { numeral, readNumeral } from './numerals.ts'

/** 分 as a mark: not 分钟, 分之, 分别, 分管 and their like. */
export const mark = String.raw`\s*分(?!钟|之|管|析|公司|局|校|支|级|解|期|批|组|段|步|层|区|册|布|散|包|队|站|厂|行|会|院|店|工|类|部|子|歧|红|流|享|配|辨|发|离|化|项|值|数|贝|享|线|头|明|秒|制|拣|娩|摊|餐|田|片|光|点)`
const dash = String.raw`\s*(?:-{1,4}|至|到)\s*`

const amount = new RegExp(
  [
    `(?<range>(?<![\\d零一壹二两三四五六七八九十百半])(${numeral})(?:(?:\\s*分)?${dash}[-]?(${numeral})${mark}|\\s*分${dash}(${numeral})(?=\\s*(?:/|[，。；）]|$))))`,
    `(?<list>(?<![\\d、零一壹二两三四五六七八九十百半])${numeral}(?:\\s*分)?(?:\\s*[、/]\\s*${numeral}(?:\\s*分)?){0,12}\\s*[、/及和或]\\s*${numeral}${mark})`,
    `(?<row>(?<=[扣加减得])\\d{1,3}(?:\\.\\d{1,2})?(?:，\\d{1,3}(?:\\.\\d{1,2})?){1,6}${mark})`,
    `(?<one>(?<![\\d零一壹二两三四五六七八九十百半])(${numeral})${mark})`,
    `(?<bareRange>(?<=(?:酌情|视情[^，。；]{0,6})[扣加减得])\\s*(${numeral})${dash}(${numeral})(?=\\s*(?:[，。；、）]|$)))`,
    `(?<named>(?<=[扣加减]分\\s{0,2})(${numeral})(?=\\s*(?:[，。；）\\n]|$)))`,
    `(?<bare>(?<=[扣加减得计罚]|扣除|(?:^|[^\\d%\\u4e00-\\u9fa5a-zA-Z])[+-]|[\\u4e00-\\u9fa5）][+-])\\s*(${numeral})(?=\\s*(?:[，。；、）/]|$)))`,
  ].join('|'),
  'g',
)

/** Score words before an amount, nearest first; the gap may name whose marks they are: 扣责任人2分. */
const takes = /(?:(?<=[次人项处例起个份的者，])\s*考核\s*$)|(?:(?<![未不没])倒扣|(?:[处惩]|(?<!奖))罚扣?|扣除|扣减|扣罚|扣去|扣掉|减扣|核减|扣)(?:[^，。；：、（）\d扣加得减]{0,16})?$|(?:减去|减掉|减少|减)(?:[^，。；：、（）\d扣加得减]{0,4})?$|(?:^|[^\d%])-\s*$/
const adds = /(?:奖励|(?<![参更增叠添附])加|增加|附加|另加|再加|(?<![等秀金银铜励与念围名项胜织体级个人])奖|\+)(?:(?![强大快班工入盖油固以深])[^，。；：、（）\d扣加得减]{0,6})?\s*$/
const gives = /(?:(?<![获取所不])得|获得?|(?<!加)[计记]|给予?|赋|评为?|可得|打|折合?|算|各?占)(?:该项|本项|分值?|满|为|以|予|基础|基本|标准)?(?:各)?\s*$/
const cap = /(?:最高|最多|至多|上限|不超过|不得超过|不突破|不多于|不高于|封顶|限额?|累计不超|不超出|不大于)(?:的?分值?|只|仅|可|能|得|加|扣|减|计|记|奖励|奖|给|总分|累计|合计|为|是|至|到|不超过|不得超过|本项|该项|此项|每项|每年|每人|每次|每学期|每月|赋|：|者|达|评|不|分数|限|于){0,5}\s*$/
const untilBefore = /(?:[，\s]满|[加扣减得]满|直[到至])\s*$/
const capAfter = /^\s*(?:为止|封顶|为?上限|为限|以内|止|为最高限?|为满|的上限)/
const thresholdBefore = /(?:低于|高于|达到?|不足|超过|不到|未达到?|大于|小于|等于|少于|多于|[≥≤><]|介于|处于|在|平均|成绩|均分|满意度|考试|测试|测评|考核为?|分数线|学分|满)(?:为|是|到|：)?\s*$/
const thresholdAfter = /^\s*(?:[≤≥<>]|以上|及以上|以下|及以下|（含）以?[上下]?|（含\d*分?）以?[上下]?|（不含\d*分?）以?[上下]|之间|之内|者|(?:、[^，。；]{0,6}\d分?)?的?基础|的?(?:学生|教师|试卷|考生|人员|同学)|一档|(?:（含）)?的?，?(?:得|扣|加|计|评|为优|为良|为合格|为不合格|为中|为差|确定|评定|视为)|为(?:优|良|合格|不合格|中|差|及格|不及格|一级|二级|三级|[ABCD]))/
const valueBefore = /(?:满分|总分|分值|基准分|基础分|基本分|标准分|起评分|起始分|原始分|底分|权重|共计?|合计|总计|小计|计分|(?:每[人班户]|每(?:月|周|学期|学年|季度?))(?:均)?有|(?<=^|[，；。）\s])(?:本项|该项|此项)(?:分值)?)(?:为|是|：|各|计|值|设定为|定为)?\s*$/

/** 按5分扣减, 每次2分的标准扣分: the verb stands behind the amount. */
const pricedBehind = /^\s*(?:的?标准)?(?:进行|予以|给予)?(?:追加|再)?(?:(扣|加)分|(扣)(?:减|除|罚)(?=[，。；）（\s]|$))/

/** 完成的按3分计: an amount given, where 按100分计 and 总分按50分计 only say what a whole is counted as. */
const countedBehind = (phrase: string, after: string): boolean =>
  !/不足|超过|超出|低于|高于|不满/.test(phrase) &&
  /(?:[的者次项篇个件例人]|每[\u4e00-\u9fa5]{1,3}|(?<!满分)(?<!总分)，|^)\s*[均只]?[按以]\s*$/.test(phrase) && /^\s*(?:计|记|给|赋|得)(?:分|算)?(?=[，。；）\s]|$)/.test(after)

/** A rate behind the amount: 5分/次, 2分一次, 1分（每人）. */
const rateAfter = new RegExp(`^\\s*(?:(?:/|每|一(?=次|人|项|处|个|例|起))每?((?:${numeral})?${countingWords})|（每?((?:${numeral})?${countingWords})）)(?!(?!(?:进行|予以|给予)?(?:追加|再)?[扣加]分)[\\u4e00-\\u9fa5]*[扣加得])`)

/** Every amount of marks that the clause states, with what is done to it; thresholds (90分以上) are no marks. */
export const findAmounts = (plain: string): Mention[] => {
  const found: Mention[] = []
  amount.lastIndex = 0
  for (let match = amount.exec(plain); match !== null; match = amount.exec(plain)) {
    const mention = toMention(plain, match)
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
  const sign = signBefore(phrase)
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
  if (isRange && sign.sign === 'bare' && /^\s*(?:的|者)?[，：\s]*(?:扣|得|加|不扣|计|记|为)/.test(after)) return undefined
  if (/考核\s*$/.test(phrase) && /^\s*(?:以上|以下|及以|的)/.test(after)) return undefined
  const perMatch = rateAfter.exec(after)
  if (capped === null && sign.sign === 'bare' && (thresholdBefore.test(phrase) || thresholdAfter.test(after)) && !isGivenAmount(phrase, after) && !(/(?:[按以]|每[^，。；]{1,4})\s*$/.test(phrase) && pricedBehind.test(after)) && !countedBehind(phrase, after) && !/^\s*，扣[完满光]/.test(after)) return undefined
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
  const counted = sign.sign === 'bare' && countedBehind(phrase, after)
  const behind = sign.sign === 'bare' ? pricedBehind.exec(after.slice(perLength)) : null
  const each = /(?:分别|依次)[^，。；]*$/.test(phrase) ? 'respectively' : /(?:各|(?<!平)均|都|逐项|分项)(?:得|扣|加|计|减|奖|给)?[^，。；]{0,2}$/.test(phrase) ? 'each' : undefined
  return {
    ...shape,
    kind: 'amounts',
    ...(behind === null ? { sign: counted ? 'gives' : sign.sign } : { sign: behind[1] === '加' ? 'adds' : 'takes', end: to + perLength + behind[0].length }),
    ...(perMatch === null ? {} : { per: perMatch[1] ?? perMatch[2] ?? '次', end: to + perLength + (behind?.[0].length ?? 0) }),
    ...(each === undefined ? {} : { each }),
    ...(bracketed ? { bracketed } : {}),
  }
}

const signBefore = (phrase: string): { readonly sign: Sign; readonly length: number } => {
  const candidates = ([['takes', takes], ['adds', adds], ['gives', gives]] as const).flatMap(([sign, pattern]) => {
    const match = pattern.exec(phrase)
    return match === null ? [] : [{ sign, length: /-\s*$/.test(match[0]) ? match[0].length - match[0].lastIndexOf('-') : match[0].length }]
  })
  return candidates.sort((a, b) => a.length - b.length)[0] ?? { sign: 'bare', length: 0 }
}

const signInside = (text: string, fallback: Sign): Sign =>
  /[扣减]/.test(text) ? 'takes' : /[加奖]/.test(text) ? 'adds' : /得/.test(text.replace(/不得/, '')) ? 'gives' : fallback

/** 为5分, 的10分: an amount given, though a bound stands near it. */
const isGivenAmount = (phrase: string, after: string): boolean =>
  /(?:的|者|为|每[^，]{1,6})\s*$/.test(phrase) && /^\s*(?:[，。；）]|$)/.test(after) && !/(?:低于|高于|超过|不足|达到|大于|小于|成绩|平均)[^，]{0,3}$/.test(phrase)

/** 十分, 部分 and their like hold a numeral's sign but no mark: a Chinese numeral needs a score word or a stop beside it. */
const isChineseAmount = (phrase: string, text: string, after: string): boolean => {
  if (/[扣加减得计记给奖赋]\s*$/.test(phrase) || /(?:扣|加|减|得)[^，]{0,6}$/.test(phrase) && !/^十分/.test(text)) return true
  return !/^(?:十分|百分|一分)/.test(text) && /^\s*(?:[，。；）/、]|$|一次|一人)/.test(after) && !/[第部三四五]$/.test(phrase)
}

const numbersOf = (match: RegExpExecArray): readonly number[] | undefined => {
  const values = [...match[0].matchAll(new RegExp(numeral, 'g'))].map(([text]) => readNumeral(text))
  return values.every((value) => value !== undefined && isExact(value)) ? (values as number[]) : undefined
}
