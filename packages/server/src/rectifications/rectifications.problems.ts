import { sayStage } from '@zicha/core'
import type { AssessmentStage, Finding } from '@zicha/core'
import { Problem, forbidden, unprocessable } from '../http/problem.ts'

/** A step that the table of steps does not have now, or has for others. */
export const rectificationRefused = (finding: Finding, current: unknown): Problem =>
  finding.code === 'rectification.not_your_step'
    ? forbidden(finding.message)
    : new Problem({ code: 'rectification.state', status: 409, title: '现在走不到这一步', detail: finding.message, current })

export const tooEarlyToRectify = (stage: AssessmentStage): Problem =>
  new Problem({
    code: 'rectification.too_early',
    status: 409,
    title: '还没有开始检查',
    detail: `这份自查表现在是“${sayStage(stage)}”，检查开始以后才能记问题，没有保存。`,
  })

export const noSuchItem = (): Problem =>
  unprocessable('rectification.no_item', '没有这一条', '这张表里没有这一条，问题没有记下。请核对条目号，或不填。', [
    { pointer: '#/no', detail: '请填表上有的条目号' },
  ])
