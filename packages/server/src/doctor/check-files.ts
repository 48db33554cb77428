import { createHash } from 'node:crypto'
import type { Db } from '../database/database.ts'
import { listNamedBytes, listNamingColumns, listNeeded, listRowsNaming } from '../storage/named-bytes.queries.ts'
import type { NamingColumn } from '../storage/named-bytes.queries.ts'
import type { Storage } from '../storage/storage.ts'
import { orphanAgeMs } from '../storage/sweep-orphans.ts'
import type { Checked, Hurt } from './check.ts'

const page = 500

/** Reads every stored file from end to end: its bytes must hash to its name. */
export const checkContents = async (storage: Storage): Promise<Checked & { readonly spoilt: ReadonlySet<string> }> => {
  const hurt: Hurt[] = []
  const spoilt = new Set<string>()
  let count = 0
  for await (const { sha256, size } of storage.list()) {
    count += 1
    if ((await hashOf(storage, sha256, size)) === sha256) continue
    spoilt.add(sha256)
    hurt.push({ record: `文件 ${sha256}`, why: '内容和它的校验值不一样，已经损坏' })
  }
  return { what: '存着的文件', count, hurt, spoilt }
}

const hashOf = async (storage: Storage, sha256: string, size: number): Promise<string | undefined> => {
  const stream = await storage.find(sha256, size).catch(() => undefined)
  if (stream === undefined) return undefined
  const hash = createHash('sha256')
  try {
    for await (const chunk of stream) hash.update(chunk as Uint8Array)
  } catch {
    return undefined
  }
  return hash.digest('hex')
}

/** Every row that needs bytes has them, whole; each that does not is named, also where the bytes are `spoilt`. */
export const checkNamings = async (db: Db, storage: Storage, spoilt: ReadonlySet<string>): Promise<Checked> => {
  const hurt: Hurt[] = []
  let count = 0
  for (const column of await listNamingColumns(db)) {
    for (let after = ''; ; ) {
      const part = await listNamedBytes(db, column, after, page)
      for (const { sha256, size } of part) {
        count += 1
        const why = !(await storage.has(sha256, size)) ? `它的文件不在，或大小不是${size}字节` : spoilt.has(sha256) ? '它的文件已经损坏' : undefined
        if (why !== undefined) hurt.push(...(await hurtRows(db, column, sha256, why)))
      }
      after = part.at(-1)?.sha256 ?? ''
      if (part.length < page) break
    }
  }
  return { what: '记录里写着的文件', count, hurt }
}

const hurtRows = async (db: Db, column: NamingColumn, sha256: string, why: string): Promise<readonly Hurt[]> =>
  (await listRowsNaming(db, column, sha256)).map((record) => ({ record, why }))

/** Files that no row needs and that the next sweep takes: nothing is hurt by them. */
export const countOrphans = async (db: Db, storage: Storage, now: Date): Promise<number> => {
  const columns = await listNamingColumns(db)
  let orphans = 0
  let old: string[] = []
  const settle = async (): Promise<void> => {
    const needed = await listNeeded(db, columns, old)
    orphans += old.filter((sha256) => !needed.has(sha256)).length
    old = []
  }
  for await (const { sha256, keptAt } of storage.list()) {
    if (now.getTime() - keptAt.getTime() > orphanAgeMs) old.push(sha256)
    if (old.length === page) await settle()
  }
  await settle()
  return orphans
}
