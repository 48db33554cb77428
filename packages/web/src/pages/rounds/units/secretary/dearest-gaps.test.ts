import { expect, test } from 'vitest'
import type { PlanAnswer } from '../../../../api/contract.ts'
import { gapsOf, gatherGaps, runWords } from './dearest-gaps.ts'
import { handOverText } from './hand-over-text.ts'

const line = { criterion: '5.2', item: 5, what: '集中学习', kinds: ['集中学习'], by: null, suggestedOn: '2026-09-30', loses: 1, period: '9月' }
const plan: PlanAnswer = {
  today: '2026-11-24',
  lost: 1.5,
  reachable: 98.5,
  full: 100,
  due: [{ ...line, what: '党课', item: 18, by: '2026-12-31', suggestedOn: null, loses: 1, period: '四季度' }],
  missing: [line, { ...line, what: '专题会议', item: 2, loses: 0.5, period: '上半年' }, { ...line, what: '已经过去的', kinds: [], loses: 5 }],
  upcoming: [],
  lackingEvidence: [{ criterion: '21.1', item: 21, what: '党建经费', asked: ['票据'], points: 1, kind: null, entry: null, title: null, on: null }],
  unanswered: { criteria: 2, points: 8 },
}

test('the dearest gap stands first, among equals the one that is due, and what is lost for good is left out', () => {
  expect(gapsOf(plan, '/rounds/r/units/u').map(({ what }) => what)).toEqual([
    '2题还没有核对',
    '四季度党课',
    '9月集中学习',
    '党建经费',
    '上半年专题会议',
  ])
})

test('a message to a colleague asks for an honest record, never for a made-up one', () => {
  const gap = gapsOf(plan, '/rounds/r/units/u')[2]
  if (gap === undefined) throw new Error('no gap')
  expect(handOverText(gap, 'https://zicha.example/x')).toBe(
    '自查表第5条，9月集中学习还没有记录，少1分。确实开过，请补录，写明记录本第几页也算数；没开过，请如实空着。从这里填：https://zicha.example/x',
  )
})

test('many gaps of one kind are one line with what they lose together', () => {
  const weeks = { ...plan, missing: [1, 2, 3].map((week) => ({ ...line, what: '开课', item: 1, criterion: '1.1', loses: 0.5, period: `第${week}周` })) }
  const runs = gatherGaps(gapsOf(weeks, '/rounds/r/units/u')).filter(({ gap }) => gap.kind === 'missing')
  expect(runs.map(({ gap, count, loses }) => [gap.name, count, loses])).toEqual([['开课', 3, 1.5]])
  // Those that cost nothing more lack as well: the clerk's page names them, too.
  const capped = { ...weeks, missing: [...weeks.missing, { ...line, what: '开课', item: 1, criterion: '1.1', loses: 0, period: '第4周' }] }
  expect(runs.map((run) => runWords(run, capped))).toEqual([{ title: '开课', periods: '缺第1周、第2周、第3周、第4周' }])
})
