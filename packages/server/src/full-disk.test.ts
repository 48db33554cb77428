import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { verifyAudit } from './audit/verify-audit.ts'
import { openHouse, useHouse } from './testing/harness.ts'
import { meeting, newEntry, openRound, yucai } from './testing/open-round.ts'
import { StorageFault } from './storage/storage.ts'

const house = useHouse('embedded')

test('a store that is full says so, reads go on, and writes go on when there is space again', async () => {
  await openRound(house)
  const allow = (pages: number) =>
    house.database.transact((trx) => sql.raw(`pragma max_page_count = ${pages}`).execute(trx))
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(house.database.reader)
  await allow((rows[0]?.page_count ?? 0) + 12)
  const kept: string[] = []
  const note = '会议记录'.repeat(480)
  let refused
  for (let turn = 0; turn < 200 && refused === undefined; turn += 1) {
    const at = newEntry(yucai)
    const answer = await house.as('alice').put(at, meeting({ note }))
    if (answer.status === 201) kept.push(at)
    else refused = { at, answer }
  }
  expect([refused?.answer.status, refused?.answer.body.code, refused?.answer.body.retry]).toEqual([507, 'storage.full', 'later'])
  expect(kept.length).toBeGreaterThan(2)
  expect((await house.as('alice').get(`${yucai}/score`)).status).toBe(200)
  expect((await house.as('betty').get('/rounds/2026/progress')).status).toBe(200)
  expect((await house.as('alice').get(refused?.at ?? '')).status).toBe(404)
  await allow(1_000_000)
  expect((await house.as('alice').put(refused?.at ?? '', meeting({ note }))).status).toBe(201)
  const list = await house.as('alice').get(`${yucai}/entries?limit=200`)
  expect(list.body.items.length).toBe(kept.length + 1)
  expect((await verifyAudit(house.database.reader)).faults).toEqual([])
  expect((await house.as('alice').get(yucai)).body.version).toBe(kept.length + 2)
})

test('a disk too full for a photo leaves no row behind, and the photo goes through later', async () => {
  const own = await openHouse('embedded')
  try {
    await openRound(own)
    const bytes = Buffer.from('%PDF-1.7 a paper')
    const at = `${yucai}/evidence/${createHash('sha256').update(bytes).digest('hex')}`
    const { put } = own.services.storage
    Object.assign(own.services.storage, { put: () => Promise.reject(new StorageFault('full', undefined)) })
    const refused = await own.as('alice').put(at, bytes)
    expect([refused.status, refused.body.code]).toEqual([507, 'storage.full'])
    expect((await own.as('alice').get(at)).status).toBe(404)
    expect((await own.as('alice').put(newEntry(yucai), meeting())).status).toBe(201)
    Object.assign(own.services.storage, { put })
    expect((await own.as('alice').put(at, bytes)).status).toBe(201)
    expect((await own.as('alice').get(at)).bytes.equals(bytes)).toBe(true)
  } finally {
    await own.close()
  }
})

test('bytes that were lost from the disk are said to be missing, never sent half', async () => {
  const own = await openHouse('embedded')
  try {
    await openRound(own)
    const bytes = Buffer.from('%PDF-1.7 a paper')
    const name = createHash('sha256').update(bytes).digest('hex')
    await own.as('alice').put(`${yucai}/evidence/${name}`, bytes)
    await own.services.storage.remove(name)
    const answer = await own.as('alice').get(`${yucai}/evidence/${name}`)
    expect([answer.status, answer.body.code]).toEqual([503, 'evidence.bytes_missing'])
  } finally {
    await own.close()
  }
})
