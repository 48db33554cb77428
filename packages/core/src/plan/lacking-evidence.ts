import { yearOf } from '../calendar.ts'
import { keyedParts } from '../facts/fact-keys.ts'
import type { Criterion } from '../form/form.ts'
import { isInPlay } from './counted.ts'
import type { LackingEvidence, PlanInput } from './plan.ts'

/**
 * Where a clause itself asks for papers or photographs and there are none: entries of its kinds without evidence,
 * and answers of yes without any entry. A reference to a paper original is evidence like an upload.
 */
export const lackingEvidenceOf = (input: PlanInput): readonly LackingEvidence[] =>
  input.form.criteria
    .filter((criterion) => criterion.evidenceAsked && isInPlay(criterion, input))
    .flatMap((criterion) => lackingIn(criterion, input))

const lackingIn = (criterion: Criterion, input: PlanInput): readonly LackingEvidence[] => {
  const kinds = new Set([...criterion.suggestedBy, ...criterion.parts.flatMap((part) => part.fedBy)])
  const [kind] = kinds
  const about = {
    criterion: criterion.id,
    item: criterion.item,
    what: criterion.title,
    asks: criterion.evidence,
    ...(kind === undefined ? {} : { kind }),
  }
  const entries = input.entries.filter(
    (entry) => yearOf(entry.happenedOn) === input.year && entry.countsAs.some((kind) => kinds.has(kind)),
  )
  const saidYes = keyedParts(criterion).some(({ key }) => input.facts[key] === true)
  if (entries.length === 0) return saidYes ? [about] : []
  return entries
    .filter((entry) => entry.evidence.length === 0)
    .map(({ id, title, happenedOn }) => ({ ...about, entry: { id, title, happenedOn } }))
}
