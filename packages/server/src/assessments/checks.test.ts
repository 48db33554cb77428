import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')
  const sun = () => house.as('sun')
  const checks = async () => (await alice().get(`${yucai}/checks`)).body.sections

  test('a duty is checked by a person, who and when stand beside it, and said twice it is said once', async () => {
    await openRound(house)
    expect(await checks()).toEqual([])
    expect((await sun().put(`${yucai}/checks/1`, { checked: true })).body.sections).toMatchObject([{ section: 1, by: 'sun', byName: expect.any(String) }])
    const { version } = (await alice().get(yucai)).body
    expect((await alice().put(`${yucai}/checks/1`, { checked: true })).body.sections).toMatchObject([{ section: 1, by: 'sun' }])
    expect((await alice().get(yucai)).body.version).toBe(version)
    expect((await alice().put(`${yucai}/checks/99`, { checked: true })).status).toBe(404)
    expect((await house.as('betty').put(`${yucai}/checks/1`, { checked: true })).status).toBe(403)
  })

  test('an answer under it takes the check back and says whose and which; one under another duty, or the same again, does not', async () => {
    await alice().put(`${yucai}/facts`, { facts: { '8.1': true } })
    expect(await checks()).not.toHaveProperty('0.undone')
    await alice().put(`${yucai}/facts`, { facts: { '1.1': true } })
    expect(await checks()).toMatchObject([{ section: 1, by: 'sun', undone: { by: 'alice', criterion: '1.1' } }])
    await sun().put(`${yucai}/checks/1`, { checked: true })
    await alice().put(`${yucai}/facts`, { facts: { '1.1': true } })
    expect(await checks()).not.toHaveProperty('0.undone')
    await sun().put(`${yucai}/overrides/2.2`, { score: 0.5, reason: '计划晚了' })
    expect(await checks()).toMatchObject([{ undone: { by: 'sun', criterion: '2.2' } }])
    expect((await sun().put(`${yucai}/checks/1`, { checked: false })).body.sections).toMatchObject([{ undone: { criterion: '2.2' } }])
    await sun().put(`${yucai}/checks/1`, { checked: true })
    expect((await sun().put(`${yucai}/checks/1`, { checked: false })).body.sections).toEqual([])
  })

  test('how a mark came to be is told newest first, of one item or since an instant, also what was taken back', async () => {
    await sun().delete(`${yucai}/overrides/2.2`)
    await alice().put(`${yucai}/facts`, { facts: { '1.1': null } })
    const ofItem = async (item: number) => (await alice().get(`${yucai}/mark-changes?item=${item}`)).body.items
    expect(await ofItem(1)).toMatchObject([
      { kind: 'answer', criterion: '1.1', key: '1.1', value: null, by: 'alice' },
      { kind: 'answer', value: true, by: 'alice' },
    ])
    expect(await ofItem(2)).toMatchObject([
      { kind: 'mark', criterion: '2.2', score: null, reason: null, by: 'sun' },
      { kind: 'mark', criterion: '2.2', score: 0.5, reason: '计划晚了', by: 'sun' },
    ])
    const [newest] = await ofItem(1)
    expect((await alice().get(`${yucai}/mark-changes?since=${newest.at}`)).body.items).toEqual([])
    expect((await house.as('ivy').get(`${yucai}/mark-changes`)).status).toBe(200)
  })

  test('what one gave and another sent keeps both names: in how the mark came to be, and in the audit row', async () => {
    const { at } = (await alice().get(`${yucai}/mark-changes`)).body.items[0]
    house.setClock('2026-11-26T08:00:00Z')
    const given = `givenBy=${encodeURIComponent('陈静')}`
    expect((await sun().put(`${yucai}/facts?${given}`, { facts: { '1.1': false } })).status).toBe(200)
    expect((await sun().put(`${yucai}/facts?${given}`, { facts: { '1.1': false } })).status).toBe(200)
    expect((await sun().put(`${yucai}/overrides/2.2?${given}`, { score: 0.5, reason: '晚了' })).status).toBe(200)
    expect((await sun().delete(`${yucai}/overrides/2.2?${given}`)).status).toBe(204)
    const entry = newEntry(yucai)
    await sun().put(`${entry}?${given}`, meeting())
    await sun().delete(`${entry}?${given}`)
    const { items } = (await alice().get(`${yucai}/mark-changes?since=${at}`)).body
    expect(items).toMatchObject([
      { kind: 'mark', score: null, by: 'sun', givenBy: '陈静' },
      { kind: 'mark', score: 0.5, by: 'sun', givenBy: '陈静' },
      { kind: 'answer', value: false, by: 'sun', givenBy: '陈静' },
    ])
    const trail = await house.database.reader.selectFrom('audit').select(['actor', 'target']).where('target', 'like', '%?givenBy=%').orderBy('seq').execute()
    expect(trail).toEqual(
      [`${yucai}/facts`, `${yucai}/overrides/2.2`, `${yucai}/overrides/2.2`, entry, entry].map((target) => ({ actor: 'sun', target: `${target}?${given}` })),
    )
    for (const refused of ['givenBy=', `givenBy=${'长'.repeat(121)}`, 'givenBy=a&actor=alice']) {
      expect((await sun().put(`${yucai}/facts?${refused}`, { facts: { '1.1': true } })).status, refused).toBe(422)
    }
  })
})
