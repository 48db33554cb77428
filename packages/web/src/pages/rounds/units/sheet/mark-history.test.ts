import { expect, test } from 'vitest'
import { toPoints } from '@zicha/core'
import type { Question } from '@zicha/core'
import { markSteps } from './mark-history.ts'

const question: Question = {
  key: '5.3.2',
  criterion: '5.3',
  item: 5,
  title: '集中研讨',
  asks: 'count',
  question: '中心组成员里，今年有几人没有交流发言？都发过言填0。',
  terms: '每人扣0.5分',
  maximum: toPoints(2),
  choices: [
    { label: '没有', effect: '不扣分', facts: { '5.3.2': 0 } },
    { label: '1人', effect: '扣0.5分', facts: { '5.3.2': 1 } },
  ],
}
const answered = (value: number | null) => ({ kind: 'answer' as const, by: 'chenjing', byName: '陈静', at: '2026-11-23T08:00:00Z', criterion: '5.3', key: '5.3.2', value })
const stepsOf = (...items: ReturnType<typeof answered>[]) =>
  markSteps({ changes: { items }, entries: [], questions: [question], criteria: [{ id: '5.3', title: '集中研讨' }], nameOf: (name) => name }).map(({ what }) => what)

test('an answer is told with its question: 没有 may be the best one', () => {
  expect(stepsOf(answered(0))).toEqual(['“中心组成员里，今年有几人没有交流发言？”答“没有”'])
  expect(stepsOf(answered(3))).toEqual(['“中心组成员里，今年有几人没有交流发言？”答“3人”'])
})

test('an answer taken back is told by the title', () => {
  expect(stepsOf(answered(null))).toEqual(['“集中研讨”收回了答案'])
})
