import { expect, test } from 'vitest'
import type { PaperSheet } from '../../../../api/contract.ts'
import { changedItems, filledWords } from './sheet-changes.ts'

const item = (no: number, over: Partial<PaperSheet['items'][number]> = {}): PaperSheet['items'][number] => ({
  no, max: 2, score: 2, remark: '', present: 2, presentRemark: '', changes: false, findings: [], ...over,
})
const sheet: PaperSheet = {
  fileName: '自查表.docx', paperUnit: '', isThisUnit: true, findings: [],
  items: [item(1), item(2, { score: 1, changes: true }), item(3, { score: null, remark: '见附件', changes: true }), item(4, { score: null })],
}

test('only what the paper has and the system has not is typed in; an empty cell leaves what is there', () => {
  expect(changedItems(sheet, new Set())).toEqual([{ no: 2, score: 1 }, { no: 3, remark: '见附件' }])
  expect(changedItems(sheet, new Set([2]))).toEqual([{ no: 3, remark: '见附件' }])
})

test('how much was read and how much differs is said', () => {
  expect(filledWords(sheet)).toBe('读到4条，2条和系统里不同，2条没有写分，不动。')
  expect(filledWords({ ...sheet, items: [item(1)] })).toBe('读到1条，都和系统里一样。')
})
