import { afterEach, expect, test, vi } from 'vitest'
import type { Act, QueuedItem } from './item.ts'
import { sendItem } from './send-item.ts'

const body = { countsAs: ['党课'], title: '党课', happenedOn: '2026-11-24' }
const record: Act = { kind: 'entry', entry: 'a', body, base: 3 }
const removal: Act = { kind: 'removal', entry: 'a', title: '党课', base: 3 }
const photo: Act = { kind: 'photo', sha256: 'f', name: '会场.jpg', type: 'image/jpeg', size: 3 }
const stored = { ...body, id: 'a', recordedAt: '', recordedBy: 'wangli', late: false, feeds: [], missing: [], version: 4 }
const item = (act: Act, epoch: string | null = 'now'): QueuedItem => ({
  format: 1,
  seq: 1,
  id: 'one',
  owner: 'chenjing',
  place: { round: '2026', unit: 'yucai' },
  act,
  storedAt: '2026-11-24T01:30:00.000Z',
  tries: 1,
  epoch,
  state: { kind: 'waiting' },
})
const refusal = (status: number, more: object = {}) => ({ type: '', title: '', status, code: 'x.y', detail: '这一条要改一下。', retry: 'never', ...more })

/** Each call takes the next answer; what was asked is listed. */
const answering = (...answers: readonly (readonly [number, unknown])[]) => {
  const asked: { readonly path: string; readonly init: RequestInit }[] = []
  const left = [...answers]
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push({ path, init })
    const [status, value] = left.shift() ?? [500, undefined]
    return Promise.resolve(new Response(value === undefined ? null : JSON.stringify(value), { status }))
  })
  return asked
}
afterEach(() => vi.unstubAllGlobals())

test('a record goes out with the version that it was changed on, and brings back the one that it left', async () => {
  const asked = answering([200, stored])
  expect(await sendItem(item(record), undefined, 'now')).toMatchObject({ kind: 'sent', version: 4 })
  expect(asked[0]?.init.headers).toMatchObject({ 'if-match': '"3"' })
})

test('what was taken over says whose it was, whatever it is', async () => {
  const answer: Act = { kind: 'answer', key: '1.1', facts: { '1.1': true }, before: { '1.1': null }, question: '', words: '', choices: [] }
  const facts = { facts: {}, answered: {}, version: 1 }
  for (const [act, answers] of [[record, [[200, stored]]], [removal, [[204, undefined]]], [answer, [[200, facts], [200, facts]]]] as const) {
    const asked = answering(...answers)
    expect(await sendItem({ ...item(act, 'taken'), givenBy: '陈静' }, undefined, 'taken'), act.kind).toMatchObject({ kind: 'sent' })
    expect(asked.at(-1)?.path, act.kind).toContain('?givenBy=%E9%99%88%E9%9D%99')
  }
})

test('what cannot be known or is busy goes again later; a fault of one item lets the others go first', async () => {
  for (const [status, others] of [[500, true], [502, false], [503, false], [507, false], [429, false]] as const) {
    answering([status, refusal(status)])
    expect(await sendItem(item(record), undefined, 'now'), String(status)).toEqual({ kind: 'later', others })
  }
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  expect(await sendItem(item(record), undefined, 'now')).toEqual({ kind: 'later', others: false })
  answering([200, { ...stored, id: 'another' }])
  expect(await sendItem(item(record), undefined, 'now')).toEqual({ kind: 'later', others: true })
})

test('an ended session holds the queue; a refusal is the item’s own, with the sentence and what stands there', async () => {
  answering([401, refusal(401)])
  expect(await sendItem(item(record), undefined, 'now')).toEqual({ kind: 'signed_out' })
  for (const status of [403, 404, 410, 413, 415, 422]) {
    answering([status, refusal(status)])
    expect(await sendItem(item(record), undefined, 'now')).toEqual({ kind: 'stuck', state: { kind: 'stuck', status, sentence: '这一条要改一下。' } })
  }
  for (const status of [409, 412]) {
    answering([status, refusal(status, { current: stored })])
    expect(await sendItem(item(record), undefined, 'now')).toMatchObject({ kind: 'stuck', state: { status, current: stored } })
  }
})

test('a deletion is done where there is nothing any more, also when its first answer was lost', async () => {
  for (const status of [404, 410]) {
    answering([status, refusal(status)])
    expect(await sendItem(item(removal), undefined, 'now')).toMatchObject({ kind: 'sent' })
  }
})

test('a version of another epoch is never sent: both are shown, or the record is written anew where it is gone', async () => {
  const met = answering([200, stored])
  expect(await sendItem(item(record, 'before'), undefined, 'now')).toMatchObject({ kind: 'stuck', state: { status: 412, current: stored } })
  expect(met.map(({ init }) => init.method)).toEqual(['GET'])
  const gone = answering([404, refusal(404)], [201, { ...stored, version: 1 }])
  expect(await sendItem(item(record, 'before'), undefined, 'now')).toMatchObject({ kind: 'sent', version: 1 })
  expect(gone[1]?.init.headers).not.toHaveProperty('if-match')
})

test('a photo whose bytes the phone lost says so, and one that the server has under another name is not taken for sent', async () => {
  const asked = answering()
  expect(await sendItem(item(photo), undefined, 'now')).toMatchObject({ kind: 'stuck', state: { status: 0 } })
  expect(asked).toEqual([])
  const bytes = { owner: 'chenjing', sha256: 'f', type: 'image/jpeg', bytes: new ArrayBuffer(3) }
  answering([201, { sha256: 'f' }], [201, { sha256: 'e' }])
  expect(await sendItem(item(photo), bytes, 'now')).toMatchObject({ kind: 'sent' })
  expect(await sendItem(item(photo), bytes, 'now')).toEqual({ kind: 'later', others: true })
})
