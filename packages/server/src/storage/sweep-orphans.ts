import type { Database } from '../database/database.ts'
import { listNamingColumns, listNeeded } from './named-bytes.queries.ts'
import type { Storage } from './storage.ts'

/** An upload whose row is still to come is younger than this by far. */
export const orphanAgeMs = 24 * 3_600_000
const asked = 500

export type Sweep = { readonly looked: number; readonly removed: number }

/**
 * Removes bytes that no row needs and that were last kept more than 24 hours ago: what a process left that died between
 * bytes and row, and files whose keeping has ended. Anything younger stays.
 */
export const sweepOrphans = async (of: { readonly database: Database; readonly storage: Storage }, now: Date): Promise<Sweep> => {
  const { reader } = of.database
  const columns = await listNamingColumns(reader)
  const before = new Date(now.getTime() - orphanAgeMs)
  let looked = 0
  let removed = 0
  let old: string[] = []
  const settle = async (): Promise<void> => {
    const needed = await listNeeded(reader, columns, old)
    for (const sha256 of old) if (!needed.has(sha256) && (await of.storage.remove(sha256, before))) removed += 1
    old = []
  }
  for await (const { sha256, keptAt } of of.storage.list()) {
    looked += 1
    if (keptAt < before) old.push(sha256)
    if (old.length === asked) await settle()
  }
  await settle()
  return { looked, removed }
}
