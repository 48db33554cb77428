import type { Finding } from '../finding.ts'
import type { AssessmentStage } from './assessment.ts'

export type Role = 'clerk' | 'secretary' | 'inspector' | 'bureau' | 'city' | 'admin'

/** One allowed step of an assessment: from where, to where, by whom, and whether it wants a reason. */
export type StageStep = {
  readonly from: AssessmentStage
  readonly to: AssessmentStage
  readonly by: readonly Role[]
  readonly reasonNeeded: boolean
}

const step = (from: AssessmentStage, to: AssessmentStage, by: readonly Role[], reasonNeeded = false): StageStep => ({
  from,
  to,
  by,
  reasonNeeded,
})

/** Every step there is. What is not in this table cannot be done; city and admin do none of them. */
export const stageSteps: readonly StageStep[] = [
  step('draft', 'submitted', ['secretary']),
  step('returned', 'submitted', ['secretary']),
  step('submitted', 'returned', ['bureau'], true),
  step('submitted', 'inspecting', ['bureau', 'inspector']),
  step('inspecting', 'inspected', ['bureau', 'inspector']),
  step('inspecting', 'returned', ['bureau'], true),
  step('inspected', 'inspecting', ['bureau'], true),
  step('inspected', 'signed', ['secretary']),
  step('signed', 'frozen', ['bureau']),
]

const stageNames: { readonly [S in AssessmentStage]: string } = {
  draft: '填写中',
  submitted: '已提交',
  returned: '已退回',
  inspecting: '检查中',
  inspected: '已检查',
  signed: '已签字',
  frozen: '已定稿',
}

const roleNames: { readonly [R in Role]: string } = {
  clerk: '党务干部',
  secretary: '书记',
  inspector: '检查人',
  bureau: '教育局',
  city: '市级',
  admin: '管理员',
}

/** The stages in the order in which an assessment usually passes them. */
export const stages = Object.keys(stageNames) as readonly AssessmentStage[]

/** A stage as people say it: 填写中. */
export const sayStage = (stage: AssessmentStage): string => stageNames[stage]

export const sayRole = (role: Role): string => roleNames[role]

/** The steps open to a role at a stage: one button each. */
export const stepsFrom = (stage: AssessmentStage, role: Role): readonly StageStep[] =>
  stageSteps.filter((one) => one.from === stage && one.by.includes(role))

/** True while a unit's own entries, facts and scores may change: before it is submitted, and after it was returned. */
export const mayEdit = (stage: AssessmentStage): boolean => stage === 'draft' || stage === 'returned'

/** The stage that a step leads to, or why it cannot be taken. A reason of blanks is no reason. */
export const next = (
  stage: AssessmentStage,
  role: Role,
  to: AssessmentStage,
  reason?: string,
): AssessmentStage | Finding => {
  const found = stageSteps.find((one) => one.from === stage && one.to === to)
  if (found === undefined) return fault('assessment.stage_not_possible', notPossible(stage, to))
  if (!found.by.includes(role)) {
    const who = found.by.map(sayRole).join('或')
    return fault('assessment.not_your_step', `这一步由${who}来做，现在用的是${sayRole(role)}账号。`)
  }
  if (found.reasonNeeded && (reason ?? '').trim() === '') {
    return fault('assessment.reason_needed', '请写一句理由，对方会看到这段话。')
  }
  return to
}

const notPossible = (stage: AssessmentStage, to: AssessmentStage): string => {
  if (stage === to) return `这份自查表现在就是“${sayStage(stage)}”，不用再做一次。`
  const ways = stageSteps.filter((one) => one.from === stage).map((one) => `“${sayStage(one.to)}”`)
  const open = ways.length > 0 ? `可以改为${ways.join('、')}。` : '不能再改，有不同意见请提异议。'
  return `这份自查表现在是“${sayStage(stage)}”，不能改为“${sayStage(to)}”。${open}`
}

const fault = (code: string, message: string): Finding => ({ code, level: 'error', where: '/to', message })
