import { sayDay } from '../calendar.ts'
import { askedParts } from '../facts/fact-keys.ts'
import type { Facts } from '../facts/facts.ts'
import type { Form } from '../form/form.ts'
import type { UnitProfile } from '../form/unit.ts'

/** A criterion as it was marked: what `scoreForm` or a sealed sheet says of it, points as decimals. */
export type GapCriterion = {
  readonly id: string
  readonly score: number
  readonly max: number
  readonly status: 'scored' | 'unanswered' | 'not_applicable'
  readonly because: string
  /** Ids of the records that count for it. */
  readonly entries: readonly string[]
  readonly overridden: boolean
}

export type GapRecord = {
  readonly id: string
  readonly title: string
  readonly happenedOn: string
  readonly files: number
  /** Files that the record names and the school has not sent. */
  readonly missing: number
  /** Where paper originals lie, as written. */
  readonly references: readonly string[]
}

/**
 * What was not found before a visit, to be asked for at the school. `lost`: the count itself took points; `no_record`:
 * points by a person's yes, nothing behind; `no_evidence`, `not_sent`: a record without its paper; `unanswered`;
 * `original`: found, and its paper is to be looked at.
 */
export type GapKind = 'unanswered' | 'lost' | 'no_record' | 'no_evidence' | 'not_sent' | 'original'
export type VisitGap = { readonly no: number; readonly kind: GapKind; readonly what: string }

/** The gap list of one school, in the order of the form. `answered` are the answers that people gave. */
export const listGaps = (about: {
  readonly form: Form
  readonly unit: UnitProfile
  readonly answered: Facts
  readonly criteria: readonly GapCriterion[]
  readonly records: readonly GapRecord[]
}): readonly VisitGap[] => about.form.items.flatMap(({ no }) => gapsOfItem(no, about))

const gapsOfItem = (no: number, { form, unit, answered, criteria, records }: Parameters<typeof listGaps>[0]): readonly VisitGap[] => {
  const gaps: VisitGap[] = []
  const add = (kind: GapKind, what: string) => gaps.push({ no, kind, what })
  const behind = new Set<string>()
  for (const criterion of form.criteria.filter((one) => one.item === no)) {
    const answer = criteria.find(({ id }) => id === criterion.id)
    if (answer === undefined || answer.status === 'not_applicable') continue
    for (const id of answer.entries) behind.add(id)
    if (answer.status === 'unanswered' && !answer.overridden) add('unanswered', `${criterion.title}：学校没有答`)
    else if (answer.score < answer.max && !answer.overridden) add('lost', `${criterion.title}：${answer.because}`)
    const claimed = askedParts(criterion, unit).some(({ key }) => answered[key] !== undefined)
    if (claimed && answer.score > 0 && answer.entries.length === 0) add('no_record', `${criterion.title}：学校自己答的，没有记录`)
  }
  for (const record of records.filter(({ id }) => behind.has(id))) {
    const name = `${sayDay(record.happenedOn)}${record.title}`
    if (record.files === 0 && record.references.length === 0) add('no_evidence', `${name}：没附材料`)
    if (record.missing > 0) add('not_sent', `${name}：${record.missing}件没传上来`)
    if (record.references.length > 0) add('original', `${name}：${record.references.join('；')}`)
  }
  return gaps
}

/** Originals to look at, each once with all the items that it stands behind: one binder serves several. */
export const joinOriginals = (gaps: readonly VisitGap[]): readonly { readonly what: string; readonly items: readonly number[] }[] => {
  const items = new Map<string, number[]>()
  for (const { kind, what, no } of gaps) if (kind === 'original') items.set(what, [...(items.get(what) ?? []), no])
  return [...items].map(([what, numbers]) => ({ what, items: numbers }))
}

/** In words, as the list names it: 没有记录, 要看原件. */
export const sayGap = (kind: GapKind): string => gapWords[kind]
const gapWords: Readonly<Record<GapKind, string>> = {
  unanswered: '没有答',
  lost: '自查已扣',
  no_record: '没有记录',
  no_evidence: '没附材料',
  not_sent: '没传到',
  original: '看原件',
}
