import type { Finding } from '@zicha/core'
import { forbidden, Problem, unprocessable } from '../http/problem.ts'

/** Findings about answers, each at its key: `#/facts/5.2`. Warnings (a day of another year is kept, uncounted) pass. */
export const factFaults = (findings: readonly Finding[]): Problem | undefined => {
  const errors = findings.filter((finding) => finding.level === 'error')
  const [first] = errors
  if (first === undefined) return undefined
  return unprocessable(
    first.code,
    '答案要改一处',
    `${first.message}${errors.length > 1 ? `共${errors.length}处。` : ''}这次没有保存。`,
    errors.map((finding) => ({ pointer: `#/facts/${pointed(finding.where)}`, detail: finding.message })),
  )
}

const pointed = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** Findings about a person's own mark; its criterion stands in the address. */
export const overrideFaults = (findings: readonly Finding[]): Problem | undefined => {
  const [first] = findings
  if (first === undefined) return undefined
  return unprocessable(first.code, '自查分要改一处', first.message, findings.map((one) => ({ pointer: `#${one.where}`, detail: one.message })))
}

/** The paper's columns take two decimals: a finer mark could never be printed. */
export const tooFine = (): Problem =>
  unprocessable('assessment.score_too_fine', '分数太细', '分数最多两位小数，表上才写得下，没有保存。请改成两位以内。', [
    { pointer: '#/score', detail: '最多两位小数' },
  ])

/** A step that the table of steps does not have, has for others, or has only with a reason. */
export const stepRefused = (finding: Finding, current: unknown): Problem => {
  switch (finding.code) {
    case 'assessment.not_your_step':
      return forbidden(finding.message)
    case 'assessment.reason_needed':
      return unprocessable(finding.code, '还没有写理由', finding.message, [{ pointer: '#/reason', detail: '请写一句理由' }])
    default:
      return new Problem({
        code: 'assessment.stage',
        status: 409,
        title: '现在走不到这一步',
        detail: finding.message,
        current,
      })
  }
}

/** A colleague took the same step a moment before, with another reason. */
export const reachedOtherwise = (current: unknown): Problem =>
  new Problem({
    code: 'assessment.reached_otherwise',
    status: 409,
    title: '同事已先办了这一步',
    detail: '同事已先办了这一步，写的理由不一样。这次没有改动，写的还在，请看过同事的再定。',
    current,
  })

export const passwordNeeded = (): Problem =>
  unprocessable('assessment.password_needed', '签字要再输一次密码', '签字后这份表不能再改，请再输一次密码。没有改动。', [
    { pointer: '#/password', detail: '请输入本人的密码' },
  ])

export const passwordWrong = (): Problem =>
  unprocessable('assessment.password_wrong', '密码不对', '密码不对，没有签字，表没有改动。请再输一次。', [
    { pointer: '#/password', detail: '请输入本人的密码' },
  ])
