import { sayStage } from '@zicha/core'
import type { AssessmentStage } from '@zicha/core'
import { Problem, unprocessable } from '../http/problem.ts'
import type { PointedDetail } from '../http/problem.ts'

const whatThen: Readonly<Record<AssessmentStage, string>> = {
  draft: '请先提交。',
  returned: '请先改好再提交。',
  submitted: '要改，请局里退回。',
  inspecting: '要改，请局里退回。',
  inspected: '有不同意见，请向局里提出。',
  signed: '有不同意见，请向局里提出。',
  frozen: '有不同意见，请走异议办理。',
}

/** A change that the assessment's stage does not let through; what was there stays as it is. */
export const stageForbids = (stage: AssessmentStage): Problem =>
  stage === 'frozen'
    ? new Problem({
        code: 'round.frozen',
        status: 409,
        title: '这一轮已经定稿',
        detail: `这份自查表已经定稿，不能再改，这次没有保存。${whatThen.frozen}`,
      })
    : new Problem({
        code: 'assessment.stage',
        status: 409,
        title: '现在不能改',
        detail: `这份自查表现在是“${sayStage(stage)}”，这次没有保存。${whatThen[stage]}`,
      })

export const unknownForm = (): Problem =>
  unprocessable('round.unknown_form', '没有这张表', '没有这张考核表，轮次没有保存。请从已发布的表里选。', [
    { pointer: '#/form', detail: '请填已发布的表的编号' },
  ])

export const dueBeforeOpen = (): Problem =>
  unprocessable('round.due_before_open', '截止在开始之前', '截止日在开始日之前，轮次没有保存。请改日期。', [
    { pointer: '#/dueOn', detail: '不早于开始日' },
  ])

export const keptTooShort = (): Problem =>
  unprocessable('round.kept_too_short', '保管期限太短', '材料要留到截止以后，保管期限早于截止日，轮次没有保存。', [
    { pointer: '#/keepEvidenceUntil', detail: '不早于截止日' },
  ])

/** Units that cannot be asked: not there, not a school, of another bureau, or named twice. */
export const unitsRefused = (errors: readonly PointedDetail[]): Problem =>
  unprocessable('round.units', '单位名单要改', `名单里有${errors.length}处不对，轮次没有保存。请按提示改。`, errors)

export const inspectorsRefused = (errors: readonly PointedDetail[]): Problem =>
  unprocessable('round.inspectors', '检查人名单要改', `检查人名单有${errors.length}处不对，轮次没有保存。请按提示改。`, errors)

export const unitHasContent = (names: readonly string[], current: unknown): Problem =>
  new Problem({
    code: 'round.unit_has_content',
    status: 409,
    title: '单位已经在填',
    detail: `${names.slice(0, 3).join('、')}${names.length > 3 ? `等${names.length}个单位` : ''}已经填了内容，不能移出这一轮，轮次没有改动。`,
    current,
  })

/** The form and the year of a round that somebody already fills: their records would lose their ground. */
export const roundInUse = (current: unknown): Problem =>
  new Problem({
    code: 'round.in_use',
    status: 409,
    title: '已经有单位在填',
    detail: '已经有单位在填，表和年度不能再换，轮次没有改动。要换，请另开一轮。',
    current,
  })

/** A round that is more than its opening: what was written in it is nobody's to throw away with it. */
export const roundWritten = (current: unknown): Problem =>
  new Problem({
    code: 'round.written',
    status: 409,
    title: '已经有人写过内容',
    detail: '这一轮里已经有记录、答案、检查或抽签，不能撤回，什么都没有动。',
    current,
  })

/** Groups that clash: somebody at an own or former school, a school or a person in two groups. */
export const groupsRefused = (errors: readonly PointedDetail[]): Problem =>
  unprocessable(
    'round.groups',
    '分组有冲突',
    errors.length === 1 ? `${errors[0]?.detail ?? ''}分组没有保存。` : `有${errors.length}处要回避或重复，分组没有保存。请按提示改。`,
    errors,
  )

export const formerUnitsRefused = (errors: readonly PointedDetail[]): Problem =>
  unprocessable('user.former_units', '工作过的单位要改', `有${errors.length}个编码不是单位，没有保存。请按提示改。`, errors)

export const drawRefused = (errors: readonly PointedDetail[]): Problem =>
  unprocessable('round.draw', '抽签条件要改', `${errors[0]?.detail ?? ''}还没有抽。`, errors)
