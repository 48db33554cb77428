import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { useHouse } from '../testing/harness.ts'
import { openRound, yucai } from '../testing/open-round.ts'
import { inRoom } from './room-for-calls.ts'

const house = useHouse('embedded')

/** Calls under way that do not end before they are told to; `bytes` is what each holds. */
const underWay = (calls: number, bytes = 0): { readonly end: () => Promise<unknown> } => {
  const end = Promise.withResolvers<void>()
  const all = Array.from({ length: calls }, () =>
    inRoom(bytes === 0, async (hold) => {
      hold(bytes)
      await end.promise
    }),
  )
  return {
    end: () => {
      end.resolve()
      return Promise.all(all)
    },
  }
}

test('who comes when two hundred are under way is asked to come again in some seconds, and finds room when they are done', async () => {
  const crowd = underWay(200)
  const refused = await house.as('betty').get('/units')
  expect([refused.status, refused.body.code, refused.body.retry]).toEqual([503, 'server.crowded', 'later'])
  expect(['2', '3', '4', '5']).toContain(refused.headers['retry-after'])
  expect((await house.as('betty').put('/units/laiwan', { name: '来晚小学', kind: 'school', parent: 'yizheng' })).status).toBe(503)
  await crowd.end()
  expect((await house.as('betty').get('/units')).status).toBe(200)
  expect((await house.as('betty').get('/units/laiwan')).status).toBe(404)
})

test('how the server is, and signing in, are answered in a crowd too', async () => {
  const crowd = underWay(200)
  expect((await house.asStranger().get('/health')).status).toBe(200)
  expect((await house.asStranger().post('/sessions', { username: 'alice', password: '不是这个口令2026' })).status).toBe(401)
  await crowd.end()
})

test('uploads that together hold all memory for them put off the next one, of which nothing is kept, and it is taken later', async () => {
  await openRound(house)
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#b3261e' } }).jpeg().toBuffer()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const send = () => house.as('alice').put(`${yucai}/evidence/${sha256}`, bytes)
  const crowd = underWay(4, 24 * 1024 * 1024)
  const refused = await send()
  expect([refused.status, refused.body.code]).toEqual([503, 'server.crowded'])
  expect((await house.as('alice').get(`${yucai}/evidence/${sha256}`)).status).toBe(404)
  await crowd.end()
  expect((await send()).status).toBe(201)
})
