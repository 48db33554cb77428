import { expect, test } from 'vitest'
import { byPlannedDay, plannedDays } from './planned-days.ts'

test('today’s schools come first, those without a day before those that are over', () => {
  const days = plannedDays({
    groups: [
      {
        members: [],
        visits: [
          { unit: 'a', day: '2026-12-01', name: '甲' },
          { unit: 'b', day: '2026-12-03', name: '乙' },
          { unit: 'c', day: '2026-12-02', name: '丙' },
          { unit: 'd', day: null, name: '丁' },
        ],
      },
    ],
    sections: [],
    inspectors: [],
    units: [],
    version: 1,
  })
  expect(byPlannedDay(['a', 'b', 'c', 'd'], days, '2026-12-02')).toEqual(['c', 'b', 'd', 'a'])
  expect(byPlannedDay(['b', 'a'], plannedDays(undefined), '2026-12-02')).toEqual(['a', 'b'])
})
