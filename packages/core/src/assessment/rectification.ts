import type { Finding } from '../finding.ts'
import { sayRole, type Role } from './stage.ts'

/** Where one problem stands between the day it was found and the day it was accepted as put right. */
export type RectificationState = 'open' | 'planned' | 'approved' | 'reported' | 'returned' | 'accepted'

export type RectificationStepKind = 'plan' | 'approve' | 'report' | 'accept' | 'return'

type Step = {
  readonly kind: RectificationStepKind
  readonly from: readonly RectificationState[]
  readonly to: RectificationState
  readonly by: readonly Role[]
}

/** Every step there is: a school plans, its secretary approves, the school reports, the other side accepts or returns. */
const rectificationSteps: readonly Step[] = [
  { kind: 'plan', from: ['open', 'planned'], to: 'planned', by: ['clerk', 'secretary'] },
  { kind: 'approve', from: ['planned'], to: 'approved', by: ['secretary'] },
  { kind: 'report', from: ['approved', 'returned'], to: 'reported', by: ['clerk', 'secretary'] },
  { kind: 'accept', from: ['reported'], to: 'accepted', by: ['inspector', 'bureau'] },
  { kind: 'return', from: ['reported'], to: 'returned', by: ['inspector', 'bureau'] },
]

const stateNames: { readonly [S in RectificationState]: string } = {
  open: '待写整改措施',
  planned: '措施待书记批准',
  approved: '整改中',
  reported: '整改报告待复核',
  returned: '要再改',
  accepted: '已认可',
}

export const sayRectification = (state: RectificationState): string => stateNames[state]

/** The steps open to a role: one button each. */
export const rectificationStepsFrom = (state: RectificationState, role: Role): readonly RectificationStepKind[] =>
  rectificationSteps.filter((one) => one.from.includes(state) && one.by.includes(role)).map((one) => one.kind)

/** The state that a step leads to, or why it cannot be taken now or by this role. */
export const nextRectification = (state: RectificationState, role: Role, kind: RectificationStepKind): RectificationState | Finding => {
  const step = rectificationSteps.find((one) => one.kind === kind)
  if (step === undefined || !step.by.includes(role)) {
    const who = (step?.by ?? []).map(sayRole).join('或')
    return fault('rectification.not_your_step', `这一步由${who}来做，现在用的是${sayRole(role)}账号。`)
  }
  if (!step.from.includes(state)) {
    return fault('rectification.step_not_possible', `这件整改现在是“${sayRectification(state)}”，走不到这一步，没有改动。`)
  }
  return step.to
}

const fault = (code: string, message: string): Finding => ({ code, level: 'error', where: '/kind', message })
