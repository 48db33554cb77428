import { expect, test } from 'vitest'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, roundBody, submit, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const overview = async (query = '') => (await house.as('carl').get(`/units/yangzhou/overview${query}`)).body

  test('a city sees its counties by code, with nothing of those that have not begun', async () => {
    expect(await overview()).toMatchObject({ year: null, years: [], units: 0, losses: [] })
    await openRound(house)
    await house.as('gao').put('/rounds/gaoyou-2026', { ...roundBody, units: ['chengbei'], inspectors: {} })
    const answer = await overview()
    expect(answer.year).toBe(2026)
    expect(answer.bureaus.map((one: { unit: string; units: number }) => [one.unit, one.units])).toEqual([['gaoyou', 1], ['yizheng', 2]])
    expect(answer.counts).toMatchObject({ notStarted: 3, draft: 0, submitted: 0 })
  })

  test('what is submitted counts by item: who lost on it, of all that have a score', async () => {
    await house.as('alice').put(`${yucai}/facts`, { facts: bestAnswers(getForm('yangzhou-2022')) })
    await house.as('alice').put(`${yucai}/overrides/2.3`, { score: 0.5, reason: '记录不够细' })
    expect((await overview()).losses).toMatchObject([{ form: 'yangzhou-2022', submitted: 0, inspected: 0 }])
    await submit(house)
    const { losses, counts } = await overview()
    expect(counts).toMatchObject({ notStarted: 2, submitted: 1 })
    expect(losses[0].submitted).toBe(1)
    const byItem = losses[0].items.filter((item: { self: { all: { lost: number } } }) => item.self.all.lost > 0)
    expect(byItem).toMatchObject([
      { no: 2, self: { all: { units: 1, lost: 1 }, byBureau: { yizheng: { units: 1, lost: 1 } } }, inspection: { all: { units: 0, lost: 0 } } },
    ])
    expect(losses[0].items).toHaveLength(30)
  })

  test('it is the same as the progress of each round, and comes as Excel', async () => {
    const { counts } = (await house.as('carl').get('/rounds/2026/progress')).body
    const { bureaus } = await overview('?year=2026')
    const yizheng = bureaus.find((one: { unit: string }) => one.unit === 'yizheng')
    expect(yizheng.counts.notStarted + yizheng.counts.draft).toBe(counts.draft)
    expect(yizheng.counts.submitted).toBe(counts.submitted)
    const sheet = await house.as('carl').get('/units/yangzhou/overview/file')
    expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect((await overview('?year=2020')).units).toBe(0)
  })

  test('a county sees its own, a school none, another county nothing', async () => {
    expect((await house.as('betty').get('/units/yizheng/overview')).body.bureaus).toMatchObject([{ unit: 'yizheng', units: 2 }])
    expect((await house.as('alice').get('/units/yucai/overview')).status).toBe(403)
    for (const who of ['alice', 'betty'] as const) expect((await house.as(who).get('/units/gaoyou/overview')).status).toBe(404)
    expect((await house.as('carl').put('/rounds/2026', roundBody)).status).toBe(403)
  })
})
