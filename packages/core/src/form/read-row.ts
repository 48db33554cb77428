import { readClause } from '../clause/read-clause.ts'
import type { PartAsRead, RuleAsRead, Span, Unread } from '../clause/reading.ts'
import { countListed } from './count-listed.ts'
import { findRequiredCount } from '../clause/required-count.ts'
import { least, type Points, subtract, sum, toDecimal, toPoints, zero } from '../points.ts'
import type { TableRow } from './table.ts'

/** One criterion as a row's clause states it: its share of the item's points and its rules. */
export type CriterionAsRead = {
  readonly id: string
  readonly points: number
  readonly parts: readonly PartAsRead[]
  /** The stretch of the clause that its rules were read from. */
  readonly span: Span
}

export type RowReading = {
  readonly row: TableRow
  readonly points: number
  readonly criteria: readonly CriterionAsRead[]
  readonly unread: readonly Unread[]
}

type Group = { parts: PartAsRead[]; points: Points | undefined; deducts: boolean }

/** Reads a row's clause and shares the item's points among its criteria: marks given say theirs, deductions take what is left. */
export const readRow = (row: TableRow): RowReading => {
  const reading = readClause(row.clause, row.points)
  const parts = reading.parts.map((part) => withList(withDuty(part, row.duty), row.clause))
  const groups = groupParts(joinClasses(parts, row.points))
  const given = sum(groups.map((group) => group.points ?? zero))
  const points = row.points === undefined ? toDecimal(given) : row.points
  const criteria = shareOut(groups, toPoints(points)).map((group, index): CriterionAsRead => {
    const all = group.parts.flatMap((part) => part.spans)
    const share = toDecimal(group.points ?? zero)
    return {
      id: `${row.no}.${index + 1}`,
      points: share,
      parts: group.parts.map((part) => withCap(part, share)),
      span: { start: Math.min(...all.map((span) => span.start)), end: Math.max(...all.map((span) => span.end)) },
    }
  })
  return { row, points, criteria, unread: reading.unread }
}

/** A count that the clause leaves out and the duty says, as long as the duty says only one of its kind. */
const withDuty = (part: PartAsRead, duty: string): PartAsRead => {
  if (part.rule.kind !== 'shortfall') return part
  const { required: said } = part.rule
  if (said !== undefined) {
    const same = said.per === 'unspecified' ? findRequiredCount(duty, `(?<=\\b|[^\\d])(?<=${said.count}\\s?)[次项人篇期份场个]`) : undefined
    return same === undefined || same.count !== said.count ? part : { ...part, rule: { ...part.rule, required: same }, assumed: [...part.assumed, 'required.per'] }
  }
  const unit = /[次项人篇期份场]/.exec(part.rule.what)?.[0] ?? '次'
  const counts = duty.match(new RegExp(`\\d+\\s*${unit}`, 'g')) ?? []
  const required = counts.length === 1 ? findRequiredCount(duty, unit) : undefined
  return required === undefined ? part : { ...part, rule: { ...part.rule, required, what: part.rule.what || duty }, assumed: [...part.assumed, 'required'] }
}

/** Where neither clause nor duty says a number, what the clause lists is what is required. */
const withList = (part: PartAsRead, clause: string): PartAsRead => {
  if (part.rule.kind !== 'shortfall' || part.rule.required !== undefined) return part
  const said = part.spans.map((span) => clause.slice(span.start, span.end)).join('')
  const required = /[少缺][^，。；]{0,4}(?:一|1)?[项个种类份本套张]/.test(said) ? countListed(said) : undefined
  return required === undefined ? part : { ...part, rule: { ...part.rule, required }, assumed: [...part.assumed, 'required'] }
}

const classes = /民办|公办|中学|小学|幼儿园|城区|农村|产区|非产区|机关|企业|村|社区/g

/** 民办学校…得2分。公办学校…得2分: one duty in two wordings, where each alone is worth the whole item. */
const joinClasses = (parts: readonly PartAsRead[], points: number | undefined): PartAsRead[] => {
  const [first, second] = parts
  if (parts.length !== 2 || first?.rule.kind !== 'award' || second?.rule.kind !== 'award' || points === undefined) return [...parts]
  const one = new Set(first.rule.condition.match(classes) ?? [])
  const other = new Set(second.rule.condition.match(classes) ?? [])
  const apart = one.size > 0 && other.size > 0 && [...one].every((name) => !other.has(name))
  if (!apart || first.rule.points !== points || second.rule.points !== points) return [...parts]
  return [{
    ...first,
    rule: { kind: 'all_or_nothing', points, condition: `${first.rule.condition}；${second.rule.condition}` },
    spans: [...first.spans, ...second.spans],
    assumed: [...first.assumed, 'kind'],
  }]
}

const groupParts = (parts: readonly PartAsRead[]): Group[] => {
  const groups: Group[] = []
  let last: PartAsRead | undefined
  for (const part of parts) {
    const group = groups.at(-1)
    const deducts = isDeduction(part.rule)
    const sameDuty = last !== undefined && last.segment === part.segment
    if (part.rule.kind === 'na_full' && group !== undefined) {
      for (const one of sameDuty ? [group] : groups) one.parts.push(part)
      continue
    }
    const joins =
      group !== undefined &&
      (part.rule.kind === 'zero_if' || part.rule.kind === 'veto' || (deducts && group.deducts && ((part.full === undefined && group.points === undefined && (sameDuty || saidCap(part.rule, part.assumed) === undefined)) || (sameDuty && part.full === last?.full))))
    if (joins) group.parts.push(part)
    else groups.push({ parts: [part], points: ownPoints(part), deducts: deducts || part.rule.kind === 'zero_if' || part.rule.kind === 'veto' })
    last = part
  }
  return groups
}

const isDeduction = (rule: RuleAsRead): boolean =>
  rule.kind === 'shortfall' || rule.kind === 'per_occurrence' || rule.kind === 'deduct_if' || (rule.kind === 'percentage' && rule.points === undefined) || (rule.kind === 'discretionary' && rule.deducts === true)

/** The points that the clause itself gives a criterion; undefined where it only says what is taken. */
const ownPoints = (part: PartAsRead): Points | undefined => {
  const { rule } = part
  switch (rule.kind) {
    case 'award':
    case 'all_or_nothing':
      return toPoints(rule.points)
    case 'tiers':
      return rule.combine === 'sum' ? sum(rule.levels.map((level) => toPoints(level.points))) : toPoints(Math.max(0, ...rule.levels.map((level) => level.points)))
    case 'grade_bands':
      return toPoints(Math.max(0, ...rule.bands.map((band) => ('points' in band ? band.points : band.max))))
    case 'discretionary':
      return rule.deducts === true ? undefined : toPoints(rule.max)
    case 'bonus':
      return rule.cap === undefined ? (rule.points === undefined ? undefined : toPoints(rule.points)) : toPoints(rule.cap)
    case 'shortfall':
    case 'percentage':
      return rule.points === undefined ? (part.full === undefined ? saidCapPoints(part) : toPoints(part.full)) : toPoints(rule.points)
    case 'per_occurrence':
      return part.full === undefined ? saidCapPoints(part) : toPoints(part.full)
    case 'deduct_if':
      return part.full === undefined ? undefined : toPoints(part.full)
    case 'zero_if':
    case 'veto':
    case 'na_full':
      return undefined
  }
}

/** 少一次扣1分，扣完2分为止 among other duties is worth 2. */
const saidCap = (rule: RuleAsRead, assumed: readonly string[]): number | undefined =>
  (rule.kind === 'shortfall' || rule.kind === 'per_occurrence') && !assumed.includes('cap') ? rule.cap : undefined

const saidCapPoints = (part: PartAsRead): Points | undefined => {
  const cap = saidCap(part.rule, part.assumed)
  return cap === undefined ? undefined : toPoints(cap)
}

/** Groups without points of their own share what the others leave; where nothing is left they join the one before them. */
const shareOut = (groups: readonly Group[], points: Points): Group[] => {
  const [only] = groups
  if (groups.length === 1 && only !== undefined && only.deducts && (only.points ?? zero) < points) return [{ ...only, points }]
  const taken = sum(groups.map((group) => group.points ?? zero))
  const left = subtract(points, least(taken, points))
  const open = groups.filter((group) => group.points === undefined)
  if (open.length === 0) return [...groups]
  if (open.length === groups.length && open.length > 1) return [{ parts: groups.flatMap((group) => group.parts), points, deducts: true }]
  const [first] = open
  const shared: Group[] = []
  for (const group of groups) {
    const before = shared.at(-1)
    if (group.points !== undefined) shared.push({ ...group })
    else if (group === first && left > 0) shared.push({ ...group, points: left })
    else if (before !== undefined) before.parts = [...before.parts, ...group.parts]
    else shared.push({ ...group, points: left })
  }
  return shared
}

/** In a form a criterion's points bound what its findings can take. */
const withCap = (part: PartAsRead, points: number): PartAsRead =>
  (part.rule.kind === 'per_occurrence' || part.rule.kind === 'shortfall') && part.rule.cap === undefined && points > 0
    ? { ...part, rule: { ...part.rule, cap: points }, assumed: [...part.assumed, 'cap'] }
    : part
