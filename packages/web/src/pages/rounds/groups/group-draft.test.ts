import { expect, test } from 'vitest'
import type { GroupsAnswer } from '../../../api/contract.ts'
import {
  avoidanceWords,
  draftOf,
  firstDayAfter,
  groupOfInspector,
  groupOfUnit,
  moveInspector,
  moveUnit,
  proposalFor,
  saidOfDraft,
  schoolDaysFrom,
  setDay,
  toggleSection,
} from './group-draft.ts'

const answer: GroupsAnswer = {
  groups: [],
  sections: [1, 2].map((no) => ({ no, name: `第${no}项`, items: 3 })),
  inspectors: [
    { username: 'li', name: '李强', unit: 'bureau', formerUnits: ['b'] },
    { username: 'wang', name: '王丽', unit: 'a', formerUnits: [] },
  ],
  units: ['a', 'b', 'c'].map((code) => ({ code, name: `${code}小学`, marked: false })),
  version: 1,
}
const wishes = { size: 1, firstDay: '2026-12-18', perDay: 1 }

test('days go on over the weekend and over holidays', () => {
  expect(schoolDaysFrom('2026-12-18', 3, [])).toEqual(['2026-12-18', '2026-12-21', '2026-12-22'])
  const holidays = [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }]
  expect(schoolDaysFrom('2026-12-31', 2, holidays)).toEqual(['2026-12-31', '2027-01-04'])
  expect(firstDayAfter('2026-12-18', [])).toBe('2026-12-21')
})

test('a proposal avoids, and a school moves with its day', () => {
  const groups = proposalFor(answer, answer.units, wishes, [])
  expect(groups.map(({ visits }) => visits)).toEqual([
    [{ unit: 'a', day: '2026-12-18' }, { unit: 'c', day: '2026-12-21' }],
    [{ unit: 'b', day: '2026-12-18' }],
  ])
  expect(saidOfDraft(groups, answer, answer.units, 1)).toEqual({ clashes: [], notes: [] })
  const moved = moveUnit(groups, 'c', 1)
  expect([groupOfUnit(moved, 'c'), moved[1]?.visits.at(-1)]).toEqual([1, { unit: 'c', day: '2026-12-21' }])
  expect(groupOfUnit(moveUnit(groups, 'c', -1), 'c')).toBe(-1)
  expect(setDay(moved, 'c', null)[1]?.visits.at(-1)?.day).toBe(null)
})

test('what is moved to where it must not be is said, with who and which school', () => {
  const groups = moveUnit(proposalFor(answer, answer.units, wishes, []), 'b', 0)
  expect(saidOfDraft(groups, answer, answer.units, 1)).toEqual({
    clashes: ['李强在b小学工作过，第1组不能去。请换一组或换人。'],
    notes: ['第1组12月18日排了2所，一天看1所看不完。'],
  })
  expect(avoidanceWords(groups[0] ?? { members: [], visits: [] }, answer.inspectors, 'b')).toBe('李强待过')
  expect(avoidanceWords(groups[1] ?? { members: [], visits: [] }, answer.inspectors, 'a')).toBe('王丽的学校')
})

test('an inspector moves with what they see to, into a group that is made for them too', () => {
  const groups = moveInspector(proposalFor(answer, answer.units, wishes, []), 'li', 2)
  expect(groups.map(({ members }) => members.map(({ username }) => username))).toEqual([[], ['wang'], ['li']])
  expect(groupOfInspector(moveInspector(groups, 'li', -1), 'li')).toBe(-1)
  const fewer = toggleSection(groups, 'li', 1)
  expect(fewer[2]?.members).toEqual([{ username: 'li', sections: [2] }])
  expect(saidOfDraft(fewer, answer, answer.units, 5).notes[0]).toBe('第3组还没有人看第1项责任。')
  expect(draftOf({ ...answer, groups: [] })).toEqual([])
})
