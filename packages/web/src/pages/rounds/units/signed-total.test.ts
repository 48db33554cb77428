import { expect, test } from 'vitest'
import type { Objection } from '../../../api/contract.ts'
import { signedTotal } from './signed-total.ts'

const decided = (outcome: 'upheld' | 'partly' | 'refused', from: number, to: number, at: string): Pick<Objection, 'score' | 'decision'> => ({
  score: from,
  decision: { outcome, score: to, reason: '看了记录本', by: 'zhaomin', byName: '赵敏', at, sheet: null },
})
const signedAt = '2026-11-23T02:00:00.000Z'
const later = '2026-11-25T02:00:00.000Z'

test('a total that decisions changed after the signature is taken back to what was signed, one after another', () => {
  expect(signedTotal(90.5, signedAt, [decided('upheld', 4, 4.5, later)])).toBe(90)
  expect(signedTotal(90.7, signedAt, [decided('partly', 4, 4.5, later), decided('upheld', 4.5, 4.7, later)])).toBe(90)
  expect(signedTotal(89.9, signedAt, [decided('upheld', 2, 1.9, later)])).toBe(90)
})

test('what was refused, is under way or was decided before the signature changes nothing signed', () => {
  expect(signedTotal(90, signedAt, [decided('refused', 4, 4, later), { score: 4, decision: null }, decided('upheld', 4, 5, '2026-11-22T02:00:00.000Z')])).toBeNull()
})
