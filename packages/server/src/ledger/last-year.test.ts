import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, roundBody, yucai } from '../testing/open-round.ts'

const before = '/rounds/2025/units/yucai'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')

  test('where there is no year before, nothing is known of it', async () => {
    await openRound(house)
    expect((await alice().get(`${yucai}/last-year`)).body).toEqual({ year: null, items: [] })
  })

  test('the records of the year before come by day, as day, title and what they counted as, and nothing else', async () => {
    house.setClock('2025-11-24T08:00:00Z')
    await house.as('betty').put('/rounds/2025', { ...roundBody, year: 2025, opensOn: '2025-09-01', dueOn: '2025-12-20', inspectors: {} })
    const [lesson, meeting, dropped] = [randomUUID(), randomUUID(), randomUUID()]
    await alice().put(`${before}/entries/${lesson}`, { countsAs: ['党课'], title: '书记上党课', happenedOn: '2025-07-01', people: 40, note: '五楼' })
    await alice().put(`${before}/entries/${meeting}`, {
      countsAs: ['专题会议', '计划'], title: '研究全年党建工作', happenedOn: '2025-03-18', evidence: [{ reference: '会议记录本P3', place: '党建室' }],
    })
    await alice().put(`${before}/entries/${dropped}`, { countsAs: ['党课'], title: '记错了', happenedOn: '2025-08-01' })
    await alice().delete(`${before}/entries/${dropped}`)
    house.setClock('2026-11-24T08:00:00Z')
    expect((await alice().get(`${yucai}/last-year`)).body).toEqual({
      year: 2025,
      items: [
        { happenedOn: '2025-03-18', title: '研究全年党建工作', countsAs: ['专题会议', '计划'] },
        { happenedOn: '2025-07-01', title: '书记上党课', countsAs: ['党课'] },
      ],
    })
  })

  test('only who records for the school asks for it', async () => {
    expect((await house.as('sun').get(`${yucai}/last-year`)).status).toBe(200)
    expect((await house.as('betty').get(`${yucai}/last-year`)).status, 'the bureau').toBe(403)
    expect((await house.as('bob').get(`${yucai}/last-year`)).status, 'another school').toBe(404)
  })
})
