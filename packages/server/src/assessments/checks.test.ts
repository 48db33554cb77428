import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, yucai } from '../testing/open-round.ts'

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
})
