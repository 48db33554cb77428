import { readClause, scoreForm, toDecimal } from '@zicha/core'
import type { Criterion } from '@zicha/core'
import { expect, test } from 'vitest'
import type { DraftItem } from '../../../api/form-drafts.ts'
import { criteriaOf, isOpen, rowFaults, rowOf, startWork, sumSentence, unreadOf } from './row-work.ts'
import { exampleFacts, formOfRow } from './trial.ts'

const criterion = (id: string, points: number, source: string, parts: Criterion['parts']): Criterion => ({
  id,
  item: 2,
  points,
  title: '方案',
  source,
  parts,
  suggestedBy: [],
  evidence: [],
  evidenceAsked: false,
  due: [],
})
const clause = '有实践方案得5分，方案不完整的扣分。'
const unread = readClause(clause, 5).unread.map(({ span, text }) => ({ ...span, text }))
const plan = criterion('2.1', 5, '有实践方案得5分', [{ kind: 'award', points: 5, condition: '有实践方案', fedBy: [] }])
const row: DraftItem = {
  no: 2,
  section: 1,
  points: 5,
  duty: '每学期组织1次校外劳动实践。',
  clause,
  where: '第4行',
  read: [{ start: 0, end: 8, criterion: '2.1' }],
  unread,
  criteria: [plan],
  open: ['“方案不完整的扣分”没有读懂，请补上规则，或确认不计分。'],
  settled: null,
  version: 1,
}
const settled = (criteria: readonly Criterion[]): DraftItem => ({ ...row, criteria, open: [], settled: { by: 'zhaomin', at: '2026-11-24T01:30:00Z' }, version: 2 })

test('a stretch that was not read is left to the inspector unless a person chooses otherwise, and takes from its neighbour', () => {
  const [changed] = criteriaOf(row, startWork(row))
  expect(changed?.source).toBe('有实践方案得5分，方案不完整的扣分')
  expect(changed?.parts[1]).toMatchObject({ kind: 'discretionary', min: 0, max: 5, deducts: true })
  expect(rowOf(row, startWork(row)).leftOut).toEqual([])
})

test('a hint is left out on purpose and no criterion changes', () => {
  const work = startWork(row)
  const hinted = { ...work, unread: work.unread.map((one) => ({ ...one, becomes: 'hint' as const })) }
  expect(rowOf(row, hinted)).toEqual({ criteria: [plan], leftOut: [{ start: unread[0]?.start, end: unread[0]?.end }] })
})

test('a rule without its number cannot be saved, and the sentence says so', () => {
  const work = startWork(row)
  const asRule = { ...work, unread: work.unread.map((one) => ({ ...one, becomes: 'rule' as const })) }
  expect(rowFaults(row, asRule)).toEqual([{ criterion: '2.1', message: '还有数没有填好。填0或以上的数，最多三位小数。' }])
  expect(criteriaOf(row, asRule)[0]?.parts[1]).toMatchObject({ kind: 'deduct_if', condition: '方案不完整' })
})

test('once settled the stretch is no longer asked about; taken back, it is open again', () => {
  const done = settled(criteriaOf(row, startWork(row)))
  expect([isOpen(row), isOpen(done), isOpen(settled([plan]))]).toEqual([true, false, true])
  expect(unreadOf(settled([plan])).map(({ text }) => text)).toEqual(['方案不完整的扣分'])
})

test('a clause of which nothing was read: the rule that a person gives takes the place of what stood in', () => {
  const bare: DraftItem = {
    ...row,
    clause: '按上级文件规定加减分。',
    read: [],
    unread: [{ start: 0, end: 10, text: '按上级文件规定加减分' }],
    criteria: [criterion('2.1', 5, '按上级文件规定加减分。', [{ kind: 'discretionary', min: 0, max: 5, condition: '安全管理', fedBy: [] }])],
  }
  const work = startWork(bare)
  expect(criteriaOf(bare, work)).toEqual(bare.criteria)
  const asRule = { ...work, unread: work.unread.map((one) => ({ ...one, becomes: 'rule' as const, rule: { kind: 'award' as const, points: 5, condition: '按规定', fedBy: [] } })) }
  expect(criteriaOf(bare, asRule)).toMatchObject([{ id: '2.1', points: 5, parts: [{ kind: 'award', points: 5 }] }])
})

test('what does not add up is said in a sentence that follows what one types', () => {
  expect(sumSentence(5, [plan])).toBeUndefined()
  expect(sumSentence(8, [plan])).toBe('各评分点合起来5分，本条8分。')
})

test('the example of a count is one short, and its sentence is the one that a school will read', () => {
  const counted = criterion('2.1', 3, '每季度1次', [
    { kind: 'shortfall', required: { count: 1, per: 'quarter' }, deduct_each: 1, what: '专题会议', cap: 3, fedBy: [] },
  ])
  const score = scoreForm(formOfRow({ ...row, points: 3 }, '一', [counted]), { year: 2026, unit: {}, facts: exampleFacts([counted]) })
  expect([toDecimal(score.total), score.criteria[0]?.because]).toEqual([2, '应4次，实3次，缺1次，扣1分，得2分。'])
})
