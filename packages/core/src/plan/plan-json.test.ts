import { expect, test } from 'vitest'
import { toPoints } from '../points.ts'
import type { Due, Plan } from './plan.ts'
import { toPlanJson } from './plan-json.ts'

const none = toPoints(0)
const plan = (due: Partial<Due>): Plan => ({
  lost: none, reachable: none, full: none, missing: [], upcoming: [], lackingEvidence: [], unanswered: [],
  due: [{ criterion: '30.2', item: 30, what: '党风廉政宣传教育', key: '30.2', period: '全年', deadline: '2026-12-31', count: 1, loses: toPoints(1), certain: true, kinds: ['廉政教育'], ...due }],
})
const form = {
  id: 'one', title: '', titleLines: [], edition: '', heading: '', unitLine: '', dateLine: '', columns: [], totalRow: '', signatureLine: '',
  total: 0, sections: [], items: [], criteria: [],
}
const by = (due: Partial<Due>, today: string, dueOn = '2026-12-21') => toPlanJson(form, plan(due), today, dueOn).due[0]?.by

test('a fixed day stands on its own day while it lies ahead', () => {
  expect(by({ period: '12.9', advisedBy: '2026-12-09' }, '2026-11-24')).toBe('2026-12-09')
  expect(by({ period: '12.9' }, '2026-12-10')).toBe('2026-12-21')
})

test('nothing is promised for later than the table itself is due; once that day is past, the clause’s own deadline stands', () => {
  expect(by({ period: '12月' }, '2026-11-24')).toBe('2026-12-21')
  expect(by({ period: '11月', deadline: '2026-11-30' }, '2026-11-24')).toBe('2026-11-30')
  expect(by({ period: '全年', advisedBy: '2026-11-30' }, '2026-11-24')).toBe('2026-12-21')
  expect(by({ period: '12月' }, '2026-12-22')).toBe('2026-12-31')
})
