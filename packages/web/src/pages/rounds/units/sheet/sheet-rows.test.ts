import { scoreForm, toScoreJson } from '@zicha/core'
import type { Facts } from '@zicha/core'
import { expect, test } from 'vitest'
import { smallForm } from '../../../../testing/small-form.ts'
import { checkQuestions } from '../quick-check/check-questions.ts'
import { isShown, sheetRows, standingWords } from './sheet-rows.ts'

const months = (count: number) => Array.from({ length: count }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}-12`)

const rowsFor = (facts: Facts) => {
  const answer = toScoreJson(scoreForm(smallForm, { year: 2026, unit: {}, facts }))
  const score = { ...answer, criteria: answer.criteria.map((one) => ({ ...one, entries: [], proposed: [] })), version: 1 }
  const plan = { today: '2026-11-24', lost: 0, reachable: 6, full: 6, due: [], missing: [], upcoming: [], lackingEvidence: [], unanswered: { criteria: 0, points: 0 } }
  return sheetRows({
    form: smallForm,
    score: { ...score, criteria: [...score.criteria], items: [...score.items], sections: [...score.sections] },
    plan,
    entries: [],
    asked: checkQuestions(smallForm, {}, facts),
  })
}

test('what nobody answered is not lost', () => {
  const [first, second] = rowsFor({ '1.1': months(12), '2.1': 4 })
  expect([first?.lost, first?.unanswered, first?.unansweredPoints]).toEqual([0, 1, 1000])
  expect([second?.lost, second?.unanswered]).toEqual([0, 1])
})

test('losses are added exactly', () => {
  const rows = rowsFor({ '1.1': months(11), '1.2': false, '2.1': 3, '2.2': { applicable: false } })
  expect(rows.map((row) => row.lost)).toEqual([2000, 500])
  expect(standingWords(rows)).toEqual({ lost: 2500, open: '每一处都答了。' })
})

test('the filters keep what they name, the search finds by number, duty and short name', () => {
  const rows = rowsFor({ '1.1': months(11), '2.1': 4 })
  const kept = (show: Parameters<typeof isShown>[1], word = '') => rows.filter((row) => isShown(row, show, word)).map((row) => row.item.no)
  expect(kept('lost')).toEqual([1])
  expect(kept('unanswered')).toEqual([1, 2])
  expect(kept('lacking')).toEqual([])
  expect(kept('all', '第2条')).toEqual([2])
  expect(kept('all', '研判')).toEqual([2])
  expect(kept('all', '学习计划')).toEqual([1])
})

test('how many places are open is said with their points', () => {
  expect(standingWords(rowsFor({ '1.1': months(12), '2.1': 4 })).open).toBe('还有2处没答，共2分没有算进去。')
})
