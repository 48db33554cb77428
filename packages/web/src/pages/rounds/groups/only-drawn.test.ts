import { expect, test } from 'vitest'
import type { DrawAnswer, GroupsAnswer } from '../../../api/contract.ts'
import { groupsWithin, saidOfShare, shareOf, withOutOfView } from './only-drawn.ts'
import { listHolidayVisits, moveOffHoliday } from './holiday-visits.ts'
import { draftOf, moveUnit } from './group-draft.ts'

const names: Readonly<Record<string, string>> = { a: '一小', b: '二小', c: '三小', d: '四小', e: '五小' }
const codes = Object.keys(names)
const nameOf = (code: string): string => names[code] ?? code
const visit = (unit: string, day = '2026-12-22') => ({ unit, day, name: nameOf(unit) })
const answer: GroupsAnswer = {
  groups: [
    { members: [{ username: 'li', name: '李强', sections: [1] }], visits: [visit('a'), visit('b'), visit('c')] },
    { members: [{ username: 'wang', name: '王丽', sections: [1] }], visits: [visit('d', '2026-12-23')] },
  ],
  sections: [{ no: 1, name: '第1项', items: 3 }],
  inspectors: [
    { username: 'li', name: '李强', unit: 'bureau', formerUnits: [] },
    { username: 'wang', name: '王丽', unit: 'bureau', formerUnits: [] },
  ],
  units: codes.map((code) => ({ code, name: nameOf(code), marked: code === 'c' })),
  version: 2,
}
const draw: DrawAnswer = {
  id: '9f1c7f0e-6f5d-4a43-9a15-0b6f1f0a7c11',
  no: 1,
  seed: '6 3 5',
  count: 1,
  strata: 'none',
  units: codes.map((code, place) => ({ code, name: nameOf(code), stratum: '', digest: '', place, drawn: code === 'a' })),
  madeAt: '2026-11-24T09:00:00Z',
  madeBy: '陈静',
  version: 1,
}

test('with a draw chosen only what it drew is saved, and what an inspector marked already', () => {
  const share = shareOf(answer, draw, true, { e: ['li'] })
  expect(share.units.map(({ code }) => code)).toEqual(['a', 'c'])
  const shown = groupsWithin(draftOf(answer), share.units)
  expect(shown.map(({ visits }) => visits.map(({ unit }) => unit))).toEqual([['a', 'c'], []])
  expect(saidOfShare(share, shown)).toEqual([
    '没抽中的2所，保存后不再分给检查人：二小、四小。',
    '三小没抽中，但已有检查得分，仍留在组里。',
    '五小没抽中，检查人是在轮次里指定的，要改请到轮次里改。',
  ])
  expect(saidOfShare(share, moveUnit(shown, 'c', -1)).join('')).not.toContain('三小')
})

test('without it all are in view again, where they were, with what was corrected meanwhile', () => {
  const draft = draftOf(answer)
  const { units } = shareOf(answer, draw, true, {})
  const corrected = withOutOfView(moveUnit(groupsWithin(draft, units), 'a', 1), draft, units)
  expect(corrected.map(({ visits }) => visits.map(({ unit }) => unit))).toEqual([['c', 'b'], ['a', 'd']])
  expect(shareOf(answer, draw, false, {})).toEqual({ units: answer.units, kept: [], released: [], byHand: [] })
  expect(shareOf(answer, undefined, true, {}).units).toHaveLength(5)
})

test('visits on a day that became a holiday are found and go to the next school day', () => {
  const holidays = [{ name: '冬季运动会', from: '2026-12-22', to: '2026-12-22' }, { name: '元旦', from: '2027-01-01', to: '2027-01-03' }]
  const draft = draftOf(answer)
  const found = listHolidayVisits(draft, holidays)
  expect(found).toEqual([{ day: '2026-12-22', holiday: '冬季运动会', units: ['a', 'b', 'c'], next: '2026-12-23' }])
  const moved = found.reduce(moveOffHoliday, draft)
  expect(moved.flatMap(({ visits }) => visits.map(({ day }) => day))).toEqual(Array.from({ length: 4 }, () => '2026-12-23'))
  expect(listHolidayVisits(moved, holidays)).toEqual([])
})
