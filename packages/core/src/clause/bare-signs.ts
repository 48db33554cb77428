import { tidyCondition } from './condition.ts'
import type { Case, Draft } from './draft.ts'
import type { Sign } from './mention.ts'
import { readRate } from './rate.ts'
import type { Statement } from './statement.ts'

/** 扣分标准：迟到1次1分: the heading says what a bare amount does. */
export const headingSign = (plain: string): Exclude<Sign, 'bare'> =>
  /^[^，。；\d]{0,6}(?:扣分|减分)(?:项目?|标准|细则|内容|情形|办法|参考|说明|规则|依据|要求|如下|值|明细|事项|方式|原则|清单|范围)?：/.test(plain) ? 'takes' : /^[^，。；\d]{0,6}(?:加分|奖励分?)(?:项目?|标准|细则|内容|情形|办法|参考|说明|规则|依据|要求|如下|值|明细|事项|方式|原则|清单|范围)?：/.test(plain) ? 'adds' : 'gives'

export const resolveSign = (statement: Statement, before: Statement | undefined, last: Exclude<Sign, 'bare'>, plain: string): Exclude<Sign, 'bare'> => {
  if (statement.sign !== 'bare') return statement.sign
  if (statement.kind === 'combine' || statement.kind === 'value' || statement.kind === 'exempt') return last
  if (before === undefined || statement.bracketed === true) return headingSign(plain)
  if (before.segment === statement.segment || before.sentence === statement.sentence) return last
  return headingSign(plain) !== 'gives' ? last : 'gives'
}

const namesFault = /^(?:未(?!发生|出现|发现|受|被)|不(?:按|戴|穿|服从|遵守|参加|及时|合格|达标|符合)|无故|违反|违规|违章|违纪|缺(?:席|勤|课|岗)|旷[工课]|迟到|早退|脱岗|擅自|私自)/

/** 旷课1分/学时。迟到扣1分: a fault in a clause that only takes is taken as well. */
const isFaultAmongDeductions = (statement: Statement, all: readonly Statement[]): boolean =>
  statement.bracketed !== true && namesFault.test(tidyCondition(statement.lead)) && all.some((one) => one.sign === 'takes' && one.kind === 'amounts') && all.every((one) => one.sign === 'takes' || one.sign === 'bare')

/** 每处0.5分，扣完为止: what is taken to the end was taken. */
const isCappedByDeduction = (statement: Statement, next: Statement | undefined, drafts: readonly Draft[]): boolean =>
  next?.kind === 'cap' && next.sign === 'takes' && next.segment === statement.segment && !drafts.some((draft) => draft.statement.segment === statement.segment)

/** 病假0.2分、事假扣0.5分: one list, one verb. */
const isListedWithDeduction = (statement: Statement, next: Statement | undefined): boolean =>
  next?.kind === 'amounts' && next.sign === 'takes' && next.segment === statement.segment && /^\s*、/.test(next.lead)

/** 不达标不得分，缺一人2分: a lack behind nothing given is taken, while 未开展0分，开展2分 goes up. */
const isLackBehindZero = (statement: Statement, before: Statement | undefined): boolean =>
  before?.kind === 'zero' && before.sentence === statement.sentence && (namesFault.test(tidyCondition(statement.lead)) || readRate(statement.lead, statement.per)?.kind === 'missing')

const namesFlaw = /不(?:够)?(?:干净|清洁|整洁|洁净|整齐|规范|齐全|齐|清晰|清|合格|达标|到位|及时|符合|完整|全面|全|准确|正确|认真|平整|净|洁|按)|脏|凌?乱|异味|破损|污[渍迹垢染]|有(?:明显)?(?:痰迹|垃圾|纸屑|积水|积尘|灰尘|问题|缺陷|杂物|破损|漏洞|差错)/

/** 桌面有灰尘的，酌情1-2分: what a person weighs of a flaw is taken, for a flaw is given nothing. */
const isFlawWeighed = (statement: Statement): boolean =>
  statement.kind === 'range' && /酌情|视情|视[^，。；]{0,8}(?:轻重|程度|情况)/.test(statement.lead) && namesFlaw.test(statement.lead) && !/无(?!故|证)|没有/.test(statement.lead)

/** True where a bare amount is taken, though no word beside it says so. */
export const isTakenUnsaid = (statement: Statement, all: readonly Statement[], index: number, drafts: readonly Draft[]): boolean => {
  if (statement.sign !== 'bare') return false
  if (statement.kind === 'range') return isFlawWeighed(statement)
  const next = all[index + 1]
  return statement.kind === 'amounts' && (isFaultAmongDeductions(statement, all) || isCappedByDeduction(statement, next, drafts) || isListedWithDeduction(statement, next) || isLackBehindZero(statement, all[index - 1]))
}

/** 未戴安全帽每次3分, 每次口3分: a fault that seems to be given marks lacks its verb, so a person says what is meant. */
export const isOfDoubtfulSign = (given: Case, plain: string): boolean => {
  const { statement, sign } = given
  if (statement.sign !== 'bare' || statement.bracketed === true || sign !== 'gives') return false
  if (/[口抠叩]\s*$/.test(plain.slice(0, statement.start))) return true
  return namesFault.test(tidyCondition(given.words))
}
