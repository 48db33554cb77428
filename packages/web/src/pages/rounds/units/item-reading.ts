import type { Form } from '@zicha/core'
import type { ScoreAnswer } from '../../../api/contract.ts'

export type CriterionAnswer = ScoreAnswer['criteria'][number]

/** A short name of our own for an item, from its criteria: 专题会议、党建计划等. The official wording stands beside it. */
export const itemName = (form: Form, no: number): string => {
  const titles = form.criteria.filter((criterion) => criterion.item === no).map((criterion) => criterion.title)
  return titles.length > 2 ? `${titles.slice(0, 2).join('、')}等` : titles.join('、')
}

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
