import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openHouse, forEachEngine, useHouse } from '../testing/harness.ts'
import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { translateEmbedded } from './embedded-faults.ts'
import { DatabaseFault } from './fault.ts'
import { NewerStore, findMeta, migrate, putMeta, schemaNumber } from './migrate.ts'
import { translatePostgresql } from './postgresql-faults.ts'
import { readConsistently, write } from './transaction.ts'

const unit = (code: string) => ({ bureau: 'b', code, name: code, kind: 'school', parent: null, profile: '{}', version: 1 })
const codes = async (database: Database, like: string): Promise<string[]> =>
  (await database.reader.selectFrom('units').select('code').where('code', 'like', like).orderBy('code').execute()).map(
    (row) => row.code,
  )

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('a write that throws leaves nothing, and the next one goes on', async () => {
    const { database } = house
    await expect(
      write(database, async (trx) => {
        await trx.insertInto('units').values(unit('half-1')).execute()
        throw new Error('in the middle')
      }),
    ).rejects.toThrow('in the middle')
    await write(database, (trx) => trx.insertInto('units').values(unit('half-2')).execute())
    expect(await codes(database, 'half-%')).toEqual(['half-2'])
  })

  test('writes come one after another: what one read, no other changes before it wrote', async () => {
    const { database } = house
    await write(database, (trx) => putMeta(trx, 'count', '0'))
    await Promise.all(
      Array.from({ length: 25 }, () =>
        write(database, async (trx) => {
          const seen = Number(await findMeta(trx, 'count'))
          await new Promise((resolve) => setImmediate(resolve))
          await putMeta(trx, 'count', String(seen + 1))
        }),
      ),
    )
    expect(await findMeta(database.reader, 'count')).toBe('25')
  })

  test('a reader sees nothing of a write before its commit, and one state throughout where it asks for one', async () => {
    const { database } = house
    let inside: string[] = []
    await write(database, async (trx) => {
      await trx.insertInto('units').values(unit('seen-1')).execute()
      inside = await codes(database, 'seen-%')
    })
    expect(inside).toEqual([])
    const both = await readConsistently(database, async (db) => {
      const first = await db.selectFrom('units').select('code').where('code', 'like', 'seen-%').execute()
      await write(database, (trx) => trx.insertInto('units').values(unit('seen-2')).execute())
      const second = await db.selectFrom('units').select('code').where('code', 'like', 'seen-%').execute()
      return [first.length, second.length]
    })
    expect(both).toEqual([1, 1])
    expect(await codes(database, 'seen-%')).toEqual(['seen-1', 'seen-2'])
  })

  test('a name taken twice is a unique fault, a missing parent a constraint fault', async () => {
    const { database } = house
    await write(database, (trx) => trx.insertInto('units').values(unit('taken')).execute())
    const again = write(database, (trx) => trx.insertInto('units').values(unit('taken')).execute())
    await expect(again).rejects.toMatchObject({ name: 'DatabaseFault', kind: 'unique' })
    const orphan = write(database, (trx) => trx.insertInto('units').values({ ...unit('orphan'), parent: 'none' }).execute())
    await expect(orphan).rejects.toMatchObject({ name: 'DatabaseFault', kind: 'constraint' })
    const role = write(database, (trx) => trx.updateTable('users').set({ role: 'king' }).where('username', '=', 'alice').execute())
    await expect(role).rejects.toMatchObject({ name: 'DatabaseFault', kind: 'constraint' })
  })

  test('text is ordered byte by byte, alike on both engines', async () => {
    const { database } = house
    await write(database, (trx) => trx.insertInto('units').values(['o-b', 'o-B', 'o-中', 'o-a', 'o_a'].map(unit)).execute())
    const rows = await database.reader.selectFrom('units').select('code').where('code', 'in', ['o-b', 'o-B', 'o-中', 'o-a', 'o_a']).orderBy('code').execute()
    expect(rows.map((row) => row.code)).toEqual(['o-B', 'o-a', 'o-b', 'o-中', 'o_a'])
  })

  test('counts and sums are numbers', async () => {
    const { database } = house
    const row = await database.reader
      .selectFrom('units')
      .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.sum<number>('version').as('sum')])
      .executeTakeFirstOrThrow()
    expect([typeof row.count, typeof row.sum]).toEqual(['number', 'number'])
  })

  test('a store that a newer program wrote is refused and left alone', async () => {
    const own = await openHouse(engine, { filled: false })
    try {
      await migrate(own.database)
      const epoch = await findMeta(own.database.reader, 'epoch')
      expect(await findMeta(own.database.reader, 'schema')).toBe(String(schemaNumber))
      await write(own.database, (trx) => putMeta(trx, 'schema', String(schemaNumber + 1)))
      await expect(migrate(own.database)).rejects.toThrow(NewerStore)
      await expect(migrate(own.database)).rejects.toThrow(/更新的程序/)
      expect(await findMeta(own.database.reader, 'epoch')).toBe(epoch)
    } finally {
      await own.close()
    }
  })

  test('after an I/O error on commit nothing is written any more, reads go on, and both say so', async () => {
    const own = await openHouse(engine)
    try {
      const broken = Object.assign(new Error('disk I/O error'), { errcode: 10, code: '58030' })
      await expect(
        write(own.database, async () => {
          throw broken
        }),
      ).rejects.toMatchObject({ kind: 'broken' })
      const refused = await own.as('betty').put('/units/later', { name: '以后', kind: 'school', parent: 'yizheng' })
      expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([503, 'storage.stopped', '60'])
      expect((await own.as('betty').get('/units/yucai')).status).toBe(200)
      expect((await own.asStranger().get('/health')).body.durable).toBe(false)
    } finally {
      await own.close()
    }
  })

  test('a transaction that another one crossed runs again', async () => {
    const { database } = house
    const crossed = Object.assign(new Error('deadlock detected'), { code: '40P01', errcode: 5 })
    let runs = 0
    const answer = await write(database, async (trx) => {
      runs += 1
      await trx.insertInto('units').values(unit('crossed')).execute()
      if (runs < 3) throw crossed
      return 'done'
    })
    expect([answer, runs, await codes(database, 'crossed')]).toEqual(['done', 3, ['crossed']])
  })

  test('a full disk is said with 507, and writes go on once there is space', async () => {
    const own = await openHouse(engine)
    try {
      const { transact } = own.database
      const full = Object.assign(new Error('database or disk is full'), { errcode: 13, code: '53100' })
      Object.assign(own.database, { transact: () => Promise.reject(full) })
      const body = { name: '满', kind: 'school', parent: 'yizheng' }
      const refused = await own.as('betty').put('/units/full', body)
      expect([refused.status, refused.body.code, refused.body.retry]).toEqual([507, 'storage.full', 'later'])
      expect(refused.body.detail).toContain(refused.body.requestId.slice(-4).toUpperCase())
      Object.assign(own.database, { transact })
      expect((await own.as('betty').put('/units/full', body)).status).toBe(201)
    } finally {
      await own.close()
    }
  })
})

test('a question that the embedded engine prepared before its table grew knows the new column afterwards', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zicha-db-'))
  const database = openEmbedded(join(folder, 'zicha.db'))
  try {
    const ask = async () => (await sql<object>`select * from growing`.execute(database.reader)).rows
    await write(database, async (trx) => {
      await sql`create table growing (name text not null)`.execute(trx)
      await sql`insert into growing (name) values ('one')`.execute(trx)
    })
    expect(await ask()).toEqual([{ name: 'one' }])
    await write(database, async (trx) => void (await sql`alter table growing add column size integer`.execute(trx)))
    expect(await ask()).toEqual([{ name: 'one', size: null }])
  } finally {
    await database.close()
    await rm(folder, { recursive: true })
  }
})

test('the embedded file is in WAL, flushes at each commit and holds its foreign keys', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zicha-db-'))
  const database = openEmbedded(join(folder, 'zicha.db'))
  try {
    await migrate(database)
    const pragma = (name: string) =>
      write(database, async (trx) => Object.values((await sql.raw<object>(`pragma ${name}`).execute(trx)).rows[0] ?? {})[0])
    expect(await Promise.all(['journal_mode', 'synchronous', 'foreign_keys'].map(pragma))).toEqual(['wal', 2, 1])
    const { rows } = await sql<{ sql: string }>`select sql from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like 'kysely%'`.execute(database.reader)
    expect(rows.length).toBeGreaterThan(20)
    for (const row of rows) expect(row.sql).toMatch(/strict$/i)
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
})

test.each([
  [5, 'busy'], [261, 'busy'], [6, 'busy'], [13, 'full'], [10, 'broken'], [1034, 'broken'], [11, 'broken'], [14, 'gone'],
  [2067, 'unique'], [1555, 'unique'], [787, 'constraint'], [275, 'constraint'],
])('SQLite\'s %i is called %s', (errcode, kind) => {
  expect(translateEmbedded(Object.assign(new Error('x'), { errcode }))).toMatchObject({ kind })
})

test.each([
  ['23505', 'unique'], ['23503', 'constraint'], ['40001', 'busy'], ['40P01', 'busy'], ['55P03', 'busy'], ['53100', 'full'],
  ['58030', 'broken'], ['57P01', 'gone'], ['08006', 'gone'], ['ECONNREFUSED', 'gone'], ['53300', 'gone'],
])('PostgreSQL\'s %s is called %s', (code, kind) => {
  expect(translatePostgresql(Object.assign(new Error('x'), { code }))).toMatchObject({ kind })
})

test('what is no database error stays what it is', () => {
  const error = new Error('ours')
  expect(translateEmbedded(error)).toBe(error)
  expect(translatePostgresql(error)).toBe(error)
  expect(new DatabaseFault('unique', { constraint: 'units_key' }).message).toBe('database: unique (units_key)')
})
