import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysWaiting, isPast, isUnsent, nextToSend, subjectOf } from './item.ts'
import { mergeAct, rebase } from './merge-act.ts'
import type { Base } from './base.ts'
import type { Act, ItemState, NewItem, QueuedItem } from './item.ts'

const place = { round: '2026', unit: 'yucai' }
const body = (title: string) => ({ countsAs: ['党课'], title, happenedOn: '2026-11-24' })
const entry = (name: string, base: Base = 'none', title = name): Act => ({ kind: 'entry', entry: name, body: body(title), base })
const removal = (name: string, base: Base = 'previous'): Act => ({ kind: 'removal', entry: name, title: name, base })
const made = (id: string, act: Act): NewItem => ({
  format: 1,
  id,
  owner: 'chenjing',
  place,
  act,
  storedAt: '2026-11-24T01:30:00.000Z',
  tries: 0,
  epoch: null,
  state: { kind: 'waiting' },
})
const queued = (seq: number, act: Act, more: Partial<QueuedItem> = {}): QueuedItem => ({ ...made(`item-${seq}`, act), seq, ...more })
const stuck = (current?: { readonly version: number }): ItemState => ({
  kind: 'stuck',
  status: 409,
  sentence: '有一份不同的。',
  ...(current === undefined ? {} : { current: { ...body('别人的'), id: 'a', recordedAt: '', recordedBy: 'wangli', late: false, feeds: [], missing: [], ...current } }),
})

test('a record that never went out takes new words itself, and is simply gone when it is taken back', () => {
  const items = [queued(1, entry('a'))]
  expect(mergeAct(items, made('b', entry('a', 'previous', '改过')))).toMatchObject({ put: [{ id: 'item-1', act: { body: { title: '改过' }, base: 'none' } }], drop: [] })
  expect(mergeAct(items, made('b', removal('a')))).toEqual({ put: [], drop: items })
})

test('a record that may have arrived is never changed in the queue: what follows stands behind it', () => {
  const items = [queued(1, entry('a'), { tries: 1 })]
  for (const act of [entry('a', 'previous', '改过'), removal('a')]) {
    expect(mergeAct(items, made('b', act))).toMatchObject({ put: [{ id: 'b', act: { base: 'previous' } }], drop: [] })
  }
})

test('what follows a sent record is a change of the version that it left', () => {
  const [first, second] = [queued(1, entry('a'), { tries: 1 }), queued(2, entry('a', 'previous', '改过'))]
  expect(rebase([first, second], first, 4)).toMatchObject([{ id: 'item-2', act: { base: 4 } }])
  expect(rebase([first, queued(2, entry('b'))], first, 4)).toEqual([])
})

test('an edit of a stored record stays on the version that it was read at, however often it is changed', () => {
  const items = [queued(1, entry('a', 3))]
  expect(mergeAct(items, made('b', entry('a', 'previous', '再改')))).toMatchObject({ put: [{ act: { base: 3, body: { title: '再改' } } }] })
  expect(mergeAct(items, made('b', removal('a')))).toMatchObject({ put: [{ act: { kind: 'removal', base: 3 } }], drop: items })
})

test('a refused record is put right in place; taken back after a conflict it is deleted at the server too', () => {
  const refused = queued(1, entry('a'), { tries: 1, state: stuck() })
  expect(mergeAct([refused], made('b', entry('a', 'previous', '改过')))).toMatchObject({ put: [{ id: 'item-1', tries: 0, state: { kind: 'waiting' } }] })
  expect(mergeAct([refused], made('b', removal('a')))).toEqual({ put: [], drop: [refused] })
  const conflict = queued(1, entry('a'), { tries: 1, state: stuck({ version: 2 }) })
  expect(mergeAct([conflict], made('b', removal('a', 2)))).toMatchObject({ put: [{ act: { kind: 'removal', base: 2 } }], drop: [conflict] })
})

test('the same photo is queued once, and once more only after it was refused', () => {
  const photo: Act = { kind: 'photo', sha256: 'f'.repeat(64), name: '会场.jpg', type: 'image/jpeg', size: 9 }
  expect(mergeAct([queued(1, photo)], made('b', photo))).toEqual({ put: [], drop: [] })
  expect(mergeAct([queued(1, photo, { state: stuck() })], made('b', photo))).toMatchObject({ put: [{ id: 'item-1', state: { kind: 'waiting' } }] })
})

test('a stuck item holds back only what follows on the same record', () => {
  const items = [queued(1, entry('a'), { state: stuck() }), queued(2, entry('a', 'previous')), queued(3, entry('b'))]
  expect(nextToSend(items, new Set())?.id).toBe('item-3')
  expect(nextToSend(items, new Set(['item-3']))).toBeUndefined()
})

test('sent one by one, every item goes exactly once, and those of one record in their order', () => {
  const queue = fc.array(fc.record({ name: fc.constantFrom('a', 'b', 'c'), isStuck: fc.boolean() }), { maxLength: 12 })
  fc.assert(
    fc.property(queue, (given) => {
      let items = given.map(({ name, isStuck }, index) => queued(index + 1, entry(name), isStuck ? { state: stuck() } : {}))
      const sent: QueuedItem[] = []
      for (let next = nextToSend(items, new Set()); next !== undefined; next = nextToSend(items, new Set())) {
        const one = next
        sent.push(one)
        items = items.map((item) => (item.id === one.id ? { ...item, state: { kind: 'sent', at: '', epoch: null } } : item))
      }
      expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length)
      expect(sent.map(({ seq }) => seq)).toEqual(sent.map(({ seq }) => seq).sort((x, y) => x - y))
      const firstStuck = (item: QueuedItem) => items.find((one) => one.state.kind === 'stuck' && subjectOf(one) === subjectOf(item))
      for (const left of items.filter(isUnsent)) expect(firstStuck(left)?.seq).toBeLessThanOrEqual(left.seq)
    }),
  )
})

test('sent copies end after thirty days, and waiting is counted in whole days', () => {
  const at = Date.parse('2026-11-24T01:30:00.000Z')
  const day = 86_400_000
  const sent = queued(1, entry('a'), { state: { kind: 'sent', at: '2026-11-24T01:30:00.000Z', epoch: null } })
  expect([isPast(sent, at + 30 * day), isPast(sent, at + 30 * day + 1)]).toEqual([false, true])
  expect(isPast(queued(1, entry('a')), at + 400 * day)).toBe(false)
  expect([daysWaiting([queued(1, entry('a')), sent], at + 2 * day), daysWaiting([sent], at + 9 * day), daysWaiting([], at)]).toEqual([2, 0, 0])
})

const answer = (value: boolean, before: boolean | null = null): Act => ({ kind: 'answer', key: '1.1', facts: { '1.1': value }, before: { '1.1': before }, question: '有没有', words: value ? '有' : '没有', choices: [] })

test('the last answer to a question counts, and it is held against what stood there before the first', () => {
  expect(mergeAct([queued(1, answer(true))], made('b', answer(false, true)))).toMatchObject({ put: [{ id: 'item-1', act: { facts: { '1.1': false }, before: { '1.1': null } } }], drop: [] })
})

test('an answer behind one on its way is held against that one', () => {
  expect(mergeAct([queued(1, answer(true), { tries: 1 })], made('b', answer(false)))).toMatchObject({ put: [{ id: 'b', act: { facts: { '1.1': false }, before: { '1.1': true } } }], drop: [] })
})

test('an answer given after a colleague was seen to differ is held against the colleague', () => {
  const met = queued(1, answer(true), { state: { kind: 'stuck', status: 409, sentence: '', met: { kind: 'answer', facts: { '1.1': false }, words: '没有' } } })
  expect(mergeAct([met], made('b', answer(true, false)))).toMatchObject({ put: [{ id: 'item-1', act: { before: { '1.1': false } }, state: { kind: 'waiting' } }] })
})
