import type { Form } from '@zicha/core'
import type { ScoreAnswer } from '../../../api/contract.ts'

export { itemName } from '@zicha/core'

export type CriterionAnswer = ScoreAnswer['criteria'][number]

/** The criteria of an item as they were marked, with their short names. */
export const criteriaOf = (
  form: Form,
  score: ScoreAnswer,
  no: number,
): readonly { readonly title: string; readonly answer: CriterionAnswer }[] =>
  form.criteria
    .filter((criterion) => criterion.item === no)
    .flatMap((criterion) => {
      const answer = score.criteria.find(({ id }) => id === criterion.id)
      return answer === undefined ? [] : [{ title: criterion.title, answer }]
    })

/** An item's own mark; null where nothing of it is answered: then it is 未答, not 0. */
export const selfMarkOf = (form: Form, score: ScoreAnswer, no: number): number | null => {
  const criteria = criteriaOf(form, score, no)
  if (criteria.length > 0 && criteria.every(({ answer }) => answer.status === 'unanswered' && answer.override === undefined)) return null
  return score.items.find((item) => item.no === no)?.score ?? null
}
