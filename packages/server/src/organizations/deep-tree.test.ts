import { beforeAll, expect, test } from 'vitest'
import { testPassword } from '../testing/people.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import type { Client } from '../testing/harness.ts'
import { newEntry, roundBody } from '../testing/open-round.ts'

/**
 * A province over the city of the cast, and the schools' office of a town between the county and two of its schools:
 *
 *   jiangsu (city) ── yangzhou (city) ── yizheng (bureau) ─┬─ yucai, shiyan
 *                                                          └─ zhenzhou (bureau) ─┬─ hedong (school)
 *                                                                                └─ hexi (school)
 */
forEachEngine((engine) => {
  const house = useHouse(engine)
  const people = new Map<string, Client>()
  const as = (username: string): Client => people.get(username) ?? house.asStranger()
  const hedong = '/rounds/town-2026/units/hedong'

  const addPerson = async (username: string, role: string, unit: string): Promise<void> => {
    expect((await house.as('admin').put(`/users/${username}`, { name: '吴青', role, unit, password: testPassword })).status).toBe(201)
    const { body } = await house.asStranger().post('/sessions', { username, password: testPassword, as: 'token' })
    people.set(username, house.asStranger({ authorization: `Bearer ${body.token}` }))
  }

  beforeAll(async () => {
    const admin = house.as('admin')
    const city = (await admin.get('/units/yangzhou')).body
    expect((await admin.put('/units/jiangsu', { name: '江苏省教育厅', kind: 'city' })).status).toBe(201)
    expect((await admin.put('/units/yangzhou', { name: city.name, kind: 'city', parent: 'jiangsu' }, { ifMatch: city.version })).status).toBe(200)
    expect((await admin.put('/units/zhenzhou', { name: '真州镇中心校', kind: 'bureau', parent: 'yizheng' })).status).toBe(201)
    for (const code of ['hedong', 'hexi']) {
      expect((await house.as('betty').put(`/units/${code}`, { name: `${code}小学`, kind: 'school', parent: 'zhenzhou', ownership: 'public' })).status).toBe(201)
    }
    await addPerson('lin', 'clerk', 'hedong')
    await addPerson('he', 'secretary', 'hedong')
    await addPerson('town', 'bureau', 'zhenzhou')
    await addPerson('province', 'city', 'jiangsu')
  }, 60_000)

  test('an office never stands under itself, a city never under a bureau', async () => {
    const admin = house.as('admin')
    const county = (await admin.get('/units/yizheng')).body
    const round = await admin.put('/units/yizheng', { name: county.name, kind: 'bureau', parent: 'zhenzhou' }, { ifMatch: county.version })
    expect([round.status, round.body.detail]).toEqual([422, '真州镇中心校归仪征市教育局管，不能做它的上级。请改上级单位。没有保存。'])
    const province = (await admin.get('/units/jiangsu')).body
    for (const parent of ['yangzhou', 'yizheng', 'hedong', 'jiangsu']) {
      expect((await admin.put('/units/jiangsu', { name: province.name, kind: 'city', parent }, { ifMatch: province.version })).status).toBe(422)
    }
    expect((await admin.get('/units/jiangsu')).body).toEqual(province)
  })

  test('a county asks the schools of its towns as its own, and a school there works as any other', async () => {
    const opened = await house.as('betty').put('/rounds/town-2026', { ...roundBody, units: ['hedong', 'shiyan'], inspectors: { hedong: ['ian'] } })
    expect(opened.status).toBe(201)
    expect((await as('lin').put(newEntry(hedong), { countsAs: ['集中学习'], title: '3月集中学习', happenedOn: '2026-03-11' })).status).toBe(201)
    expect((await as('lin').get(hedong)).body).toMatchObject({ bureauName: '仪征市教育局', stage: 'draft' })
    expect((await as('he').post(`${hedong}/stage`, { to: 'submitted' })).status).toBe(200)
    expect((await house.as('ian').put(`${hedong}/inspections/ian/items/1`, { score: 0.5, reason: '记录不全' })).status).toBeLessThan(300)
    const { items } = (await house.as('betty').get('/rounds/town-2026/progress')).body
    expect(items.map((row: { unit: string }) => row.unit)).toEqual(['hedong', 'shiyan'])
    expect((await house.as('betty').get('/rounds/town-2026/losses')).body).toMatchObject({ asked: 2, submitted: 1, inspected: 1 })
    const { units } = (await house.as('betty').get('/rounds/town-2026/losses/1')).body
    expect(units).toMatchObject([{ unit: 'hedong', inspection: { status: 'scored', score: 0.5 } }])
  })

  test('the office between reads its own school in the round of the county, and moves nothing in it', async () => {
    expect((await as('town').get(hedong)).status).toBe(200)
    expect((await as('town').get(`${hedong}/score`)).status).toBe(200)
    expect((await as('town').post(`${hedong}/stage`, { to: 'returned', reason: '请补齐' })).status).toBe(403)
    expect((await as('town').get('/rounds/town-2026/units/shiyan')).status).toBe(404)
    for (const board of ['progress', 'losses', 'losses/1']) expect((await as('town').get(`/rounds/town-2026/${board}`)).status).toBe(404)
    expect((await as('town').put('/rounds/town-2026', { ...roundBody, units: ['hedong'], inspectors: {} })).status).toBe(404)
  })

  test('an office asks nobody who is not under it', async () => {
    const answer = await as('town').put('/rounds/own-2026', { ...roundBody, units: ['hexi', 'yucai'], inspectors: {} })
    expect(answer.status).toBe(404)
    const own = await as('town').put('/rounds/own-2026', { ...roundBody, units: ['hexi'], inspectors: {} })
    expect(own.status).toBe(201)
    const across = await house.as('admin').put('/rounds/across-2026', { ...roundBody, units: ['hexi', 'yucai'], inspectors: {} })
    expect(across.status, 'the county stands over both').toBe(201)
    expect((await house.as('betty').get('/rounds/across-2026/progress')).body.items).toHaveLength(2)
    expect((await as('town').get('/rounds/across-2026/progress')).status).toBe(404)
    expect((await house.as('admin').put('/rounds/two-2026', { ...roundBody, units: ['hexi', 'chengbei'], inspectors: {} })).status, 'no bureau stands over both').toBe(422)
  })

  test('the province reads through all offices to the school, each office named under the one over it', async () => {
    const { bureaus, units, counts } = (await as('province').get('/units/jiangsu/overview')).body
    expect(bureaus.map((one: { unit: string; under: string | null; units: number }) => [one.unit, one.under, one.units])).toEqual([
      ['gaoyou', '扬州市教育局', 0],
      ['yizheng', '扬州市教育局', 4],
      ['zhenzhou', '仪征市教育局', 1],
    ])
    expect([units, counts.inspecting + counts.submitted]).toEqual([5, 1])
    expect((await as('province').get(hedong)).status).toBe(200)
    expect((await as('province').get('/units/jiangsu/overview/file')).status).toBe(200)
    expect((await as('province').get('/rounds/town-2026/losses/1')).body.units).toHaveLength(1)
    expect((await as('province').post(`${hedong}/stage`, { to: 'frozen' })).status).toBe(403)
  })

  test('figures of a school that change are seen in the round of an office further up', async () => {
    const before = (await house.as('betty').get('/rounds/town-2026/progress')).body.items[0]
    const unit = (await house.as('betty').get('/units/hedong')).body
    const { version, code: _code, ...body } = unit
    await house.as('betty').put('/units/hedong', { ...body, ownership: 'private' }, { ifMatch: version })
    const told = await house.database.reader.selectFrom('summaries').select('unit').where('unit', '=', 'hedong').where('round', '=', 'town-2026').execute()
    expect(told).toEqual([])
    expect((await house.as('betty').get('/rounds/town-2026/progress')).body.items[0].criteria).toBe(before.criteria)
  })
})
