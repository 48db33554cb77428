import { factsFromLedger, mergeFacts, toPoints } from '@zicha/core'
import type { HeldSheet } from '@zicha/core'
import type { Inspecting } from './use-inspecting.ts'

/** The school's own sheet as findings meet it: its answers, and what each criterion holds by it. */
export const heldSheetOf = (data: Pick<Inspecting, 'assessment' | 'form' | 'score' | 'facts' | 'entries' | 'unit'>): HeldSheet => {
  const { year, calendar } = data.assessment
  const answered = Object.fromEntries(Object.entries(data.facts.facts).filter(([, value]) => value !== null))
  return {
    year,
    calendar,
    unit: data.unit,
    facts: mergeFacts(factsFromLedger(data.form, data.entries, data.unit, year), answered),
    held: Object.fromEntries(data.score.criteria.map(({ id, score }) => [id, toPoints(score)])),
  }
}
