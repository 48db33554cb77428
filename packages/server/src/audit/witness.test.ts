import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { beginEpoch } from '../database/begin-epoch.ts'
import { openEmbedded } from '../database/embedded.ts'
import { findMeta } from '../database/migrate.ts'
import { write } from '../database/transaction.ts'
import { startServer } from '../server.ts'
import { readConfig } from '../config.ts'
import { examine } from '../doctor/examine.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, roundBody, submit, yucai } from '../testing/open-round.ts'
import { beginEpochIfSetBack, keepWitness } from './witness.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')

  test('after a new epoch no version of the old one is taken: 412 with what stands there, and the new version goes on', async () => {
    await openRound(house)
    const at = newEntry(yucai)
    await alice().put(at, meeting())
    const before = await alice().put(at, meeting({ title: '改过' }), { ifMatch: 1 })
    expect([before.status, before.etag]).toEqual([200, '"2"'])
    await alice().put(`${yucai}/facts`, { facts: { '2.2': true } })
    const facts = await alice().get(`${yucai}/facts`)
    const round = await house.as('betty').get('/rounds/2026')
    const { epoch } = (await house.asStranger().get('/health')).body

    await write(house.database, beginEpoch)
    expect((await house.asStranger().get('/health')).body.epoch).not.toBe(epoch)
    for (const answer of [
      await alice().put(at, meeting({ title: '按旧的改' }), { headers: { 'if-match': before.etag ?? '' } }),
      await alice().delete(at, { ifMatch: 2 }),
      await alice().put(`${yucai}/facts`, { facts: { '2.2': false } }, { headers: { 'if-match': facts.etag ?? '' } }),
      await house.as('betty').put('/rounds/2026', { ...roundBody, dueOn: '2026-12-25' }, { headers: { 'if-match': round.etag ?? '' } }),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([412, 'request.stale'])
    }
    const now = await alice().get(at)
    const next = now.body.version + 1
    expect([now.body.title, now.body.version % 1_000_000, now.body.version > 1_000_000]).toEqual(['改过', 2, true])
    expect((await alice().put(at, meeting({ title: '再改' }), { headers: { 'if-match': now.etag ?? '' } })).body.version).toBe(next)
    expect((await alice().get(`${at}/history`)).body.items).toHaveLength(3)
    expect((await submit(house)).status).toBe(200)
    expect((await submit(house)).body.snapshot).toEqual((await submit(house)).body.snapshot)
    expect((await examine(house.services, new Date())).parts.flatMap(({ hurt }) => hurt)).toEqual([])
  })

  test('a folder that saw more than its store has begins a new epoch; one whose store went on, or is another, does not', async () => {
    const { dataFolder } = house.services.config
    const epoch = () => findMeta(house.database.reader, 'epoch')
    expect(await beginEpochIfSetBack(house.database, dataFolder), 'nothing is known yet').toBeUndefined()
    await keepWitness(house.database, dataFolder)
    await house.as('betty').put('/rounds/2025', { ...roundBody, year: 2025, inspectors: {} })
    expect(await beginEpochIfSetBack(house.database, dataFolder), 'the store went on').toBeUndefined()
    await keepWitness(house.database, dataFolder)
    const before = await epoch()
    await write(house.database, async (trx) => {
      const last = await trx.selectFrom('audit').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirstOrThrow()
      await trx.deleteFrom('audit').where('seq', '=', last.seq).execute()
    })
    const begun = await beginEpochIfSetBack(house.database, dataFolder)
    expect(begun).toMatch(/^[0-9a-f-]{36}$/)
    expect([await epoch(), begun === before]).toEqual([begun, false])
    expect(await beginEpochIfSetBack(house.database, dataFolder), 'once').toBeUndefined()
  })
})

test('an older copy of the database under a folder is seen at the start, and a whole folder that was put back is told of by hand', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zicha-restored-'))
  const data = join(folder, 'data')
  const config = readConfig({ ZICHA_DATA: data, ZICHA_PORT: '0', ZICHA_ADMIN_PASSWORD: 'first-password' })
  const live = async (): Promise<string> => {
    const running = await startServer(config)
    const { epoch } = (await (await fetch(`${running.address}/api/v1/health`)).json()) as { readonly epoch: string }
    await fetch(`${running.address}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'admin', password: 'first-password', as: 'token' }) })
    await running.stop()
    return epoch
  }
  try {
    const first = await live()
    // What a backup does: the whole state in one file.
    const copy = openEmbedded(join(data, 'zicha.db'))
    await copy.reader.selectFrom('meta').selectAll().execute()
    await copy.close()
    copyFileSync(join(data, 'zicha.db'), join(folder, 'backup.db'))
    expect(await live()).toBe(first)
    for (const beside of ['zicha.db-wal', 'zicha.db-shm']) rmSync(join(data, beside), { force: true })
    copyFileSync(join(folder, 'backup.db'), join(data, 'zicha.db'))
    const second = await live()
    expect(second).not.toBe(first)
    expect(await live()).toBe(second)
    const output = await new Promise<string>((done) => {
      execFile(process.execPath, [fileURLToPath(new URL('../restored.ts', import.meta.url)), '--data', data], (_, text) => done(text))
    })
    expect(output).toContain('已经记下')
    expect(await live()).not.toBe(second)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
