import { randomUUID } from 'node:crypto'
import { drawUnits } from '@zicha/core'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const first = randomUUID()

  test('a draw is the one that anybody repeats from its seed, and it is kept', async () => {
    await openRound(house)
    const made = await house.as('betty').put(`/rounds/2026/draws/${first}`, { seed: ' 6 3 5 ', count: 1, strata: 'none' })
    expect([made.status, made.body.no, made.body.seed, made.body.madeBy]).toEqual([201, 1, '6 3 5', '陈静'])
    const byAnybody = drawUnits({ seed: '6 3 5', count: 1, units: [{ code: 'yucai' }, { code: 'shiyan' }] })
    const drawn = made.body.units.filter((unit: { drawn: boolean }) => unit.drawn).map((unit: { code: string }) => unit.code)
    expect('drawn' in byAnybody ? byAnybody.drawn : []).toEqual(drawn)
    const again = await house.as('betty').put(`/rounds/2026/draws/${first}`, { seed: '6 3 5', count: 1, strata: 'none' })
    expect([again.status, again.body]).toEqual([200, made.body])
  })

  test('a draw that was made is not drawn over: another stands beside it', async () => {
    const over = await house.as('betty').put(`/rounds/2026/draws/${first}`, { seed: '1 1 1', count: 1, strata: 'none' })
    expect([over.status, over.body.code]).toEqual([409, 'request.other_content'])
    const forced = await house.as('betty').put(`/rounds/2026/draws/${first}`, { seed: '1 1 1', count: 1, strata: 'none' }, { ifMatch: 1 })
    expect([forced.status, forced.body.code]).toEqual([422, 'round.draw'])
    house.setClock('2026-11-24T09:00:00Z')
    const second = await house.as('betty').put(`/rounds/2026/draws/${randomUUID()}`, { seed: '1 1 1', count: 2, strata: 'stage' })
    expect([second.status, second.body.no]).toEqual([201, 2])
    expect((await house.as('carl').get('/rounds/2026/draws')).body.items.map((one: { seed: string }) => one.seed)).toEqual(['6 3 5', '1 1 1'])
  })

  test('more than there are, or no seed, is refused, and schools do not see draws', async () => {
    const many = await house.as('betty').put(`/rounds/2026/draws/${randomUUID()}`, { seed: '7', count: 3, strata: 'none' })
    expect([many.status, many.body.code, many.body.errors[0].pointer]).toEqual([422, 'round.draw', '#/count'])
    expect((await house.as('betty').put(`/rounds/2026/draws/${randomUUID()}`, { seed: ' ', count: 1, strata: 'none' })).status).toBe(422)
    expect((await house.as('alice').get('/rounds/2026/draws')).status).toBe(403)
    expect((await house.as('gao').put(`/rounds/2026/draws/${randomUUID()}`, { seed: '7', count: 1, strata: 'none' })).status).toBe(404)
  })

  test('the record is a page to be signed by hand, in Word and PDF', async () => {
    for (const [format, start] of [['docx', 'PK'], ['pdf', '%PDF-']] as const) {
      const answer = await house.as('betty').get(`/rounds/2026/draws/${first}/record?format=${format}`)
      expect([answer.status, answer.bytes.subarray(0, start.length).toString()]).toEqual([200, start])
    }
    expect((await house.as('betty').get(`/rounds/2026/draws/${randomUUID()}/record?format=pdf`)).status).toBe(404)
  })
})
