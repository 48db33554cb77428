import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, roundBody, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('a bureau opens a round, and the same call again changes nothing', async () => {
    const first = await house.as('betty').put('/rounds/2026', roundBody)
    expect(first.status).toBe(201)
    expect(first.etag).toBe('"1"')
    expect(first.body).toMatchObject({
      ...roundBody,
      id: '2026',
      title: '2026年度扬州市中小学（幼儿园）党组织全面从严治党主体责任履行情况自查表',
      warnings: [],
      version: 1,
    })
    const again = await house.as('betty').put('/rounds/2026', { ...roundBody, units: ['yucai', 'shiyan'] })
    expect([again.status, again.body.version]).toEqual([200, 1])
    const other = await house.as('betty').put('/rounds/2026', { ...roundBody, dueOn: '2026-12-25' })
    expect([other.status, other.body.code, other.body.current.version]).toEqual([409, 'request.other_content', 1])
  })

  test('a notice shorter than a month and a missing list number are warned of, never refused', async () => {
    const { listNumber: _, ...body } = roundBody
    const answer = await house.as('betty').put('/rounds/short', { ...body, opensOn: '2026-12-01' })
    expect(answer.status).toBe(201)
    expect(answer.body.warnings).toEqual([
      '从开始到截止只有19天，不到一个月，学校来不及准备。请考虑推后截止日。',
      '没有写年度督查检查考核清单的编号。列入清单的才开展，请补上。',
    ])
  })

  test('what cannot be asked is refused with its place, and nothing is opened', async () => {
    const refused = async (changes: object, code: string, pointer: string) => {
      const answer = await house.as('admin').put('/rounds/never', { ...roundBody, ...changes })
      expect([answer.status, answer.body.code]).toEqual([422, code])
      expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer)
    }
    await refused({ form: 'nobody-2020' }, 'round.unknown_form', '#/form')
    await refused({ dueOn: '2026-08-01' }, 'round.due_before_open', '#/dueOn')
    await refused({ units: ['yucai', 'nowhere'] }, 'round.units', '#/units/1')
    await refused({ units: ['yucai', 'yizheng'] }, 'round.units', '#/units/1')
    await refused({ units: ['yucai', 'chengbei'], inspectors: {} }, 'round.units', '#/units/1')
    await refused({ units: ['yucai', 'yucai'] }, 'round.units', '#/units/1')
    await refused({ inspectors: { yucai: ['alice'] } }, 'round.inspectors', '#/inspectors/yucai/0')
    await refused({ units: ['shiyan'] }, 'round.inspectors', '#/inspectors/yucai')
    await refused({ year: 2026.5 }, 'request.invalid', '#/year')
    await refused({ dueOn: '2026-02-30' }, 'request.invalid', '#/dueOn')
    expect((await house.as('admin').get('/rounds/never')).status).toBe(404)
  })

  test('a unit that nobody filled may leave the round, one with content may not', async () => {
    await openRound(house)
    const units = async (list: readonly string[], version: number) =>
      house.as('betty').put('/rounds/2026', { ...roundBody, units: list, inspectors: {} }, { ifMatch: version })
    const left = await units(['yucai'], 1)
    expect([left.status, left.body.units]).toEqual([200, ['yucai']])
    expect((await house.as('bob').get('/rounds/2026')).status).toBe(404)
    expect((await units(['yucai', 'shiyan'], 2)).body.units).toEqual(['shiyan', 'yucai'])
    expect((await house.as('alice').put(newEntry(yucai), meeting())).status).toBe(201)
    const refused = await units(['shiyan'], 3)
    expect([refused.status, refused.body.code]).toEqual([409, 'round.unit_has_content'])
    expect(refused.body.detail).toBe('育才小学已经填了内容，不能移出这一轮，轮次没有改动。')
    const otherYear = await house.as('betty').put('/rounds/2026', { ...roundBody, year: 2025 }, { ifMatch: 3 })
    expect([otherYear.status, otherYear.body.code]).toEqual([409, 'round.in_use'])
    expect((await units(['yucai'], 2)).status).toBe(412)
  })

  test('a school sees itself in a round, an inspector the schools given to them, others nothing', async () => {
    const body = { ...roundBody, inspectors: { yucai: ['ian', 'ivy'] } }
    const { version } = (await house.as('betty').get('/rounds/2026')).body
    await house.as('betty').put('/rounds/2026', body, { ifMatch: version })
    expect((await house.as('bob').get('/rounds/2026')).body).toMatchObject({ units: ['shiyan'], inspectors: {} })
    expect((await house.as('ivy').get('/rounds/2026')).body).toMatchObject({
      units: ['yucai'],
      inspectors: { yucai: ['ian', 'ivy'] },
    })
    expect((await house.as('carl').get('/rounds/2026')).body.units).toEqual(['shiyan', 'yucai'])
    for (const stranger of ['mallory', 'gao'] as const) {
      expect((await house.as(stranger).get('/rounds/2026')).status).toBe(404)
      expect((await house.as(stranger).get('/rounds')).body.items).toEqual([])
    }
    const page = await house.as('betty').get('/rounds?limit=1')
    expect([page.body.items.length, page.body.next]).toEqual([1, page.body.items[0].id])
    expect((await house.as('betty').get(`/rounds?limit=1&after=${page.body.next}`)).body.next).toBe(null)
  })

  test('what an admin does for a bureau stands in the trail of that bureau', async () => {
    await house.as('admin').put('/rounds/for-them', { ...roundBody, units: ['chengbei'], inspectors: {} })
    const trail = (await house.as('gao').get('/audit')).body.items
    expect(trail).toMatchObject([{ actor: 'admin', action: 'round.put', target: '/rounds/for-them' }])
  })

  test('a bureau cannot open a round in another county, nor take one over', async () => {
    expect((await house.as('gao').put('/rounds/theirs', roundBody)).status).toBe(404)
    expect((await house.as('gao').put('/rounds/2026', { ...roundBody, units: ['chengbei'] })).status).toBe(404)
    expect((await house.as('alice').put('/rounds/2026', roundBody)).status).toBe(403)
  })

  test('a round in which nobody wrote is withdrawn whole by its bureau, and its name is free again', async () => {
    const body = { ...roundBody, inspectors: { yucai: ['ivy'] } }
    const opened = await house.as('betty').put('/rounds/mistaken', body)
    await house.as('betty').put('/rounds/mistaken/groups', { groups: [{ members: [{ username: 'ivy', sections: [1] }], visits: [{ unit: 'yucai', day: null }] }] }, { ifMatch: 1 })
    expect((await house.as('sun').delete('/rounds/mistaken')).status).toBe(403)
    expect((await house.as('gao').delete('/rounds/mistaken')).status, 'another county').toBe(404)
    expect((await house.as('betty').delete('/rounds/mistaken', { ifMatch: 99 })).status).toBe(412)
    expect((await house.as('betty').delete('/rounds/mistaken')).status).toBe(204)
    expect((await house.as('betty').get('/rounds/mistaken')).status).toBe(404)
    expect((await house.as('ivy').get('/rounds/mistaken/units/yucai')).status).toBe(404)
    const last = await house.database.reader.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
    expect([last.action, last.target, last.bureau]).toEqual(['round.withdraw', '/rounds/mistaken', 'yizheng'])
    const again = await house.as('betty').put('/rounds/mistaken', { ...body, inspectors: {} })
    expect([opened.status, again.status, again.body.version]).toEqual([201, 201, 1])
  })

  test('a round in which anybody wrote, however little, stays', async () => {
    const kept = async (id: string, write: () => Promise<{ readonly status: number }>) => {
      await house.as('betty').put(`/rounds/${id}`, roundBody)
      expect((await write()).status, id).toBeLessThan(300)
      const answer = await house.as('betty').delete(`/rounds/${id}`)
      expect([answer.status, answer.body.code], id).toEqual([409, 'round.written'])
      expect((await house.as('betty').get(`/rounds/${id}`)).status).toBe(200)
    }
    await kept('with-entry', () => house.as('alice').put(newEntry('/rounds/with-entry/units/yucai'), meeting()))
    await kept('with-fact', () => house.as('alice').put('/rounds/with-fact/units/yucai/facts', { facts: { '2.2': true } }))
    await kept('with-stage', () => house.as('sun').post('/rounds/with-stage/units/yucai/stage', { to: 'submitted' }))
    await kept('with-request', () => house.as('alice').post('/rounds/with-request/units/yucai/requests', { kind: '德育活动', from: '德育处' }))
    await kept('with-owner', () => house.as('alice').put('/rounds/with-owner/units/yucai/owners/22', { owner: '德育处' }))
  })
})
