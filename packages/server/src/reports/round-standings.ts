import { lostByItem, mayEdit } from '@zicha/core'
import type { AssessmentStage, Form, ItemLoss, ItemStanding } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { getEdition } from '../forms/find-edition.ts'
import { notFound } from '../http/problem.ts'
import type { Services } from '../http/route.ts'
import { stageOf } from '../rounds/beneath.ts'
import { findRound } from '../rounds/rounds.queries.ts'
import { readStandings } from './kept-standings.ts'
import { renewSummaries } from './renew-summaries.ts'
import { listProgressRows } from './reports.queries.ts'

/** One unit that has submitted, with both columns by item. */
export type UnitStandings = {
  readonly unit: string
  readonly name: string
  readonly stage: AssessmentStage
  readonly self: readonly ItemStanding[]
  readonly inspection: readonly ItemStanding[]
}

export type RoundStandings = {
  readonly year: number
  readonly form: Form
  readonly asked: number
  /** By unit code. What is still being filled has not lost anything yet and is left out. */
  readonly units: readonly UnitStandings[]
}

/** What the kept summaries of a round tell of its items; those that are behind are made anew, as the board does. Raises 404. */
export const loadRoundStandings = async (db: Db, services: Services, id: string): Promise<RoundStandings> => {
  const round = await findRound(db, id)
  if (round === undefined) throw notFound()
  const rows = await listProgressRows(db, round.bureau, id)
  const renewed = new Map((await renewSummaries(db, services, round, rows)).map((row) => [row.unit, row]))
  const units = rows
    .filter((row) => !mayEdit(stageOf(row)))
    .map((row): UnitStandings => {
      const told = renewed.get(row.unit) ?? row
      const self = readStandings(told.items)
      return { unit: row.unit, name: row.name, stage: stageOf(row), self, inspection: readStandings(told.inspected_items) }
    })
  return { year: round.year, form: (await getEdition(db, round.form)).form, asked: rows.length, units }
}

/** Both columns counted by item, in the form's order. */
export const countStandings = ({ form, units }: RoundStandings): { readonly self: readonly ItemLoss[]; readonly inspection: readonly ItemLoss[] } => ({
  self: lostByItem(form, units.map((unit) => unit.self)),
  inspection: lostByItem(form, units.map((unit) => unit.inspection)),
})
