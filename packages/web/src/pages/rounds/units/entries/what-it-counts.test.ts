import { expect, test } from 'vitest'
import { smallForm } from '../../../../testing/small-form.ts'
import { whatItCounts } from './what-it-counts.ts'

const entry = (happenedOn: string, ...countsAs: readonly string[]) => ({ id: happenedOn, countsAs, title: '', happenedOn, evidence: [] })
const counts = (others: readonly ReturnType<typeof entry>[], one: ReturnType<typeof entry>) =>
  whatItCounts(smallForm, {}, 2026, others, one).map((line) => [line.item, line.title, line.stands])

test('a meeting held for two things counts for both', () => {
  expect(counts([], entry('2026-11-24', '集中学习', '意识形态研判'))).toEqual([
    [1, '集中学习', '11月做到'],
    [2, '意识形态研判', '四季度做到'],
  ])
})

test('a second one in the same month says that the month has one already', () => {
  expect(counts([entry('2026-11-02', '集中学习')], entry('2026-11-24', '集中学习'))).toEqual([[1, '集中学习', '11月已经有过']])
})

test('what only helps a person to answer has no standing', () => {
  expect(counts([], entry('2026-03-01', '计划'))).toEqual([[1, '学习计划', null]])
})

test('a kind that no clause asks for counts for nothing', () => {
  expect(counts([], entry('2026-03-01', '换届'))).toEqual([])
})
