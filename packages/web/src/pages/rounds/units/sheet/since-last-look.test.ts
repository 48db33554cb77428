import { expect, test } from 'vitest'
import type { Form } from '@zicha/core'
import { sinceLastLook, sinceWords } from './since-last-look.ts'

const form = { criteria: [{ id: '2.1', item: 2 }, { id: '5.1', item: 5 }] } as unknown as Form
const entry = { id: 'a', countsAs: ['党课'], title: '党课', happenedOn: '2026-11-20', recordedBy: 'li', recordedAt: '2026-11-21T00:00:00Z', late: false, feeds: ['5.1'], missing: [], version: 1 }

test('each colleague has one line, one question changed twice is one, and what I did myself is not told', () => {
  const by = { by: 'sun', byName: '孙强', at: '2026-11-22T00:00:00Z' }
  const found = sinceLastLook({
    form,
    since: '2026-11-20T00:00:00Z',
    changes: {
      items: [
        { kind: 'answer', ...by, criterion: '2.1', key: '2.1', value: true },
        { kind: 'answer', ...by, criterion: '2.1', key: '2.1', value: false },
        { kind: 'mark', ...by, criterion: '5.1', score: 1, reason: '少一次' },
        { kind: 'mark', ...by, by: 'me', criterion: '5.1', score: 1, reason: '少一次' },
        { kind: 'mark', ...by, at: '2026-11-19T00:00:00Z', criterion: '5.1', score: 1, reason: '少一次' },
      ],
    },
    entries: [entry, { ...entry, recordedBy: 'me' }],
    except: 'me',
    nameOf: () => '李梅',
  })
  expect(found.map((one) => [one.who, sinceWords(one), one.items])).toEqual([
    ['孙强', '答了1题、改了1处分', [2, 5]],
    ['李梅', '记了1条', [5]],
  ])
})
