import { Problem, unprocessable } from '../http/problem.ts'
import type { PointedDetail } from '../http/problem.ts'

export const rosterUnreadable = (message: string): Problem =>
  unprocessable('roster.unreadable', '名单读不出来', message, [{ pointer: '#/', detail: message }])

/** All rows that cannot be taken, in one answer; none was taken. */
export const rosterRefused = (schools: number, errors: readonly PointedDetail[]): Problem =>
  unprocessable('roster.rows', '有几所学校要改', `有${schools}所学校还不能导入，整份都没有导入。请按提示改，或先去掉它们。`, errors)

export const notOverSchools = (): Problem =>
  unprocessable('roster.not_over_schools', '学校下面不能再有学校', '名单要导入到教育局或市级单位下面，没有导入。请换一个单位。')

export const linkNotTheirs = (username: string): Problem =>
  unprocessable('roster.link', '有的账号不能发链接', `账号“${username}”已停用，或不归这个单位管。链接都没有发，请去掉它再试。`)

export const linksCrossed = (): Problem =>
  new Problem({
    code: 'roster.links_crossed',
    status: 409,
    title: '人员刚刚变了',
    detail: '发链接的时候人员有改动，链接都没有发。请刷新后再发一次。',
    retry: 'now',
  })
