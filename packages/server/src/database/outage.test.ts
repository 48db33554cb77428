import { connect, createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { buildApp } from '../app.ts'
import { openHouse } from '../testing/harness.ts'
import { createTestDatabase } from '../testing/postgresql.ts'
import { migrate } from './migrate.ts'
import { openPostgresql } from './postgresql.ts'
import { write } from './transaction.ts'

/** A wire to the database that can be cut and mended. */
const wireTo = async (target: URL) => {
  const sockets = new Set<Socket>()
  const server: Server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    for (const [one, other] of [[near, far], [far, near]] as const) {
      sockets.add(one)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    port,
    cut: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
        sockets.clear()
      }),
    mend: () => listen(port),
  }
}

const body = { name: '断线小学', kind: 'school', parent: 'yizheng' }

test('while the database is gone calls answer 503 with a wait; once it is back they go on by themselves', async () => {
  const house = await openHouse('postgresql')
  const remote = await createTestDatabase()
  const wire = await wireTo(new URL(remote.url))
  const address = new URL(remote.url)
  address.port = String(wire.port)
  const database = openPostgresql(address.href, () => undefined)
  try {
    await migrate(database)
    const app = await buildApp({ services: { ...house.services, database } })
    const health = () => app.inject({ url: '/api/v1/health' })
    expect((await health()).statusCode).toBe(200)
    await wire.cut()
    for (let call = 0; call < 3; call += 1) {
      const answer = await health()
      expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([503, 'storage.unreachable', '5'])
    }
    await expect(write(database, (trx) => trx.insertInto('meta').values({ key: 'x', value: '1' }).execute())).rejects.toMatchObject({ kind: 'gone' })
    await wire.mend()
    expect((await health()).statusCode).toBe(200)
    await write(database, (trx) => trx.insertInto('meta').values({ key: 'x', value: '1' }).execute())
    expect(database.stopped).toBe(false)
    await app.close()
  } finally {
    await database.close()
    await wire.cut()
    await remote.drop()
    await house.close()
  }
}, 60_000)

test('a server that ends its connections in the middle loses nothing that was acknowledged', async () => {
  const house = await openHouse('postgresql')
  try {
    const acknowledged: string[] = []
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let turn = 0; turn < 25; turn += 1) {
        const answer = await house.as('betty').put(`/units/duan-${writer}-${turn}`, body)
        if (answer.status === 201) acknowledged.push(`duan-${writer}-${turn}`)
        else expect(answer.status).toBe(503)
      }
    })
    const killer = (async () => {
      for (let round = 0; round < 5; round += 1) {
        await write(house.database, (trx) =>
          sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(trx),
        ).catch(() => undefined)
      }
    })()
    await Promise.all([...writers, killer])
    const rows = await house.database.reader.selectFrom('units').select('code').where('code', 'like', 'duan-%').execute()
    const there = new Set(rows.map((row) => row.code))
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(acknowledged.filter((code) => !there.has(code))).toEqual([])
  } finally {
    await house.close()
  }
}, 60_000)

test('a full embedded store says 507, keeps what it has, reads on, and writes again when there is space', async () => {
  const house = await openHouse('embedded')
  try {
    const long = { ...body, name: '满'.repeat(100) }
    const pages = await write(house.database, async (trx) => {
      const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(trx)
      const most = (rows[0]?.page_count ?? 0) + 2
      await sql.raw(`pragma max_page_count = ${most}`).execute(trx)
      return most
    })
    let kept = 0
    let refused = 0
    while (refused === 0 && kept < 1_000) {
      const answer = await house.as('betty').put(`/units/man-${kept}`, long)
      if (answer.status === 201) kept += 1
      else {
        expect([answer.status, answer.body.code]).toEqual([507, 'storage.full'])
        refused += 1
      }
    }
    expect(refused).toBe(1)
    expect((await house.as('betty').get('/units/man-0')).status).toBe(200)
    expect((await house.as('betty').get(`/units/man-${kept}`)).status).toBe(404)
    expect((await house.asStranger().get('/health')).body.durable).toBe(true)
    await write(house.database, (trx) => sql.raw(`pragma max_page_count = ${pages + 1_000}`).execute(trx))
    expect((await house.as('betty').put(`/units/man-${kept}`, long)).status).toBe(201)
    const rows = await house.database.reader.selectFrom('audit').select('seq').execute()
    expect(rows).toHaveLength(kept + 1)
  } finally {
    await house.close()
  }
})

test.each(['embedded', 'postgresql'] as const)('a write that cannot be audited is not done, on %s', async (engine) => {
  const house = await openHouse(engine)
  try {
    await write(house.database, (trx) => trx.schema.alterTable('audit').renameTo('audit_elsewhere').execute())
    const answer = await house.as('betty').put('/units/anzhong', body)
    expect([answer.status, answer.body.code]).toEqual([500, 'server.fault'])
    expect(JSON.stringify(answer.body)).not.toMatch(/audit|sql|table/i)
    expect((await house.as('betty').get('/units/anzhong')).status).toBe(404)
  } finally {
    await house.close()
  }
})
