import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, roundBody, submit, yucai } from '../testing/open-round.ts'

const everything = [1, 2, 3, 4, 5, 6, 7, 8]
const groupOf = (usernames: readonly string[], ...units: readonly string[]) => ({
  members: usernames.map((username, index) => ({ username, sections: index === 0 ? everything : [] })),
  visits: units.map((unit) => ({ unit, day: '2026-12-02' })),
})

forEachEngine((engine) => {
  const house = useHouse(engine)
  const inspectorsNow = async () => (await house.as('betty').get('/rounds/2026')).body.inspectors

  test('groups say who inspects which school, and the round says the same', async () => {
    await openRound(house)
    const before = await house.as('betty').get('/rounds/2026/groups')
    expect(before.body).toMatchObject({ groups: [], version: 1, units: [{ code: 'shiyan', name: '实验小学' }, { code: 'yucai' }] })
    expect(before.body.inspectors).toEqual([
      { username: 'ian', name: '赵刚', unit: 'yizheng', formerUnits: [] },
      { username: 'ivy', name: '王丽', unit: 'yizheng', formerUnits: [] },
    ])
    expect(before.body.sections).toHaveLength(8)
    const body = { groups: [groupOf(['ivy'], 'yucai'), groupOf(['ian'], 'shiyan')] }
    const made = await house.as('betty').put('/rounds/2026/groups', body)
    expect([made.status, made.body.version, made.body.groups[0].visits]).toEqual([201, 2, [{ unit: 'yucai', day: '2026-12-02', name: '育才小学' }]])
    expect(await inspectorsNow()).toEqual({ shiyan: ['ian'], yucai: ['ivy'] })
    const again = await house.as('betty').put('/rounds/2026/groups', body)
    expect([again.status, again.body.version]).toEqual([200, 2])
    expect((await house.as('betty').put('/rounds/2026/groups', { groups: [] }, { ifMatch: 1 })).status).toBe(412)
    expect((await house.as('betty').put('/rounds/2026/groups', { groups: [] })).status).toBe(409)
  })

  test('an inspector sees the own group and its days, nobody’s former schools', async () => {
    const own = await house.as('ivy').get('/rounds/2026/groups')
    expect(own.body).toMatchObject({ inspectors: [], units: [] })
    expect(own.body.groups.map((group: { visits: { unit: string }[] }) => group.visits.map(({ unit }) => unit))).toEqual([['yucai']])
    expect((await house.as('carl').get('/rounds/2026/groups')).body.inspectors).toEqual([])
    expect((await house.as('alice').get('/rounds/2026/groups')).status).toBe(403)
    expect((await house.as('gao').get('/rounds/2026/groups')).status).toBe(404)
    expect((await house.as('ivy').put('/rounds/2026/groups', { groups: [] })).status).toBe(403)
  })

  test('nobody is sent to an own or a former school, and the clash names both', async () => {
    const former = await house.as('betty').put('/users/ivy/former-units', { units: ['shiyan'] })
    expect([former.status, former.body]).toEqual([201, { units: ['shiyan'], version: 1 }])
    expect((await house.as('betty').put('/users/ivy/former-units', { units: ['nowhere'] }, { ifMatch: 1 })).body.code).toBe('user.former_units')
    const answer = await house.as('betty').put('/rounds/2026/groups', { groups: [groupOf(['ivy'], 'shiyan')] }, { ifMatch: 2 })
    expect([answer.status, answer.body.code]).toEqual([422, 'round.groups'])
    expect(answer.body.errors).toEqual([{ pointer: '#/groups/0/visits/0', detail: '王丽在实验小学工作过，第1组不能去。请换一组或换人。' }])
    await house.as('betty').put('/users/qian', { name: '钱进', role: 'inspector', unit: 'yucai' })
    const own = await house.as('betty').put('/rounds/2026/groups', { groups: [groupOf(['qian', 'ian'], 'yucai')] }, { ifMatch: 2 })
    expect(own.body.errors[0].detail).toBe('钱进是育才小学的人，第1组不能去。请换一组或换人。')
    expect(await inspectorsNow()).toEqual({ shiyan: ['ian'], yucai: ['ivy'] })
    for (const who of ['ivy', 'alice'] as const) expect((await house.as(who).get('/users/ivy/former-units')).status).not.toBe(200)
  })

  test('inspectors set in the round by hand take their school out of its group, the rest stays', async () => {
    const changed = await house.as('betty').put('/rounds/2026', { ...roundBody, inspectors: { yucai: ['ivy', 'ian'], shiyan: ['ian'] } }, { ifMatch: 2 })
    expect(changed.status).toBe(200)
    const { groups, version } = (await house.as('betty').get('/rounds/2026/groups')).body
    expect(version).toBe(3)
    expect(groups.flatMap((group: { visits: { unit: string }[] }) => group.visits.map(({ unit }) => unit))).toEqual(['shiyan'])
    const fewer = await house.as('betty').put('/rounds/2026/groups', { groups: [groupOf(['ivy'])] }, { ifMatch: 3 })
    expect(fewer.status).toBe(200)
    expect(await inspectorsNow()).toEqual({ yucai: ['ian', 'ivy'] })
  })

  test('the bureau sees at which schools marks stand already, before it shares them out anew', async () => {
    const markedNow = async () =>
      (await house.as('betty').get('/rounds/2026/groups')).body.units.map(({ code, marked }: { code: string; marked: boolean }) => [code, marked])
    expect(await markedNow()).toEqual([['shiyan', false], ['yucai', false]])
    await submit(house)
    expect((await house.as('ivy').put(`${yucai}/inspections/ivy/items/1`, { score: 0, reason: '没有记录' })).status).toBe(201)
    expect(await markedNow()).toEqual([['shiyan', false], ['yucai', true]])
    expect((await house.as('ivy').get('/rounds/2026/groups')).body.units).toEqual([])
  })

  test('two who form groups at once: one is kept, the other is told', async () => {
    const { version } = (await house.as('betty').get('/rounds/2026/groups')).body
    const answers = await Promise.all(
      [['ivy'], ['ian']].map((usernames) => house.as('betty').put('/rounds/2026/groups', { groups: [groupOf(usernames, 'yucai')] }, { ifMatch: version })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
  })
})
