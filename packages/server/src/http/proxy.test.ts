import { expect, test } from 'vitest'
import { openHouse } from '../testing/harness.ts'

test('behind the one proxy that was configured, HTTPS gives a host cookie, and addresses count as the proxy says', async () => {
  const house = await openHouse('embedded', { env: { ZICHA_TRUST_PROXY: '1' } })
  try {
    const body = { name: '新人', role: 'clerk', unit: 'yucai', password: '春风化雨2026' }
    expect((await house.as('betty').put('/users/xinren', body)).status).toBe(201)
    const https = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'zicha.example', 'x-forwarded-for': '203.0.113.7' }
    const signIn = (password: string, headers: Record<string, string>) =>
      house.asStranger(headers).post('/sessions', { username: 'xinren', password })
    const answer = await signIn('春风化雨2026', { ...https, origin: 'https://zicha.example' })
    expect(answer.status).toBe(201)
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-zicha=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Expires=[^;]+; Secure$/)
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    expect((await house.asStranger({ ...https, cookie }).get('/sessions/current')).status).toBe(200)
    expect((await house.asStranger({ cookie }).get('/sessions/current')).status).toBe(401)
    // What a caller writes before the proxy's own word gives nobody a fresh set of tries.
    const statuses: number[] = []
    for (let index = 0; index < 7; index += 1) {
      statuses.push((await signIn('wrong', { ...https, 'x-forwarded-for': `10.0.0.${index}, 203.0.113.9` })).status)
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429])
    expect((await signIn('春风化雨2026', { ...https, origin: 'https://zicha.example' })).status).toBe(201)
    const link = await house.as('betty').post('/users/xinren/link', undefined, https)
    expect(link.body.url).toMatch(/^https:\/\/zicha\.example\/links\//)
  } finally {
    await house.close()
  }
})
