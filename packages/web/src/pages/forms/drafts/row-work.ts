import { formatPoints, soundsSpoken, sum, toDecimal, toPoints } from '@zicha/core'
import type { Criterion, FormPart } from '@zicha/core'
import type { DraftItem, SettledRow, Stretch } from '../../../api/form-drafts.ts'
import { changeKind } from '../../../rule/change-kind.ts'
import { partFault } from '../../../rule/part-faults.ts'

/** What becomes of a stretch that was not read: a rule with its number, a person's judgement, or nothing but a hint. */
export type Becomes = 'rule' | 'judged' | 'hint'

export type UnreadWork = Stretch & {
  readonly text: string
  readonly becomes: Becomes
  /** The rule it would become: kept while another choice is looked at. */
  readonly rule: FormPart
  /** The most that it can give or take. */
  readonly most: number
  /** It takes from this criterion's points; without one it gets the points that no criterion has. */
  readonly joins: string | undefined
}

/** A row as a person has it before them: its criteria, and what they chose for each stretch that was not read. */
export type RowWork = { readonly points: number; readonly criteria: readonly Criterion[]; readonly unread: readonly UnreadWork[] }

export const startWork = (item: DraftItem): RowWork => ({
  points: item.points,
  criteria: item.criteria,
  unread: unreadOf(item).map((one) => proposeFor(item, one)),
})

/** Stretches that nobody has settled: once a row is settled, those that no criterion was made from. */
export const unreadOf = (item: DraftItem): DraftItem['unread'] =>
  item.settled === null ? item.unread : item.unread.filter(({ text }) => !item.criteria.some(({ source }) => source.includes(plain(text))))

/** True for a row that a person must still look at before the table can be published. */
export const isOpen = (item: DraftItem): boolean => item.open.length > 0 || (item.settled !== null && unreadOf(item).length > 0)

const isBonus = (criterion: Criterion): boolean => criterion.parts.every((part) => part.kind === 'bonus' || part.kind === 'na_full')

export const pointsOf = (criteria: readonly Criterion[]): number =>
  toDecimal(sum(criteria.filter((one) => !isBonus(one)).map((one) => toPoints(one.points))))

/** A criterion that stands in for a clause of which nothing was read. */
const isStandIn = (item: DraftItem): boolean => item.criteria.length === 1 && item.read.length === 0 && item.criteria[0]?.parts[0]?.kind === 'discretionary'

const proposeFor = (item: DraftItem, unread: Stretch & { readonly text: string }): UnreadWork => {
  const left = toDecimal(toPoints(item.points - pointsOf(item.criteria)))
  const standIn = isStandIn(item)
  const joins = standIn || left > 0 ? undefined : nearestTo(item, unread)
  const most = standIn ? item.points : joins === undefined ? left : joins.points
  return {
    start: unread.start,
    end: unread.end,
    text: unread.text,
    becomes: soundsSpoken(unread.text) || (!standIn && most === 0) ? 'hint' : 'judged',
    rule: ruleFor(unread.text, most),
    most,
    joins: joins?.id,
  }
}

/** The criterion that stands just before the stretch in the clause, else the first. */
const nearestTo = (item: DraftItem, unread: Stretch): Criterion | undefined => {
  const before = item.read.filter((one) => one.end <= unread.start).toSorted((a, b) => b.end - a.end)[0]
  return item.criteria.find((one) => one.id === before?.criterion) ?? item.criteria[0]
}

export const plain = (text: string): string => text.replace(/^[，；。、\s]+|[，；。、\s]+$/gu, '')

/** The kind that the words speak of, without its number. */
const ruleFor = (text: string, most: number): FormPart => {
  const words = plain(text)
  const bare: FormPart = { kind: 'deduct_if', points: Number.NaN, condition: words, fedBy: [] }
  if (/加分|加\S{0,4}分/u.test(words)) return changeKind(bare, 'bonus', most)
  if (/每|次|人|处/u.test(words) && /扣/u.test(words)) {
    return { kind: 'per_occurrence', deduct_each: Number.NaN, unit: '次', cap: most, condition: words.replace(/(的?)(相应|酌情)?扣分?$/u, ''), fedBy: [] }
  }
  if (/扣/u.test(words)) return { ...bare, condition: words.replace(/(的?)(相应|酌情)?扣分?$/u, '') || words }
  return changeKind(bare, 'award', most)
}

const judged = (one: UnreadWork): FormPart => ({
  kind: 'discretionary',
  min: 0,
  max: one.most,
  ...(one.joins === undefined && !/扣/u.test(one.text) ? {} : { deducts: true }),
  condition: plain(one.text),
  fedBy: [],
})

/** The row's criteria with what was chosen for its unread stretches, as they are saved and tried out. */
export const criteriaOf = (item: DraftItem, work: RowWork): readonly Criterion[] => {
  const replaced = isStandIn(item) && work.unread.some((one) => one.becomes === 'rule')
  const kept = replaced ? [] : work.criteria
  return work.unread.reduce<readonly Criterion[]>((criteria, one) => {
    if (one.becomes === 'hint') return criteria
    if (isStandIn(item) && one.becomes === 'judged') return criteria
    const part = one.becomes === 'rule' ? one.rule : judged(one)
    const joined = criteria.find(({ id }) => id === one.joins)
    return joined === undefined ? [...criteria, freshCriterion(item, criteria, one, part)] : criteria.map((each) => (each === joined ? joinedBy(item, each, one, part) : each))
  }, kept)
}

const joinedBy = (item: DraftItem, criterion: Criterion, one: UnreadWork, part: FormPart): Criterion => ({
  ...criterion,
  source: spanning(item.clause, criterion.source, one),
  parts: [...criterion.parts, part],
})

/** The criterion's stretch of the clause, grown to hold another. */
const spanning = (clause: string, source: string, { start, end }: Stretch): string => {
  const at = clause.indexOf(source)
  return at < 0 ? `${source}；${plain(clause.slice(start, end))}` : clause.slice(Math.min(at, start), Math.max(at + source.length, end))
}

const freshCriterion = (item: DraftItem, criteria: readonly Criterion[], one: UnreadWork, part: FormPart): Criterion => ({
  id: nextId(item.no, criteria),
  item: item.no,
  points: isStandIn(item) ? toDecimal(toPoints(Math.max(0, item.points - pointsOf(criteria)))) : one.most,
  title: plain(one.text).slice(0, 18),
  source: plain(one.text),
  parts: [part],
  suggestedBy: [],
  evidence: [],
  evidenceAsked: false,
  due: [],
})

const nextId = (no: number, criteria: readonly Criterion[]): string =>
  `${no}.${Math.max(0, ...criteria.map(({ id }) => Number(id.split('.')[1] ?? 0))) + 1}`

/** What is saved: the criteria, and the stretches that were left out on purpose. */
export const rowOf = (item: DraftItem, work: RowWork): SettledRow => ({
  criteria: criteriaOf(item, work),
  leftOut: [...(item.leftOut ?? []), ...work.unread.filter(({ becomes }) => becomes === 'hint').map(({ start, end }) => ({ start, end }))],
  ...(work.points === item.points ? {} : { points: work.points }),
})

/** What keeps the row from being saved, by criterion. */
export const rowFaults = (item: DraftItem, work: RowWork): readonly { readonly criterion: string; readonly message: string }[] => [
  ...(Number.isNaN(work.points) ? [{ criterion: '', message: '这一条几分还没有填。' }] : []),
  ...criteriaOf(item, work).flatMap(({ id, points, parts, title }) => {
    const faults = [
      ...(Number.isNaN(points) ? ['这个评分点几分还没有填。'] : []),
      ...(title.trim() === '' ? ['这个评分点还没有名字。'] : []),
      ...(parts.every((part) => part.kind === 'na_full') ? ['还没有可以算分的规则。加一条，或由人定。'] : []),
      ...parts.flatMap((part) => partFault(part) ?? []),
    ]
    return [...new Set(faults)].map((message) => ({ criterion: id, message }))
  }),
]

/** 各评分点合起来6分，本条8分: nothing where they agree or a number is still missing. */
export const sumSentence = (points: number, criteria: readonly Criterion[]): string | undefined => {
  if (Number.isNaN(points) || criteria.some((one) => Number.isNaN(one.points))) return undefined
  const whole = pointsOf(criteria)
  return toPoints(whole) === toPoints(points) || criteria.length === 0
    ? undefined
    : `各评分点合起来${formatPoints(toPoints(whole))}分，本条${formatPoints(toPoints(points))}分。`
}

/** A criterion more for a row, for what the reader took for part of another. */
export const anotherCriterion = (item: DraftItem, criteria: readonly Criterion[]): Criterion => ({
  id: nextId(item.no, criteria),
  item: item.no,
  points: toDecimal(toPoints(Math.max(0, item.points - pointsOf(criteria)))) || Number.NaN,
  title: '新的评分点',
  source: item.clause,
  parts: [{ kind: 'award', points: Number.NaN, condition: '', fedBy: [] }],
  suggestedBy: [],
  evidence: [],
  evidenceAsked: false,
  due: [],
})

/** A rule more for a criterion, to be filled in. */
export const anotherRule = (): FormPart => ({ kind: 'deduct_if', points: Number.NaN, condition: '', fedBy: [] })
