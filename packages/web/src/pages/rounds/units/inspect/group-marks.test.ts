import { expect, test } from 'vitest'
import type { InspectionAnswer } from '../../../../api/contract.ts'
import { groupMarks, markedWords, seenTogether } from './group-marks.ts'

type Item = InspectionAnswer['items'][number]

const names: Readonly<Record<string, string>> = { gaoyuan: '高远', songlan: '宋岚' }
const mark = (inspector: string, score: number, reason: string | null = null) => ({
  inspector, name: names[inspector] ?? inspector, score, reason, remark: null, version: 1,
})
const item = (no: number, changes: Partial<Item> = {}): Item => ({
  no, max: 5, selfScore: 4, scores: [], score: null, settled: null, photos: [], seen: [], ...changes,
})

const items = [
  item(1, { scores: [mark('gaoyuan', 4)], score: 4 }),
  item(2, { scores: [mark('gaoyuan', 3, '缺一次')], score: 3 }),
  item(3, { marked: [{ inspector: 'songlan', name: '宋岚' }] }),
  item(4),
  item(5, { scores: [mark('gaoyuan', 4), mark('songlan', 3, '没有签到')] }),
]

test('an item is seen when anybody of the group marked it, also where the mark is still hidden', () => {
  const mine = groupMarks(items, 'gaoyuan')
  expect([mine.seen.map(({ no }) => no), mine.own, mine.open.map(({ no }) => no), mine.hidden.map(({ no }) => no)]).toEqual([[1, 2, 3, 5], 3, [4], [3]])
  expect(seenTogether(mine)).toBe('看了4条，其中我3条，还有1条')
  expect(groupMarks(items, 'songlan').own).toBe(2)
})

test('what differs is the same list for everybody of the group, and says who marked it', () => {
  for (const who of ['gaoyuan', 'songlan']) {
    const { different, disputed } = groupMarks(items, who)
    expect([different.map(({ no }) => no), disputed.map(({ no }) => no)]).toEqual([[2], [5]])
  }
  expect(items.slice(0, 2).map(markedWords)).toEqual(['高远', '高远：缺一次'])
  expect(markedWords(item(5, { ...items[4], score: 3, settled: { score: 3, reason: '看了签到本', by: 'songlan', version: 1 } }))).toBe('高远、宋岚商定：看了签到本')
})

test('all seen is said as such, and one inspector alone is not set beside themselves', () => {
  const seen = items.filter(({ no }) => no !== 4)
  expect(seenTogether(groupMarks(seen, 'gaoyuan'))).toBe('4条都看了，其中我3条')
  expect(seenTogether(groupMarks(items.slice(0, 2), 'gaoyuan'))).toBe('2条都看了')
  expect(seenTogether(groupMarks([item(1)], 'gaoyuan'))).toBe('看了0条，还有1条')
})
