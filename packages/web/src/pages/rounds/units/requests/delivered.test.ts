import { expect, test } from 'vitest'
import type { RecordRequest } from '../../../../api/contract.ts'
import { deliveredWords, latestDelivery } from './delivered.ts'

const asked = (from: string, usedAt: string | null): RecordRequest => ({
  id: from, criterion: '5.2', kinds: ['集中学习'], asks: '集中学习', from, note: null, state: usedAt === null ? 'open' : 'answered',
  madeAt: '2026-11-20T01:00:00Z', madeBy: 'chenjing', expiresAt: '2026-12-04T01:00:00Z', entry: null, usedAt,
})
const all = [asked('团委', '2026-11-22T01:00:00Z'), asked('德育处', '2026-11-23T01:00:00Z'), asked('财务', null)]

test('what departments gave is news until it was looked at', () => {
  expect(deliveredWords(all, null)).toBe('团委、德育处交来2条')
  expect(deliveredWords(all, '2026-11-22T08:00:00Z')).toBe('德育处交来1条')
  expect(latestDelivery(all)).toBe('2026-11-23T01:00:00Z')
  expect(deliveredWords(all, latestDelivery(all) ?? null)).toBe('')
  expect([deliveredWords([], null), latestDelivery([])]).toEqual(['', undefined])
})
