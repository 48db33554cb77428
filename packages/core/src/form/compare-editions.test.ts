import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareEditions } from './compare-editions.ts'
import type { Form } from './form.ts'
import { arbitraryForm } from './form.arbitrary.ts'
import { formFromTable } from './form-from-table.ts'

type Row = readonly [duty: string, clause: string, points: number]

const formOf = (...rows: readonly Row[]): Form =>
  formFromTable({
    title: '考核表',
    columns: ['内容', '标准'],
    sections: [{ no: 1, name: '全部' }],
    rows: rows.map(([duty, clause, points], index) => ({ no: index + 1, section: 1, points, duty, clause, where: '' })),
  }).form

const meeting: Row = ['领导班子研究安全工作', '每季度召开一次安全会议，少一次扣1分。', 4]
const drill: Row = ['组织师生疏散演练', '每年组织2次疏散演练，少一次扣2分。', 4]
const guard: Row = ['校门配备专职保安', '配备专职保安得2分，未配备不得分。', 2]

test('the same items under other numbers are the same', () => {
  expect(compareEditions(formOf(meeting, drill, guard), formOf(guard, meeting, drill))).toEqual({ changes: [], cost: [] })
})

test('more meetings in a year are said as records, not as rules', () => {
  const monthly: Row = ['领导班子研究安全工作', '每月召开一次安全会议，少一次扣0.3分。', 4]
  expect(compareEditions(formOf(meeting, drill), formOf(monthly, drill))).toEqual({
    changes: [
      { item: 1, what: 'wording', message: '第1条的文字有改动。' },
      { item: 1, what: 'rule', message: '第1条由全年4次改为12次。' },
    ],
    cost: ['第1条：每年多记8次。'],
  })
})

test('points that moved are told with where they went, added and removed items with what they weigh', () => {
  const { changes, cost } = compareEditions(
    formOf(meeting, drill, guard),
    formOf(['领导班子研究安全工作', '每季度召开一次安全会议，少一次扣1分。', 6], drill, ['实验室危化品管理', '危化品混放的，发现一处扣1分。', 2]),
  )
  expect(changes.map(({ item, what }) => [item, what])).toEqual([[1, 'points'], [1, 'rule'], [3, 'added'], [3, 'removed']])
  expect(changes[0]?.message).toBe('第1条由4分改为6分。')
  expect(changes.at(-1)?.message).toBe('删去原第3条“校门配备专职保安”，2分。')
  expect(cost).toEqual(['分值有增减：第1条多2分、第3条多2分、原第3条少2分。'])
})

test('points that only change places are told as such', () => {
  const { cost } = compareEditions(
    formOf(['甲方面的工作落实到位', '落实得3分', 3], ['乙方面的制度健全完善', '健全得2分', 2]),
    formOf(['甲方面的工作落实到位', '落实得2分', 2], ['乙方面的制度健全完善', '健全得3分', 3]),
  )
  expect(cost).toEqual(['有1分换了地方：第1条少1分、第2条多1分。'])
})

test('an edition changes nothing since itself, whatever it says', () => {
  fc.assert(
    fc.property(arbitraryForm, (form) => {
      expect(compareEditions(form, form)).toEqual({ changes: [], cost: [] })
    }),
    { numRuns: 60 },
  )
})
