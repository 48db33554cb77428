import { expect, test } from 'vitest'
import { parseForm } from '../form/schema.ts'
import { joinOriginals, listGaps, sayGap } from './list-gaps.ts'
import type { GapCriterion, GapRecord } from './list-gaps.ts'

const parsed = parseForm({
  id: 'two',
  title: '小表',
  edition: '2022',
  columns: ['细则'],
  total: 7,
  sections: [{ no: 1, name: '一', points: 7, items: [5, 6] }],
  items: [
    { no: 5, section: 1, points: 5, duty: '', clause: '有计划得1分；每月学习得4分，少一次扣1分。' },
    { no: 6, section: 1, points: 2, duty: '', clause: '有章程得2分。' },
  ],
  criteria: [
    { id: '5.1', points: 1, title: '学习计划', source: '有计划得1分', parts: [{ kind: 'award', points: 1, condition: '有计划' }] },
    {
      id: '5.2',
      points: 4,
      title: '集中学习',
      source: '每月学习得4分，少一次扣1分',
      parts: [{ kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 4, what: '集中学习' }],
    },
    { id: '6.1', points: 2, title: '章程', source: '有章程得2分', parts: [{ kind: 'award', points: 2, condition: '有章程' }] },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed))
const { form } = parsed

const scored = (id: string, score: number, max: number, change: Partial<GapCriterion> = {}): GapCriterion => ({
  id, score, max, status: 'scored', because: '应12次，实11次，扣1分。', entries: [], overridden: false, ...change,
})
const record = (id: string, change: Partial<GapRecord> = {}): GapRecord => ({
  id, title: '集中学习', happenedOn: '2026-03-11', files: 1, missing: 0, references: [], ...change,
})
const list = (criteria: readonly GapCriterion[], records: readonly GapRecord[] = [], answered = {}) =>
  listGaps({ form, unit: {}, answered, criteria, records }).map(({ no, kind, what }) => `${no} ${sayGap(kind)} ${what}`)

test('a sheet that is full and lies there to be looked at has no gaps', () => {
  expect(list([scored('5.1', 1, 1, { entries: ['a'] }), scored('5.2', 4, 4, { entries: ['a'] }), scored('6.1', 2, 2)], [record('a')])).toEqual([])
})

test('what the count took, what nobody answered and what rests on a word alone are named in the order of the form', () => {
  const criteria = [scored('5.1', 1, 1), scored('5.2', 3, 4), scored('6.1', 0, 2, { status: 'unanswered' })]
  expect(list(criteria, [], { '5.1': true })).toEqual([
    '5 没有记录 学习计划：学校自己答的，没有记录',
    '5 自查已扣 集中学习：应12次，实11次，扣1分。',
    '6 没有答 章程：学校没有答',
  ])
})

test('records without paper, files that never arrived and originals to look at are named by their day; own scores and what does not apply are not', () => {
  const criteria = [scored('5.1', 1, 1), scored('5.2', 3, 4, { entries: ['a', 'b', 'c'], overridden: true }), scored('6.1', 0, 2, { status: 'not_applicable' })]
  const records = [record('a', { files: 0 }), record('b', { missing: 1 }), record('c', { files: 0, references: ['记录本P12，放在党建室'] }), record('other', { files: 0 })]
  expect(list(criteria, records)).toEqual([
    '5 没附材料 3月11日集中学习：没附材料',
    '5 没传到 3月11日集中学习：1件没传上来',
    '5 看原件 3月11日集中学习：记录本P12，放在党建室',
  ])
})

test('an original that stands behind several items is looked at once', () => {
  const original = (no: number, what: string) => ({ no, kind: 'original', what }) as const
  expect(joinOriginals([original(5, '记录本'), original(6, '章程'), original(6, '记录本'), { no: 6, kind: 'lost', what: '缺1次' }])).toEqual([
    { what: '记录本', items: [5, 6] },
    { what: '章程', items: [6] },
  ])
})
