import { expect, test } from 'vitest'
import type { RequestLink } from '../../../../api/contract.ts'
import { bodyOf, lackNote, readAskedThing, requestAddress } from './request-address.ts'
import { requestText } from './request-text.ts'

const link: RequestLink = {
  id: '3c0b6c9e-6f3a-4d0e-9a55-7f6d1f0c2b11',
  criterion: null,
  kinds: ['党课'],
  asks: '党课',
  from: '德育处',
  note: null,
  state: 'open',
  madeAt: '2026-11-24T01:30:00.000Z',
  madeBy: 'chenjing',
  expiresAt: '2026-12-08T01:30:00.000Z',
  entry: null,
  usedAt: null,
  url: 'https://zicha.example/requests/abc',
}

test('The text for a department names who asks, for what and until when, and ends with no order', () => {
  const text = requestText('育才小学', link)
  expect(text).toContain('德育处：请补一条“党课”')
  expect(text).toContain('12月8日前有效：https://zicha.example/requests/abc')
  expect(text).not.toMatch(/您|！/u)
})

test('A line of one’s own stands in the text as it was written', () => {
  expect(requestText('育才小学', { ...link, note: '三季度那次就行。' }).split('\n')[1]).toBe('三季度那次就行。')
})

test('What an address asks for is what was put into it', () => {
  for (const thing of [{ criterion: '5.1' }, { kind: '党课' }]) {
    expect(readAskedThing(new URL(requestAddress('http://a/x', thing)).searchParams)).toEqual(thing)
  }
  expect(readAskedThing(new URLSearchParams())).toBeNull()
  expect(bodyOf({ kind: '党课' }, '团委', '  ')).toEqual({ kind: '党课', from: '团委' })
})

test('The time that lacks is said of the criterion or kind that is asked for, and of nothing else', () => {
  const line = { criterion: '5.2', item: 5, what: '集中学习', kinds: ['集中学习'], by: null, suggestedOn: null, loses: 1, period: '2月' }
  const missing = [line, { ...line, period: '8月' }, { ...line, criterion: '18.3', what: '党课', kinds: ['党课'], period: '三季度' }]
  expect(lackNote({ missing }, { criterion: '5.2' })).toBe('缺2月、8月的。确实办过的才补，没办过请说一声。')
  expect(lackNote({ missing }, { kind: '党课' })).toBe('缺三季度的。确实办过的才补，没办过请说一声。')
  expect(lackNote({ missing }, { kind: '述职' })).toBe('')
})
