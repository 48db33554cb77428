import { expect, test } from 'vitest'
import { filterProgress, noFilter, remindedOf, standingsOf } from './progress-filter.ts'
import type { ProgressRow } from './progress-filter.ts'

const row = (unit: string, over: Partial<ProgressRow> = {}): ProgressRow => ({
  unit,
  name: `${unit}小学`,
  stage: 'draft',
  answered: 3,
  criteria: 60,
  selfScore: null,
  inspectionScore: null,
  updatedAt: null,
  attention: [],
  inspectors: [],
  ...over,
})

const rows = [
  row('a', { answered: 0 }),
  row('b', { attention: ['缺材料1件'] }),
  row('c', { stage: 'returned' }),
  row('d', { stage: 'submitted', attention: ['自己定的分2条'] }),
  row('e', { stage: 'inspecting', attention: ['两人分差1条'] }),
]
const units = (found: readonly ProgressRow[]) => found.map(({ unit }) => unit)

test('a draft without an answer counts as not started, and stages without a unit are not offered', () => {
  expect(standingsOf(rows)).toEqual([
    { standing: 'notStarted', count: 1 },
    { standing: 'draft', count: 1 },
    { standing: 'returned', count: 1 },
    { standing: 'submitted', count: 1 },
    { standing: 'inspecting', count: 1 },
  ])
})

test('not submitted are drafts and what was returned', () => {
  expect(units(filterProgress(rows, { ...noFilter, concerns: ['not_submitted'] }))).toEqual(['a', 'b', 'c'])
})

test('several filters hold together, and the order of the codes stays', () => {
  expect(units(filterProgress(rows, { ...noFilter, concerns: ['not_submitted', 'lacking_evidence'] }))).toEqual(['b'])
  expect(units(filterProgress(rows, { ...noFilter, concerns: ['inspectors_differ'] }))).toEqual(['e'])
  expect(units(filterProgress(rows, { ...noFilter, standing: 'returned' }))).toEqual(['c'])
})

test('a school is found by its name or its code', () => {
  expect(units(filterProgress(rows, { ...noFilter, sought: ' D小' }))).toEqual(['d'])
})

test('a reminder goes to nobody who has submitted, whoever is chosen', () => {
  expect(units(remindedOf(rows, new Set()))).toEqual(['a', 'b', 'c'])
  expect(units(remindedOf(rows, new Set(['b', 'd'])))).toEqual(['b'])
})

test('1,500 units are filtered within the time of a tap', () => {
  const many = Array.from({ length: 1500 }, (_, index) => row(`s${index}`, { stage: index % 3 === 0 ? 'submitted' : 'draft' }))
  const start = performance.now()
  expect(filterProgress(many, { ...noFilter, concerns: ['not_submitted'], sought: '小学' })).toHaveLength(1000)
  expect(performance.now() - start).toBeLessThan(100)
})
