import type { Form } from '@zicha/core'

/** 第7条要述职报告。 — what the criterion that led here asks for; nothing where the form does not know it. */
export const lackingWords = (form: Form, criterion: string | null | undefined): string | undefined => {
  const lacks = form.criteria.find(({ id }) => id === criterion)
  return lacks === undefined || lacks.evidence.length === 0 ? undefined : `第${lacks.item}条要${lacks.evidence.join('、')}。`
}
