import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, yucai } from '../testing/open-round.ts'
import { sweepOrphans } from './sweep-orphans.ts'

const hour = 3_600_000

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('bytes without a row go after a day and not before; whatever a row needs stays, a table that was uploaded too', async () => {
    await openRound(house)
    const { storage } = house.services
    const paper = Buffer.from('%PDF-1.7 a paper')
    const name = createHash('sha256').update(paper).digest('hex')
    expect((await house.as('alice').put(`${yucai}/evidence/${name}`, paper)).status).toBe(201)
    const table = await storage.put(Buffer.from('a table'))
    await house.database.transact((trx) =>
      trx
        .insertInto('form_drafts')
        .values({
          bureau: 'yizheng', id: 'd', file_name: '', source_sha256: table.sha256, source_size: table.size, title: '', total: 0, frame: '', sections: '',
          findings: '', fills_source: 0, created_by: '', created_at: '', edition: null, published_at: null, version: 1,
        })
        .execute(),
    )
    const orphans = await Promise.all([1, 2, 3].map(() => storage.put(randomBytes(50))))
    const now = Date.now()
    expect(await sweepOrphans(house.services, new Date(now + 23 * hour))).toEqual({ looked: 5, removed: 0 })
    expect(await sweepOrphans(house.services, new Date(now + 25 * hour))).toEqual({ looked: 5, removed: 3 })
    for (const { sha256, size } of orphans) expect(await storage.has(sha256, size)).toBe(false)
    expect(await storage.has(table.sha256, table.size)).toBe(true)
    expect((await house.as('alice').get(`${yucai}/evidence/${name}`)).bytes.equals(paper)).toBe(true)
  })

  test('what outlived its keeping is swept where the removal itself was cut off', async () => {
    const { storage } = house.services
    const paper = Buffer.from('%PDF-1.7 a paper')
    const name = createHash('sha256').update(paper).digest('hex')
    await house.database.transact((trx) => trx.updateTable('evidence_files').set({ removed_at: '2026-11-24T08:00:00.000Z' }).where('sha256', '=', name).execute())
    expect(await sweepOrphans(house.services, new Date(Date.now() + 25 * hour))).toEqual({ looked: 2, removed: 1 })
    expect(await storage.has(name, paper.length)).toBe(false)
  })
})
