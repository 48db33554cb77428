import { addDays } from '@zicha/core'
import type { Form, RectificationState } from '@zicha/core'
import { z } from 'zod'
import { deadlinesOf } from '../closing/deadlines.ts'
import type { Db } from '../database/database.ts'
import { getEdition } from '../forms/find-edition.ts'
import { notFound } from '../http/problem.ts'
import { evidenceOf } from '../ledger/ledger.contract.ts'
import type { Beneath } from '../rounds/beneath.ts'
import { findRound } from '../rounds/rounds.queries.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { Rectification, RectificationList } from './rectifications.contract.ts'
import { listRectificationRows, listStepRows } from './rectifications.queries.ts'
import type { NamedRectificationRow, NamedStepRow } from './rectifications.queries.ts'

/** What one school has to put right, with every step of it; what is open first. */
export const viewRectifications = (db: Db, { key, form }: Pick<Beneath, 'key' | 'form'>): Promise<RectificationList> =>
  listOf(db, key, form)

export const viewRoundRectifications = async (db: Db, id: string): Promise<RectificationList> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  return listOf(db, { bureau: round.bureau, round: id }, (await getEdition(db, round.form)).form)
}

export const findRectification = async (db: Db, beneath: Pick<Beneath, 'key' | 'form'>, id: string): Promise<Rectification | undefined> =>
  (await viewRectifications(db, beneath)).items.find((one) => one.id === id)

const listOf = async (
  db: Db,
  of: { readonly bureau: string; readonly round: string; readonly unit?: string },
  form: Form,
): Promise<RectificationList> => {
  const { reviewDays } = await deadlinesOf(db, of)
  const steps = await listStepRows(db, of)
  const items = (await listRectificationRows(db, of)).map((row) =>
    rectificationFrom(row, steps.filter((step) => step.unit === row.unit && step.rectification === row.id), form, reviewDays),
  )
  return { items: [...items.filter((one) => one.state !== 'accepted'), ...items.filter((one) => one.state === 'accepted')] }
}

const rectificationFrom = (row: NamedRectificationRow, steps: readonly NamedStepRow[], form: Form, reviewDays: number): Rectification => {
  const reported = steps.findLast((step) => step.kind === 'report')
  const state = row.state as RectificationState
  return {
    id: row.id,
    unit: row.unit,
    unitName: row.unit_name ?? row.unit,
    no: row.item,
    duty: form.items.find((item) => item.no === row.item)?.duty ?? null,
    problem: row.problem,
    dueOn: row.due_on,
    reviewBy: state === 'reported' && reported !== undefined ? addDays(dayFromInstant(reported.at), reviewDays) : null,
    state,
    openedBy: row.opened_by,
    openedByName: row.by_name ?? row.opened_by,
    openedAt: row.opened_at,
    steps: steps.map(stepFrom),
    version: row.version,
  }
}

const stepFrom = (row: NamedStepRow): Rectification['steps'][number] => ({
  no: row.no,
  kind: z.enum(['plan', 'approve', 'report', 'accept', 'return']).parse(row.kind),
  text: row.text,
  before: z.array(evidenceOf).parse(JSON.parse(row.before)),
  after: z.array(evidenceOf).parse(JSON.parse(row.after)),
  by: row.by_user,
  byName: row.by_name ?? row.by_user,
  at: row.at,
})
