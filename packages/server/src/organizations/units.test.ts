import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const school = { name: '新建小学', kind: 'school', parent: 'yizheng', ownership: 'public', stages: ['primary'], members: 12 }

  test('a unit is made once, and the same call again answers the same', async () => {
    const made = await house.as('betty').put('/units/xinjian', school)
    expect([made.status, made.body, made.etag]).toEqual([201, { code: 'xinjian', version: 1, ...school }, '"1"'])
    const again = await house.as('betty').put('/units/xinjian', school)
    expect([again.status, again.body]).toEqual([200, made.body])
    const read = await house.as('admin').get('/units/xinjian')
    expect([read.status, read.body]).toEqual([200, made.body])
  })

  test('another content under the same code is refused with what is there', async () => {
    await house.as('betty').put('/units/duizhao', { ...school, name: '对照小学' })
    const other = await house.as('betty').put('/units/duizhao', { ...school, name: '别的小学' })
    expect(other.status).toBe(409)
    expect(other.body).toMatchObject({ code: 'request.other_content', current: { name: '对照小学', version: 1 } })
  })

  test('a change names the version it was made on; a stale one answers 412 with the current', async () => {
    await house.as('betty').put('/units/banben', { ...school, name: '版本小学' })
    const changed = await house.as('betty').put('/units/banben', { ...school, name: '版本中学' }, { ifMatch: 1 })
    expect([changed.status, changed.body.version, changed.etag]).toEqual([200, 2, '"2"'])
    const stale = await house.as('betty').put('/units/banben', { ...school, name: '版本大学' }, { ifMatch: 1 })
    expect([stale.status, stale.body.current.name, stale.body.current.version]).toEqual([412, '版本中学', 2])
    expect((await house.as('betty').get('/units/banben')).body.name).toBe('版本中学')
  })

  test('a school for special education, alone or beside its stages, is one like the others', async () => {
    const made = await house.as('betty').put('/units/tejiao', { ...school, name: '特殊教育学校', stages: ['primary', 'junior', 'special'] })
    expect([made.status, made.body.stages]).toEqual([201, ['primary', 'junior', 'special']])
    expect((await house.as('betty').get('/units/tejiao')).body).toEqual(made.body)
  })

  test('unknown members are refused by name and nothing is written', async () => {
    const answer = await house.as('betty').put('/units/moshi', { ...school, version: 7, bureau: 'gaoyou' })
    expect(answer.status).toBe(422)
    expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual(['#/version', '#/bureau'])
    expect((await house.as('betty').get('/units/moshi')).status).toBe(404)
  })

  test.each([
    ['root', { name: '根', kind: 'city' }, 'unit.code_reserved'],
    ['a1', { name: '甲', kind: 'school', parent: 'nowhere' }, 'unit.parent_missing'],
    ['a1', { name: '甲', kind: 'school', parent: 'yucai' }, 'unit.parent_unfit'],
    ['a1', { name: '甲', kind: 'bureau', parent: 'yucai' }, 'unit.parent_unfit'],
    ['a1', { name: '甲', kind: 'city', parent: 'yizheng' }, 'unit.parent_unfit'],
    ['a1', { name: '甲', kind: 'school', parent: 'a1' }, 'unit.parent_unfit'],
  ])('a unit %s that stands in no order is refused', async (code, body, problem) => {
    const answer = await house.as('admin').put(`/units/${code}`, body)
    expect([answer.status, answer.body.code]).toEqual([422, problem])
    expect(answer.body.detail).toMatch(/没有保存/)
  })

  test('a school with people cannot be carried over to another bureau', async () => {
    const answer = await house.as('admin').put('/units/yucai', { name: '育才小学', kind: 'school', parent: 'gaoyou' }, { ifMatch: 1 })
    expect([answer.status, answer.body.code]).toEqual([409, 'unit.bureau_fixed'])
  })

  test('a bureau makes no unit under another bureau and moves none away', async () => {
    const foreign = await house.as('betty').put('/units/qiangzhan', { ...school, parent: 'gaoyou' })
    expect([foreign.status, foreign.body.code]).toEqual([404, 'request.not_found'])
    const alone = await house.as('betty').put('/units/qiangzhan', { name: '单立小学', kind: 'school' })
    expect(alone.status).toBe(404)
  })

  test('the list holds the own unit and what is under it, page by page', async () => {
    const own = await house.as('gao').get('/units')
    expect(own.body.items.map((one: { code: string }) => one.code)).toEqual(['chengbei', 'gaoyou'])
    const first = await house.as('admin').get('/units?limit=2')
    expect([first.body.items.length, first.body.next]).toEqual([2, first.body.items[1].code])
    const second = await house.as('admin').get(`/units?limit=200&after=${first.body.next}`)
    expect(second.body.next).toBeNull()
    expect(second.body.items.map((one: { code: string }) => one.code)).not.toContain(first.body.next)
    const clerk = await house.as('alice').get('/units')
    expect(clerk.body.items.map((one: { code: string }) => one.code)).toEqual(['yucai'])
    expect((await house.as('alice').get('/units?limit=0')).status).toBe(422)
    expect((await house.as('alice').get('/units?colour=red')).status).toBe(422)
  })

  test('a bureau sets its semesters; schools read them', async () => {
    const usual = await house.as('alice').get('/units/yizheng/calendar')
    expect([usual.status, usual.body.version]).toEqual([200, 1])
    const set = await house.as('betty').put('/units/yizheng/calendar', { springStartsOn: '02-16', autumnStartsOn: '09-01' })
    expect(set.status).toBe(201)
    const changed = await house.as('betty').put(
      '/units/yizheng/calendar', { springStartsOn: '02-20', autumnStartsOn: '09-01' }, { ifMatch: 1 },
    )
    expect([changed.status, changed.body.version]).toEqual([200, 2])
    expect((await house.as('alice').get('/units/yizheng/calendar')).body.springStartsOn).toBe('02-20')
    const holidays = [{ name: '国庆', from: '2026-10-01', to: '2026-10-07' }]
    const free = await house.as('betty').put('/units/yizheng/calendar', { springStartsOn: '02-20', autumnStartsOn: '09-01', holidays }, { ifMatch: 2 })
    expect([free.status, free.body.version]).toEqual([200, 3])
    expect((await house.as('alice').get('/units/yizheng/calendar')).body.holidays).toEqual(holidays)
    const turned = { springStartsOn: '02-20', autumnStartsOn: '09-01', holidays: [{ name: '国庆', from: '2026-10-07', to: '2026-10-01' }] }
    const refused = await house.as('betty').put('/units/yizheng/calendar', turned, { ifMatch: 3 })
    expect([refused.status, refused.body.code]).toEqual([422, 'calendar.holiday'])
    const wrong = await house.as('betty').put('/units/yizheng/calendar', { springStartsOn: '09-31', autumnStartsOn: '02-01' })
    expect([wrong.status, wrong.body.code]).toEqual([422, 'calendar.order'])
    const clerk = await house.as('alice').put('/units/yucai/calendar', { springStartsOn: '02-20', autumnStartsOn: '09-01' })
    expect(clerk.status).toBe(403)
  })

  test('what an admin sets up for a bureau stands in that bureau\'s trail', async () => {
    await house.as('admin').put('/units/guiji', { ...school, name: '轨迹小学' })
    await house.as('admin').put('/users/guiji', { name: '轨迹', role: 'clerk', unit: 'guiji' })
    const rows = await house.database.reader
      .selectFrom('audit')
      .select(['actor', 'bureau', 'action'])
      .where('target', 'in', ['/units/guiji', '/users/guiji'])
      .orderBy('seq')
      .execute()
    expect(rows).toEqual([
      { actor: 'admin', bureau: 'yizheng', action: 'unit.put' },
      { actor: 'admin', bureau: 'yizheng', action: 'user.put' },
    ])
  })
})
