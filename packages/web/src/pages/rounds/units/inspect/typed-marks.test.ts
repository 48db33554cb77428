import { expect, test } from 'vitest'
import { smallForm } from '../../../../testing/small-form.ts'
import { readTyped, typedDifference } from './typed-marks.ts'

const items = smallForm.items.map(({ no, points }) => ({ no, max: points, selfScore: points, scores: [], score: null, settled: null, photos: [], seen: [] }))
const [first] = items
if (first === undefined) throw new Error('a form without items')

test('what was typed from paper becomes marks, also with the full stop of a Chinese keyboard; empty fields give none', () => {
  expect(readTyped(smallForm, items, { [first.no]: { score: `${first.max}` } })).toEqual({ marks: [{ no: first.no, score: first.max }], faults: [] })
  expect(readTyped(smallForm, items, { [first.no]: { score: '0。5' } })).toEqual({ marks: [{ no: first.no, score: 0.5, reason: `见现场纸质检查表第${first.no}条` }], faults: [] })
  expect(readTyped(smallForm, items, { [first.no]: { score: ' ' } })).toEqual({ marks: [], faults: [] })
})

test('what is no mark of the item is named and holds nothing else back; a reason taken away is asked for', () => {
  expect(readTyped(smallForm, items, { [first.no]: { score: '三' } }).faults).toMatchObject([{ no: first.no }])
  expect(readTyped(smallForm, items, { [first.no]: { score: `${first.max + 1}` } }).faults[0]?.message).toMatch(/最多/u)
  expect(readTyped(smallForm, items, { [first.no]: { score: '0', reason: ' ' } }).faults[0]?.message).toMatch(/理由/u)
})

test('a difference is said only where there is one', () => {
  expect(typedDifference({ score: '1.5' }, 2)).toBe(-0.5)
  expect(typedDifference({ score: '2' }, 2)).toBeNull()
  expect(typedDifference(undefined, 2)).toBeNull()
})
