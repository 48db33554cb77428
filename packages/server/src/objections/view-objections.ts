import { addDays, pointsFromThousandths, toDecimal } from '@zicha/core'
import type { Form } from '@zicha/core'
import { z } from 'zod'
import { findSealed } from '../assessments/find-sealed.ts'
import { deadlinesOf } from '../closing/deadlines.ts'
import { reachedOn } from '../closing/view-closing.ts'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { evidenceOf } from '../ledger/ledger.contract.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R } from '../rounds/beneath.ts'
import { findRound } from '../rounds/rounds.queries.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { Objection, ObjectionList } from './objections.contract.ts'
import { findObjectionRow, listObjectionRows } from './objections.queries.ts'
import type { NamedObjectionRow } from './objections.queries.ts'

/** What a school objected to, and until when it may. */
export const viewObjections = async (db: Db, at: R, now: Date): Promise<ObjectionList> => {
  const beneath = await getBeneath(db, at)
  const until = await objectionsUntil(db, beneath)
  const rows = await listObjectionRows(db, beneath.key)
  const scores = await selfScoresOf(db, beneath)
  return {
    items: rows.map((row) => objectionFrom(row, beneath.form, scores)),
    until,
    open: until !== null && dayFromInstant(now.toISOString()) <= until,
  }
}

/** The last day on which the signed sheet may be objected to; null while nobody signed. */
export const objectionsUntil = async (db: Db, { key, stage }: Beneath): Promise<string | null> => {
  if (stage !== 'signed' && stage !== 'frozen') return null
  const signedOn = await reachedOn(db, key, 'signed')
  return signedOn === null ? null : addDays(signedOn, (await deadlinesOf(db, key)).objectionDays)
}

/** Of all schools of a round: first what is to be decided, then what was. */
export const viewRoundObjections = async (db: Db, id: string): Promise<{ readonly items: Objection[] }> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  const rows = await listObjectionRows(db, { bureau: round.bureau, round: id })
  const items: Objection[] = []
  for (const unit of new Set(rows.map((row) => row.unit))) {
    const beneath = await getBeneath(db, { round: id, unit })
    const scores = await selfScoresOf(db, beneath)
    items.push(...rows.filter((row) => row.unit === unit).map((row) => objectionFrom(row, beneath.form, scores)))
  }
  return { items: items.sort((one, other) => Number(one.decision !== null) - Number(other.decision !== null) || (one.at < other.at ? -1 : 1)) }
}

export const getObjection = async (db: Db, beneath: Beneath, id: string): Promise<Objection> => {
  const row = await findObjectionRow(db, beneath.key, id)
  if (row === undefined) throw notFound()
  return objectionFrom(row, beneath.form, await selfScoresOf(db, beneath))
}

const selfScoresOf = async (db: Db, beneath: Beneath): Promise<ReadonlyMap<number, number>> =>
  new Map(((await findSealed(db, beneath))?.content.self.items ?? []).map((item) => [item.no, item.score]))

const objectionFrom = (row: NamedObjectionRow, form: Form, selfScores: ReadonlyMap<number, number>): Objection => {
  const item = form.items.find((one) => one.no === row.item)
  return {
    id: row.id,
    unit: row.unit,
    unitName: row.unit_name ?? row.unit,
    no: row.item,
    duty: item?.duty ?? '',
    max: item?.points ?? 0,
    selfScore: selfScores.get(row.item) ?? 0,
    score: decimal(row.score),
    reason: row.reason,
    evidence: z.array(evidenceOf).parse(JSON.parse(row.evidence)),
    by: row.raised_by,
    byName: row.by_name ?? row.raised_by,
    at: row.raised_at,
    decision: decisionFrom(row),
    version: row.version,
  }
}

const decisionFrom = (row: NamedObjectionRow): Objection['decision'] => {
  const { outcome, decided_score, decision_reason, decided_by, decided_at } = row
  if (outcome === null || decided_score === null || decision_reason === null || decided_by === null || decided_at === null) return null
  return {
    outcome: outcome === 'upheld' || outcome === 'partly' ? outcome : 'refused',
    score: decimal(decided_score),
    reason: decision_reason,
    by: decided_by,
    byName: row.decided_name ?? decided_by,
    at: decided_at,
    sheet: row.decided_sheet,
  }
}

const decimal = (thousandths: number): number => toDecimal(pointsFromThousandths(thousandths))
