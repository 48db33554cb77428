import { expect, test } from 'vitest'
import { homeRound, roundWords } from './home-round.ts'

const round = (year: number, changes: { readonly id?: string; readonly dueOn?: string; readonly editable?: boolean } = {}) => ({
  id: String(year), form: 'yangzhou-2022', title: '自查表', year, opensOn: `${year}-09-01`, dueOn: `${year}-12-21`, bureauName: '云江市教育局', editable: true, ...changes,
})

test('next year’s round, opened early, does not take the school away from the table that is due first', () => {
  expect(homeRound([round(2027), round(2026), round(2025, { editable: false })], '2026-11-24')?.id).toBe('2026')
})

test('once this year’s table is handed in or its day is over, the school begins with the next', () => {
  expect(homeRound([round(2027), round(2026, { editable: false })], '2026-12-01')?.id).toBe('2027')
  expect(homeRound([round(2027), round(2026)], '2026-12-22')?.id).toBe('2027')
  expect(homeRound([round(2027), round(2026)], '2026-12-21')?.id).toBe('2026')
})

test('where nothing is due any more, the newest round stands first; without rounds there is none', () => {
  expect(homeRound([round(2026, { editable: false }), round(2025, { editable: false })], '2026-12-31')?.id).toBe('2026')
  expect(homeRound([], '2026-12-31')).toBeUndefined()
})

test('two rounds of one year are told apart by their last day', () => {
  const spring = round(2026, { id: '2026-2', dueOn: '2026-06-30' })
  expect(roundWords(spring, [round(2026), spring])).toBe('2026年度，6月30日截止')
  expect(roundWords(round(2027), [round(2027), spring])).toBe('2027年度')
})
