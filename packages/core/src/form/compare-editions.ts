import { periodsInYear } from '../calendar.ts'
import { formatPoints, subtract, sum, toPoints, zero } from '../points.ts'
import { matchItems } from './match-items.ts'
import type { Criterion, Form, FormItem, FormPart } from './form.ts'

export type EditionChange = {
  /** The item's number in the new edition; of a removed one, its number in the old. */
  readonly item: number
  readonly what: 'added' | 'removed' | 'wording' | 'points' | 'rule'
  readonly message: string
}

export type EditionComparison = { readonly changes: readonly EditionChange[]; readonly cost: readonly string[] }

type Pair = { readonly before: FormItem | undefined; readonly after: FormItem | undefined }

/**
 * What a new edition changes, item by item in its own order, and what that costs schools in a year. Items are the same
 * where their wording is, whatever their numbers.
 */
export const compareEditions = (before: Form, after: Form): EditionComparison => {
  const pairs = pairItems(before, after)
  return {
    changes: pairs.flatMap((pair) => changesOf(pair, before, after)),
    cost: [...countCost(pairs, before, after), ...pointsCost(pairs), ...evidenceCost(pairs, before, after)],
  }
}

const pairItems = (before: Form, after: Form): readonly Pair[] => {
  const partners = matchItems(before.items, after.items)
  const kept = new Set(partners.values())
  return [
    ...after.items.map((item): Pair => ({ before: partners.get(item), after: item })),
    ...before.items.filter((item) => !kept.has(item)).map((item): Pair => ({ before: item, after: undefined })),
  ]
}

const changesOf = (pair: Pair, before: Form, after: Form): readonly EditionChange[] => {
  const { before: old, after: now } = pair
  if (old === undefined && now !== undefined) return [{ item: now.no, what: 'added', message: `新增第${now.no}条“${headOf(now)}”，${say(now.points)}分。` }]
  if (old !== undefined && now === undefined) return [{ item: old.no, what: 'removed', message: `删去原第${old.no}条“${headOf(old)}”，${say(old.points)}分。` }]
  if (old === undefined || now === undefined) return []
  const name = old.no === now.no ? `第${now.no}条` : `第${now.no}条（原第${old.no}条）`
  const change = (what: EditionChange['what'], message: string): EditionChange => ({ item: now.no, what, message })
  const rules = sayRuleChange(criteriaOf(before, old), criteriaOf(after, now))
  return [
    ...(old.points === now.points ? [] : [change('points', `${name}由${say(old.points)}分改为${say(now.points)}分。`)]),
    ...(bare(old.duty) === bare(now.duty) && bare(old.clause) === bare(now.clause) ? [] : [change('wording', `${name}的文字有改动。`)]),
    ...(rules === undefined ? [] : [change('rule', `${name}${rules}`)]),
  ]
}

const criteriaOf = (form: Form, item: FormItem): readonly Criterion[] => form.criteria.filter((one) => one.item === item.no)

/** The numbers of the rules that are counted by; other differences are named without their numbers. */
const sayRuleChange = (old: readonly Criterion[], now: readonly Criterion[]): string | undefined => {
  const [was, is] = [rulesOf(old), rulesOf(now)]
  if (JSON.stringify(was) === JSON.stringify(is)) return undefined
  const [times, timesNow] = [timesAYear(old), timesAYear(now)]
  if (times !== timesNow) return `由全年${times}次改为${timesNow}次。`
  const [each, eachNow] = [deductions(old), deductions(now)]
  return each !== eachNow && each !== '' && eachNow !== '' ? `由每次扣${each}分改为扣${eachNow}分。` : '的评分规则有改动。'
}

/** What a rule does, without the words that it was made from. */
const rulesOf = (criteria: readonly Criterion[]): readonly unknown[] =>
  criteria.map((one) => ({ points: one.points, shared: one.sharedCap ?? null, parts: one.parts.map(bones) }))

const bones = (part: FormPart): unknown => {
  switch (part.kind) {
    case 'award':
    case 'all_or_nothing':
    case 'deduct_if':
      return [part.kind, part.points]
    case 'shortfall':
      return [part.kind, part.required.count, part.required.per, part.deduct_each, part.cap ?? null, part.points ?? null]
    case 'per_occurrence':
      return [part.kind, part.deduct_each, part.cap ?? null]
    case 'tiers':
      return [part.kind, part.combine, part.levels.map((level) => level.points)]
    case 'grade_bands':
      return [part.kind, part.bands.map((band) => ('points' in band ? band.points : [band.min, band.max]))]
    case 'bonus':
      return [part.kind, part.points ?? null, part.each ?? null, part.cap ?? null]
    case 'percentage':
      return [part.kind, part.points ?? null, bare(part.formula)]
    case 'discretionary':
      return [part.kind, part.min, part.max, part.deducts ?? false]
    case 'zero_if':
    case 'veto':
    case 'na_full':
      return [part.kind]
  }
}

const deductions = (criteria: readonly Criterion[]): string =>
  [...new Set(criteria.flatMap((one) => one.parts.flatMap((part) => (part.kind === 'shortfall' || part.kind === 'per_occurrence' ? [say(part.deduct_each)] : []))))].join('、')

/** How many records a school keeps in a year for these criteria. */
const timesAYear = (criteria: readonly Criterion[]): number =>
  criteria.reduce(
    (all, one) => all + one.parts.reduce((own, part) => own + (part.kind === 'shortfall' ? part.required.count * periodsInYear[part.required.per] : 0), 0),
    0,
  )

const countCost = (pairs: readonly Pair[], before: Form, after: Form): readonly string[] => {
  const moved = pairs.flatMap(({ before: old, after: now }) => {
    const was = old === undefined ? 0 : timesAYear(criteriaOf(before, old))
    const is = now === undefined ? 0 : timesAYear(criteriaOf(after, now))
    return was === is ? [] : [{ name: now === undefined ? `原第${old?.no ?? 0}条` : `第${now.no}条`, more: is - was }]
  })
  if (moved.length === 0) return []
  const more = moved.reduce((all, one) => all + one.more, 0)
  const lines = moved.map(({ name, more: own }) => `${name}：每年${sayMore(own)}。`)
  return moved.length === 1 ? lines : [`合起来每年${more === 0 ? '次数不变，只是换了地方' : sayMore(more)}。`, ...lines]
}

const sayMore = (more: number): string => (more > 0 ? `多记${more}次` : `少记${-more}次`)

const pointsCost = (pairs: readonly Pair[]): readonly string[] => {
  const moved = pairs.flatMap(({ before: old, after: now }) => {
    const change = subtract(toPoints(now?.points ?? 0), toPoints(old?.points ?? 0))
    return change === 0 ? [] : [{ name: now === undefined ? `原第${old?.no ?? 0}条` : `第${now.no}条`, change }]
  })
  if (moved.length === 0) return []
  const gained = sum(moved.flatMap(({ change }) => (change > 0 ? [change] : [])))
  const lost = sum(moved.flatMap(({ change }) => (change < 0 ? [subtract(zero, change)] : [])))
  const shown = moved.slice(0, 6).map(({ name, change }) => `${name}${change > 0 ? '多' : '少'}${formatPoints(change > 0 ? change : subtract(zero, change))}分`)
  const rest = moved.length > shown.length ? `等${moved.length}处` : ''
  return [
    gained === lost
      ? `有${formatPoints(gained)}分换了地方：${shown.join('、')}${rest}。`
      : `分值有增减：${shown.join('、')}${rest}。`,
  ]
}

const evidenceCost = (pairs: readonly Pair[], before: Form, after: Form): readonly string[] => {
  const asked = (form: Form, item: FormItem | undefined): number =>
    item === undefined ? 0 : criteriaOf(form, item).filter((one) => one.evidenceAsked).length
  const more = pairs.filter((pair) => asked(after, pair.after) > asked(before, pair.before)).flatMap((pair) => pair.after?.no ?? [])
  return more.length === 0 ? [] : [`第${more.join('、')}条新要佐证材料。`]
}

const headOf = (item: FormItem): string => {
  const text = (item.duty || item.clause).replace(/\s+/g, '')
  return text.length > 14 ? `${text.slice(0, 13)}…` : text
}

const say = (decimal: number): string => formatPoints(toPoints(decimal))

const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
