import { expect, test } from 'vitest'
import type { Objection, ObjectionList, Rectification } from '../../../../api/contract.ts'
import { openMatters } from './open-matters.ts'

const objection = (no: number, decision: Objection['decision'] = null): Objection => ({
  id: '0b8f4a52-6f0e-4d53-9c3b-6d1e9a1c2f11', unit: 'yucai', unitName: '育才小学', no, duty: '学习', max: 6, selfScore: 6, score: 5, reason: '有记录本',
  evidence: [], by: 'wangli', byName: '王丽', at: '2026-12-01T00:00:00.000Z', decision, version: 1,
})
const decided: Objection['decision'] = { outcome: 'refused', score: 5, reason: '看了', by: 'zhaomin', byName: '赵敏', at: '2026-12-02T00:00:00.000Z', sheet: null }
const problem = (no: number | null, state: Rectification['state'], dueOn: string, reviewBy: string | null = null): Rectification => ({
  id: '0b8f4a52-6f0e-4d53-9c3b-6d1e9a1c2f11', unit: 'yucai', unitName: '育才小学', no, duty: null, problem: '没有记录', dueOn, reviewBy, state,
  openedBy: 'gaoyuan', openedByName: '高远', openedAt: '2026-11-24T00:00:00.000Z', steps: [], version: 1,
})
const over: ObjectionList = { items: [], until: '2026-12-10', open: false }

test('where nothing runs any more nothing is told', () => {
  expect(openMatters(over, { items: [] }, '2026-12-20')).toEqual([])
  expect(openMatters({ ...over, items: [objection(5, decided)] }, { items: [problem(5, 'accepted', '2026-12-10')] }, '2026-12-20')).toEqual([])
})

test('the term, the objections and the problems are told with their days and counts', () => {
  expect(
    openMatters(
      { items: [objection(18), objection(5), objection(7, decided)], until: '2026-12-10', open: true },
      { items: [problem(18, 'open', '2026-12-26')] },
      '2026-11-26',
    ),
  ).toEqual(['学校提异议到12月10日，还有14天。', '2条异议还没有决定：第5、18条。', '1件整改还没有认可：第18条，12月26日前报告，还有30天。'])
})

test('of several problems the nearest day is told, and a problem of no item names none', () => {
  expect(openMatters(over, { items: [problem(18, 'open', '2026-12-26'), problem(null, 'reported', '2026-12-01', '2026-12-24')] }, '2026-12-20')).toEqual([
    '2件整改还没有认可：第18条，最近的12月24日前复核，还有4天。',
  ])
  expect(openMatters(over, { items: [problem(null, 'approved', '2026-12-18')] }, '2026-12-20')).toEqual(['1件整改还没有认可，12月18日前报告，已过2天。'])
})
