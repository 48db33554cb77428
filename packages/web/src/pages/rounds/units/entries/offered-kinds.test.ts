import { expect, test } from 'vitest'
import { offeredKinds } from './offered-kinds.ts'

const kinds = ['集中学习', '支委会', '党课', '主题党日', '计划', '专题会议', '研讨'].map((name) => ({ name, group: '会议', goesWith: [], alsoCalled: [] }))
const record = (happenedOn: string, ...countsAs: readonly string[]) => ({ happenedOn, title: '', countsAs })
const everyMonth = Array.from({ length: 12 }, (_, index) => record(`2025-${String(index + 1).padStart(2, '0')}-08`, '集中学习'))
const lastYear = [...everyMonth, record('2025-03-18', '专题会议', '计划'), record('2025-09-20', '专题会议')]

test('after the two that are most due comes what belonged to this month last year, the rarest first', () => {
  const known = { kinds, past: [], lastYear, likely: ['支委会', '党课', '主题党日'] }
  expect(offeredKinds(null, '2026-03-04', known)).toEqual(['支委会', '党课', '计划', '专题会议', '主题党日'])
  expect(offeredKinds(null, '2026-11-04', known)).toEqual(['支委会', '党课', '集中学习', '主题党日', '专题会议'])
})

test('without a year before, what is due and what is used often stands first; what is chosen always does', () => {
  const known = { kinds, past: [record('2026-01-08', '研讨')], lastYear: [], likely: ['支委会'] }
  expect(offeredKinds(null, '2026-03-04', known)).toEqual(['支委会', '研讨', '集中学习', '党课', '主题党日'])
  expect(offeredKinds('计划', '2026-03-04', known)[0]).toBe('计划')
})

test('a kind that this year’s vocabulary lacks is not offered from last year', () => {
  expect(offeredKinds(null, '2026-03-04', { kinds, past: [], lastYear: [record('2025-03-01', '旧类型')], likely: [] })).not.toContain('旧类型')
})
