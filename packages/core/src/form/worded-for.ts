import type { Criterion, FormPart } from './form.ts'
import type { UnitProfile } from './unit.ts'

const reword = (part: FormPart, condition: string): FormPart =>
  part.kind === 'award' || part.kind === 'all_or_nothing' ? { ...part, condition } : part

/** The criterion in the words that are meant for this unit: a clause may ask one thing of 公办 and another of 民办 schools. */
export const wordedFor = (criterion: Criterion, unit: UnitProfile): Criterion => {
  const words = unit.ownership === undefined ? undefined : criterion.byOwnership?.[unit.ownership]
  return words === undefined
    ? criterion
    : { ...criterion, question: words.question, parts: criterion.parts.map((part) => reword(part, words.condition)) }
}
