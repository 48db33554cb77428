import { expect, test } from 'vitest'
import { markClauses } from './mark-clauses.ts'

const marked = (clause: string, points = 4) =>
  markClauses({
    title: '表',
    columns: ['标准'],
    sections: [{ no: 1, name: '一' }],
    rows: [{ no: 7, section: 1, points, duty: '', clause, where: '第3行' }],
  })[0]

test('what was read goes to its criterion, what was not is named, in the clause’s own offsets', () => {
  const clause = '每年演练2次得2分，少一次扣1分；得分再乘以当年系数；有预案得2分。'
  const marks = marked(clause)
  expect([marks?.no, marks?.where]).toEqual([7, '第3行'])
  expect(marks?.unread.map(({ start, end, text }) => [clause.slice(start, end), text])).toEqual([['得分再乘以当年系数', '得分再乘以当年系数']])
  expect([...new Set(marks?.read.map((one) => one.criterion))]).toEqual(['7.1', '7.2'])
  const starts = marks?.read.map((one) => one.start) ?? []
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  for (const { start, end } of marks?.read ?? []) expect(clause.slice(start, end).trim()).not.toBe('')
})

test('a clause that nobody can read is unread as a whole, never dropped', () => {
  const clause = '得分按另文规定。'
  expect(marked(clause)).toMatchObject({ read: [], unread: [{ text: '得分按另文规定' }] })
})
