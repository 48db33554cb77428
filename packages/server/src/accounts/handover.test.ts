import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, yucai } from '../testing/open-round.ts'
import { testPassword } from '../testing/people.ts'

const body = { successor: { username: 'xin', name: '新来的' }, endsOn: '2026-11-30' }

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('a secretary hands the clerk’s post over: both work until the day, then only the successor, and every record is there', async () => {
    await openRound(house)
    const at = newEntry(yucai)
    await house.as('alice').put(at, meeting())
    const feed = new URL((await house.as('alice').post(`${yucai}/calendar-link`)).body.url).pathname.replace('/api/v1', '')
    const made = await house.as('sun').post('/users/alice/handover', body)
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      former: { username: 'alice', active: true, endsOn: '2026-11-30', version: 2 },
      successor: { username: 'xin', name: '新来的', role: 'clerk', unit: 'yucai', ready: false },
    })
    const token = String(made.body.url).split('/').at(-1)
    expect((await house.asStranger().post(`/links/${token}`, { password: testPassword })).status).toBe(204)
    house.setClock('2026-11-30T15:59:59Z')
    expect((await house.as('alice').get(at)).status).toBe(200)
    expect((await house.asStranger().get(feed)).status).toBe(200)
    house.setClock('2026-11-30T16:00:00Z')
    const over = await house.as('alice').get(at)
    expect([over.status, over.body.code]).toEqual([401, 'session.none'])
    expect((await house.asStranger().get(feed)).status).toBe(404)
    const signedIn = await house.asStranger().post('/sessions', { username: 'xin', password: testPassword, as: 'token' })
    const successor = house.asStranger({ authorization: `Bearer ${signedIn.body.token}` })
    expect((await successor.get(at)).body).toMatchObject({ title: '3月集中学习', recordedBy: 'alice' })
    expect((await successor.put(at, meeting({ people: 8 }), { ifMatch: 1 })).status).toBe(200)
    expect((await successor.get(`${at}/history`)).body.items.map((one: { byName: string }) => one.byName)).toEqual(['新来的', '李敏'])
    expect((await house.as('betty').get('/users/alice')).body).toMatchObject({ endsOn: '2026-11-30' })
    house.setClock('2026-11-24T08:00:00Z')
  })

  test('a password of an account that has ended opens nothing, and says no more than a wrong one', async () => {
    await house.as('betty').post('/users/bob/handover', { successor: { username: 'xin-2', name: '小新' }, endsOn: '2026-11-24' })
    const link = String((await house.as('betty').post('/users/bob/link')).body.url).split('/').at(-1)
    expect((await house.asStranger().post(`/links/${link}`, { password: testPassword })).status).toBe(204)
    expect((await house.asStranger().post('/sessions', { username: 'bob', password: testPassword, as: 'token' })).status).toBe(201)
    house.setClock('2026-11-25T00:00:00Z')
    const ended = await house.asStranger().post('/sessions', { username: 'bob', password: testPassword, as: 'token' })
    expect([ended.status, ended.body.code]).toEqual([401, 'session.wrong_password'])
    house.setClock('2026-11-24T08:00:00Z')
  })

  test('a second try gives the successor a new link, and a name that is taken or an unfit day is refused', async () => {
    const wanted = { successor: { username: 'xin-3', name: '小新' }, endsOn: '2026-12-31' }
    const first = await house.as('sun').post('/users/sun/handover', wanted)
    const second = await house.as('sun').post('/users/sun/handover', wanted)
    expect([first.status, second.status]).toEqual([201, 201])
    expect((await house.asStranger().get(`/links/${String(first.body.url).split('/').at(-1)}`)).status).toBe(404)
    expect((await house.asStranger().get(`/links/${String(second.body.url).split('/').at(-1)}`)).body.name).toBe('小新')
    const refused = async (change: object, status: number, code: string) => {
      const answer = await house.as('sun').post('/users/sun/handover', { ...wanted, ...change })
      expect([answer.status, answer.body.code]).toEqual([status, code])
    }
    await refused({ successor: { username: 'alice', name: '李敏' } }, 409, 'handover.name_taken')
    await refused({ successor: { username: 'sun', name: '孙强' } }, 409, 'handover.name_taken')
    await refused({ endsOn: '2026-11-23' }, 422, 'handover.day')
    await refused({ endsOn: '2027-05-01' }, 422, 'handover.day')
    expect((await house.as('alice').post('/users/alice/handover', wanted)).status).toBe(403)
    expect((await house.as('max').post('/users/alice/handover', wanted)).status).toBe(404)
    expect((await house.as('betty').post('/users/admin/handover', wanted)).status).toBe(404)
    expect((await house.as('admin').post('/users/admin/handover', wanted)).status).toBe(403)
  })
})
