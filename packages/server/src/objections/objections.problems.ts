import { sayFullDay } from '@zicha/core'
import type { Finding } from '@zicha/core'
import { Problem, unprocessable } from '../http/problem.ts'

export const notSignedYet = (): Problem =>
  new Problem({
    code: 'objection.not_signed',
    status: 409,
    title: '还没有签字',
    detail: '签字以后才能提异议，没有提交。签字前有不同意见，请局里重新打开检查。',
  })

export const objectionTooLate = (until: string): Problem =>
  new Problem({
    code: 'objection.too_late',
    status: 409,
    title: '异议期限过了',
    detail: `提异议到${sayFullDay(until)}为止，没有提交。还有情况要反映，请用投诉建议写给局里。`,
  })

export const objectionOpen = (current: unknown): Problem =>
  new Problem({
    code: 'objection.open_already',
    status: 409,
    title: '这一条已经提过',
    detail: '这一条的异议局里还在办，没有再提一次。等办结以后再看。',
    current,
  })

export const scoreUnchanged = (): Problem =>
  unprocessable('objection.same_score', '分数没有变', '同意异议就要改分，现在填的和原来一样，没有保存。不改分请选“维持”。', [
    { pointer: '#/score', detail: '请填改后的分' },
  ])

export const decisionFaults = (findings: readonly Finding[]): Problem | undefined => {
  const [first] = findings
  if (first === undefined) return undefined
  return unprocessable('objection.score', '分数要改一处', first.message, findings.map((one) => ({ pointer: '#/score', detail: one.message })))
}
