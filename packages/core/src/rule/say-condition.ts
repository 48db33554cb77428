/**
 * How a condition of any wording is said and asked in Chinese.
 * Conditions come as a clause's own words: a paper (述职报告), 有…, or what somebody does (按期换届). Met, the words say
 * themselves; not met, they take 没有 where that reads right and are quoted where it may not.
 */

/** Papers and titles: what one has or has not. */
const paperEnds =
  /(计划|制度|报告|记录|总结|照片|材料|清单|责任书|称号|方案|台账|档案|证书|考勤|名单|章程|规则|预算|举措|协议)$/u
const doingWords = /^(获得|取得|落实|召开|制定|建立|签订|提供|形成|完成|参加|组织|按|每|规范|大力|积极|认真)/u
const plainDoing = /^(获得|取得|落实|召开|制定|建立|签订|提供|形成|参加)/u
const having = /^有(?!关|效|序|力|利|所|待|针对)/u
const lacking = /^(没有|无(?!故|偿|线|障|纸)|未(?!成年)|不(?!少于|低于|超过|断|仅)|缺)/u
const several = /[，。；、,;]|并且?|且|和|或/u

const trimmed = (words: string): string => words.replace(/[。；，,;\s]+$/u, '')

/** In Chinese quotation marks; those inside become the inner pair. */
export const quoteCondition = (words: string): string =>
  `“${trimmed(words).replaceAll('“', '‘').replaceAll('”', '’')}”`

const isPaper = (condition: string): boolean =>
  paperEnds.test(condition) && condition.length <= 14 && !several.test(condition) && !doingWords.test(condition)

const isHaving = (condition: string): boolean => having.test(condition)

/** 有述职报告 · 有年度计划 · 按期换届 */
export const sayMet = (condition: string): string =>
  isPaper(condition) && !isHaving(condition) ? `有${condition}` : trimmed(condition)

/** 没有述职报告 · 没有年度计划 · “按期换届”没有做到 */
export const sayUnmet = (condition: string): string => {
  const words = trimmed(condition)
  if (isHaving(words)) return `没${words}`
  if (isPaper(words) || (plainDoing.test(words) && !several.test(words))) return `没有${words}`
  return `${quoteCondition(words)}没有做到`
}

/** 有述职报告吗？ · “按期换届”做到了吗？ */
export const askMet = (condition: string): string => {
  const words = trimmed(condition)
  if (isHaving(words)) return `${words}吗？`
  return isPaper(words) ? `有${words}吗？` : `${quoteCondition(words)}做到了吗？`
}

/** What the two answers to a question are called: 有 · 没有, 是 · 不是, 做到了 · 没做到. */
export const answersTo = (asked: string): { readonly yes: string; readonly no: string } => {
  if (/^(今年)?有|有没有/u.test(asked)) return { yes: '有', no: '没有' }
  return /是不是/u.test(asked) || !/了吗/u.test(asked) ? { yes: '是', no: '不是' } : { yes: '做到了', no: '没做到' }
}

/** A lapse that its own words state, by how they begin (没有参加…) or end (…没有完成). */
const lapseBegins = /^(没有|未能|未)(?!成年)/u
const lapseEnds = /(没有|未)(完成|达到|落实|到位)$/u

const isLapse = (words: string): boolean =>
  lapseEnds.test(words) || (lapseBegins.test(words) && !several.test(words))

/** A fault that is there: 有“弄虚作假”的情形 · 没有参加活动 */
export const sayHolds = (condition: string): string => {
  const words = trimmed(condition)
  return isLapse(words) ? words : `有${quoteCondition(words)}的情形`
}

/** A fault that is not there: 没有“弄虚作假”的情形 · 参加活动 */
export const sayHoldsNot = (condition: string): string => {
  const words = trimmed(condition)
  if (lapseEnds.test(words)) return words.replace(lapseEnds, '已$2').replace('已到位', '到位')
  return isLapse(words) ? words.replace(lapseBegins, '') : `没有${quoteCondition(words)}的情形`
}

export const askHolds = (condition: string): string => `有没有${quoteCondition(condition)}的情形？`

/** A condition that stands as a clause by itself: 没有离退休教师党组织, or quoted. */
export const sayCase = (condition: string): string =>
  lacking.test(condition) || isHaving(condition) ? trimmed(condition) : quoteCondition(condition)
