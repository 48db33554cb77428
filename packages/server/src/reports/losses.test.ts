import { expect, test } from 'vitest'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { inspectSchool } from '../testing/inspected-school.ts'
import { openRound, shiyan, submit } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const losses = async () => (await house.as('betty').get('/rounds/2026/losses')).body
  const itemOf = async (no: number) => (await losses()).items.find((one: { no: number }) => one.no === no)
  const none = { units: 0, lost: 0, points: 0, unanswered: 0, notApplicable: 0 }

  test('while nobody has submitted every item stands there with nothing counted', async () => {
    await openRound(house)
    await house.as('bob').put(`${shiyan}/facts`, { facts: { ...bestAnswers(getForm('yangzhou-2022')), '15.1': { applicable: false }, '15.2': { applicable: false }, '2.3': null } })
    await house.as('bob').put(`${shiyan}/overrides/9.1`, { score: 0, reason: '今年没有做' })
    const answer = await losses()
    expect(answer).toMatchObject({ year: 2026, form: 'yangzhou-2022', asked: 2, submitted: 0, inspected: 0 })
    expect(answer.items).toHaveLength(30)
    expect(answer.items[1]).toMatchObject({ no: 2, section: 1, max: 3, self: none, inspection: none })
  })

  test('what was lost, what nobody answered and what does not apply are told apart', async () => {
    await submit(house, shiyan)
    expect(await losses()).toMatchObject({ submitted: 1, inspected: 0 })
    expect((await itemOf(15)).self).toEqual({ units: 0, lost: 0, points: 0, unanswered: 0, notApplicable: 1 })
    const lost = await itemOf(9)
    expect(lost.self).toMatchObject({ units: 1, lost: 1, unanswered: 0 })
    expect(lost.self.points).toBeGreaterThan(0)
    expect((await itemOf(2)).self, 'a criterion left open is neither lost nor kept').toEqual({ units: 0, lost: 0, points: 0, unanswered: 1, notApplicable: 0 })
    const open = (await house.as('betty').get('/rounds/2026/losses/2')).body.units[0]
    expect(open).toMatchObject({ unit: 'shiyan', name: '实验小学', self: { status: 'scored', lost: 0, open: 1 }, inspection: { status: 'unanswered', score: null } })
    expect(open.self.score).toBe(2)
  })

  test('the inspectors count beside the sheets, and an item opens to its schools by code', async () => {
    await inspectSchool(house)
    expect(await losses()).toMatchObject({ submitted: 2, inspected: 1 })
    expect(await itemOf(5)).toMatchObject({ self: { units: 2, lost: 0 }, inspection: { units: 1, lost: 1, points: 2, unanswered: 1 } })
    const { item, units } = (await house.as('betty').get('/rounds/2026/losses/5')).body
    expect(item).toMatchObject({ no: 5, max: 6, inspection: { lost: 1 } })
    expect(item.clause).not.toBe('')
    expect(units.map((one: { unit: string; inspection: { lost: number } }) => [one.unit, one.inspection.lost])).toEqual([['shiyan', 0], ['yucai', 2]])
    expect(units[1].inspection).toEqual({ status: 'scored', score: 4, lost: 2, open: 0 })
  })

  test('the city counts the same from the same summaries, and what was kept is not made anew', async () => {
    const { items, inspected } = await losses()
    const [overview] = (await house.as('carl').get('/units/yizheng/overview')).body.losses
    expect(overview.inspected).toBe(inspected)
    for (const column of ['self', 'inspection'] as const) {
      expect(overview.items.map((one: Record<typeof column, { all: object }>) => one[column].all)).toEqual(
        items.map((one: Record<typeof column, { units: number; lost: number }>) => ({ units: one[column].units, lost: one[column].lost })),
      )
    }
    const kept = () => house.database.reader.selectFrom('summaries').selectAll().orderBy('unit').execute()
    const before = await kept()
    await losses()
    expect(await kept()).toEqual(before)
  })

  test('a table that is given back lost nothing until it comes again', async () => {
    await house.as('betty').post(`${shiyan}/stage`, { to: 'returned', reason: '第9条请再看' })
    expect((await losses()).submitted).toBe(1)
    expect((await house.as('betty').get('/rounds/2026/losses/9')).body.units).toHaveLength(1)
  })

  test('the city reads it, schools and other counties do not, and an item that is not there is not there', async () => {
    for (const path of ['/rounds/2026/losses', '/rounds/2026/losses/5']) {
      expect((await house.as('carl').get(path)).status).toBe(200)
      for (const who of ['alice', 'sun', 'ivy'] as const) expect((await house.as(who).get(path)).status).toBe(403)
      expect((await house.as('gao').get(path)).status).toBe(404)
    }
    expect((await house.as('betty').get('/rounds/2026/losses/31')).status).toBe(404)
    expect((await house.as('betty').get('/rounds/2026/losses/0')).status).toBe(404)
  })
})
