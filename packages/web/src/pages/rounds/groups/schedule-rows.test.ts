import { expect, test } from 'vitest'
import type { GroupsAnswer } from '../../../api/contract.ts'
import { scheduleOf } from './schedule-rows.ts'

const answer: GroupsAnswer = {
  groups: [],
  sections: [{ no: 1, name: '抓谋划', items: 3 }, { no: 2, name: '抓示范', items: 4 }],
  inspectors: [{ username: 'li', name: '李强', unit: 'bureau', formerUnits: [] }],
  units: ['a', 'b', 'c', 'd'].map((code) => ({ code, name: `${code}小学`, marked: false })),
  version: 1,
}

test('a printed group names its people with their duties, and its days in order with the schools of each', () => {
  const visits = [{ unit: 'd', day: null }, { unit: 'c', day: '2027-01-04' }, { unit: 'b', day: '2026-12-21' }, { unit: 'a', day: '2026-12-21' }]
  expect(scheduleOf([{ members: [], visits: [] }, { members: [{ username: 'li', sections: [2, 1] }], visits }], answer)).toEqual([
    {
      no: 2,
      members: [{ username: 'li', name: '李强', duties: ['1 抓谋划', '2 抓示范'] }],
      days: [
        { day: '2026-12-21', schools: ['a小学', 'b小学'] },
        { day: '2027-01-04', schools: ['c小学'] },
        { day: null, schools: ['d小学'] },
      ],
    },
  ])
})
