import { expect, test } from 'vitest'
import type { Objection } from '../../../../api/contract.ts'
import { decidedSince, decidedWords } from './objection-words.ts'

const decided = (at: string, outcome: 'upheld' | 'refused' = 'upheld'): Objection['decision'] => ({
  outcome, score: outcome === 'refused' ? 5.5 : 6, reason: '看了记录本', by: 'zhaomin', byName: '赵敏', at, sheet: null,
})
const objection = (no: number, decision: Objection['decision']): Objection => ({
  id: '0b8f4a52-6f0e-4d53-9c3b-6d1e9a1c2f11', unit: 'yucai', unitName: '育才小学', no, duty: '学习', max: 6, selfScore: 6, score: 5.5, reason: '有记录本',
  evidence: [], by: 'wangli', byName: '王丽', at: '2026-12-01T00:00:00.000Z', decision, version: 1,
})

test('a school is told which item was decided and which mark stands', () => {
  expect(decidedWords(objection(5, decided('2026-12-02T00:00:00.000Z')))).toBe('第5条的异议有了决定：5.5分改为6分')
  expect(decidedWords(objection(5, decided('2026-12-02T00:00:00.000Z', 'refused')))).toBe('第5条的异议有了决定：维持5.5分')
})

test('a decision is news until the page with it was opened after it', () => {
  const all = [objection(5, decided('2026-12-02T00:00:00.000Z')), objection(7, null), objection(8, decided('2026-12-03T00:00:00.000Z'))]
  const numbers = (since: string | null) => decidedSince(all, since).map(({ no }) => no)
  expect(numbers(null)).toEqual([8, 5])
  expect(numbers('2026-12-02T00:00:00.000Z')).toEqual([8])
  expect(numbers('2026-12-03T00:00:00.000Z')).toEqual([])
})
