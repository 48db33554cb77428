import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'

const password = '春风化雨2026'

forEachEngine((engine) => {
  const house = useHouse(engine)

  const signIn = (username: string, secret: string, more: object = {}, headers: Record<string, string> = {}) =>
    house.asStranger(headers).post('/sessions', { username, password: secret, as: 'token', ...more })
  const makeUser = async (username: string, more: object = {}) => {
    const made = await house.as('betty').put(`/users/${username}`, {
      name: '新来的', role: 'clerk', unit: 'yucai', password, ...more,
    })
    expect(made.status).toBe(201)
    return made
  }
  const bearer = (token: string) => house.asStranger({ authorization: `Bearer ${token}` })

  test('a bureau makes a clerk, who signs in for a token and is who they are', async () => {
    const made = await makeUser('xinlai')
    expect(made.body).toEqual({
      username: 'xinlai', name: '新来的', role: 'clerk', unit: 'yucai', active: true, ready: true, lastSignInAt: null, version: 1,
    })
    const signedIn = await signIn('xinlai', password)
    expect(signedIn.status).toBe(201)
    expect(signedIn.body.user).toEqual({ username: 'xinlai', name: '新来的', role: 'clerk', unit: 'yucai' })
    expect(signedIn.headers['set-cookie']).toBeUndefined()
    const session = await bearer(signedIn.body.token).get('/sessions/current')
    expect(session.body).toMatchObject({
      user: { username: 'xinlai' }, unitName: '育才小学', bureauName: '仪征市教育局', demonstration: false, rounds: [],
    })
  })

  test('the same person again with the same password answers 200; a new password needs the version', async () => {
    await makeUser('chongfu')
    const body = { name: '新来的', role: 'clerk', unit: 'yucai', password }
    expect((await house.as('betty').put('/users/chongfu', body)).status).toBe(200)
    const other = await house.as('betty').put('/users/chongfu', { ...body, password: '另一句话2026' })
    expect([other.status, other.body.current.version]).toEqual([409, 1])
    expect(JSON.stringify(other.body)).not.toMatch(/hash|argon/)
  })

  test('a browser gets a cookie that scripts cannot read, and no token in the body', async () => {
    await makeUser('liulanqi')
    const answer = await house.asStranger().post('/sessions', { username: 'liulanqi', password })
    expect(answer.body.token).toBeUndefined()
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/^zicha=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=/)
    const own = { cookie: cookie.split(';')[0] ?? '' }
    expect((await house.asStranger(own).get('/sessions/current')).status).toBe(200)
    const foreign = await house.asStranger({ ...own, origin: 'https://evil.example' }).delete('/sessions/current')
    expect([foreign.status, foreign.body.code]).toEqual([403, 'request.foreign_page'])
    expect((await house.asStranger({ ...own, 'sec-fetch-site': 'cross-site' }).delete('/sessions/current')).status).toBe(403)
    expect((await house.asStranger(own).delete('/sessions/current')).status).toBe(403)
    const left = await house.asStranger({ ...own, 'sec-fetch-site': 'same-origin' }).delete('/sessions/current')
    expect([left.status, String(left.headers['set-cookie'])]).toEqual([204, 'zicha=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0'])
    expect((await house.asStranger(own).get('/sessions/current')).status).toBe(401)
  })

  test('a page of somebody else cannot sign anybody in', async () => {
    const answer = await signIn('admin', 'whatever', {}, { origin: 'https://evil.example' })
    expect(answer.status).toBe(403)
  })

  test('a session id that the browser brought along is not taken over', async () => {
    await makeUser('dingzhi')
    const brought = 'zicha=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
    const answer = await house.asStranger({ cookie: brought, 'sec-fetch-site': 'same-origin' }).post('/sessions', { username: 'dingzhi', password })
    expect(answer.status).toBe(201)
    expect(String(answer.headers['set-cookie'])).not.toContain(brought)
  })

  test('wrong password, unknown name and closed account answer alike', async () => {
    await makeUser('guanbi')
    await house.as('betty').put('/users/guanbi', { name: '新来的', role: 'clerk', unit: 'yucai', active: false }, { ifMatch: 1 })
    await makeUser('cuomi')
    const answers = [await signIn('cuomi', 'wrong one'), await signIn('nobody', password), await signIn('guanbi', password)]
    for (const answer of answers) {
      expect(answer.status).toBe(401)
      expect(answer.body).toEqual(answers[0]?.body)
    }
    expect(answers[0]?.body.detail).toBe('账号或密码不对。连错5次要等15分钟；可请局办公室重设密码。')
  })

  test('five wrong tries at once or in a row make that address wait, and nobody else', async () => {
    house.setClock('2026-11-24T09:00:00.000Z')
    await makeUser('caimi')
    const tries = await Promise.all(Array.from({ length: 9 }, (_, index) => signIn('caimi', `guess number ${index}`)))
    expect(tries.filter((answer) => answer.status === 401)).toHaveLength(5)
    const waiting = tries.find((answer) => answer.status === 429)
    expect(waiting?.body).toMatchObject({ code: 'session.too_many_tries', retry: 'later' })
    expect(waiting?.headers['retry-after']).toBe('900')
    expect((await signIn('caimi', password)).status).toBe(429)
    house.setClock('2026-11-24T09:15:01.000Z')
    expect((await signIn('caimi', password)).status).toBe(201)
  })

  test('a new password ends every session within one call', async () => {
    await makeUser('huanmi')
    const { body } = await signIn('huanmi', password)
    const before = await bearer(body.token).get('/sessions/current')
    expect(before.status).toBe(200)
    const changed = await house.as('betty').put(
      '/users/huanmi', { name: '新来的', role: 'clerk', unit: 'yucai', password: '换过的一句话2027' }, { ifMatch: 1 },
    )
    expect(changed.status).toBe(200)
    expect((await bearer(body.token).get('/sessions/current')).status).toBe(401)
    expect((await signIn('huanmi', '换过的一句话2027')).status).toBe(201)
  })

  test('a closed account is out within one call', async () => {
    await makeUser('tingyong')
    const { body } = await signIn('tingyong', password)
    await house.as('betty').put('/users/tingyong', { name: '新来的', role: 'clerk', unit: 'yucai', active: false }, { ifMatch: 1 })
    expect((await bearer(body.token).get('/units/yucai')).status).toBe(401)
  })

  test('a token lives a week and no longer; a cookie ends after half a day of rest', async () => {
    house.setClock('2026-11-25T08:00:00.000Z')
    await makeUser('daoqi')
    const { body } = await signIn('daoqi', password)
    const cookie = String((await house.asStranger().post('/sessions', { username: 'daoqi', password })).headers['set-cookie']).split(';')[0] ?? ''
    house.setClock('2026-11-25T19:00:00.000Z')
    expect((await house.asStranger({ cookie }).get('/sessions/current')).status).toBe(200)
    house.setClock('2026-11-26T06:59:00.000Z')
    expect((await house.asStranger({ cookie }).get('/sessions/current')).status).toBe(200)
    house.setClock('2026-11-26T19:00:00.000Z')
    expect((await house.asStranger({ cookie }).get('/sessions/current')).status).toBe(401)
    house.setClock('2026-12-02T07:59:00.000Z')
    expect((await bearer(body.token).get('/sessions/current')).status).toBe(200)
    house.setClock('2026-12-02T08:00:01.000Z')
    expect((await bearer(body.token).get('/sessions/current')).status).toBe(401)
  })

  test('an unknown token is 401 and says how to go on', async () => {
    const answer = await bearer('x'.repeat(43)).get('/units/yucai')
    expect([answer.status, answer.body.retry]).toEqual([401, 'after_sign_in'])
    expect((await house.asStranger({ authorization: 'Basic abc' }).get('/units/yucai')).status).toBe(401)
    expect((await house.asStranger().get('/units/yucai')).status).toBe(401)
  })

  test.each([
    [{ password: '12345678' }, 'password.too_common'],
    [{ password: 'jiandan1', username: 'jiandan1' }, 'password.too_common'],
    [{ password: '1234567' }, 'request.invalid'],
    [{ unit: 'nowhere' }, 'user.unit_missing', 404],
    [{ role: 'bureau' }, 'user.role_unfit'],
    [{ role: 'principal' }, 'request.invalid'],
    [{ password_hash: 'x' }, 'request.invalid'],
  ])('a person %o is refused with a sentence', async (change, code, status = 422) => {
    const { username = 'jiandan', ...more } = change as { username?: string }
    const answer = await house.as('admin').put(`/users/${username}`, { name: '简单', role: 'clerk', unit: 'yucai', password, ...more })
    if (status === 404) expect(answer.status).toBe(422)
    else expect([answer.status, answer.body.code]).toEqual([status, code])
    expect((await house.as('admin').get(`/users/${username}`)).status).toBe(404)
  })

  test('a bureau gives neither the city nor the admin role and does not see an admin', async () => {
    for (const role of ['admin', 'city']) {
      const answer = await house.as('betty').put('/users/tiquan', { name: '提权', role, unit: 'yizheng', password })
      expect(answer.status).toBe(403)
    }
    const self = await house.as('betty').put('/users/betty', { name: '陈静', role: 'admin', unit: 'yizheng' }, { ifMatch: 1 })
    expect(self.status).toBe(403)
    expect((await house.as('betty').get('/users/admin')).status).toBe(404)
    const list = await house.as('betty').get('/users?limit=200')
    expect(list.body.items.map((one: { username: string }) => one.username)).not.toContain('admin')
    expect(list.body.items.map((one: { username: string }) => one.username)).not.toContain('gao')
    expect(list.body.items.map((one: { username: string }) => one.username)).toContain('alice')
  })

  test('nobody changes themselves, and a bureau changes nobody of another bureau', async () => {
    expect((await house.as('alice').put('/users/alice', { name: '李敏', role: 'secretary', unit: 'yucai' }, { ifMatch: 1 })).status).toBe(403)
    expect((await house.as('betty').put('/users/mallory', { name: '马丽', role: 'clerk', unit: 'yizheng' }, { ifMatch: 1 })).status).toBe(404)
    expect((await house.as('betty').put('/users/alice', { name: '李敏', role: 'clerk', unit: 'chengbei' }, { ifMatch: 1 })).status).toBe(404)
  })

  test('the last admin stays', async () => {
    const answer = await house.as('admin').put('/users/admin', { name: '管理员', role: 'admin', unit: 'root', active: false }, { ifMatch: 1 })
    expect([answer.status, answer.body.code]).toEqual([409, 'user.last_admin'])
  })

  test('a new person sets a password by a link that opens once', async () => {
    const made = await house.as('betty').put('/users/lianjie', { name: '链接', role: 'clerk', unit: 'yucai' })
    expect([made.status, made.body.ready]).toEqual([201, false])
    const link = await house.as('betty').post('/users/lianjie/link')
    expect(link.status).toBe(201)
    const token = new URL(link.body.url).pathname.replace('/links/', '')
    const info = await house.asStranger().get(`/links/${token}`)
    expect(info.body).toEqual({ username: 'lianjie', name: '链接', unitName: '育才小学', purpose: 'new' })
    expect((await house.asStranger().post(`/links/${token}`, { password: '12345678' })).status).toBe(422)
    const both = await Promise.all([1, 2].map(() => house.asStranger().post(`/links/${token}`, { password })))
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([204, 404])
    // Who taps the old message again is told to sign in; who has not the whole token is told nothing of it.
    const used = await house.asStranger().get(`/links/${token}`)
    expect([used.status, used.body.code]).toEqual([404, 'link.used'])
    expect(used.body.detail).toContain('密码设过了，用账号和密码登录。')
    expect(JSON.stringify({ ...used.body, instance: '' })).not.toMatch(/lianjie|育才/u)
    expect((await house.asStranger().post(`/links/${token}`, { password })).body.code).toBe('link.used')
    expect((await house.asStranger().get(`/links/${token.slice(0, -1)}`)).body.code).toBe('link.over')
    expect((await signIn('lianjie', password)).status).toBe(201)
    const trail = await house.database.reader.selectFrom('audit').select('target').execute()
    expect(JSON.stringify(trail)).not.toContain(token)
  })

  test('a link is over after a week, and a newer one takes its place', async () => {
    house.setClock('2026-11-25T08:00:00.000Z')
    await house.as('betty').put('/users/guoqi', { name: '过期', role: 'clerk', unit: 'yucai' })
    const tokens: string[] = []
    for (let made = 0; made < 2; made += 1) {
      const link = await house.as('betty').post('/users/guoqi/link')
      tokens.push(new URL(link.body.url).pathname.replace('/links/', ''))
    }
    expect((await house.asStranger().get(`/links/${tokens[0]}`)).status).toBe(404)
    expect((await house.asStranger().get(`/links/${tokens[1]}`)).status).toBe(200)
    house.setClock('2026-12-02T08:00:01.000Z')
    expect((await house.asStranger().get(`/links/${tokens[1]}`)).body.code).toBe('link.over')
  })

  test('a school links nobody', async () => {
    expect((await house.as('alice').post('/users/sun/link')).status).toBe(403)
    expect((await house.as('alice').post('/users/mallory/link')).status).toBe(404)
  })

  test('the store keeps neither passwords nor tokens', async () => {
    await makeUser('mimi')
    const { body } = await signIn('mimi', password)
    const users = await house.database.reader.selectFrom('users').selectAll().execute()
    const sessions = await house.database.reader.selectFrom('sessions').selectAll().execute()
    expect(JSON.stringify([users, sessions])).not.toContain(password)
    expect(JSON.stringify(sessions)).not.toContain(body.token)
    expect(users.find((one) => one.username === 'mimi')?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})
