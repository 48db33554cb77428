import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, submit, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const verify = async () => {
    const { snapshot } = (await house.as('sun').get(yucai)).body
    return (await house.asStranger().get(`/verifications/${snapshot.hash}`)).body
  }

  test('a sheet that only the school filled says so, and how much of it nobody answered', async () => {
    await openRound(house)
    await house.as('alice').put(`${yucai}/facts`, { facts: { '1.1': true } })
    await submit(house)
    const { total } = (await house.as('sun').get(yucai)).body.snapshot
    const found = await verify()
    expect(found).toMatchObject({ column: 'self', total })
    expect(found.open).toBeGreaterThan(20)
  })

  test('an inspection with open items has the total of what was given, never the school’s own', async () => {
    await house.as('ivy').put(`${yucai}/inspections/ivy/items/1`, { score: 1, reason: '只查到一半' })
    await house.as('ivy').put(`${yucai}/inspections/ivy/items/2`, { score: 2, reason: '看了记录本' })
    expect((await house.as('ivy').post(`${yucai}/stage`, { to: 'inspected' })).status).toBe(200)
    expect(await verify()).toMatchObject({ column: 'inspection', total: 3, open: 28 })
  })
})
