import { expect, test } from 'vitest'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { changedSince } from './changed-since.ts'

const entry = (id: string, recordedAt: string, recordedBy: string, late = false): LedgerEntry => ({
  id,
  countsAs: ['党课'],
  title: `${id}党课`,
  happenedOn: '2026-11-01',
  recordedAt,
  recordedBy,
  late,
  feeds: [],
  missing: [],
  version: 1,
})

test('only what others changed since then is shown, the newest first', () => {
  const changes = changedSince({
    since: '2026-11-10T00:00:00Z',
    criteria: [{ id: '5.2', item: 5, title: '集中学习' }],
    entries: [entry('a', '2026-11-09T00:00:00Z', 'chen'), entry('b', '2026-11-11T00:00:00Z', 'chen', true), entry('c', '2026-11-12T00:00:00Z', 'wang')],
    facts: { facts: {}, answered: { '5.2': { by: 'chen', at: '2026-11-13T00:00:00Z' } }, version: 1 },
    here: '/rounds/r/units/u',
    except: 'wang',
  })
  expect(changes.map(({ what }) => what)).toEqual(['第5条，答了“集中学习”', '补录“b党课”'])
})
