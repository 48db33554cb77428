import type { Form } from './form.ts'

/** A short name of our own for an item, from its criteria: 专题会议、党建计划等. The official wording stands beside it. */
export const itemName = (form: Pick<Form, 'criteria'>, no: number): string => {
  const titles = form.criteria.filter((criterion) => criterion.item === no).map((criterion) => criterion.title)
  return titles.length > 2 ? `${titles.slice(0, 2).join('、')}等` : titles.join('、')
}
