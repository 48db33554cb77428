import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import type { Person } from '../access/person.ts'
import { rootUnit } from '../access/person.ts'
import { appendAudit } from '../audit/append-audit.ts'
import { beginEpoch } from '../database/begin-epoch.ts'
import type { Db } from '../database/database.ts'
import { schemaNumber } from '../database/migrate.ts'
import { write } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { jobFile } from '../jobs/job-files.ts'
import { WorkRefused } from '../jobs/work.ts'
import { isEmptyStore } from './exports.queries.ts'
import { collect, openBundle } from './read-bundle.ts'
import type { OpenBundle } from './read-bundle.ts'
import { continueNumbers, insertRows, listBundleTables } from './store-tables.ts'
import type { StoreTable } from './store-tables.ts'

const batch = 500

/**
 * Takes a whole bundle into an empty store: all of it is looked at first, the bytes are kept, then the rows go in with
 * the audit row in one transaction. Raises WorkRefused and leaves the store as it was.
 */
export const takeBundle = async (
  services: Pick<Services, 'database' | 'storage' | 'config' | 'now'>,
  run: { readonly id: string; readonly by: Person },
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<void> => {
  const bundle = await openBundle(jobFile(services.config, run.id))
  try {
    const { manifest } = bundle
    if (!('all' in manifest.scope)) throw new WorkRefused('这份只是一部分数据，不能当作整个系统导入。请用“全部数据”的导出。没有导入。')
    if (manifest.schema !== schemaNumber) throw new WorkRefused(`这份是第${manifest.schema}版结构导出的，本程序是第${schemaNumber}版。请用同一版程序导入后再升级。没有导入。`)
    const evidence = manifest.files.filter(({ path }) => path.startsWith('evidence/'))
    const total = manifest.files.length
    let done = 0
    for (const { path, sha256 } of evidence) {
      const kept = await services.storage.put(await collect(await bundle.stream(path)))
      if (kept.sha256 !== sha256 || path !== `evidence/${sha256}`) throw new WorkRefused(`${path}和它的名字对不上，没有导入。请用原来导出的文件。`)
      done += 1
      if (done % 20 === 0) await onProgress(done, total)
    }
    await write(services.database, (trx) => takeRows(trx, services, run, bundle))
    await onProgress(total, total)
  } finally {
    bundle.close()
  }
}

const takeRows = async (trx: Db, services: Pick<Services, 'now'>, run: { readonly id: string; readonly by: Person }, bundle: OpenBundle): Promise<void> => {
  if (!(await isEmptyStore(trx))) throw new WorkRefused('导入等着的时候这里有了数据，没有导入。现有数据没有动；请另起一个空的数据目录再导入。')
  const tables = await listBundleTables(trx)
  const given = new Set(bundle.manifest.files.map(({ path }) => path))
  for (const { path } of bundle.manifest.files) {
    if (path.endsWith('.jsonl') && !tables.some(({ name }) => `${name}.jsonl` === path)) throw new WorkRefused(`压缩包里的${path}这里没有对应的表，没有导入。请用同一版程序导入。`)
  }
  // Who set the empty store up gives way to the people of the bundle; whoever is among them stays signed in.
  const sessions = await trx.selectFrom('sessions').selectAll().execute()
  await trx.deleteFrom('sessions').execute()
  for (const { name } of tables.toReversed()) await sql`delete from ${sql.table(name)}`.execute(trx)
  for (const table of tables) if (given.has(`${table.name}.jsonl`)) await takeTable(trx, table, bundle)
  for (const session of sessions) {
    const stays = await trx.selectFrom('users').select('username').where('username', '=', session.username).executeTakeFirst()
    if (stays !== undefined) await trx.insertInto('sessions').values(session).execute()
  }
  await continueNumbers(trx)
  await beginEpoch(trx)
  await appendAudit(trx, { bureau: rootUnit, at: services.now(), actor: run.by.username, action: 'store.import', target: `/imports/${run.id}`, requestId: run.id })
}

const takeTable = async (trx: Db, table: StoreTable, bundle: OpenBundle): Promise<void> => {
  const lines = createInterface({ input: await bundle.stream(`${table.name}.jsonl`), crlfDelay: Infinity })
  let rows: Readonly<Record<string, unknown>>[] = []
  const later: Readonly<Record<string, unknown>>[] = []
  for await (const line of lines) {
    const row = parseRow(line, table)
    // A unit comes after the one that it stands under.
    if (table.name === 'units' && row['parent'] !== null) later.push(row)
    else rows.push(row)
    if (rows.length < batch) continue
    await insertRows(trx, table, rows)
    rows = []
  }
  await insertRows(trx, table, rows)
  if (later.length > 0) await insertBelow(trx, table, later)
}

const insertBelow = async (trx: Db, table: StoreTable, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> => {
  let left = rows
  while (left.length > 0) {
    const waiting = new Set(left.map((row) => row['code']))
    const next = left.filter((row) => !waiting.has(row['parent']))
    if (next.length === 0) throw new WorkRefused('单位的上下级绕成了圈，没有导入。请用原来导出的文件。')
    await insertRows(trx, table, next)
    left = left.filter((row) => waiting.has(row['parent']))
  }
}

const parseRow = (line: string, table: StoreTable): Readonly<Record<string, unknown>> => {
  const row: unknown = JSON.parse(line)
  if (typeof row !== 'object' || row === null || Object.keys(row).some((name) => !table.columns.includes(name))) {
    throw new WorkRefused(`${table.name}.jsonl里有这里不认得的内容，没有导入。请用同一版程序导入。`)
  }
  return row as Readonly<Record<string, unknown>>
}
