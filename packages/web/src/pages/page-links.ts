import type { CurrentSession } from '../api/contract.ts'
import { placePath } from '../api/names.ts'
import type { Place } from '../api/names.ts'
import type { PageLinks } from '../ui/Frame.tsx'

/** The pages of one unit's assessment, for whoever may go there: the list on the left and the tabs of a phone. */
export const unitLinks = (session: CurrentSession, place: Place): PageLinks => {
  const here = placePath(place)
  const home = { to: here, name: '首页', end: true }
  const entries = { to: `${here}/entries`, name: '记录', end: true }
  const sheet = { to: `${here}/sheet`, name: '自查表' }
  const check = { to: `${here}/quick-check`, name: '快速核对' }
  const preview = { to: `${here}/document`, name: '打印预览' }
  const profile = { to: `${here}/profile`, name: '单位资料' }
  switch (session.user.role) {
    case 'clerk':
      return {
        groups: [[home, entries, check, sheet], [preview, profile]],
        tabs: { links: [home, entries, sheet], act: { to: `${here}/entries/new`, name: '记一笔' } },
      }
    case 'secretary':
      return {
        groups: [
          [home, entries, check, sheet, { to: `${here}/submit`, name: '提交前核对' }],
          [preview, profile],
        ],
        tabs: { links: [home, entries, sheet], act: { to: `${here}/submit`, name: '提交前核对' } },
      }
    case 'inspector':
    case 'bureau':
    case 'city':
    case 'admin':
      return { groups: [[sheet, entries], [preview, profile]] }
  }
}
