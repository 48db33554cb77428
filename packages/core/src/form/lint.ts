/** What does not hold together in a form: sums, caps, awards and names. Findings in the form's own order. */
import { periodsInYear } from '../calendar.ts'
import type { Finding } from '../finding.ts'
import { formatPoints, isExact, least, sum, times, toPoints, type Points } from '../points.ts'
import type { Part } from '../rule/part.ts'
import type { Criterion, Form, FormItem } from './form.ts'

type Say = (level: Finding['level'], code: string, message: string) => readonly Finding[]

const at = (where: string): Say => (level, code, message) => [{ code: `form.${code}`, level, where, message }]

const none: readonly Finding[] = []

const total = (all: readonly { readonly points: number }[]): Points => sum(all.map(({ points }) => toPoints(points)))

const say = (decimal: number): string => formatPoints(toPoints(decimal))

/** Bonuses come on top, so they are no share of their item's points. */
const isBonus = (criterion: Criterion): boolean =>
  criterion.parts.length > 0 && criterion.parts.every((part) => part.kind === 'bonus' || part.kind === 'na_full')

const lintSum = (where: string, code: string, what: string, parts: Points, whole: number): readonly Finding[] =>
  parts === toPoints(whole)
    ? none
    : at(where)('error', code, `${what}合起来${formatPoints(parts)}分，表上写${say(whole)}分。请核对分值。`)

const lintSums = (form: Form): readonly Finding[] => [
  ...form.items.flatMap((item) => {
    const criteria = form.criteria.filter((criterion) => criterion.item === item.no && !isBonus(criterion))
    return criteria.length === 0
      ? at(`第${item.no}条`)('warning', 'item_without_rule', '这一条还没有读出评分规则，得分要由人定。')
      : lintSum(`第${item.no}条`, 'criteria_sum', '各评分点', total(criteria), item.points)
  }),
  ...form.sections.flatMap((section) =>
    lintSum(
      section.name,
      'items_sum',
      '各条',
      total(form.items.filter((item) => item.section === section.no)),
      section.points,
    ),
  ),
  ...lintSum('总分', 'sections_sum', '各责任', total(form.sections), form.total),
]

/** The most that a rule says it can give or take, as it stands in the clause; undefined where it names no amount. */
const stated = (part: Part): number | undefined => {
  switch (part.kind) {
    case 'award':
    case 'all_or_nothing':
    case 'deduct_if':
      return part.points
    case 'shortfall':
    case 'percentage':
      return part.points
    case 'tiers':
      return part.combine === 'sum'
        ? part.levels.reduce((all, level) => all + level.points, 0)
        : Math.max(0, ...part.levels.map((level) => level.points))
    case 'grade_bands':
      return Math.max(0, ...part.bands.map((band) => ('points' in band ? band.points : band.max)))
    case 'discretionary':
      return part.max
    case 'bonus':
      return part.points
    case 'per_occurrence':
    case 'zero_if':
    case 'veto':
    case 'na_full':
      return undefined
  }
}

const capOf = (part: Part): number | undefined =>
  part.kind === 'shortfall' || part.kind === 'per_occurrence' || part.kind === 'bonus' ? part.cap : undefined

/** The most that a rule can move without its cap; undefined where there is no end to it. */
const uncapped = (part: Part): Points | undefined =>
  part.kind === 'shortfall'
    ? times(toPoints(part.deduct_each), part.required.count * periodsInYear[part.required.per])
    : part.kind === 'bonus' && part.each === undefined && part.points !== undefined
      ? toPoints(part.points)
      : undefined

const lintAmount = (part: Part, criterion: Criterion, item: FormItem | undefined): readonly Finding[] => {
  const amount = stated(part)
  if (amount === undefined || toPoints(amount) <= toPoints(criterion.points)) return none
  const found = at(criterion.id)
  return item !== undefined && toPoints(amount) > toPoints(item.points)
    ? found('error', 'award_above_item', `写了${say(amount)}分，第${item.no}条总共${say(item.points)}分。请核对。`)
    : found('error', 'award_above_points', `写了${say(amount)}分，这个评分点共${say(criterion.points)}分。请核对。`)
}

const lintCap = (part: Part, criterion: Criterion): readonly Finding[] => {
  const cap = capOf(part)
  if (cap === undefined) return none
  const found = at(criterion.id)
  if (toPoints(cap) > toPoints(criterion.points)) {
    return found('error', 'cap_above_points', `封顶${say(cap)}分，这个评分点只有${say(criterion.points)}分。请核对。`)
  }
  const most = uncapped(part)
  return most !== undefined && most < toPoints(cap)
    ? found('warning', 'cap_never_binds', `最多动${formatPoints(most)}分，封顶${say(cap)}分用不上。请核对次数和分值。`)
    : none
}

const lintSharedCap = (criterion: Criterion): readonly Finding[] => {
  const { sharedCap, points, id } = criterion
  if (sharedCap === undefined) return none
  if (toPoints(sharedCap) > toPoints(points)) {
    return at(id)('error', 'cap_above_points', `合计封顶${say(sharedCap)}分，这个评分点只有${say(points)}分。请核对。`)
  }
  const most = criterion.parts.filter((part) => part.kind !== 'na_full').map(mostTaken)
  return most.every((one) => one !== undefined) && sum(most.flatMap((one) => one ?? [])) < toPoints(sharedCap)
    ? at(id)('warning', 'cap_never_binds', `各处加起来扣不到${say(sharedCap)}分，合计封顶用不上。请核对。`)
    : none
}

/** The most that a rule takes, its own cap counted; undefined where it has no end. */
const mostTaken = (part: Part): Points | undefined => {
  const free = part.kind === 'deduct_if' ? toPoints(part.points) : uncapped(part)
  const cap = capOf(part)
  if (cap === undefined) return free
  return free === undefined ? toPoints(cap) : least(free, toPoints(cap))
}

const gains = (part: Part): boolean =>
  part.kind === 'award' ||
  part.kind === 'all_or_nothing' ||
  part.kind === 'tiers' ||
  part.kind === 'grade_bands' ||
  (part.kind === 'percentage' && part.points !== undefined) ||
  (part.kind === 'discretionary' && part.deducts !== true)

/** A criterion of awards alone: what they give together is its points. */
const lintParts = (criterion: Criterion): readonly Finding[] => {
  const scored = criterion.parts.filter((part) => part.kind !== 'na_full')
  const found = at(criterion.id)
  if (scored.length === 0) return found('warning', 'criterion_without_rule', '还没有可以算分的规则，得分要由人定。')
  if (!scored.every(gains)) return none
  const given = sum(scored.map((part) => toPoints(stated(part) ?? 0)))
  const points = toPoints(criterion.points)
  if (given === points) return none
  return given < points
    ? found('error', 'parts_sum', `规则最多给${formatPoints(given)}分，写的是${say(criterion.points)}分。请核对。`)
    : found('warning', 'parts_sum', `规则合起来${formatPoints(given)}分，多于${say(criterion.points)}分，超出的不计。`)
}

const lintNumbers = (criterion: Criterion): readonly Finding[] => {
  const found = at(criterion.id)
  return criterion.parts.flatMap((part) => {
    const numbers = [
      criterion.points,
      stated(part) ?? 0,
      capOf(part) ?? 0,
      part.kind === 'shortfall' || part.kind === 'per_occurrence' ? part.deduct_each : 0,
      part.kind === 'bonus' ? (part.each ?? 0) : 0,
    ]
    const inexact = numbers.find((one) => !isExact(one))
    if (inexact !== undefined) return found('error', 'inexact', `分值${inexact}超过三位小数，请改短一些。`)
    return part.kind === 'discretionary' && part.min > part.max
      ? found('error', 'min_above_max', `最少${say(part.min)}分大于最多${say(part.max)}分，请对调。`)
      : none
  })
}

const repeated = <T>(all: readonly T[]): readonly T[] => [
  ...new Set(all.filter((one, index) => all.indexOf(one) !== index)),
]

const lintNames = (form: Form): readonly Finding[] => [
  ...repeated(form.criteria.map(({ id }) => id)).flatMap((id) =>
    at(id)('error', 'duplicate_id', `评分点${id}出现了两次，请改一个编号。`),
  ),
  ...repeated(form.items.map(({ no }) => no)).flatMap((no) =>
    at(`第${no}条`)('error', 'duplicate_id', `第${no}条出现了两次，请改一个编号。`),
  ),
  ...repeated(form.sections.map(({ no }) => no)).flatMap((no) =>
    at(`责任${no}`)('error', 'duplicate_id', `责任${no}出现了两次，请改一个编号。`),
  ),
  ...form.criteria.flatMap((criterion) =>
    form.items.some(({ no }) => no === criterion.item)
      ? none
      : at(criterion.id)('error', 'unknown_item', `表上没有第${criterion.item}条，请核对这个评分点归哪一条。`),
  ),
  ...form.items.flatMap((item) =>
    form.sections.some(({ no, items }) => no === item.section && items.includes(item.no))
      ? none
      : at(`第${item.no}条`)('error', 'unknown_section', '没有归到哪一项责任，请在责任里列出这一条。'),
  ),
]

const lintKinds = (criterion: Criterion, known: ReadonlySet<string>): readonly Finding[] => {
  const named = [...criterion.suggestedBy, ...criterion.parts.flatMap((part) => part.fedBy)]
  return named
    .filter((kind) => !known.has(kind))
    .flatMap((kind) =>
      at(criterion.id)('error', 'unknown_entry_kind', `活动类型里没有“${kind}”，请改名或先加上这一类。`),
    )
}

/**
 * Checks that a form holds together. `entryKinds` are the names of the vocabulary; without them, names are not checked.
 * An error makes marks wrong or impossible; a warning is worth a look. A form without findings is an empty list.
 */
export const lintForm = (form: Form, entryKinds?: readonly string[]): readonly Finding[] => {
  const known = entryKinds === undefined ? undefined : new Set([...entryKinds, ...(form.entryKinds ?? []).map(({ name }) => name)])
  return [
    ...lintNames(form),
    ...lintSums(form),
    ...form.criteria.flatMap((criterion) => {
      const item = form.items.find(({ no }) => no === criterion.item)
      return [
        ...lintNumbers(criterion),
        ...lintParts(criterion),
        ...criterion.parts.flatMap((part) => [...lintAmount(part, criterion, item), ...lintCap(part, criterion)]),
        ...lintSharedCap(criterion),
        ...(known === undefined ? none : lintKinds(criterion, known)),
      ]
    }),
  ]
}
