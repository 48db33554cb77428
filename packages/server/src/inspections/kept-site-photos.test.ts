import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, roundBody, submit, yucai } from '../testing/open-round.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const photo = (background: string): Promise<Buffer> => sharp({ create: { width: 20, height: 10, channels: 3, background } }).jpeg().toBuffer()
const removal = `${yucai}/kept-photos/removal`

forEachEngine((engine) => {
  const house = useHouse(engine)
  const at = (who: 'ivy' | 'ian', no: number, bytes: Buffer) => `${yucai}/inspections/${who}/items/${no}/photos/${hashOf(bytes)}`
  const take = async (who: 'ivy' | 'ian', no: number, bytes: Buffer) => (await house.as(who).put(at(who, no, bytes), bytes)).body.stored as { readonly sha256: string; readonly size: number }
  const isStored = (of: { readonly sha256: string; readonly size: number }) => house.services.storage.has(of.sha256, of.size)
  const shown = async (no: number) => (await house.as('alice').get(`${yucai}/inspection`)).body.items[no - 1].photos as readonly object[]

  test('photographs of originals are counted among the photos of a round and stay until its day', async () => {
    await openRound(house)
    await house.as('betty').put('/rounds/2026', { ...roundBody, keepEvidenceUntil: '2027-06-30' }, { ifMatch: 1 })
    await house.as('alice').put(`${yucai}/facts`, { facts: bestAnswers(getForm('yangzhou-2022')) })
    await submit(house)
    await take('ivy', 5, await photo('red'))
    await take('ian', 5, await photo('blue'))
    for (const [who, address] of [['alice', `${yucai}/kept-photos`], ['betty', '/rounds/2026/kept-photos']] as const) {
      expect((await house.as(who).get(address)).body, who).toMatchObject({ open: false, photos: 2, onSite: 2, removed: 0 })
    }
    const early = await house.as('alice').post(removal)
    expect([early.status, early.body.code]).toEqual([409, 'evidence.kept'])
    const kept = (await house.as('alice').get('/storage-facts')).body.items as readonly { readonly kind: string; readonly count: number }[]
    expect(kept.find(({ kind }) => kind === 'site_photos')?.count).toBe(2)
  })

  test('who took them cannot press it; the school can, and hash, name, inspector and audit row stay', async () => {
    house.setClock('2027-07-01T08:00:00Z')
    for (const [who, address, status] of [['ivy', removal, 403], ['bob', removal, 404], ['alice', '/rounds/2026/kept-photos/removal', 403]] as const) {
      expect([who, (await house.as(who).post(address)).status]).toEqual([who, status])
    }
    const red = await photo('red')
    const before = await house.database.reader.selectFrom('site_photos').selectAll().orderBy('inspector').execute()
    const done = await house.as('alice').post(removal)
    expect([done.status, done.body]).toEqual([200, { removed: 2, left: 0 }])
    const after = await house.database.reader.selectFrom('site_photos').selectAll().orderBy('inspector').execute()
    expect(after).toEqual(before.map((row) => ({ ...row, removed_at: '2027-07-01T08:00:00.000Z', removed_by: 'alice' })))
    for (const row of after) expect(await isStored({ sha256: row.stored_sha256, size: row.stored_size })).toBe(false)
    const gone = await house.as('sun').get(at('ivy', 5, red))
    expect([gone.status, gone.body.title]).toEqual([410, '照片已按保存期限删除'])
    expect(await shown(5)).toMatchObject([{ by: 'ivy', removed: true, sha256: hashOf(red) }, { by: 'ian', removed: true }])
    for (const answer of [await house.as('ivy').put(at('ivy', 5, red), red), await house.as('ivy').delete(at('ivy', 5, red))]) {
      expect([answer.status, answer.body.code]).toEqual([410, 'evidence.removed'])
    }
    const trail = await house.database.reader.selectFrom('audit').select(['actor', 'target']).where('action', '=', 'photos.remove').execute()
    expect(trail).toEqual([{ actor: 'alice', target: removal }])
    expect((await house.as('alice').post(removal)).body).toEqual({ removed: 0, left: 0 })
    expect((await house.as('alice').get(`${yucai}/kept-photos`)).body).toMatchObject({ photos: 0, onSite: 0, removed: 2 })
  })

  test('the bureau deletes them with the rest of the round; bytes that a record of a later round shows stay', async () => {
    const both = await photo('green')
    const alone = await photo('black')
    const shared = await take('ivy', 6, both)
    const single = await take('ian', 6, alone)
    await house.as('betty').put('/rounds/2027', { ...roundBody, year: 2027, opensOn: '2027-09-01', dueOn: '2027-12-20', inspectors: {} })
    const next = '/rounds/2027/units/yucai'
    await house.as('alice').put(`${next}/evidence/${hashOf(both)}`, both)
    await house.as('alice').put(newEntry(next), meeting({ happenedOn: '2027-03-01', evidence: [{ sha256: hashOf(both) }] }))
    expect((await house.as('alice').get(`${next}/evidence/${hashOf(both)}/small`)).status).toBe(200)
    const done = await house.as('betty').post('/rounds/2026/kept-photos/removal')
    expect([done.status, done.body]).toEqual([200, { removed: 2, left: 0 }])
    expect([await isStored(shared), await isStored(single)]).toEqual([true, false])
    expect((await house.as('alice').get(`${next}/evidence/${hashOf(both)}/small`)).status).toBe(200)
    expect((await house.as('ivy').get(at('ivy', 6, both))).status).toBe(410)
    expect(await house.database.reader.selectFrom('reduced_photos').selectAll().execute()).toHaveLength(1)
  })
})
