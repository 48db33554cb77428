import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, shiyan, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const ask = (kind: string, from: string, to: string, who: 'betty' | 'carl' | 'alice' | 'gao' = 'betty') =>
    house.as(who).get(`/rounds/2026/held?${new URLSearchParams({ kind, from, to })}`)

  test('how many units held something is counted from what they recorded, those without a record with nought', async () => {
    await openRound(house)
    for (const day of ['2026-10-01', '2026-12-31', '2026-09-30']) await house.as('alice').put(newEntry(yucai), meeting({ happenedOn: day, countsAs: ['支委会', '集中学习'] }))
    await house.as('bob').put(newEntry(shiyan), meeting({ happenedOn: '2026-10-08', countsAs: ['党课'] }))
    const gone = newEntry(shiyan)
    await house.as('bob').put(gone, meeting({ happenedOn: '2026-10-09', countsAs: ['支委会'] }))
    await house.as('bob').delete(gone)
    const { status, body } = await ask('支委会', '2026-10-01', '2026-12-31')
    expect([status, body.units, body.items]).toEqual([
      200, 1, [{ unit: 'shiyan', name: '实验小学', times: 0 }, { unit: 'yucai', name: '育才小学', times: 2 }],
    ])
    expect((await ask('集中学习', '2026-01-01', '2026-12-31', 'carl')).body.units).toBe(1)
    expect((await ask('支委', '2026-01-01', '2026-12-31')).body.units, 'a part of a name is no name').toBe(0)
    expect((await ask('%', '2026-01-01', '2026-12-31')).body.units).toBe(0)
  })

  test('the same counts come as a sheet, and nobody else’s bureau sees either', async () => {
    const sheet = await house.as('betty').get(`/rounds/2026/held.xlsx?${new URLSearchParams({ kind: '支委会', from: '2026-10-01', to: '2026-12-31' })}`)
    expect([sheet.status, sheet.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK'])
    expect((await ask('支委会', '2026-10-01', '2026-12-31', 'alice')).status).toBe(403)
    expect((await ask('支委会', '2026-10-01', '2026-12-31', 'gao')).status).toBe(404)
    expect((await ask('支委会', '2026-13-01', '2026-12-31')).status).toBe(422)
  })
})
