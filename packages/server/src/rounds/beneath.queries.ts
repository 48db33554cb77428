import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'
import type { UnitRow } from '../organizations/units.queries.ts'
import type { AssessmentRow } from './assessment-row.queries.ts'
import type { RoundRow } from './rounds.queries.ts'

export type BeneathRows = { readonly round: RoundRow; readonly assessment: AssessmentRow; readonly unit: UnitRow }

const byNames = prepareQuery<{ round: string; unit: string }>()((db, value) =>
  db
    .selectFrom('rounds')
    .innerJoin('assessments', (join) => join.onRef('assessments.bureau', '=', 'rounds.bureau').onRef('assessments.round', '=', 'rounds.id'))
    .innerJoin('units', 'units.code', 'assessments.unit')
    .selectAll('rounds')
    .select('rounds.version as round_version')
    .select(['assessments.unit', 'assessments.stage', 'assessments.budget', 'assessments.facts_version', 'assessments.version as assessment_version', 'assessments.updated_at'])
    .select(['units.bureau as unit_bureau', 'units.name', 'units.kind', 'units.parent', 'units.profile', 'units.out_of_use_at', 'units.out_of_use_reason', 'units.version as unit_version'])
    .where('rounds.id', '=', value('round'))
    .where('assessments.unit', '=', value('unit')),
)

/** The round, the unit and what the round asks of it, in one question: every call beneath R begins with them. */
export const findBeneathRows = async (db: Db, at: { readonly round: string; readonly unit: string }): Promise<BeneathRows | undefined> => {
  const [row] = await byNames(db, at)
  if (row === undefined) return undefined
  const { bureau, id, form, year, opens_on, due_on, list_number, keep_evidence_until } = row
  const { unit, stage, budget, facts_version, updated_at } = row
  const { unit_bureau, name, kind, parent, profile, out_of_use_at, out_of_use_reason } = row
  return {
    round: { bureau, id, form, year, opens_on, due_on, list_number, keep_evidence_until, version: row.round_version },
    assessment: { bureau, round: id, unit, stage, budget, facts_version, version: row.assessment_version, updated_at },
    unit: { bureau: unit_bureau, code: unit, name, kind, parent, profile, out_of_use_at, out_of_use_reason, version: row.unit_version },
  }
}
