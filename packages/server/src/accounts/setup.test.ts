import { expect, test } from 'vitest'
import { forEachEngine, openHouse } from '../testing/harness.ts'
import { prepareFirstStart } from './first-start.ts'

const first = { name: '张主任', username: 'zhang', password: '第一句话2026', bureau: { code: 'yizheng', name: '仪征市教育局' } }

forEachEngine((engine) => {
  test('an empty store is set up once, by the token that the start printed', async () => {
    const house = await openHouse(engine, { filled: false })
    try {
      expect((await house.asStranger().get('/setup')).body).toEqual({ needed: true, demonstration: false })
      const old = await prepareFirstStart(house.services)
      const { setupToken } = await prepareFirstStart(house.services)
      expect((await house.asStranger().post('/setup', { ...first, token: old.setupToken })).status).toBe(404)
      expect((await house.asStranger().post('/setup', { ...first, token: 'x'.repeat(43) })).status).toBe(404)
      expect((await house.asStranger().post('/setup', { ...first, token: setupToken, password: '12345678' })).status).toBe(422)
      const both = await Promise.all([1, 2].map(() => house.asStranger().post('/setup', { ...first, token: setupToken })))
      expect(both.map((answer) => answer.status).filter((status) => status === 201)).toHaveLength(1)
      const done = both.find((answer) => answer.status === 201)
      expect(done?.body.user).toEqual({ username: 'zhang', name: '张主任', role: 'admin', unit: 'root' })
      const cookie = String(done?.headers['set-cookie']).split(';')[0] ?? ''
      expect((await house.asStranger({ cookie }).get('/units/yizheng')).body.name).toBe('仪征市教育局')
      expect((await house.asStranger().get('/setup')).body.needed).toBe(false)
      expect((await house.asStranger().post('/setup', { ...first, token: setupToken })).status).toBe(409)
      expect((await prepareFirstStart(house.services)).setupToken).toBeUndefined()
    } finally {
      await house.close()
    }
  })

  test('ZICHA_ADMIN_PASSWORD makes the user admin on an empty store only', async () => {
    const house = await openHouse(engine, { filled: false })
    try {
      const withPassword = { ...house.services, config: { ...house.services.config, adminPassword: 'admin-of-tests' } }
      expect((await prepareFirstStart(withPassword)).setupToken).toBeUndefined()
      const signedIn = await house.asStranger().post('/sessions', { username: 'admin', password: 'admin-of-tests', as: 'token' })
      expect(signedIn.body.user).toEqual({ username: 'admin', name: '管理员', role: 'admin', unit: 'root' })
      const again = { ...withPassword, config: { ...withPassword.config, adminPassword: 'another-password' } }
      await prepareFirstStart(again)
      const other = await house.asStranger().post('/sessions', { username: 'admin', password: 'another-password' })
      expect(other.status).toBe(401)
    } finally {
      await house.close()
    }
  })

  test('a store with people takes no demonstration and shows none of its doors', async () => {
    const house = await openHouse(engine)
    try {
      expect((await house.asStranger().post('/demo')).body.code).toBe('demo.not_empty')
      expect((await house.asStranger().get('/demo/people')).status).toBe(404)
      expect((await house.asStranger().post('/demo/sessions', { username: 'alice' })).status).toBe(404)
    } finally {
      await house.close()
    }
  })
})
