import { expect, test } from 'vitest'
import type { Act, QueuedItem } from './item.ts'
import type { Outbox } from './outbox-state.ts'
import { countWords, noticeOf } from './outbox-notice.ts'

const photo: Act = { kind: 'photo', sha256: 'f', name: '会场.jpg', type: 'image/jpeg', size: 9 }
const record: Act = { kind: 'removal', entry: 'a', title: '党课', base: 'none' }
const item = (act: Act, more: Partial<QueuedItem> = {}): QueuedItem => ({
  format: 1,
  seq: 1,
  id: 'a',
  owner: 'chenjing',
  place: { round: '2026', unit: 'yucai' },
  act,
  storedAt: '2026-11-24T01:30:00.000Z',
  tries: 0,
  epoch: null,
  state: { kind: 'waiting' },
  ...more,
})
const outbox = (items: readonly QueuedItem[], more: Partial<Outbox> = {}): Outbox => ({
  owner: 'chenjing',
  standing: 'ready',
  items,
  sending: null,
  held: null,
  lost: 0,
  ...more,
})
const at = Date.parse('2026-11-24T02:00:00.000Z')

test('records and photos are counted in their own words', () => {
  expect([countWords([item(record)]), countWords([item(photo)]), countWords([item(record), item(photo), item(photo)])]).toEqual(['1条', '1张照片', '1条记录、2张照片'])
})

test('the line says the most pressing thing, and nothing while all goes by itself', () => {
  const two = [item(record), item(record)]
  const stuck = item(record, { state: { kind: 'stuck', status: 422, sentence: '改一下。' } })
  const say = (given: Outbox, online = true, then = at) => noticeOf(given, online, then)?.sentence
  expect(say(outbox(two))).toBeUndefined()
  expect(say(outbox(two), false)).toBe('没有网络。2条存在本机，联网后自动上传')
  expect(say(outbox(two, { held: 'unreachable' }))).toBe('2条存在本机，联网后自动上传')
  expect(say(outbox(two, { held: 'signed_out' }))).toMatch(/^登录到期了/u)
  expect(say(outbox(two), false, at + 3 * 86_400_000)).toMatch(/^最早一条存了3天还没上传/u)
  expect(say(outbox([...two, stuck]), false)).toBe('1条没传上去，要看一下')
  expect(say(outbox([], { lost: 3 }))).toMatch(/清掉了本机存的3条/u)
  expect(say(outbox([], { standing: 'newer' }))).toMatch(/刷新/u)
  for (const sentence of [say(outbox(two, { lost: 3 })), say(outbox(two, { held: 'signed_out' })), say(outbox([], { standing: 'newer' }))]) {
    expect(sentence?.length).toBeLessThanOrEqual(60)
    expect(sentence).not.toMatch(/您|！|错误|失败|非法/u)
  }
})
