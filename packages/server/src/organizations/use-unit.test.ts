import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, roundBody, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const close = { inUse: false, reason: '并入实验小学' }
  const use = (body: object, ifMatch?: number, who: Parameters<typeof house.as>[0] = 'betty') =>
    house.as(who).put('/units/yucai/use', body, ifMatch === undefined ? {} : { ifMatch })
  const drawn = async (): Promise<readonly string[]> => {
    const answer = await house.as('betty').put(`/rounds/2026/draws/${randomUUID()}`, { seed: '635', count: 1, strata: 'none' })
    return answer.body.units.map(({ code }: { code: string }) => code).sort()
  }
  const offeredToGroups = async (): Promise<readonly string[]> =>
    (await house.as('betty').get('/rounds/2026/groups')).body.units.map(({ code }: { code: string }) => code)

  test('where a table is not frozen yet that is said first, and nothing happened', async () => {
    await openRound(house)
    await house.as('alice').put(newEntry(yucai), meeting())
    const asked = await use(close, 1)
    expect([asked.status, asked.body.code]).toEqual([409, 'unit.in_rounds'])
    expect(asked.body.detail).toBe('2026年度的表还没有定稿，没有停用。停用以后照样能办完；要停用，请再确认一次。')
    expect((await house.as('betty').get('/units/yucai')).body).toMatchObject({ version: 1 })
    expect(await drawn()).toEqual(['shiyan', 'yucai'])
  })

  test('only the office over a school takes it out of use; an office itself is none', async () => {
    for (const [who, status] of [['sun', 403], ['alice', 403], ['gao', 404], ['carl', 403]] as const) expect([who, (await use(close, 1, who)).status]).toEqual([who, status])
    const office = await house.as('betty').put('/units/yizheng/use', close, { ifMatch: 1 })
    expect([office.status, office.body.code]).toEqual([422, 'unit.only_schools'])
    expect((await use({ inUse: false, reason: ' ' }, 1)).status).toBe(422)
  })

  test('a school out of use says since when and why; of twenty at once one did it', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => use({ ...close, evenInRounds: true }, 1)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await house.as('betty').get('/units/yucai')).body).toMatchObject({ version: 2, outOfUse: { at: '2026-11-24T08:00:00.000Z', reason: '并入实验小学' } })
    const trail = await house.database.reader.selectFrom('audit').select(['actor', 'target']).where('action', '=', 'unit.use').execute()
    expect(trail).toEqual([{ actor: 'betty', target: '/units/yucai/use' }])
    expect((await use({ inUse: true }, 1)).status).toBe(412)
  })

  test('it is offered to no new round, draw, group and list, and what runs goes on', async () => {
    const { units: _units, ...rest } = roundBody
    const fresh = await house.as('betty').put('/rounds/2027', { ...rest, year: 2027, units: ['shiyan', 'yucai'], inspectors: {} })
    expect([fresh.status, fresh.body.errors]).toEqual([422, [{ pointer: '#/units/1', detail: '育才小学已停用，请去掉。' }]])
    expect((await house.as('betty').put('/rounds/2026', { ...roundBody, dueOn: '2026-12-25' }, { ifMatch: 1 })).status).toBe(200)
    expect(await drawn()).toEqual(['shiyan'])
    expect(await offeredToGroups()).toEqual(['shiyan'])
    const list = Buffer.from('学校\t党员数\t书记\n育才小学\t33\t孙强\n')
    const preview = await house.as('betty').post('/units/yizheng/roster/preview', list)
    expect(preview.body.units[0]).toMatchObject({ outcome: 'refused', findings: [{ level: 'error', message: '育才小学已停用。还要用，先在它的页面恢复使用；不用了，去掉这一行。' }] })
    // The year that runs is filled and read to its end.
    expect((await house.as('alice').put(newEntry(yucai), meeting({ title: '4月集中学习', happenedOn: '2026-04-08' }))).status).toBe(201)
    for (const who of ['alice', 'betty'] as const) expect((await house.as(who).get(`${yucai}/score`)).status).toBe(200)
    expect((await house.as('betty').get('/rounds/2026/progress')).body.items.map(({ unit }: { unit: string }) => unit)).toContain('yucai')
  })

  test('its name and figures can still be put right, and that does not bring it back', async () => {
    const changed = await house.as('betty').put('/units/yucai', { name: '原育才小学', kind: 'school', parent: 'yizheng' }, { ifMatch: 2 })
    expect([changed.status, changed.body]).toMatchObject([200, { name: '原育才小学', outOfUse: { reason: '并入实验小学' }, version: 3 }])
  })

  test('a group that is sent there already keeps it in sight', async () => {
    await use({ inUse: true }, 3)
    await house.as('betty').put('/rounds/2026/groups', {
      groups: [{ members: [{ username: 'ivy', sections: [1, 2, 3, 4, 5, 6, 7, 8] }], visits: [{ unit: 'yucai', day: '2026-12-02' }] }],
    })
    await use({ ...close, evenInRounds: true }, 4)
    expect(await offeredToGroups()).toEqual(['shiyan', 'yucai'])
  })

  test('taken back into use it is one like the others', async () => {
    const back = await use({ inUse: true }, 5)
    expect([back.status, back.body.outOfUse]).toEqual([200, undefined])
    expect(await drawn()).toEqual(['shiyan', 'yucai'])
  })
})
