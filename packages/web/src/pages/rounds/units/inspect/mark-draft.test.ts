import { parseForm, toPoints } from '@zicha/core'
import { expect, test } from 'vitest'
import { draftOfMark, isSameDraft } from './draft-of-mark.ts'
import { noMarkDraft, readMark, takesByFinding } from './mark-draft.ts'
import type { MarkDraft } from './mark-draft.ts'

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
const { form } = parsed
/** The item by a sheet with so many of the twelve; `held` where the school set an own mark. */
const aboutOf = (done: number, held = Math.max(0, done - 8)) => ({
  form,
  no: 5,
  selfScore: 1 + held,
  sheet: { year: 2026, unit: {}, facts: { '5.1': true, '5.2': done }, held: { '5.1': toPoints(1), '5.2': toPoints(held) } },
})
const read = (draft: Partial<MarkDraft>, about = aboutOf(12)) => readMark({ ...about, draft: { ...noMarkDraft, ...draft } })

test('an untouched draft agrees with the self score', () => {
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

test('a finding whose points are gone by the sheet costs nothing, is said so beside its counter, and still goes with the mark', () => {
  expect(read({ counts: { '5.2': 3 } }, aboutOf(7))).toEqual({ ok: true, score: 1, reason: '集中学习缺3次，已扣完，不再扣', differs: false })
  expect(takesByFinding({ ...aboutOf(7), draft: noMarkDraft }).get('5.2')).toBe('已扣完，不再扣')
  expect(takesByFinding({ ...aboutOf(9), draft: noMarkDraft }).get('5.2')).toBe('每次扣1分')
  expect(takesByFinding({ ...aboutOf(9), draft: { ...noMarkDraft, counts: { '5.2': 2 } } }).get('5.2')).toBe('共扣1分，已扣完')
  expect(takesByFinding({ ...aboutOf(12, 0.5), draft: noMarkDraft }).get('5.2')).toBe('每次扣1分，只剩0.5分可扣')
})

test('a mark opened again shows what was found as it was chosen', () => {
  const drafts: readonly Partial<MarkDraft>[] = [
    { counts: { '5.2': 2 } },
    { counts: { '5.1': 1, '5.2': 12, 记录不全: 1 }, amounts: { 记录不全: '0' } },
    { counts: { 日期不符: 1 }, amounts: { 日期不符: '0.5' }, sentence: '6月一次；8月一次' },
    { counts: { '5.2': 1 }, score: '3.5', sentence: '只有半次' },
  ]
  for (const draft of drafts) {
    const mark = read(draft)
    if (!mark.ok) throw new Error(mark.fault.message)
    expect(isSameDraft(draftOfMark(aboutOf(12), mark), { ...noMarkDraft, ...draft })).toBe(true)
  }
})

test('a mark that its findings would not make again, or in words of one\'s own, is not guessed at', () => {
  expect(draftOfMark(aboutOf(12), { score: 3.5, reason: '两次学习没有签到' })).toBe(noMarkDraft)
  expect(draftOfMark(aboutOf(7), { score: 0, reason: '集中学习缺1次，扣1分' })).toBe(noMarkDraft)
  expect(draftOfMark(aboutOf(12), { score: 5, reason: null })).toBe(noMarkDraft)
  expect(draftOfMark(aboutOf(12), undefined)).toBe(noMarkDraft)
})
