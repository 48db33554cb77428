import { notFound, stale } from '../http/problem.ts'
import { nothing } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { fillBeneath } from '../rounds/beneath.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import { findEntryRow, insertEntryVersion, updateEntryRow } from './entries.queries.ts'
import { entryDeleted } from './ledger.problems.ts'
import { contentOf, entryAnswer } from './read-entry-row.ts'

/** Takes an entry out of the ledger; its name is never used again and what it said stays in its versions. */
export const deleteEntry = (writing: Writing, at: R & { readonly uuid: string }): Promise<Reply<never>> =>
  fillBeneath(writing, at, async (beneath) => {
    const row = await findEntryRow(writing.db, beneath.key, at.uuid)
    if (row === undefined) throw notFound()
    if (row.deleted_at !== null) throw entryDeleted()
    const former = entryAnswer(row, beneath, new Set())
    if (writing.ifMatch !== undefined && writing.ifMatch !== row.version) throw stale(former)
    const now = writing.now.toISOString()
    await insertEntryVersion(
      writing.db,
      beneath.key,
      { id: at.uuid, version: row.version, content: contentOf(former) },
      { at: now, by: writing.person.username },
    )
    await updateEntryRow(writing.db, beneath.key, at.uuid, { deleted_at: now, version: row.version + 1 })
    return nothing()
  })
