import { notFound } from '../http/problem.ts'
import { created, nothing, nothingChanged, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { findEntryRow } from '../ledger/entries.queries.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import type { SeenOriginal } from './on-site.contract.ts'
import { deleteSeenRow, findSeenRow, insertSeenRow } from './on-site.queries.ts'
import type { SeenRow } from './on-site.queries.ts'
import { writeOnSite } from './write-on-site.ts'

export type AtOriginal = R & { readonly username: string; readonly no: number; readonly uuid: string }

/** 已看原件 of one record, in the own name. The same call again answers when it was first seen. */
export const seeOriginal = (writing: Writing, at: AtOriginal): Promise<Reply<SeenOriginal>> =>
  writeOnSite(writing, at, async ({ key }) => {
    const present = await findSeenRow(writing.db, key, { item: at.no, inspector: at.username }, at.uuid)
    if (present !== undefined) return unchanged(seenAnswer(present))
    if ((await findEntryRow(writing.db, key, at.uuid)) === undefined) throw notFound()
    const row: SeenRow = {
      bureau: key.bureau,
      round: key.round,
      unit: key.unit,
      item: at.no,
      inspector: at.username,
      entry: at.uuid,
      at: writing.now.toISOString(),
    }
    await insertSeenRow(writing.db, row)
    return created(seenAnswer(row))
  })

/** Not seen after all. */
export const unseeOriginal = (writing: Writing, at: AtOriginal): Promise<Reply<never>> =>
  writeOnSite(writing, at, async ({ key }) => {
    const row = await findSeenRow(writing.db, key, { item: at.no, inspector: at.username }, at.uuid)
    if (row === undefined) return nothingChanged()
    await deleteSeenRow(writing.db, row)
    return nothing()
  })

const seenAnswer = (row: SeenRow): SeenOriginal => ({ inspector: row.inspector, no: row.item, entry: row.entry, at: row.at })
