import { expect, test } from 'vitest'
import { sameMonthBefore, sayYearBefore } from './last-year-together.ts'

const record = (happenedOn: string, ...countsAs: readonly string[]) => ({ happenedOn, title: '', countsAs })
const lastYear = [
  record('2025-03-04', '专题会议', '学习'),
  record('2025-03-18', '专题会议', '计划', '党风廉政研究'),
  record('2025-03-20', '专题会议'),
  record('2025-09-18', '专题会议', '总结'),
]

test('of last year’s meetings in this month the nearest one that was more than one thing is told', () => {
  expect(sameMonthBefore('专题会议', '2026-03-25', lastYear)).toEqual({ happenedOn: '2025-03-18', also: ['计划', '党风廉政研究'] })
  expect(sameMonthBefore('专题会议', '2026-03-02', lastYear)?.also).toEqual(['学习'])
})

test('another month, another kind, or a year without records tells nothing', () => {
  expect(sameMonthBefore('专题会议', '2026-05-25', lastYear)).toBeUndefined()
  expect(sameMonthBefore('党课', '2026-03-25', lastYear)).toBeUndefined()
  expect(sameMonthBefore('专题会议', '2026-03-25', [])).toBeUndefined()
})

test('a round two years ago is not last year', () => {
  expect([sayYearBefore('2025-03-18', '2026-03-18'), sayYearBefore('2024-03-18', '2026-03-18')]).toEqual(['去年', '2024年'])
})
