import { defaultCalendar, keyedParts, ruleOf, toPoints } from '@zicha/core'
import type { Criterion, DueRule, FormPart, Per, Place } from '@zicha/core'

const placeOf = (criterion: Criterion): Place => ({
  whole: toPoints(criterion.points),
  calendar: defaultCalendar,
  alone: keyedParts(criterion).length === 1,
})

/** The rule in one sentence, by the core: 每季度1次，缺1次扣0.5分，扣完2分为止。 */
export const termsOf = (criterion: Criterion, part: FormPart): string => `${ruleOf(part).terms(part, placeOf(criterion))}。`

/** Who answers: the records, the school, or whoever gives marks. */
export const answeredBy = (criterion: Criterion): string => {
  const asked = keyedParts(criterion).map(({ part }) => part)
  const fed = asked.flatMap(({ fedBy }) => fedBy)
  const judges = asked.some((part) => ['marks', 'rate'].includes(ruleOf(part).asks(part)))
  if (fed.length > 0 && asked.length === 1) return `由活动记录自动计：${fed.join('、')}`
  const who = judges ? '由人给分，写明理由' : '学校在快速核对里答'
  const tells = criterion.suggestedBy.length > 0 ? `；有“${criterion.suggestedBy.join('、')}”的记录会提示` : ''
  return `${fed.length > 0 ? `次数由活动记录计（${fed.join('、')}），其余` : ''}${who}${tells}`
}

const everyWords = { month: '每月', quarter: '每季度', half: '每半年', semester: '每学期' } as const

export const dueWords = (rule: DueRule): string =>
  'every' in rule ? everyWords[rule.every] : 'month' in rule ? `${rule.month}月` : rule.day === '5.10' ? '5月10日' : rule.day === '12.9' ? '12月9日' : rule.day

const remindWords: { readonly [P in Per]: string | undefined } = {
  week: '每周提醒',
  month: '每月提醒',
  quarter: '每季度提醒',
  half: '每半年提醒',
  semester: '每学期提醒',
  year: undefined,
  term: undefined,
  unspecified: undefined,
}

/** When it is due; a count carries its own rhythm. */
export const dueSentence = (criterion: Criterion): string => {
  if (criterion.due.length > 0) return `${criterion.due.map(dueWords).join('、')}要做`
  return criterion.parts.flatMap((part) => (part.kind === 'shortfall' ? (remindWords[part.required.per] ?? []) : []))[0] ?? '一年里做到就行'
}
