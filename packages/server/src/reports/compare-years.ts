import { feedsOf, subtract, toDecimal, toPoints } from '@zicha/core'
import type { Form, UnitProfile } from '@zicha/core'
import { verdictOf } from '../access/permissions.ts'
import type { Person } from '../access/person.ts'
import { relationTo } from '../access/relation.ts'
import { findSealed } from '../assessments/find-sealed.ts'
import { planOf } from '../assessments/plan-answer.ts'
import { reckonSelf } from '../assessments/reckon-self.ts'
import { selfColumn } from '../assessments/score-answer.ts'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { listAllEntryRows } from '../ledger/entries.queries.ts'
import { entryOf } from '../ledger/read-entry-row.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { R } from '../rounds/beneath.ts'
import type { Comparison } from './papers.contract.ts'

/** One unit, this round against another one: self scores and records, item by item. Raises 404 for a round not theirs. */
export const compareYears = async (db: Db, person: Person, at: R, other: string, today: string): Promise<Comparison> => {
  const about = { kind: 'assessment', round: other, unit: at.unit } as const
  if (verdictOf('assessment.read', person.role, await relationTo(db, person, about)) !== 'allowed') throw notFound()
  const now = await yearOf(db, at, today)
  const before = await yearOf(db, { round: other, unit: at.unit }, today)
  return {
    now: now.head,
    before: before.head,
    sameForm: now.form.id === before.form.id,
    items: now.form.items.map((item) => {
      // Another edition may count the same duty under another number: the wording says which one it is.
      const former = before.form.items.find((one) => one.duty === item.duty && one.points === item.points)
      const score = now.scores.get(item.no) ?? 0
      const scoreBefore = former === undefined ? undefined : (before.scores.get(former.no) ?? 0)
      const change = scoreBefore === undefined ? null : difference(score, scoreBefore)
      // Whichever year has less: as long as it may still catch up, nothing is lost in it.
      const isEarly = change !== null && (change < 0 ? now.open(item.no) : change > 0 && former !== undefined && before.open(former.no))
      return {
        no: item.no,
        duty: item.duty,
        max: item.points,
        now: score,
        before: scoreBefore ?? null,
        difference: isEarly ? null : change,
        open: now.open(item.no),
        entriesNow: now.entries.get(item.no) ?? 0,
        entriesBefore: former === undefined ? null : (before.entries.get(former.no) ?? 0),
      }
    }),
  }
}

type Year = {
  readonly form: Form
  readonly head: Comparison['now']
  readonly scores: ReadonlyMap<number, number>
  readonly entries: ReadonlyMap<number, number>
  /** True for an item with something unanswered or still to come. */
  readonly open: (item: number) => boolean
}

/** A sealed year as it was sealed, a living one as it stands. */
const yearOf = async (db: Db, at: R, today: string): Promise<Year> => {
  const beneath = await getBeneath(db, at)
  const sealed = await findSealed(db, beneath)
  const reckoned = await reckonSelf(db, beneath)
  const self = sealed?.content.self ?? selfColumn(beneath, reckoned)
  const begun = today >= `${beneath.round.year}-01-01`
  const { due, upcoming, unanswered } = planOf(beneath, reckoned, today)
  const open = new Set([...due, ...upcoming, ...unanswered].map(({ item }) => item))
  const rows = (await listAllEntryRows(db, beneath.key)).map(entryOf)
  return {
    form: beneath.form,
    head: { round: beneath.round.id, year: beneath.round.year, total: self.total, entries: rows.length, begun },
    scores: new Map(self.items.map((item) => [item.no, item.score])),
    open: (item) => sealed === undefined && (!begun || open.has(item)),
    entries: entriesByItem(beneath.form, beneath.unit, rows.map((row) => row.countsAs)),
  }
}

const entriesByItem = (form: Form, unit: UnitProfile, entries: readonly (readonly string[])[]): Map<number, number> => {
  const itemOf = new Map(form.criteria.map((criterion) => [criterion.id, criterion.item]))
  const counts = new Map<number, number>()
  for (const countsAs of entries) {
    const feeds = feedsOf(form, countsAs, unit)
    for (const item of new Set([...feeds.counts, ...feeds.suggests].map((id) => itemOf.get(id) ?? 0))) {
      counts.set(item, (counts.get(item) ?? 0) + 1)
    }
  }
  return counts
}

const difference = (now: number, before: number): number => toDecimal(subtract(toPoints(now), toPoints(before)))
