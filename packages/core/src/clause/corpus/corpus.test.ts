import { expect, test } from 'vitest'
import { readClause } from '../read-clause.ts'
import { compareReadings, type PartJson } from './compare-readings.ts'
import { corpus } from './corpus.ts'

const verdicts = corpus.map((clause) => {
  const reading = readClause(clause.text, clause.points)
  const parts = reading.parts.map((part): PartJson => part.rule)
  return { clause, parts, unread: reading.unread.map((one) => one.text), ...compareReadings(clause, parts, reading.unread.map((one) => one.text)) }
})

const textsWhere = (holds: (verdict: (typeof verdicts)[number]) => boolean): string[] => verdicts.filter(holds).map(({ clause }) => clause.text)

test('the corpus holds at least four hundred different clauses', () => {
  expect(new Set(corpus.map((clause) => clause.text)).size).toBeGreaterThanOrEqual(400)
})

test('every clause of the corpus is read to the same marks given and taken', () => {
  expect(textsWhere((verdict) => !verdict.sameMarks)).toEqual([])
})

test('no number of a rule is invented and no part of a clause is dropped in silence', () => {
  expect(textsWhere((verdict) => verdict.invented)).toEqual([])
  expect(textsWhere((verdict) => verdict.silent)).toEqual([])
})

test('at least ninety-five in a hundred clauses have the very kinds and numbers of the hand', () => {
  expect(verdicts.filter((verdict) => verdict.exact).length / verdicts.length).toBeGreaterThanOrEqual(0.95)
})

test('what the hand left unread is left unread', () => {
  const dropped = verdicts.filter(({ clause, unread }) => (clause.unread ?? []).some((words) => !unread.some((text) => text.includes(words) || words.includes(text))))
  expect(dropped.map(({ clause }) => clause.text)).toEqual([])
})
