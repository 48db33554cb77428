import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { prepareFirstStart } from '../accounts/first-start.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import type { Engine } from '../database/database.ts'
import { schemaNumber } from '../database/migrate.ts'
import { forEachEngine, openHouse, useHouse } from '../testing/harness.ts'
import type { Answer, Client, House } from '../testing/harness.ts'
import { readZip } from '../testing/read-zip.ts'
import { storeZip } from '../testing/store-zip.ts'

const demonstration = 'zicha-demo-2026'
const adminPassword = 'Admin-of-an-empty-store-1'

const clientOf = (house: House, token: string): Client & { readonly send: (path: string, bytes: Buffer) => Promise<Answer> } => {
  const client = house.asStranger({ authorization: `Bearer ${token}` })
  return { ...client, send: (path, bytes) => client.post(path, bytes, { 'content-type': 'application/zip' }) }
}
const signIn = async (house: House, username: string, password: string) =>
  clientOf(house, String((await house.asStranger().post('/sessions', { username, password, as: 'token' })).body.token))

const openDemonstration = async (engine: Engine): Promise<House> => {
  const house = await openHouse(engine, { filled: false, env: { ZICHA_DEMO: '1' } })
  await prepareFirstStart(house.services)
  return house
}
const openEmpty = async (engine: Engine): Promise<House> => {
  const house = await openHouse(engine, { filled: false, env: { ZICHA_ADMIN_PASSWORD: adminPassword } })
  await prepareFirstStart(house.services)
  return house
}

/** Asks for an export, lets it be done, and fetches it. */
const exportFrom = async (house: House, client: Client, scope: object): Promise<Buffer> => {
  const asked = await client.post('/exports', scope)
  expect(asked.status).toBe(202)
  const { id } = asked.body as { readonly id: string }
  await house.jobsDone()
  const state = (await client.get(`/exports/${id}`)).body
  expect(state).toMatchObject({ status: 'done', problem: null })
  const file = await client.get(`/exports/${id}/file`)
  expect(file.status).toBe(200)
  expect(createHash('sha256').update(file.bytes).digest('hex')).toBe(state.sha256)
  expect(file.bytes.byteLength).toBe(state.size)
  return file.bytes
}

const partsOf = (zip: Buffer): ReadonlyMap<string, string> => new Map([...readZip(zip)].map(([name, bytes]) => [name, bytes.toString('latin1')]))
const utf8 = (text: string | undefined): string => Buffer.from(text ?? '', 'latin1').toString('utf8')

test.each([
  ['embedded', 'postgresql'],
  ['postgresql', 'embedded'],
] as const)('everything that one store holds (%s) comes back from another (%s): a new export differs in run and audit alone', async (from, to) => {
  const source = await openDemonstration(from)
  const target = await openEmpty(to)
  try {
    const admin = await signIn(source, 'guanli', demonstration)
    const first = await exportFrom(source, admin, { all: true })
    const setUp = await signIn(target, 'admin', adminPassword)
    const epoch = (await target.asStranger().get('/health')).body.epoch
    const asked = await setUp.send('/imports', first)
    expect(asked.status, JSON.stringify(asked.body)).toBe(202)
    await target.jobsDone()
    expect(await target.database.reader.selectFrom('jobs').select(['status', 'said']).execute()).toEqual([{ status: 'done', said: null }])
    // Who set the empty store up gave way to the people of the bundle.
    expect((await setUp.get('/audit')).status).toBe(401)
    expect((await target.asStranger().get('/health')).body.epoch).not.toBe(epoch)
    const versions = async ({ database }: House) => (await database.reader.selectFrom('entries').select('version').execute()).map((row) => Number(row.version))
    expect(Math.max(...(await versions(source))), 'a version of the former store is none of this one').toBeLessThan(Math.min(...(await versions(target))))
    const again = await signIn(target, 'guanli', demonstration)
    const second = await exportFrom(target, again, { all: true })
    const before = partsOf(first)
    const after = partsOf(second)
    const names = [...before.keys()].toSorted()
    expect([...after.keys()].toSorted()).toEqual(names)
    for (const name of names.filter((one) => one !== 'manifest.json' && one !== 'audit.jsonl' && one !== 'users.jsonl')) expect(after.get(name) === before.get(name), name).toBe(true)
    const lines = (parts: ReadonlyMap<string, string>) => utf8(parts.get('audit.jsonl')).trimEnd().split('\n')
    expect(lines(after).slice(0, lines(before).length)).toEqual(lines(before))
    expect(lines(after).slice(lines(before).length).join('\n')).toContain('store.import')
    expect((await verifyAudit(target.database.reader)).faults).toEqual([])
  } finally {
    await source.close()
    await target.close()
  }
}, 120_000)

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('a manifest names every file of the zip with its hash and size, and no secret goes along with a part', async () => {
    const source = await openDemonstration(engine)
    try {
      const office = await signIn(source, 'zhaomin', demonstration)
      const zip = await exportFrom(source, office, { round: '2026' })
      const parts = readZip(zip)
      const manifest = JSON.parse(parts.get('manifest.json')?.toString('utf8') ?? '') as { readonly files: readonly { readonly path: string; readonly sha256: string; readonly size: number }[] }
      expect(manifest.files.map(({ path }) => path).toSorted()).toEqual([...parts.keys()].filter((name) => name !== 'manifest.json').toSorted())
      for (const { path, sha256, size } of manifest.files) {
        const bytes = parts.get(path) ?? Buffer.alloc(0)
        expect([bytes.byteLength, createHash('sha256').update(bytes).digest('hex')], path).toEqual([size, sha256])
      }
      expect(manifest.files.filter(({ path }) => path.startsWith('documents/')).length).toBe(6)
      expect(manifest.files.some(({ path }) => path.startsWith('evidence/'))).toBe(true)
      expect([...parts.keys()]).not.toContain('users.jsonl')
      for (const [name, bytes] of parts) if (name.endsWith('.jsonl')) expect(bytes.toString('utf8'), name).not.toMatch(/password|token_hash/)
    } finally {
      await source.close()
    }
  }, 60_000)

  test('all of a store is the admin’s alone, and what another asked for is not there', async () => {
    expect((await house.as('betty').post('/exports', { all: true })).status).toBe(404)
    const own = await house.as('betty').post('/exports', { unit: 'yucai' })
    expect(own.status).toBe(202)
    const { id } = own.body as { readonly id: string }
    await house.jobsDone()
    expect((await house.as('betty').get(`/exports/${id}`)).body.status).toBe('done')
    expect((await house.as('alice').get(`/exports/${id}`)).status).toBe(404)
    expect((await house.as('alice').post('/exports', { unit: 'yucai' })).status).toBe(403)
    expect((await house.as('betty').post('/exports', { unit: 'chengbei' })).status).toBe(404)
  })

  test('a store that is worked with takes no import', async () => {
    const answer = await house.as('admin').post('/imports', Buffer.from('PK'), { 'content-type': 'application/zip' })
    expect([answer.status, answer.body.code]).toEqual([409, 'imports.store_not_empty'])
  })

  test.each([
    ['no zip at all', () => Buffer.from('这不是压缩包'), '打不开'],
    ['a zip without a list', () => storeZip({ 'a.txt': 'a' }), '没有清单'],
    ['a name that leads out of the zip', () => storeZip({ '../../etc/passwd': 'a' }), '打不开'],
    ['a file that differs from its list', () => bundle([{ path: 'units.jsonl', text: '{}', say: '[]' }]), '对不上'],
    ['a file that the list does not name', () => bundle([], { 'more.txt': 'a' }), '多了'],
    ['a part of a store', () => bundle([], {}, { unit: 'yucai' }), '一部分数据'],
    ['a row of another program', () => bundle([{ path: 'units.jsonl', text: '{"surprise":1}\n' }]), '不认得'],
    ['a table that is not there', () => bundle([{ path: 'surprises.jsonl', text: '{}\n' }]), '没有对应的表'],
    ['a row that the store refuses', () => bundle([{ path: 'units.jsonl', text: '{"bureau":"b","code":null}\n' }]), '没有导入'],
  ])('%s is refused with a sentence, and the store stays empty', async (_, make, words) => {
    const empty = await openEmpty(engine)
    try {
      const admin = await signIn(empty, 'admin', adminPassword)
      const asked = await admin.send('/imports', make())
      expect(asked.status).toBe(202)
      await empty.jobsDone()
      const state = (await admin.get(`/imports/${String((asked.body as { readonly id: string }).id)}`)).body
      expect(state.status).toBe('failed')
      expect(state.problem).toContain(words)
      expect((await admin.get('/units')).body.items).toEqual([])
    } finally {
      await empty.close()
    }
  })
})

type Part = { readonly path: string; readonly text: string; readonly say?: string }
const bundle = (parts: readonly Part[], more: Readonly<Record<string, string>> = {}, scope: object = { all: true }): Buffer => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const manifest = {
    format: 'zicha-export-1',
    program: 'test',
    schema: schemaNumber,
    scope,
    run: { id: '0b8f4a52-6f0e-4d53-9c3b-6d1e9a1c2f11', at: '2026-11-24T08:00:00.000Z' },
    files: parts.map(({ path, text, say }) => ({ path, sha256: hash(say ?? text), size: Buffer.byteLength(say ?? text) })),
  }
  return storeZip({ 'manifest.json': JSON.stringify(manifest), ...Object.fromEntries(parts.map(({ path, text }) => [path, text])), ...more })
}
