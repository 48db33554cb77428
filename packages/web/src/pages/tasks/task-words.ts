import { sayStage } from '@zicha/core'
import type { AssessmentAnswer, InspectionAnswer } from '../../api/contract.ts'
import type { Taken } from '../../api/kept-database.ts'
import type { Place } from '../../api/names.ts'
import { placePath } from '../../api/names.ts'
import { isBehind } from '../../taken/use-taken.ts'
import { groupMarks, seenTogether } from '../rounds/units/inspect/group-marks.ts'
import { dayOf, dayWords, today } from '../../ui/day-words.ts'

/** One school of an inspector, as far as it is known. */
export type Task = {
  readonly place: Place
  readonly assessment: AssessmentAnswer | undefined
  readonly inspection: InspectionAnswer | undefined
  /** When the group goes there; null where no day is set. */
  readonly day: string | null
  readonly taken: Taken | undefined
}

/** What one press takes along: today's schools, or all that are to be seen; only what is not here or behind. */
export const takeWords = (tasks: readonly Task[]): { readonly places: readonly Place[]; readonly words: string } | null => {
  const open = tasks.filter(({ assessment }) => assessment !== undefined && isToSee(assessment))
  const due = open.filter(({ taken, assessment }) => taken === undefined || (assessment !== undefined && isBehind(taken, assessment)))
  const todays = due.filter(({ day }) => day === today())
  const places = (todays.length > 0 ? todays : due).map(({ place }) => place)
  if (places.length === 0) return null
  return { places, words: todays.length > 0 ? `把今天的${places.length}所下载到本机` : `把这${places.length}所下载到本机` }
}

const isToSee = ({ stage }: AssessmentAnswer): boolean => stage === 'submitted' || stage === 'inspecting'

/** 未下载, 已下载 11月24日 16:02, 有更新. */
export const takenWords = ({ taken, assessment }: Task): string => {
  if (taken === undefined) return assessment !== undefined && isToSee(assessment) ? '未下载' : ''
  const at = new Date(taken.at)
  const absent = taken.absent === 0 ? '' : `，${taken.absent}件要联网看`
  return `${assessment !== undefined && isBehind(taken, assessment) ? '有更新，本机是' : '已下载 '}${dayWords(dayOf(at))} ${time.format(at)}${absent}`
}
const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', hour: 'numeric', minute: '2-digit', hour12: false })

export const taskAddress = ({ place, assessment }: Task): string =>
  assessment === undefined || assessment.stage === 'submitted' || assessment.stage === 'inspecting' || assessment.editable
    ? `${placePath(place)}/inspect`
    : `${placePath(place)}/inspect/summary`

export const taskVerb = ({ stage }: AssessmentAnswer): string =>
  stage === 'submitted' ? '开始看' : stage === 'inspecting' ? '接着看' : '看'

export const taskWords = ({ assessment, inspection, day }: Task, username: string): string => {
  if (assessment === undefined) return ' '
  const when = day === null ? '' : day === today() ? '今天去。' : `${dayWords(day, assessment.year)}去。`
  if (assessment.editable) return `${when}学校还没有提交`
  if (inspection === undefined) return `${when}${sayStage(assessment.stage)}`
  const marks = groupMarks(inspection.items, username)
  const partners = assessment.inspectors.filter((one) => one.username !== username).map(({ name }) => name)
  return `${when}${[
    sayStage(assessment.stage),
    seenTogether(marks),
    ...(marks.disputed.length === 0 ? [] : [`${marks.disputed.length}条两人不同`]),
    ...(partners.length === 0 ? [] : [`同组${partners.join('、')}`]),
  ].join('，')}`
}
