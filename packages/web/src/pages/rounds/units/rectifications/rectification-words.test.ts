import { expect, test } from 'vitest'
import type { Rectification } from '../../../../api/contract.ts'
import { changeSinceReturn, changeWords, evidenceKey, noticeText, rectificationStanding } from './rectification-words.ts'

const step = (kind: Rectification['steps'][number]['kind'], text = '', after: Rectification['steps'][number]['after'] = []): Rectification['steps'][number] => ({
  no: 1, kind, text, before: [], after, by: 'chenjing', byName: '陈静', at: '2026-12-01T00:00:00.000Z',
})
const one: Rectification = {
  id: '0b8f4a52-6f0e-4d53-9c3b-6d1e9a1c2f11', unit: 'yucai', unitName: '育才小学', no: 5, duty: '学习', problem: '9月没有记录。', dueOn: '2026-12-24',
  reviewBy: null, state: 'approved', openedBy: 'gaoyuan', openedByName: '高远', openedAt: '2026-11-24T00:00:00.000Z', steps: [], version: 1,
}

test('where it stands is said with the day by which what comes next is due', () => {
  expect(rectificationStanding(one, '2026-12-20')).toBe('整改中，12月24日前报告，还有4天')
  expect(rectificationStanding({ ...one, state: 'reported', reviewBy: '2027-01-20' }, '2027-01-20')).toBe('整改报告待复核，1月20日前复核，今天截止')
  expect(rectificationStanding({ ...one, state: 'accepted' }, '2027-01-20')).toBe('已认可')
})

test('after a return the report says what it changed, and the first report nothing', () => {
  const [photo, other] = [{ sha256: 'ab'.repeat(32) }, { sha256: 'cd'.repeat(32) }]
  const told = (before: Rectification['steps'][number]['after'], text: string, after: Rectification['steps'][number]['after']) => {
    const change = changeSinceReturn([step('report', '补开了', before), step('return', '照片不清'), step('report', text, after)])
    return change === null ? null : changeWords(change)
  }
  expect(changeSinceReturn([step('plan'), step('report', '补开了')])).toBe(null)
  expect(told([photo], '补开了，补了签到', [photo])).toBe('文字改了，上次写的是“补开了”；照片和材料还是上次的1份，没有新的')
  expect(told([photo], '补开了', [photo, other])).toBe('文字没有变；新附1份照片或材料，标着“新”，另外1份是上次的')
  expect(told([photo], '补开了', [other])).toBe('文字没有变；新附1份照片或材料，标着“新”，少了1份')
  expect(told([photo], '补开了', [])).toBe('文字没有变；上次的1份照片或材料去掉了，没有新的')
  expect(told([], '补开了', [])).toBe('文字没有变；没有附照片和材料')
})

test('only what the returned report did not have is new', () => {
  const [photo, other] = [{ sha256: 'ab'.repeat(32) }, { sha256: 'cd'.repeat(32) }]
  const change = changeSinceReturn([step('report', '补开了', [photo]), step('return', '照片不清'), step('report', '补开了', [photo, other])])
  expect([...(change?.fresh ?? [])]).toEqual([evidenceKey(other)])
})

test('the text for the chat group says what is to be put right and where to write', () => {
  expect(noticeText('育才小学', [one, { ...one, no: null, problem: '资料没有归档' }], 'http://x/')).toBe(
    '育才小学：检查中有2个问题要整改。\n1. 第5条，9月没有记录，12月24日前报告。\n2. 资料没有归档，12月24日前报告。\n写整改措施和情况：http://x/',
  )
})
