import { expect, test } from 'vitest'
import { reminderText } from './reminder-text.ts'

test('a reminder says until when, who, and where, in one text', () => {
  const text = reminderText({
    year: 2026,
    dueOn: '2026-12-20',
    today: '2026-11-24',
    names: ['云溪小学', '石桥小学'],
    bureauName: '云江市教育局',
    address: 'https://zicha.example/',
  })
  expect(text).toBe(
    '2026年度自查表12月20日截止（还有26天）。下面2所还没有提交：\n云溪小学、石桥小学。\n' +
      '填到一半的接着填就行，从这里进：https://zicha.example/\n忘了密码或有不清楚的，请找云江市教育局办公室。',
  )
  expect(text).not.toMatch(/[！!您]/u)
})
