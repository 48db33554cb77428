import { notFound, stale } from '../http/problem.ts'
import { nothing } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { fillBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import { findEntryRow, insertEntryVersion, updateEntryRow } from './entries.queries.ts'
import type { EntryRow } from './entries.queries.ts'
import { entryDeleted } from './ledger.problems.ts'
import { contentOfRow, entryAnswer } from './read-entry-row.ts'

/** Takes an entry out of the ledger; its name is never used again and what it said stays in its versions. */
export const deleteEntry = (writing: Writing, at: R & { readonly uuid: string }): Promise<Reply<never>> =>
  fillBeneath(writing, at, async (beneath) => {
    const row = await findEntryRow(writing.db, beneath.key, at.uuid)
    if (row === undefined) throw notFound()
    if (row.deleted_at !== null) throw entryDeleted()
    if (writing.ifMatch !== undefined && writing.ifMatch !== row.version) throw stale(entryAnswer(row, beneath, new Map()))
    await takeOut(writing, beneath, row)
    return nothing()
  })

/** The same within a larger act, for a row that lives. */
export const takeOut = async ({ db, now, person }: Writing, { key }: Beneath, row: EntryRow): Promise<void> => {
  const at = now.toISOString()
  await insertEntryVersion(db, key, { id: row.id, version: row.version, content: contentOfRow(row) }, { at, by: person.username })
  await updateEntryRow(db, key, row.id, { deleted_at: at, version: row.version + 1 })
}
