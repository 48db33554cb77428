import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sum, toPoints } from '../points.ts'
import { parseForm } from '../form/schema.ts'
import { countByStage, sayStanding, standingOf } from './count-by-stage.ts'
import { inspectedStandings, selfStandings } from './item-standing.ts'
import type { ItemStanding } from './item-standing.ts'
import { lostByItem } from './lost-by-item.ts'
import { mergeInspection } from '../inspection/merge.ts'
import type { Status } from '../score/score.ts'
import { stages } from '../assessment/stage.ts'

const award = (id: string, points: number) => ({
  id,
  points,
  title: '有',
  source: '有',
  parts: [{ kind: 'award', points, condition: '有' }],
})
const parsed = parseForm({
  id: 'two',
  title: '小表',
  edition: '2022',
  columns: ['细则'],
  total: 5,
  sections: [{ no: 1, name: '一', points: 5, items: [1, 2] }],
  items: [
    { no: 1, section: 1, points: 2, duty: '', clause: '有' },
    { no: 2, section: 1, points: 3, duty: '', clause: '有' },
  ],
  criteria: [award('1.1', 2), award('2.1', 3)],
})
if (!parsed.ok) throw new Error('form not read')
const { form } = parsed

test('a draft in which nothing is answered has not been started', () => {
  const counts = countByStage([
    { stage: 'draft', answered: 0 },
    { stage: 'draft', answered: 3 },
    { stage: 'submitted', answered: 60 },
    { stage: 'submitted', answered: 0 },
  ])
  expect(sayStanding(standingOf({ stage: 'draft', answered: 0 }))).toBe('未开始')
  expect(sayStanding(standingOf({ stage: 'submitted', answered: 0 }))).toBe('已提交')
  expect(counts).toMatchObject({ notStarted: 1, draft: 1, submitted: 2, frozen: 0 })
})

test('every unit is counted once, whatever its stage', () => {
  const row = fc.record({ stage: fc.constantFrom(...stages), answered: fc.nat(60) })
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(Object.values(countByStage(rows)).reduce((a, b) => a + b, 0)).toBe(rows.length)
    }),
  )
})

const standing = (no: number, score: number, open = 0, status: Status = 'scored'): ItemStanding => ({ no, score: toPoints(score), open: toPoints(open), status })

test('an item shows how many units lost on it and how much in all', () => {
  const units = [[1.5, 3], [2, 2.5], [0.5, 3]].map((scores) => scores.map((score, index) => standing(index + 1, score)))
  expect(lostByItem(form, units)).toEqual([
    { no: 1, max: 2000, units: 3, unitsThatLost: 2, share: 2 / 3, lost: 2000, unanswered: 0, notApplicable: 0 },
    { no: 2, max: 3000, units: 3, unitsThatLost: 1, share: 1 / 3, lost: 500, unanswered: 0, notApplicable: 0 },
  ])
})

test('what nobody answered, in part or whole, and what does not apply is no loss, and an open part without a loss is not nothing lost', () => {
  const units = [[standing(1, 2)], [standing(2, 1, 2), standing(1, 2, 0, 'not_applicable')], [standing(2, 0.5, 2)]]
  expect(lostByItem(form, units)).toMatchObject([
    { units: 1, unitsThatLost: 0, share: 0, lost: 0, unanswered: 1, notApplicable: 1 },
    { units: 1, unitsThatLost: 1, share: 1, lost: 500, unanswered: 2, notApplicable: 0 },
  ])
})

const units = fc.array(
  fc.tuple(fc.nat(4), fc.nat(6)).map((halves) => halves.map((half, index) => standing(index + 1, half / 2))),
)

test('what all units lost is what is missing from their totals', () => {
  fc.assert(
    fc.property(units, (all) => {
      const missing = all.length * 5000 - sum(all.flat().map(({ score }) => score))
      expect(sum(lostByItem(form, all).map((item) => item.lost))).toBe(missing)
    }),
  )
})

test('every unit stands in one of three places at an item, and never more lost than have a score', () => {
  const anyStatus = fc.constantFrom<Status>('scored', 'unanswered', 'not_applicable')
  const some = fc.array(fc.tuple(fc.boolean(), anyStatus, fc.nat(4), fc.nat(2)).map(([there, status, half, open]) => (there ? [standing(1, half / 2, open / 2, status)] : [])))
  fc.assert(
    fc.property(some, (all) => {
      const [item] = lostByItem(form, all)
      expect((item?.units ?? 0) + (item?.unanswered ?? 0) + (item?.notApplicable ?? 0)).toBe(all.length)
      expect(item?.unitsThatLost).toBeLessThanOrEqual(item?.units ?? 0)
    }),
  )
})

test('a sheet tells item by item what was scored, what is open and what does not apply', () => {
  const items = [{ no: 1, score: toPoints(2), answered: true }, { no: 2, score: toPoints(0), answered: false }]
  const told = (status: Status) => [{ id: '1.1', max: toPoints(2), status }, { id: '2.1', max: toPoints(3), status: 'unanswered' as const }]
  expect(selfStandings(form, items, told('scored'))).toEqual([standing(1, 2)])
  expect(selfStandings(form, items, told('not_applicable'))).toEqual([standing(1, 2, 0, 'not_applicable')])
  expect(selfStandings(form, items, told('unanswered'))).toEqual([standing(1, 2, 2, 'unanswered')])
})

test('a mark that two inspectors give differently stands for nothing, and what does not apply stays so until points are taken', () => {
  const mark = (inspector: string, item: number, score: number) => ({ inspector, item, score: toPoints(score) })
  const self = [standing(1, 2, 0, 'not_applicable')]
  expect(inspectedStandings(mergeInspection(form, [mark('a', 1, 2), mark('a', 2, 1), mark('b', 2, 3)]), self)).toEqual([standing(1, 2, 0, 'not_applicable')])
  expect(inspectedStandings(mergeInspection(form, [mark('a', 1, 1)]), self)).toEqual([standing(1, 1)])
})
