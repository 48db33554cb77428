import { recogniseAward } from './award.ts'
import { recogniseBonus } from './bonus.ts'
import { recogniseDeductIf } from './deduct-if.ts'
import { recogniseJudged, recogniseSpan } from './discretionary.ts'
import { type Case, type Draft, makeDraft, type Recogniser, withUnit } from './draft.ts'
import type { Sign } from './mention.ts'
import { headingSign, isOfDoubtfulSign, isTakenUnsaid, resolveSign } from './bare-signs.ts'
import { introducesSteps, opensDeduction, sumsUp } from './introductions.ts'
import { recogniseNaFull } from './na-full.ts'
import { recognisePercentage } from './percentage.ts'
import { recognisePerOccurrence } from './per-occurrence.ts'
import { recogniseShortfall } from './shortfall.ts'
import { readRate } from './rate.ts'
import { splitConditions } from './split-conditions.ts'
import type { Statement } from './statement.ts'
import { tidyCondition } from './condition.ts'
import { recogniseVeto } from './veto.ts'
import { recogniseZeroIf } from './zero-if.ts'

/** Read in this order; the first that knows the words wins. */
const recognisers: readonly Recogniser[] = [
  recognisePercentage,
  recogniseShortfall,
  recognisePerOccurrence,
  recogniseDeductIf,
  recogniseBonus,
  recogniseAward,
]

/** What each statement says by itself: drafts, the caps and notes that bear on others, and what no kind can express. */
export type FirstReading = {
  readonly drafts: readonly Draft[]
  readonly caps: readonly Statement[]
  readonly combines: readonly Statement[]
  /** Statements that say that nothing happens (不扣分) or what the item is worth: they join a neighbour's span. */
  readonly silent: readonly Statement[]
  readonly unread: readonly Statement[]
}

export const readStatements = (statements: readonly Statement[], plain: string, points: number | undefined): FirstReading => {
  const drafts: Draft[] = []
  const caps: Statement[] = []
  const combines: Statement[] = []
  const silent: Statement[] = []
  const unread: Statement[] = []
  let sign: Exclude<Sign, 'bare'> = headingSign(plain)
  let spoken = ''
  statements.forEach((statement, index) => {
    const before = statements[index - 1]
    if (statement.kind !== 'zero') sign = resolveSign(statement, before, sign, plain)
    if (isTakenUnsaid(statement, statements, index, drafts)) sign = 'takes'
    const inherited = statement.outer !== undefined && tidyCondition(statement.outer) !== '' ? statement.outer : before !== undefined && (before.segment === statement.segment || before.sentence === statement.sentence) ? before.lead : ''
    const add = (draft: Draft | undefined): void => {
      if (draft === undefined) unread.push(statement)
      else drafts.push(draft)
    }
    const addFull = (draft: Draft | undefined): void => {
      if (draft === undefined && opensDeduction(statement, statements[index + 1])) silent.push(statement)
      else add(draft)
    }
    const given: Case = { statement, sign, amount: statement.amounts[0] ?? 0, nth: 0, words: wordsWithRate(statement, before, spoken), inherited, isFirstStep: opensCounts(statement, statements[index + 1]), points }
    spoken = given.words
    switch (statement.kind) {
      case 'amounts':
        if (repeats(statement, before) || repeatsEach(statement, before) || sharesOut(statement, before)) silent.push(statement)
        else if (isOfDoubtfulSign(given, plain)) unread.push(statement)
        else drafts.push(...(statement.bothWays === true ? readBothWays(given, drafts) : readAmounts(given, drafts)))
        break
      case 'range':
        add(recogniseSpan(given, statement.amounts[0] ?? 0, statement.amounts[1] ?? 0))
        break
      case 'cap':
        if (headsList(statement, statements[index + 1])) silent.push(statement)
        else if (before?.kind === 'judged' && isBoundedNext(before, statement)) drafts.push(boundedDraft(given, before))
        else if (isTopOfRanks(statement, statements[index + 1])) add(recogniseAward(given))
        else if (boundsNothingBefore(statement, drafts)) add(recogniseSpan(given, 0, statement.amounts[0] ?? 0))
        else caps.push(statement)
        break
      case 'judged':
        if (!isBoundedNext(statement, statements[index + 1])) add(judgedDraft(given, fullBefore(drafts, statement) ?? points))
        break
      case 'proportion':
        if (introducesSteps(statement, statements.slice(index + 1))) silent.push(statement)
        else if (spellsOutRate(statement, before, drafts.at(-1))) drafts.splice(-1, 1, ...drafts.slice(-1).map((draft) => withFormula(draft, statement)))
        else add(proportionDraft(given))
        break
      case 'zero':
        add(recogniseZeroIf(statement, inherited))
        break
      case 'veto':
        if (drafts.at(-1)?.rule.kind === 'veto' && before?.kind === 'veto' && before.sentence === statement.sentence) silent.push(statement)
        else add(recogniseVeto(statement, inherited))
        break
      case 'full':
        if (drafts.at(-1)?.rule.kind === 'percentage' && before?.sentence === statement.sentence && /超/.test(statement.lead)) silent.push(statement)
        else if (sumsUp(statement, before)) silent.push(statement)
        else addFull(recogniseNaFull(statement, plain) ?? fullDraft(given))
        break
      case 'exempt': {
        const draft = recogniseNaFull(statement, plain)
        if (draft === undefined) silent.push(statement)
        else drafts.push(draft)
        break
      }
      case 'combine':
        combines.push(statement)
        break
      case 'value':
        if (bearsCap(statement, drafts) || isSumOfDeductions(statement, statements[index + 1], drafts)) caps.push(statement)
        else silent.push(statement)
        break
      case 'unpriced':
        if ((/类推$/.test(statement.text) && isCounted(drafts.at(-1))) || introducesSteps(statement, statements.slice(index + 1))) silent.push(statement)
        else unread.push(statement)
        break
    }
  })
  return { drafts, caps, combines, silent, unread }
}

/** 扣1分（即得分为-1分）: the bracket says the same amount once more. */
const repeats = (statement: Statement, before: Statement | undefined): boolean =>
  statement.bracket !== undefined && before !== undefined && before.bracket !== statement.bracket && /^\s*即/.test(statement.lead) && statement.amounts.length === 1 && statement.amounts[0] === before.amounts[0]

/** 每项1分，均达标，该项得1分: what each is worth, said once more. */
const repeatsEach = (statement: Statement, before: Statement | undefined): boolean =>
  before !== undefined && /(?:该|此|本|单)项$/.test(statement.lead.trim()) && /每(?:一)?项/.test(before.lead) && statement.sign === 'gives' && statement.amounts.length === 1 && statement.amounts[0] === before.amounts[0]

/** 落实情况15分（每项5分）: how the marks just said are shared out. */
const sharesOut = (statement: Statement, before: Statement | undefined): boolean =>
  before?.kind === 'amounts' && statement.bracket?.open === before.end && statement.sign !== 'takes' && before.sign !== 'takes' && /^\s*每[\u4e00-\u9fa5]{1,3}(?:得|计|记)?\s*$/.test(statement.lead) &&
  Number.isInteger((before.amounts[0] ?? 0) / (statement.amounts[0] ?? 1))

/** 每少1次扣1分，以此类推 adds nothing to a rule that counts. */
const isCounted = (draft: Draft | undefined): boolean =>
  draft !== undefined && (['shortfall', 'per_occurrence', 'percentage'].includes(draft.rule.kind) || (draft.rule.kind === 'bonus' && draft.rule.each !== undefined))

/** 每次扣1分，负责人扣0.5分: another who answers for the same finding. */
const isPerson = /^(?:相关|分管|直接|主要|首席|所在)?(?:责任人|负责人|领导|代表|主任|组长|班长|科长|队长|班主任|科室|部门|单位|个人|当事人|本人)$/

/** 每减少1个百分点，产区扣0.5分，非产区扣0.3分: a rate that stands before the first class holds for the next as well. */
const wordsWithRate = (statement: Statement, before: Statement | undefined, spoken: string): string => {
  const label = tidyCondition(statement.lead)
  const goesOn = before?.segment === statement.segment && statement.bracket === undefined && statement.per === undefined && (statement.sign === 'bare' ? /^\s*[、，]/ : /^\s*、/).test(statement.lead)
  const carried = goesOn || (before?.segment === statement.segment && statement.sign === 'takes' && /^\s*，/.test(statement.lead) && isPerson.test(label)) ? readRate(spoken, before.per) : undefined
  if (carried?.kind === 'finding' && !/^[2-9二两三四五]/.test(label) && (label !== '' || statement.sign !== 'bare') && readRate(statement.lead, undefined) === undefined) return `${label}每${carried.unit.replace(/^每/, '')}`
  if (before === undefined || before.segment !== statement.segment || label === '' || label.length > 6 || !/^\s*，/.test(statement.lead)) return statement.lead
  const phrases = before.lead.split('，')
  const own = phrases.at(-1)?.trim() ?? ''
  const rate = phrases.slice(0, -1).join('，')
  const isClass = own !== '' && (label === `非${own}` || own === `非${label}` || own.length === label.length)
  return isClass && rate !== '' && readRate(rate, undefined) !== undefined ? `${rate}，${label}` : statement.lead
}

/** 1项1分，2项2分，3项3分 counts up by steps. */
const opensCounts = (statement: Statement, next: Statement | undefined): boolean => {
  const unit = /(?:1|一)\s*个?([\u4e00-\u9fa5])[的者，\s]*$/.exec(statement.lead)?.[1]
  return unit !== undefined && next?.kind === 'amounts' && next.sentence === statement.sentence && new RegExp(`^[，、；\\s]*[2二两]\\s*个?${unit}`).test(next.lead)
}

/** 每增（减）1人加（减）1分: a bonus for each more and a deduction for each less. */
const readBothWays = (given: Case, drafts: readonly Draft[]): Draft[] => {
  const [more, less] = [given.words.replace(/（[减少低降退]）|[或、/][减少低降退]/g, ''), given.words.replace(/[增多高升超进]加?\s*(?:（([减少低降退])）|[或、/]([减少低降退]))/g, '$1$2')]
  return [...readAmounts({ ...given, sign: 'adds', words: more }, drafts), ...readAmounts({ ...given, sign: 'takes', words: less }, drafts)]
}

const readAmounts = (given: Case, drafts: readonly Draft[]): Draft[] => {
  const { statement } = given
  const conditions = splitConditions(statement, given.words)
  return conditions.flatMap(({ words, amount }, nth): Draft[] => {
    const single: Case = { ...given, words, amount, nth }
    const judged = recogniseJudged(single)
    if (judged !== undefined) return [judged]
    const inBracket = bracketOfCounted(single, drafts)
    if (inBracket !== undefined) return [inBracket]
    for (const recognise of recognisers) {
      const draft = recognise(single)
      if (draft !== undefined) return [draft, ...secondUnit(single, draft)]
    }
    return []
  })
}

/** 少一次或少一人扣0.5分: two counts, one amount. Of all the members no number is required, so each one missing is a finding. */
const secondUnit = (given: Case, draft: Draft): Draft[] => {
  const also = draft.rule.kind === 'shortfall' ? readRate(given.words, given.statement.per)?.also : undefined
  if (also === undefined || draft.rule.kind !== 'shortfall') return []
  const { deduct_each, what } = draft.rule
  const isOfAll = /全部|全体|全员|全覆盖|每位|每名|人人/.test(`${given.inherited}${given.words}`)
  return [withUnit(draft, isOfAll ? { kind: 'per_occurrence', deduct_each, unit: also, condition: what } : { kind: 'shortfall', deduct_each, what })]
}

/** 每人扣2分（舍长扣3分）: the bracket's amount is taken as often as the one before it. */
const bracketOfCounted = (given: Case, drafts: readonly Draft[]): Draft | undefined => {
  const last = drafts.at(-1)
  if (given.statement.bracket === undefined || last?.rule.kind !== 'per_occurrence' || given.sign !== 'takes') return undefined
  if (last.statement.end < given.statement.bracket.open - 1 || last.statement.bracket !== undefined) return undefined
  const condition = tidyCondition(given.words)
  return condition === '' || condition.length > 8 ? undefined : makeDraft(given, { ...last.rule, deduct_each: given.amount, condition })
}

/** 最高扣10分 with nothing before it that it could bound is a span from 0. */
const boundsNothingBefore = (cap: Statement, drafts: readonly Draft[]): boolean => {
  if (cap.toTheEnd === true || cap.amounts.length === 0) return false
  const sign = cap.sign
  if (drafts.length > 0 && /^[\s，；。]*(?:以上|上述|前述)/.test(cap.lead)) return false
  return !drafts.some((draft) => draft.statement.sentence >= cap.sentence - 1 && (sign === 'bare' || sign === draft.sign || (sign === 'gives' && draft.sign !== 'takes') || (sign === 'adds' && draft.rule.kind === 'bonus'))) ||
    (/[\u4e00-\u9fa5]{6,}/.test(tidyCondition(cap.lead)) && !/累计|合计|总计|总分|本项|该项|此项|全年|加分|扣分|得分|每年|年度|同一/.test(cap.lead) && !drafts.some((draft) => draft.statement.segment === cap.segment))
}

/** 最高得5分，按次序依次递减1分: what the first of the ranks is given, nothing that is left to judgement. */
const isTopOfRanks = (cap: Statement, next: Statement | undefined): boolean =>
  cap.sign === 'gives' && next?.kind === 'unpriced' && next.segment === cap.segment && /(?:依次|逐[名位级次]|名次)[^，。；]*递$/.test(next.lead)

/** 服务内容：最高得20分。其中，…得10分: the most that the list behind it can give. */
const headsList = (cap: Statement, next: Statement | undefined): boolean =>
  cap.toTheEnd !== true && cap.sign !== 'takes' && next !== undefined && next.segment === cap.segment + 1 && /^[\s，]*其中[，：\s]/.test(next.lead)

const bearsCap = (value: Statement, drafts: readonly Draft[]): boolean =>
  drafts.some((draft) => draft.rule.kind === 'bonus' && draft.rule.each !== undefined && draft.statement.segment === value.segment && draft.rule.each < (value.amounts[0] ?? 0))

/** 每查到一次扣1分，总分4分，扣完为止: what may be taken to the end is the sum just said. */
const isSumOfDeductions = (value: Statement, next: Statement | undefined, drafts: readonly Draft[]): boolean =>
  next?.kind === 'cap' && next.toTheEnd === true && next.segment === value.segment && /总分|满分|共|合计|总计/.test(value.text) &&
  drafts.some((draft) => draft.statement.segment === value.segment && draft.sign === 'takes')

/** 酌情扣分，扣完2分为止: the cap that follows is the bound. */
const isBoundedNext = (judged: Statement, next: Statement | undefined): boolean =>
  next?.kind === 'cap' && next.amounts.length > 0 && next.sentence === judged.sentence && (next.sign === 'bare' || next.sign === judged.sign)

/** 得2分，否则酌情扣分: the award of the same segment is the bound; one of a list in a bracket is not. */
const fullBefore = (drafts: readonly Draft[], statement: Statement): number | undefined => {
  const last = drafts.at(-1)
  return last?.rule.kind === 'award' && statement.sign === 'takes' && last.statement.segment === statement.segment && (last.statement.bracket === undefined || last.statement.bracketed === true) ? last.rule.points : undefined
}

const boundedDraft = (given: Case, judged: Statement): Draft => {
  const words = `${judged.lead}${judged.text}${given.statement.lead}`
  const draft = recogniseSpan({ ...given, sign: judged.sign === 'bare' ? given.sign : judged.sign, words: judged.lead }, 0, given.amount)
  return { ...draft, words, spans: [{ start: judged.leadSpan.start, end: given.statement.end }] }
}

/** 酌情扣分 alone is bounded by the item's points. */
const judgedDraft = (given: Case, points: number | undefined): Draft | undefined => {
  if (points === undefined) return undefined
  const draft = recogniseSpan(given, 0, points)
  return { ...draft, assumed: [...draft.assumed, 'max'] }
}

/** 按比例得分, 得分=完成率×5: marks by rate or share. */
const proportionDraft = (given: Case): Draft => {
  const { statement } = given
  const formula = tidyCondition(`${statement.lead}${statement.text}`)
  const [amount] = statement.amounts
  return makeDraft(given, { kind: 'percentage', ...(amount === undefined ? {} : { points: amount }), formula })
}

/** 其他情况采用比率法计分。该指标得分=实际值÷标准值×权重: the formula of the rate just said, no second one. */
const spellsOutRate = (statement: Statement, before: Statement | undefined, last: Draft | undefined): boolean =>
  last !== undefined && last.statement === before && last.rule.kind === 'percentage' && !last.rule.formula.includes('=') &&
  statement.sentence <= last.statement.sentence + 1 && /^(?:(?:该|此|本)(?:指标|项目?)?|最终|具体)?(?:得分|计分|公式)(?:公式|方法)?[=：为]/.test(tidyCondition(`${statement.lead}${statement.text}`))

const withFormula = (draft: Draft, { lead, text, leadSpan, end }: Statement): Draft =>
  draft.rule.kind !== 'percentage' ? draft : { ...draft, rule: { ...draft.rule, formula: `${draft.rule.formula}；${tidyCondition(`${lead}${text}`)}` }, spans: [...draft.spans, { start: leadSpan.start, end }] }

/** 得满分 gives the item's points, where they are known. */
const fullDraft = (given: Case): Draft | undefined =>
  given.points === undefined
    ? undefined
    : makeDraft(given, { kind: 'award', points: given.points, condition: tidyCondition(given.words) || tidyCondition(given.inherited) }, ['points'])
