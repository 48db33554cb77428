import type { CurrentSession } from '../api/contract.ts'
import { placePath } from '../api/names.ts'
import type { Place } from '../api/names.ts'
import { roundPath } from '../api/rounds.ts'
import type { PageLink, PageLinks } from '../ui/Frame.tsx'

/** The pages of one unit's assessment, for whoever may go there: the list on the left and the tabs of a phone. */
export const unitLinks = (session: CurrentSession, place: Place): PageLinks => {
  const here = placePath(place)
  const home = { to: here, name: '首页', end: true }
  const entries = { to: `${here}/entries`, name: '记录', end: true }
  const sheet = { to: `${here}/sheet`, name: '自查表' }
  const check = { to: `${here}/quick-check`, name: '快速核对' }
  const preview = { to: `${here}/document`, name: '打印预览' }
  const profile = { to: `${here}/profile`, name: '单位资料' }
  const objections = { to: `${here}/objections`, name: '异议' }
  const rectifications = { to: `${here}/rectifications`, name: '整改' }
  switch (session.user.role) {
    case 'clerk':
      return {
        groups: [[home, entries, check, sheet], [preview, profile, rectifications]],
        tabs: { links: [home, entries, sheet], act: { to: `${here}/entries/new`, name: '记一笔' } },
      }
    case 'secretary':
      return {
        groups: [
          [home, entries, check, sheet, { to: `${here}/submit`, name: '提交前核对' }],
          [{ to: `${here}/compare`, name: '自查与检查' }, { to: `${here}/sign`, name: '签字' }, objections, rectifications],
          [preview, profile],
        ],
        tabs: { links: [home, entries, sheet], act: { to: `${here}/submit`, name: '提交前核对' } },
      }
    case 'inspector':
      return {
        groups: [
          [{ to: '/tasks', name: '我的任务' }],
          [{ to: `${here}/inspect`, name: '现场检查', end: true }, { to: `${here}/inspect/summary`, name: '检查汇总' }],
          [{ to: `${here}/closing`, name: '双方签字' }, rectifications],
          [entries, sheet, preview],
        ],
      }
    case 'bureau':
    case 'city':
    case 'admin':
      return {
        groups: [
          [{ to: roundPath(place.round), name: '进度', end: true }],
          [{ ...home, name: '单位详情' }, entries, { to: `${here}/compare`, name: '自查与检查' }, preview],
          [objections, rectifications],
        ],
      }
  }
}

/** The pages about many units. `round` is the one at hand; without it the newest. */
export const officeLinks = (session: CurrentSession, round = session.rounds[0]?.id): PageLinks => {
  const board: PageLink[] = round === undefined ? [] : [{ to: roundPath(round), name: '进度', end: true }]
  const after: PageLink[] =
    round === undefined ? [] : [{ to: `${roundPath(round)}/objections`, name: '异议' }, { to: `${roundPath(round)}/rectifications`, name: '整改' }]
  const rounds = { to: '/rounds', name: '轮次', end: true }
  const units = { to: '/units', name: '单位与人员' }
  const record = { to: '/audit', name: '记录簿' }
  const inbox = { to: '/suggestions', name: '收到的意见' }
  switch (session.user.role) {
    case 'bureau':
      return {
        groups: [[...board, ...after, rounds, { to: '/forms', name: '表格' }], [units, { to: '/calendar', name: '学期' }, inbox, record]],
        tabs: { links: [...board, rounds, units] },
      }
    case 'city':
      return {
        groups: [[{ to: '/overview', name: '总览' }, { ...rounds, name: '各县轮次' }, ...board], [inbox]],
        tabs: { links: [{ to: '/overview', name: '总览' }, { ...rounds, name: '各县轮次' }] },
      }
    case 'admin':
      return { groups: [[units, rounds, ...board], [inbox, record]], tabs: { links: [units, rounds, record] } }
    case 'inspector':
      return { groups: [[{ to: '/tasks', name: '我的任务' }]] }
    case 'clerk':
    case 'secretary':
      return { groups: [] }
  }
}
