import { parseForm } from '@zicha/core'
import { expect, test } from 'vitest'
import { monthsOfItem } from './months-of-item.ts'

const parsed = parseForm({
  id: 'small',
  title: '小表',
  edition: '2022',
  columns: ['细则'],
  total: 4,
  sections: [{ no: 1, name: '一', points: 4, items: [5] }],
  items: [{ no: 5, section: 1, points: 4, duty: '', clause: '每月学习得4分，少一次扣1分。' }],
  criteria: [
    {
      id: '5.1',
      points: 4,
      title: '集中学习',
      source: '每月学习得4分，少一次扣1分',
      parts: [
        { kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 1, cap: 4, what: '集中学习', fedBy: ['集中学习'] },
      ],
    },
  ],
})
if (!parsed.ok) throw new Error('form not read')
const { form } = parsed
const entry = (happenedOn: string) => ({ id: happenedOn, countsAs: ['集中学习'], title: '学习', happenedOn, evidence: [] })
const months = (over: Partial<Parameters<typeof monthsOfItem>[0]> = {}) =>
  monthsOfItem({
    form,
    no: 5,
    unit: {},
    year: 2026,
    entries: ['2026-01-09', '2026-01-23', '2026-03-02'].map(entry),
    answered: {},
    today: '2026-05-10',
    ...over,
  })

test('a month that is over without a record is a gap, one still to come is nothing', () => {
  expect(months()).toEqual([{ key: '5.1', what: '集中学习', times: 3, held: [1, 3], gaps: [2, 4] }])
})

test('days that a person answered stand in place of the records', () => {
  expect(months({ answered: { '5.1': ['2026-04-01'] } })[0]).toMatchObject({ held: [4], gaps: [1, 2, 3] })
})
