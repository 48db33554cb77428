import { toDecimal, toPoints } from '@zicha/core'
import type { Person } from '../access/person.ts'
import { changeStage } from '../assessments/change-stage.ts'
import { markItem } from '../inspections/mark-item.ts'
import { settleItem } from '../inspections/settle-item.ts'
import { viewInspection } from '../inspections/view-inspection.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Deed } from './timeline.ts'
import type { Moments } from './school-year.ts'

/** What an inspector found against the self score: so much less, and why. */
type Findings = Readonly<Record<number, { readonly less: number; readonly reason: string }>>

type Visit = {
  readonly at: { readonly round: string; readonly unit: string }
  readonly by: Person
  readonly items: readonly number[]
  readonly begins: Date
  readonly findings: Findings
}

const range = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

const addressOf = (at: Visit['at']): string => `/rounds/${at.round}/units/${at.unit}`

/** One inspector goes through items in order, two minutes each, and agrees where nothing was found. */
const deedsOfVisit = ({ at, by, items, begins, findings }: Visit): readonly Deed[] =>
  items.map((no, index): Deed => ({
    at: new Date(begins.getTime() + index * 120_000),
    by,
    action: 'mark.put',
    target: `${addressOf(at)}/inspections/${by.username}/items/${no}`,
    run: async (writing) => {
      const view = await viewInspection(writing.db, await getBeneath(writing.db, at), by)
      const selfScore = view.items.find((item) => item.no === no)?.selfScore ?? 0
      const found = findings[no]
      const score = found === undefined ? selfScore : toDecimal(toPoints(Math.max(0, selfScore - found.less)))
      return markItem(
        writing,
        { ...at, username: by.username, no },
        { score, ...(found === undefined || score === selfScore ? {} : { reason: found.reason }) },
      )
    },
  }))

/** Two inspectors in the middle of a school: most agreed, one difference settled, one still open, some items to go. */
export const deedsOfRunningInspection = (
  unit: string,
  [first, second]: readonly [Person, Person],
  moments: Moments,
): readonly Deed[] => {
  const at = { round: moments.round, unit }
  return [
    ...deedsOfVisit({
      at,
      by: first,
      items: range(1, 22),
      begins: moments.daysAgo(1, '09:05'),
      findings: {
        5: { less: 0.5, reason: '记录不全：6月集中学习没有签到' },
        12: { less: 1, reason: '发展材料缺1份培养考察表' },
        18: { less: 0.5, reason: '日期不符：4月支委会两处日期不一' },
      },
    }),
    ...deedsOfVisit({
      at,
      by: second,
      items: range(1, 18),
      begins: moments.daysAgo(1, '09:06'),
      findings: {
        5: { less: 1, reason: '6月、8月两次没有签到' },
        18: { less: 1.5, reason: '记录不全：两次支委会没有议题' },
        12: { less: 1, reason: '培养考察表缺1份' },
      },
    }),
    {
      at: moments.daysAgo(1, '11:40'),
      by: first,
      action: 'mark.settle',
      target: `${addressOf(at)}/inspection/settled/18`,
      run: async (writing) => {
        const view = await viewInspection(writing.db, await getBeneath(writing.db, at), first)
        const selfScore = view.items.find((item) => item.no === 18)?.selfScore ?? 0
        return settleItem(
          writing,
          { ...at, no: 18 },
          { score: toDecimal(toPoints(Math.max(0, selfScore - 1))), reason: '一起翻了记录本：一次缺议题，一次日期写错' },
        )
      },
    },
  ]
}

/** An inspection that was finished: the duties shared out, one finding, then signed by the secretary. */
export const deedsOfFinishedInspection = (
  unit: string,
  [first, second]: readonly [Person, Person],
  secretary: Person,
  moments: Moments,
): readonly Deed[] => {
  const at = { round: moments.round, unit }
  const step = (when: Date, by: Person, to: 'inspected' | 'signed'): Deed => ({
    at: when,
    by,
    action: 'stage.move',
    target: `${addressOf(at)}/stage`,
    run: (writing) => changeStage(writing, at, { to }),
  })
  return [
    ...deedsOfVisit({ at, by: first, items: range(1, 17), begins: moments.daysAgo(5, '09:02'), findings: {} }),
    ...deedsOfVisit({
      at,
      by: second,
      items: range(18, 30),
      begins: moments.daysAgo(5, '09:03'),
      findings: { 22: { less: 0.5, reason: '与事实不符：有一次活动没有报道' } },
    }),
    step(moments.daysAgo(5, '11:30'), first, 'inspected'),
    step(moments.daysAgo(3, '15:10'), secretary, 'signed'),
  ]
}
