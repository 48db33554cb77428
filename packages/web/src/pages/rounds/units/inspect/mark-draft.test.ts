import { parseForm } from '@zicha/core'
import { expect, test } from 'vitest'
import { isUntouched, noMarkDraft, readMark } from './mark-draft.ts'

const parsed = parseForm({
  id: 'small',
  title: '小表',
  edition: '2022',
  columns: ['细则'],
  total: 5,
  sections: [{ no: 1, name: '一', points: 5, items: [5] }],
  items: [{ no: 5, section: 1, points: 5, duty: '', clause: '有计划得1分；每月学习得4分，少一次扣1分。' }],
  criteria: [
    { id: '5.1', points: 1, title: '学习计划', source: '有计划得1分', parts: [{ kind: 'award', points: 1, condition: '有计划' }] },
    {
      id: '5.2',
      points: 4,
      title: '集中学习',
      source: '每月学习得4分，少一次扣1分',
      parts: [{ kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 4, what: '集中学习' }],
    },
  ],
})
if (!parsed.ok) throw new Error('form not read')
const read = (draft: Partial<typeof noMarkDraft>, selfScore = 5) =>
  readMark({ form: parsed.form, no: 5, unit: {}, selfScore, draft: { ...noMarkDraft, ...draft } })

test('an untouched draft agrees with the self score', () => {
  expect(isUntouched(noMarkDraft)).toBe(true)
  expect(read({})).toEqual({ ok: true, score: 5, reason: null, differs: false })
})

test('findings make the mark and its reason', () => {
  expect(read({ counts: { '5.2': 2 } })).toEqual({ ok: true, score: 3, reason: '集中学习缺2次，扣2分', differs: true })
})

test('a finding without a number of the clause asks for one and keeps the rest', () => {
  expect(read({ counts: { 记录不全: 1 } })).toMatchObject({ ok: false, fault: { field: 'amount-记录不全' } })
  expect(read({ counts: { 记录不全: 1 }, amounts: { 记录不全: '0.5' } })).toMatchObject({ score: 4.5, reason: '记录不全，扣0.5分' })
})

test('a mark given freely needs a reason and stays within the item', () => {
  expect(read({ score: '4' })).toMatchObject({ ok: false, fault: { field: 'own-reason' } })
  expect(read({ score: '4。5', sentence: '缺会议照片' })).toMatchObject({ ok: true, score: 4.5, reason: '缺会议照片' })
  expect(read({ score: '6', sentence: '好' })).toMatchObject({ ok: false, fault: { field: 'free-score' } })
  expect(read({ score: '四分', sentence: '好' })).toMatchObject({ ok: false, fault: { field: 'free-score' } })
})
