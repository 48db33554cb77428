import type { Draft } from './draft.ts'
import { isOtherwise } from './ladders.ts'
import type { RuleAsRead, Span } from './reading.ts'
import type { Statement } from './statement.ts'

const isRatedDeduction = (draft: Draft): boolean =>
  draft.rule.kind === 'shortfall' || draft.rule.kind === 'percentage' || draft.rule.kind === 'per_occurrence'

const isDeduction = (draft: Draft): boolean =>
  isRatedDeduction(draft) || draft.rule.kind === 'deduct_if' || (draft.rule.kind === 'discretionary' && draft.rule.deducts === true)

/**
 * Full marks followed by a deduction for the same duty are one rule, the deduction: 得2分，每超1岁扣0.5分.
 * A shortfall and a percentage carry the full marks in `points`.
 */
export const joinFullMarks = (drafts: readonly Draft[], points: number | undefined, caps: readonly Statement[], plain: string): Draft[] => {
  const hasClasses = drafts.some((draft) => draft.words.includes('非'))
  const joined: Draft[] = []
  const carried: Span[] = []
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]
    if (draft === undefined) continue
    const between = drafts.slice(index + 1).findIndex((one) => one.rule.kind !== 'bonus' && !isPlainZero(one))
    const skipped = draft.rule.kind === 'award' && between > 0 && isContinued(draft, drafts[index + 1 + between], points) ? drafts.slice(index + 1, index + 1 + between) : []
    const next = drafts[index + 1 + skipped.length]
    const owner = !hasClasses ? undefined : drafts.find((one) => twinOf(one, drafts) === draft)
    if (owner?.rule.kind === 'award') {
      const at = joined.indexOf(owner)
      if (at >= 0) joined.splice(at, 1)
      joined.push({ ...draft, rule: withPoints(draft.rule, owner.rule.points), spans: [...owner.spans, ...draft.spans], full: owner.rule.points })
      continue
    }
    if (next !== undefined && isSameEach(draft, next)) {
      joined.push({ ...next, spans: [...draft.spans, ...next.spans] })
      index++
      continue
    }
    if (draft.rule.kind !== 'award' || next === undefined) {
      joined.push(draft)
      continue
    }
    if (next.rule.kind === 'award' && next.statement === draft.statement && isSharedOut(draft, drafts.slice(index + 1))) {
      carried.push(...draft.spans)
      continue
    }
    const following = drafts.slice(index + 1 + skipped.length)
    const twin = hasClasses ? twinOf(draft, drafts) : undefined
    if (twin !== undefined) {
      joined.push(draft)
      continue
    }
    const count = isOfSeveral(draft, joined.at(-1), next) || areSiblings(draft, following[0], plain) || isAmongCounted(draft, joined.at(-1), points) ? 0 : deductionsOf(draft, following, points, caps)
    if (count === 0) {
      joined.push(draft)
      continue
    }
    const amount = draft.rule.points
    joined.push(...skipped)
    const taken = following.slice(0, count)
    const [first, ...others] = taken
    if (first !== undefined) joined.push({ ...first, rule: withPoints(first.rule, amount), spans: [...carried.splice(0), ...draft.spans, ...first.spans], full: amount })
    joined.push(...others.map((other) => ({ ...other, rule: other.statement.segment === draft.statement.segment ? withPoints(other.rule, amount) : other.rule, full: amount })))
    index += count + skipped.length
  }
  return joined
}

/** 整理、整顿、清扫各2分，每项不达标扣1分: the marks of all are what the deduction takes from. */
const isSharedOut = (award: Draft, following: readonly Draft[]): boolean => {
  const next = following.find((one) => one.statement !== award.statement)
  return award.statement.each === 'each' && next !== undefined && isDeduction(next) && next.statement.segment === award.statement.segment
}

const isPlainZero = (draft: Draft): boolean => draft.rule.kind === 'zero_if' && draft.statement.kind === 'zero' && !isOtherwise(draft)

/** 完成得20分，每超5%加1分；每少5%扣1分: the deduction goes on from the award over what stands between. */
const isContinued = (award: Draft, next: Draft | undefined, points: number | undefined): boolean =>
  next !== undefined &&
  award.rule.kind === 'award' &&
  ((award.rule.points === points && isRatedDeduction(next)) || isRestByRate(award, next)) &&
  (isRestByRate(award, next) || /^[，；。、\s]*(?:每|少|缺|低)/.test(next.words) || sharesWords(next.words, award.words))

/** 达标得3分，低于下限得0分，其他情况按比率计分: what lies between full marks and none is given by rate. */
const isRestByRate = (award: Draft, { rule, statement }: Draft): boolean =>
  rule.kind === 'percentage' && statement.kind === 'proportion' && statement.segment === award.statement.segment && /^[\s，；。]*(?:其[他余它](?:情况|情形)?|介于|[^，。；\d]{0,16}之间)/.test(`${statement.lead}${statement.text}`)

const classOf = (draft: Draft): string => /([^，。；]{1,6})$/.exec(draft.words.replace(/[的者，\s]+$/, ''))?.[1] ?? ''

/** 产区得2.5分，非产区得1.5分；每减少1个百分点，产区扣0.5分，非产区扣0.3分: the deduction of an award's own class. */
const twinOf = (award: Draft, drafts: readonly Draft[]): Draft | undefined => {
  const name = classOf(award)
  if (award.rule.kind !== 'award' || name === '') return undefined
  const isClass = drafts.some((other) => other !== award && other.rule.kind === 'award' && (classOf(other) === `非${name}` || name === `非${classOf(other)}`))
  if (!isClass) return undefined
  return drafts.find((other) => other.statement.start > award.statement.start && isRatedDeduction(other) && classOf(other) === name && other.statement.sentence === award.statement.sentence)
}

/** 每项得1分，缺少一项扣1分 says one thing twice. */
const isSameEach = (draft: Draft, next: Draft): boolean =>
  draft.rule.kind === 'bonus' &&
  draft.sign === 'gives' &&
  (next.rule.kind === 'shortfall' || next.rule.kind === 'per_occurrence') &&
  draft.rule.each === next.rule.deduct_each &&
  draft.statement.segment === next.statement.segment

/** What one finding takes; full marks are never less. */
const takenBy = ({ rule }: Draft): number => {
  switch (rule.kind) {
    case 'shortfall':
    case 'per_occurrence':
      return rule.deduct_each
    case 'deduct_if':
      return rule.points
    default:
      return 0
  }
}

/** 甲得10分，乙得5分，未完成按比例扣分: by rate of both, so neither award is swallowed. */
const isOfSeveral = (award: Draft, before: Draft | undefined, next: Draft): boolean =>
  (next.statement.kind === 'proportion' || /^[\s，；、]*(?:以下|以后|其后|此后|后面|往后|依次|名次|其余)/.test(next.words)) && before?.rule.kind === 'award' && before.statement.segment === award.statement.segment && next.statement.segment === award.statement.segment

/** 每上报1起得2分，及时处理得3分，超时扣2分: where marks are counted up, an award among them is no full mark. */
const isAmongCounted = (award: Draft, before: Draft | undefined, points: number | undefined): boolean =>
  before?.rule.kind === 'bonus' && before.rule.each !== undefined && before.sign === 'gives' && before.statement.segment === award.statement.segment && award.rule.kind === 'award' && award.rule.points !== points

/** 得2分；…少1次扣1分，扣完4分为止: no duty loses more than its full marks, so the award is of another duty. */
const isCappedAbove = (amount: number, deduction: Draft, caps: readonly Statement[]): boolean =>
  caps.some((cap) => cap.sign === 'takes' && cap.start > deduction.statement.start && cap.segment === deduction.statement.segment && (cap.amounts[0] ?? 0) > amount)

/** 及时报送材料，1分。不按时报送的每次减0.5分，减完为止: the end is that of the marks just given. */
const isTakenToTheEnd = (award: Draft, next: Draft, caps: readonly Statement[]): boolean =>
  next.statement.sentence === award.statement.sentence + 1 && isRatedDeduction(next) && sharesWords(next.words, award.words) &&
  caps.some((cap) => cap.toTheEnd === true && cap.amounts.length === 0 && cap.sentence === next.statement.sentence)

/** （甲科4分、乙科3分），酌情扣分: the last of a list in a bracket is not what is taken from. */
const isListedInBracket = (award: Draft, deduction: Draft): boolean =>
  award.statement.bracket !== undefined && award.statement.bracketed !== true && deduction.statement.bracket !== award.statement.bracket

const numberings = [/\d{1,2}[.、]\s*$/, /[①-⑫]\s*$/, /（\d{1,3}）\s*$/, /（[一二三四五六七八九十]{1,3}）\s*$/, /[一二三四五六七八九十]{1,3}、\s*$/] as const

/** Which way of numbering opens the words of a draft; -1 where none does. */
const numberingOf = (draft: Draft, plain: string): number => {
  const before = plain.slice(Math.max(0, draft.statement.leadSpan.start - 8), draft.statement.leadSpan.start)
  return numberings.findIndex((pattern) => pattern.test(before))
}

/** 2.…（10分）3.…每例扣10分: two points numbered alike speak of two duties. */
const areSiblings = (award: Draft, next: Draft | undefined, plain: string): boolean => {
  const own = numberingOf(award, plain)
  return next !== undefined && own >= 0 && own === numberingOf(next, plain)
}

/** How many of the drafts after an award are deductions from it. */
const deductionsOf = (award: Draft, following: readonly Draft[], points: number | undefined, caps: readonly Statement[]): number => {
  const [next] = following
  if (next === undefined || !isDeduction(next)) return 0
  const amount = award.rule.kind === 'award' ? award.rule.points : 0
  if (amount < takenBy(next) || isCappedAbove(amount, next, caps) || isListedInBracket(award, next)) return 0
  const isHeading = award.statement.bracketed === true || award.statement.kind === 'value'
  const sameSegment = next.statement.segment === award.statement.segment
  const wholeItem = points !== undefined && amount === points
  const starts =
    sameSegment ||
    wholeItem ||
    isHeading ||
    isTakenToTheEnd(award, next, caps) ||
    (isRatedDeduction(next) && /^[，；。、\s]*(?:每(?!(?:个|一)?(?:半年|季|月|学期|学年|年|周|天|日|届))|少|缺|低|超)/.test(next.words) && next.statement.sentence <= award.statement.sentence + 1) ||
    (next.rule.kind === 'deduct_if' && next.rule.points === amount && /^[，；。、\s]*(?:否则|未|没|不|无|达不到)/.test(next.words) && next.words.length < 12)
  if (!starts) return 0
  let count = 0
  for (const draft of following) {
    if (!isDeduction(draft)) break
    const near = draft.statement.segment === next.statement.segment || draft.statement.segment === award.statement.segment
    if (count > 0 && !(near || wholeItem || isHeading)) break
    count++
  }
  return count
}

const withPoints = (rule: RuleAsRead, points: number): RuleAsRead =>
  rule.kind === 'shortfall' || rule.kind === 'percentage' ? { ...rule, points } : rule

/** 得2分，否则不得分 and 达标得2分、不达标不得分 are one all_or_nothing. */
export const joinAllOrNothing = (drafts: readonly Draft[], plain: string): Draft[] => {
  let joined: Draft[] = []
  for (const draft of drafts) {
    const last = joined.at(-1)
    if (draft.rule.kind !== 'zero_if' || draft.statement.kind !== 'zero' || last === undefined) {
      joined.push(draft)
      continue
    }
    const span = draft.spans
    if (isOtherwise(draft)) {
      const sentence = draft.statement.sentence
      const reach = (one: Draft): boolean => one.rule.kind === 'award' && (one.statement.sentence === sentence || (one === last && one.statement.sentence >= sentence - 1))
      joined = joined.map((one) => (reach(one) && one.rule.kind === 'award' ? { ...one, rule: { ...one.rule, kind: 'all_or_nothing' } } : one))
      joined = joined.map((one, index) => (index === joined.length - 1 ? { ...one, spans: [...one.spans, ...span] } : one))
    } else if (last.rule.kind === 'award' && !endsWholeItem(draft, joined) && !(areSiblings(last, draft, plain) && isOfAnotherDuty(draft.words.trim(), last.words)) && negates(draft, { ...last, sameBreath: drafts.length === 2 && last.statement.segment === draft.statement.segment }) && draft.statement.sentence <= last.statement.sentence + 1) {
      joined = joined.map((one) => (one.rule.kind === 'award' && (one === last || (one.statement === last.statement && last.statement.each === 'each')) ? { ...one, rule: { ...one.rule, kind: 'all_or_nothing' } } : one))
      const turned = joined.at(-1)
      if (turned !== undefined) joined[joined.length - 1] = { ...turned, spans: [...turned.spans, ...span] }
    } else joined.push(draft)
  }
  return joined
}

/** 1.资料翔实得5分；2.未建台账的不得分: a point of its own that speaks of something else. */
const isOfAnotherDuty = (words: string, award: string): boolean => words.length > 8 || (words.length > 4 && !sharesWords(words, award))

/** 无相关规定，此项不得分 after several marks is said of the item, not of the last of them. */
const endsWholeItem = (zero: Draft, before: readonly Draft[]): boolean =>
  /[此本该]项/.test(zero.statement.text) && before.filter((draft) => draft.rule.kind === 'award').length > 1 && before.at(-1)?.statement.segment !== zero.statement.segment

/** 未开展的, 不达标, 应建未建的: the award's own condition turned round. */
const negates = ({ words, statement: { segment, text } }: Draft, award: Draft & { readonly sameBreath?: boolean }): boolean => {
  const refused = /(?:出现|发现|发生|有)不([\u4e00-\u9fa5]{2})/.exec(words)?.[1]
  if (refused !== undefined && award.words.includes(refused)) return true
  if (/所有|全部/.test(award.words) && /(?:一|1|任意?|任何)[项个件次处份](?:无|未|没|不)/.test(words) && sharesWords(words, award.statement.lead)) return true
  if (/发现|发生|出现|弄虚作假|造假|事故|违法|违纪|被(?:通报|查处)|[两二三2-9]次|[\d两二三][^，]{0,2}以上/.test(words)) return false
  // 命中一类即扣完该项: a finding that takes all, though it stands beside an award
  if (/扣/.test(text) && !/[未没不无缺少低否差违]/.test(words)) return false
  if (award.sameBreath === true) return true
  if (!/未|没|不|无|缺|少于|低于/.test(words)) return false
  const isPlainDenial = words.length <= 8 && (award.statement.segment === segment || /^[\s，；。]*(?:如|若|凡)?(?:[应该][\u4e00-\u9fa5]{1,4}(?=未|没|而不))?(?:未|没|不|无|缺|少于|低于|达不到|而不)/.test(words))
  return isPlainDenial || isPlainMerit.test(award.words.trim()) || sharesWords(words, award.statement.lead)
}

/** 符合标准得1分: whatever falls short of it, in whatever words, turns it round. */
const isPlainMerit = /^(?:全部|均|都|完全)?(?:(?:符合|达到|满足)(?:标准|要求|规定|条件)|达标|合格)[的者，]*$/

const sharesWords = (one: string, other: string): boolean => {
  const pairs = [...one].slice(1).map((char, index) => `${one[index] ?? ''}${char}`).filter((pair) => /^[\u4e00-\u9fa5]{2}$/.test(pair))
  return pairs.some((pair) => other.includes(pair))
}
