import { createHash } from 'node:crypto'
import { sayDay, sayFullDay, feedsOf, standingKeys, standingKindsOf, usuallyHolds } from '@zicha/core'
import type { Form, UnitProfile } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { getEdition } from '../forms/find-edition.ts'
import { listKindsFor } from '../forms/get-form.ts'
import { unprocessable } from '../http/problem.ts'
import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { sameContent } from '../http/same-content.ts'
import { findEntryRow, listAllEntryRows } from '../ledger/entries.queries.ts'
import type { EntryRow } from '../ledger/entries.queries.ts'
import { contentOfRow } from '../ledger/read-entry-row.ts'
import { recordBeneath } from '../ledger/record-entry.ts'
import { putBack } from '../ledger/restore-entry.ts'
import { fillBeneath, getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import { findFormerRound } from '../rounds/former-round.queries.ts'
import type { RoundRow } from '../rounds/rounds.queries.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { answerFacts } from './answer-facts.ts'
import type { FactsBody } from './assessments.contract.ts'
import { listFactRows } from './assessments.queries.ts'
import type { CarryOver, CarryOverBody } from './carry-over.contract.ts'
import { answersOf } from './reckon-self.ts'

/** What stood in the unit's last round and may still hold, with what of it was confirmed already. */
export const viewCarryOver = async (db: Db, beneath: Beneath): Promise<CarryOver> => {
  const former = await findFormerRound(db, beneath.key, beneath.round.year)
  if (former === undefined) return { from: null, entries: [], facts: [] }
  return {
    from: { round: former.id, year: former.year },
    entries: await offeredEntries(db, beneath, former),
    facts: await offeredFacts(db, beneath, former),
  }
}

const offeredEntries = async (db: Db, beneath: Beneath, former: RoundRow): Promise<CarryOver['entries']> => {
  const { form, unit, key } = beneath
  const offered: CarryOver['entries'] = []
  for (const row of await listAllEntryRows(db, { ...key, round: former.id })) {
    const kinds = standingKinds(form, unit, row)
    if (kinds.length === 0) continue
    const feeds = feedsOf(form, kinds, unit)
    const copy = await findEntryRow(db, key, copyName(beneath, row.id))
    offered.push({
      id: row.id,
      title: row.title,
      happenedOn: row.happened_on,
      kinds: [...kinds],
      feeds: [...feeds.counts, ...feeds.suggests],
      carried: copy !== undefined && copy.deleted_at === null,
    })
  }
  return offered
}

const standingKinds = (form: Form, unit: UnitProfile, row: EntryRow): readonly string[] =>
  standingKindsOf(form, unit, contentOfRow(row).countsAs, listKindsFor(form))

/** Answers to questions that are word for word the same in both forms, save those that were answered otherwise since. */
const offeredFacts = async (db: Db, { form, key }: Beneath, former: RoundRow): Promise<CarryOver['facts']> => {
  const formerForm = (await getEdition(db, former.form)).form
  const before = answersOf(await listFactRows(db, { ...key, round: former.id }))
  const now = answersOf(await listFactRows(db, key))
  return standingKeys(form, listKindsFor(form)).flatMap(({ key: fact, criterion }) => {
    const value = before[fact]
    const same = formerForm.criteria.find((one) => one.id === criterion.id)
    const isSame = same !== undefined && same.source === criterion.source && sameContent(same.parts, criterion.parts)
    if (!isSame || !usuallyHolds(value)) return []
    const isGiven = now[fact] !== undefined
    const carried = isGiven && sameContent(now[fact], value)
    if (isGiven && !carried) return []
    return [{ key: fact, criterion: criterion.id, title: criterion.title, value: value as CarryOver['facts'][number]['value'], carried }]
  })
}

/**
 * Copies what a person found still true: documents with a note where they come from, dated on the day of the confirmation;
 * answers as answers of that person. Repeated: nothing more. Raises 422 for what was not offered.
 */
export const carryOver = (writing: Writing, at: R, body: CarryOverBody): Promise<Reply<CarryOver>> =>
  fillBeneath(writing, at, async (beneath) => {
    const { db } = writing
    const offer = await viewCarryOver(db, beneath)
    const entries = body.entries.map((id) => offer.entries.find((one) => one.id === id) ?? notOffered('#/entries'))
    const facts = body.facts.map((key) => offer.facts.find((one) => one.key === key) ?? notOffered('#/facts'))
    const newEntries = entries.filter((one) => !one.carried)
    const newFacts = facts.filter((one) => !one.carried)
    if (offer.from === null || newEntries.length + newFacts.length === 0) return unchanged(offer)
    for (const one of newEntries) await copyEntry(writing, beneath, offer.from, one)
    if (newFacts.length > 0) {
      const answers: FactsBody = { facts: Object.fromEntries(newFacts.map((one) => [one.key, one.value])) }
      await answerFacts({ ...writing, ifMatch: undefined }, at, answers)
    }
    return ok(await viewCarryOver(db, await getBeneath(db, at)))
  })

const copyEntry = async (
  writing: Writing,
  beneath: Beneath,
  from: NonNullable<CarryOver['from']>,
  offered: CarryOver['entries'][number],
): Promise<void> => {
  const { db, now } = writing
  const id = copyName(beneath, offered.id)
  const present = await findEntryRow(db, beneath.key, id)
  if (present !== undefined && present.deleted_at !== null) {
    await putBack(writing, beneath, present)
    return
  }
  const source = await findEntryRow(db, { ...beneath.key, round: from.round }, offered.id)
  if (source === undefined) return
  const today = dayFromInstant(now.toISOString())
  const { evidence = [], title } = contentOfRow(source)
  await recordBeneath({ ...writing, ifMatch: undefined }, beneath, id, {
    countsAs: offered.kinds,
    title,
    happenedOn: withinYear(today, beneath.round.year),
    note: `沿用自${from.year}年度（${sayDay(offered.happenedOn)}），${sayFullDay(today)}确认仍有效。`,
    evidence,
  })
}

/** The day of the confirmation; a round that is filled before or after its year takes the year's nearest day. */
const withinYear = (today: string, year: number): string => {
  const first = `${year}-01-01`
  const last = `${year}-12-31`
  return today < first ? first : today > last ? last : today
}

/** One name for the copy of an entry in a round, so that confirming twice copies once. */
const copyName = ({ key }: Beneath, source: string): string => {
  const hash = createHash('sha256').update(JSON.stringify(['carry-over', key.round, key.unit, source])).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

const notOffered = (pointer: string): never => {
  throw unprocessable('carry_over.not_offered', '不在可沿用的清单里', '有一项不在可沿用的清单里，没有沿用。请刷新后再选。', [
    { pointer, detail: '只选清单里的' },
  ])
}
