import { compileForm, factsFromLedger, mergeFacts, ownMarksOf, plan, scoreForm, toPlanJson, toSelfJson, withOverrides } from '@zicha/core'
import type { Entry, Facts, Form, Override } from '@zicha/core'
import type { AssessmentAnswer, FactsAnswer, LedgerEntry, PlanAnswer, ScoreAnswer } from '../../../../api/contract.ts'
import type { AnswerAct, MarkAct } from '../../../../outbox/item.ts'
import { unitProfileOf } from '../unit-profile.ts'

export type ReckonInput = {
  readonly assessment: AssessmentAnswer
  readonly form: Form
  /** The server's records with those of this device among them. */
  readonly entries: readonly LedgerEntry[]
  readonly facts: FactsAnswer
  readonly score: ScoreAnswer
  readonly answers: readonly AnswerAct[]
  readonly marks: readonly MarkAct[]
  readonly owner: string
  readonly today: string
}

/**
 * Plan and score with what waits on this device counted in: the server's own road (reckon-self.ts there), walked here
 * on its last answers. What only the server knows, its proposals from earlier years, stays as it last said.
 */
export const reckonHere = (input: ReckonInput): { readonly plan: PlanAnswer; readonly score: ScoreAnswer } => {
  const { assessment, form, score: copy, today } = input
  const { year, calendar } = assessment
  const unit = unitProfileOf(assessment)
  const entries = input.entries.map(entryOf)
  const answers = input.answers.reduce<Facts>((all, act) => ({ ...all, ...act.facts }), input.facts.facts)
  const stand = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null))
  const facts = mergeFacts(factsFromLedger(form, entries, unit, year), stand)
  const marks = marksOf(input)
  const score = scoreForm(compileForm(form, calendar), { year, unit, facts })
  const self = withOverrides(form, score, [...marks.values()])
  const setBy = new Map([...marks.keys()].map((id) => [id, byOf(copy, id) ?? input.owner]))
  const column = toSelfJson({ form, unit, year, entries, score, self, setBy })
  const proposed = new Map(copy.criteria.map((one) => [one.id, one.proposed]))
  return {
    plan: toPlanJson(form, plan({ form, entries, facts, unit, year, today, calendar, ownMarks: ownMarksOf(self) }), today, assessment.dueOn),
    score: {
      form: copy.form,
      year: copy.year,
      total: column.total,
      criteria: column.criteria.map((one) => ({ ...one, proposed: proposed.get(one.id) ?? [] })),
      items: column.items.map(({ no, score: got, max }) => ({ no, score: got, max })),
      sections: column.sections,
      version: copy.version,
    },
  }
}

const entryOf = ({ id, countsAs, title, happenedOn, note, people, evidence }: LedgerEntry): Entry => ({
  id,
  countsAs,
  title,
  happenedOn,
  ...(note === undefined ? {} : { note }),
  ...(people === undefined ? {} : { people }),
  evidence: (evidence ?? []).map((one) => ('sha256' in one ? one : one.place === undefined ? { reference: one.reference } : { reference: one.reference, place: one.place })),
})

const marksOf = ({ score, marks }: ReckonInput): ReadonlyMap<string, Override> => {
  const all = new Map<string, Override>()
  for (const { id, override } of score.criteria) {
    if (override !== undefined) all.set(id, { criterion: id, score: override.score, reason: override.reason })
  }
  for (const { criterion, body } of marks) {
    if (body === null) all.delete(criterion)
    else all.set(criterion, { criterion, ...body })
  }
  return all
}

const byOf = (score: ScoreAnswer, id: string): string | undefined => score.criteria.find((one) => one.id === id)?.override?.by
