import { pointsFromThousandths, stages, toDecimal } from '@zicha/core'
import type { AssessmentStage } from '@zicha/core'
import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Database, Db } from '../database/database.ts'
import { DatabaseFault } from '../database/fault.ts'
import { write } from '../database/transaction.ts'
import { getEdition } from '../forms/find-edition.ts'
import { notFound } from '../http/problem.ts'
import type { Services } from '../http/route.ts'
import { stageOf } from '../rounds/beneath.ts'
import { findRound } from '../rounds/rounds.queries.ts'
import type { ProgressAnswer } from './reports.contract.ts'
import { listInspectorNames, listProgressRows, upsertSummaryRow } from './reports.queries.ts'
import type { ProgressRow, SummaryRow } from './reports.queries.ts'
import { summarize } from './summarize.ts'

/**
 * Where each unit of a round stands. Summaries are kept beside the assessments with the version that they tell of;
 * those that are behind are made anew here and kept for the next who asks.
 */
export const reportProgress = async (db: Db, services: Services, id: string): Promise<ProgressAnswer> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  const rows = await listProgressRows(db, round.bureau, id)
  const fresh = await summarizeAnew(db, id, rows.filter((row) => row.told_version !== row.version))
  await keepSummaries(services, fresh)
  const renewed = new Map(fresh.map((row) => [row.unit, row]))
  const names = new Map<string, string[]>()
  for (const { unit, name } of await listInspectorNames(db, round.bureau, id)) {
    names.set(unit, [...(names.get(unit) ?? []), name])
  }
  const criteria = (await getEdition(db, round.form)).form.criteria.length
  const items = rows.map((row) => progressItem(row, renewed.get(row.unit) ?? row, criteria, names.get(row.unit) ?? []))
  return { items, counts: countStages(rows) }
}

type Told = Pick<ProgressRow | SummaryRow, 'answered' | 'self_score' | 'inspection_score' | 'attention'>

const progressItem = (row: ProgressRow, told: Told, criteria: number, inspectors: string[]): ProgressAnswer['items'][number] => ({
  unit: row.unit,
  name: row.name,
  stage: stageOf(row),
  answered: told.answered ?? 0,
  criteria,
  selfScore: decimal(told.self_score),
  inspectionScore: decimal(told.inspection_score),
  updatedAt: row.updated_at,
  attention: z.array(z.string()).parse(JSON.parse(told.attention ?? '[]')),
  inspectors,
})

const decimal = (thousandths: number | null): number | null =>
  thousandths === null ? null : toDecimal(pointsFromThousandths(thousandths))

const countStages = (rows: readonly ProgressRow[]): ProgressAnswer['counts'] => {
  const counts = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<AssessmentStage, number>
  for (const row of rows) counts[stageOf(row)] += 1
  return counts
}

/** A few at a time, so that a city's first look at its progress holds nobody else up. */
const atOnce = 20

const summarizeAnew = async (db: Db, round: string, behind: readonly ProgressRow[]): Promise<SummaryRow[]> => {
  const fresh: SummaryRow[] = []
  for (const [index, row] of behind.entries()) {
    if (index % atOnce === 0) await setImmediate()
    fresh.push(await summarize(db, { round, unit: row.unit }))
  }
  return fresh
}

const keptAtOnce = 200

/** Summaries may be thrown away at any time: where they cannot be kept, the answer is given all the same. */
const keepSummaries = async (services: Services, rows: readonly SummaryRow[]): Promise<void> => {
  try {
    for (let start = 0; start < rows.length; start += keptAtOnce) {
      await keep(services.database, rows.slice(start, start + keptAtOnce))
    }
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error
    services.log.warn({ kind: error.kind }, 'summaries were not kept')
  }
}

const keep = (database: Database, rows: readonly SummaryRow[]): Promise<void> =>
  write(database, async (trx) => {
    for (const row of rows) await upsertSummaryRow(trx, row)
  })
