import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { afterCommit, write } from '../database/transaction.ts'
import { listArchiveNames } from './archive-names.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, roundBody, shiyan, yucai } from '../testing/open-round.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const photo = (background: string): Promise<Buffer> => sharp({ create: { width: 20, height: 10, channels: 3, background } }).jpeg().toBuffer()

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')
  const remove = (at: string, who: 'alice' | 'betty' = 'alice') => house.as(who).post(`${at}/kept-photos/removal`)
  const send = async (at: string, bytes: Buffer, who: 'alice' | 'bob' = 'alice') => {
    const answer = await house.as(who).put(`${at}/evidence/${hashOf(bytes)}`, bytes, { headers: { 'content-disposition': 'attachment; filename="a.jpg"' } })
    return { sha256: hashOf(bytes), stored: answer.body.stored as { readonly sha256: string; readonly size: number } }
  }
  const storedThere = (of: { readonly sha256: string; readonly size: number }) => house.services.storage.has(of.sha256, of.size)

  test('every round has a day until which its photos are kept, and before it nobody deletes one', async () => {
    await openRound(house)
    const red = await send(yucai, await photo('red'))
    await alice().put(newEntry(yucai), meeting({ evidence: [{ sha256: red.sha256 }] }))
    const kept = (await alice().get(`${yucai}/kept-photos`)).body
    expect(kept).toEqual({ keepUntil: '2027-12-31', open: false, photos: 1, onSite: 0, bytes: red.stored.size, removed: 0, units: [{ unit: 'yucai', photos: 1, onSite: 0, bytes: red.stored.size, removed: 0 }] })
    expect((await house.as('betty').put('/rounds/2026', { ...roundBody, keepEvidenceUntil: '2027-06-30' }, { ifMatch: 1 })).status).toBe(200)
    house.setClock('2027-06-30T08:00:00Z')
    for (const answer of [await remove(yucai), await remove('/rounds/2026', 'betty')]) {
      expect([answer.status, answer.body.code, answer.body.detail]).toEqual([409, 'evidence.kept', '这一轮的照片保存到2027年6月30日，期满后才能删除。现在一张也没有删。'])
    }
    expect(await storedThere(red.stored)).toBe(true)
  })

  test('after that day a unit deletes its own: bytes gone, hash, name and audit row there, documents and other photos untouched', async () => {
    house.setClock('2027-01-10T08:00:00Z')
    const pdf = Buffer.from('%PDF-1.7 a paper')
    const [blue, shared] = [await photo('blue'), await photo('green')]
    const own = await send(yucai, blue)
    const common = await send(yucai, shared)
    await send(shiyan, shared, 'bob')
    await send(yucai, pdf)
    const at = newEntry(yucai)
    await alice().put(at, meeting({ happenedOn: '2026-05-05', evidence: [{ sha256: own.sha256 }, { sha256: hashOf(pdf) }, { sha256: common.sha256 }] }))
    await house.as('bob').put(newEntry(shiyan), meeting({ evidence: [{ sha256: common.sha256 }] }))
    for (const sha256 of [own.sha256, common.sha256]) expect((await alice().get(`${yucai}/evidence/${sha256}/small`)).status).toBe(200)
    const reduced = () => house.database.reader.selectFrom('reduced_photos').selectAll().execute()
    expect(await reduced()).toHaveLength(2)
    house.setClock('2027-07-01T08:00:00Z')
    expect((await alice().get(`${yucai}/kept-photos`)).body).toMatchObject({ open: true, photos: 3, removed: 0 })
    for (const [who, at2, status] of [['bob', yucai, 404], ['ivy', yucai, 403], ['alice', '/rounds/2026', 403], ['mallory', '/rounds/2026', 404]] as const) {
      expect([who, (await house.as(who).post(`${at2}/kept-photos/removal`)).status]).toEqual([who, status])
    }
    const done = await remove(yucai)
    expect([done.status, done.body]).toEqual([200, { removed: 3, left: 0 }])
    expect([await storedThere(own.stored), await storedThere(common.stored)]).toEqual([false, true])
    expect((await reduced()).map((row) => row.stored_sha256)).toEqual([common.stored.sha256])
    expect((await alice().get(`${yucai}/evidence/${own.sha256}/small`)).status).toBe(410)
    const gone = await alice().get(`${yucai}/evidence/${own.sha256}`)
    expect([gone.status, gone.body.code, gone.body.title]).toEqual([410, 'evidence.removed', '照片已按保存期限删除'])
    const again = await alice().put(`${yucai}/evidence/${own.sha256}`, blue)
    expect([again.status, again.body.code]).toEqual([410, 'evidence.removed'])
    expect((await alice().get(`${yucai}/evidence/${hashOf(pdf)}`)).status).toBe(200)
    expect((await house.as('bob').get(`${shiyan}/evidence/${common.sha256}`)).status).toBe(200)
    expect((await alice().get(at)).body).toMatchObject({ missing: [], removed: [own.sha256, common.sha256] })
    const row = await house.database.reader.selectFrom('evidence_files').selectAll().where('unit', '=', 'yucai').where('sha256', '=', own.sha256).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ name: 'a.jpg', stored_sha256: own.stored.sha256, removed_at: '2027-07-01T08:00:00.000Z', removed_by: 'alice' })
    const trail = await house.database.reader.selectFrom('audit').select(['action', 'actor', 'target']).where('action', '=', 'photos.remove').execute()
    expect(trail).toEqual([{ action: 'photos.remove', actor: 'alice', target: `${yucai}/kept-photos/removal` }])
    expect((await remove(yucai)).body).toEqual({ removed: 0, left: 0 })
    expect(listArchiveNames((await alice().get(`${yucai}/evidence.zip`)).bytes)).toEqual(['育才小学_第5条_2026-05-05_02.pdf'])
  })

  test('a photo that a later round still keeps stays, and the bureau deletes the rest of a round at once', async () => {
    const dark = await send(shiyan, await photo('black'), 'bob')
    const old = await send(shiyan, await photo('gray'), 'bob')
    await house.as('betty').put('/rounds/2027', { ...roundBody, year: 2027, opensOn: '2027-09-01', dueOn: '2027-12-20', inspectors: {} })
    const entry = (year: number, sha256: string) => ({ countsAs: ['集中学习'], title: '集中学习', happenedOn: `${year}-03-01`, evidence: [{ sha256 }] })
    for (const [year, sha256] of [[2026, dark.sha256], [2027, dark.sha256], [2026, old.sha256]] as const) {
      expect((await house.as('bob').put(`/rounds/${year}/units/shiyan/entries/${randomUUID()}`, entry(year, sha256))).status).toBe(201)
    }
    const done = await remove('/rounds/2026', 'betty')
    expect(done.body.left).toBe(0)
    expect([await storedThere(dark.stored), await storedThere(old.stored)]).toEqual([true, false])
    expect((await house.as('betty').get('/rounds/2026/kept-photos')).body).toMatchObject({ photos: 0, open: true })
  })

  test('what follows a commit happens after it alone: never for what was rolled back, and its own fault undoes nothing', async () => {
    const done: string[] = []
    await write(house.database, async (trx) => {
      afterCommit(trx, async () => void done.push((await house.database.reader.selectFrom('meta').select('value').where('key', '=', 'mark').executeTakeFirst())?.value ?? 'not yet'))
      afterCommit(trx, () => Promise.reject(new Error('the disk is out of reach')))
      await trx.insertInto('meta').values({ key: 'mark', value: 'there' }).execute()
      expect(done).toEqual([])
    })
    expect(done).toEqual(['there'])
    const failed = write(house.database, async (trx) => {
      afterCommit(trx, async () => void done.push('never'))
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(done).toEqual(['there'])
    expect(() => afterCommit(house.database.reader, async () => undefined)).toThrow('only a write')
  })
})
