import { pointsFromThousandths, stages, toDecimal } from '@zicha/core'
import type { AssessmentStage } from '@zicha/core'
import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { getEdition } from '../forms/find-edition.ts'
import { notFound } from '../http/problem.ts'
import type { Services } from '../http/route.ts'
import { stageOf } from '../rounds/beneath.ts'
import { findRound } from '../rounds/rounds.queries.ts'
import type { ProgressAnswer } from './reports.contract.ts'
import { renewSummaries } from './renew-summaries.ts'
import { listInspectorNames, listProgressRows } from './reports.queries.ts'
import type { ProgressRow, SummaryRow } from './reports.queries.ts'

/**
 * Where each unit of a round stands. Summaries are kept beside the assessments with the version that they tell of;
 * those that are behind are made anew here and kept for the next who asks.
 */
export const reportProgress = async (db: Db, services: Services, id: string): Promise<ProgressAnswer> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  const rows = await listProgressRows(db, round.bureau, id)
  const renewed = new Map((await renewSummaries(db, services, round, rows)).map((row) => [row.unit, row]))
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
  attention: attention.parse(JSON.parse(told.attention ?? '[]')),
  inspectors,
})

const attention = z.array(z.string())

const decimal = (thousandths: number | null): number | null =>
  thousandths === null ? null : toDecimal(pointsFromThousandths(thousandths))

const countStages = (rows: readonly ProgressRow[]): ProgressAnswer['counts'] => {
  const counts = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<AssessmentStage, number>
  for (const row of rows) counts[stageOf(row)] += 1
  return counts
}
