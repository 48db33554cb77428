import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadEntry } from './list/list.ts'
import { planImport } from './plan-import.ts'

const read = (changes: Partial<ReadEntry> = {}): ReadEntry => ({
  happenedOn: '2022-03-15',
  title: '支委会（扩大）',
  countsAs: ['支委会'],
  source: { row: 3 },
  ...changes,
})
const steps = (existing: Parameters<typeof planImport>[0], rows: readonly ReadEntry[]) => planImport(existing, rows).rows.map(({ step }) => step)

test('a whole row is added, a row without day or kind asks a person', () => {
  expect(steps([], [read(), read({ happenedOn: null }), read({ title: '运动会', countsAs: [] })])).toEqual([
    { kind: 'add' },
    { kind: 'ask', missing: ['day'] },
    { kind: 'ask', missing: ['kinds'] },
  ])
})

test('the same day and title is there already, however its marks are typed', () => {
  const existing = [{ id: 'a', happenedOn: '2022-03-15', title: '支委会 (扩大)' }]
  expect(steps(existing, [read(), read({ happenedOn: '2022-03-16' }), read({ title: '支委会' })])).toEqual([
    { kind: 'there', id: 'a' },
    { kind: 'add' },
    { kind: 'add' },
  ])
})

test('a row that says the same as an earlier one is not added twice, rows without a day are never the same', () => {
  expect(steps([], [read(), read({ source: { row: 9 } })])).toEqual([{ kind: 'add' }, { kind: 'repeated', index: 0 }])
  expect(steps([], [read({ happenedOn: null }), read({ happenedOn: null })]).map(({ kind }) => kind)).toEqual(['ask', 'ask'])
})

test('kinds are counted over what would be added', () => {
  const plan = planImport([], [read(), read({ title: '党课', countsAs: ['党课', '支委会'] }), read({ happenedOn: null })])
  expect(plan.counts).toEqual({ add: 2, there: 0, repeated: 0, ask: 1 })
  expect(plan.byKind).toEqual([{ kind: '支委会', rows: 2 }, { kind: '党课', rows: 1 }])
})

test('importing what a plan would add a second time adds nothing', () => {
  const day = fc.constantFrom('2022-03-15', '2022-04-01', null)
  const rows = fc.array(fc.record({ happenedOn: day, title: fc.constantFrom('支委会', '党课', '慰问'), countsAs: fc.constantFrom([], ['党课']), source: fc.constant({ row: 1 }) }))
  fc.assert(
    fc.property(rows, (list) => {
      const once = planImport([], list)
      const kept = once.rows.flatMap(({ entry, step }, index) => (step.kind === 'add' && entry.happenedOn !== null ? [{ id: `${index}`, happenedOn: entry.happenedOn, title: entry.title }] : []))
      expect(planImport(kept, list).counts.add).toBe(0)
      expect(once.rows).toHaveLength(list.length)
    }),
  )
})
