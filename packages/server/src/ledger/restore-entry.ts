import type { Db } from '../database/database.ts'
import { listReceivedEvidence } from '../evidence/evidence.queries.ts'
import { notFound } from '../http/problem.ts'
import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { fillBeneath, getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import { findEntryRow, insertEntryVersion, updateEntryRow } from './entries.queries.ts'
import type { EntryRow } from './entries.queries.ts'
import { listDeletedEntryRows } from './entry-versions.queries.ts'
import type { DeletedEntries } from './history.contract.ts'
import type { LedgerEntry } from './ledger.contract.ts'
import { entryDeleted } from './ledger.problems.ts'
import { contentOfRow, entryAnswer, entryOf, evidenceHashes } from './read-entry-row.ts'

const dayMs = 86_400_000
/** So long a deleted entry can be taken back: 30天内可找回. */
const restorableMs = 30 * dayMs

/** Entries that were taken out and can still be taken back, newest first. */
export const listDeletedEntries = async (db: Db, at: R, now: Date): Promise<DeletedEntries> => {
  const beneath = await getBeneath(db, at)
  const rows = await listDeletedEntryRows(db, beneath.key, new Date(now.getTime() - restorableMs).toISOString())
  const hashes = rows.flatMap((row) => evidenceHashes(entryOf(row).evidence))
  const received = await listReceivedEvidence(db, beneath.key, [...new Set(hashes)])
  return {
    items: rows.map((row) => ({
      ...entryAnswer(row, beneath, received),
      deletedAt: row.deleted_at ?? '',
      deletedBy: row.deleted_by,
      restorableUntil: new Date(Date.parse(row.deleted_at ?? '') + restorableMs).toISOString(),
    })),
  }
}

/** Puts a deleted entry back as it was. One that lives is left alone; after thirty days it is gone: 410. */
export const restoreEntry = (writing: Writing, at: R & { readonly uuid: string }): Promise<Reply<LedgerEntry>> =>
  fillBeneath(writing, at, async (beneath) => {
    const row = await findEntryRow(writing.db, beneath.key, at.uuid)
    if (row === undefined) throw notFound()
    const received = await listReceivedEvidence(writing.db, beneath.key, evidenceHashes(entryOf(row).evidence))
    if (row.deleted_at === null) return unchanged(entryAnswer(row, beneath, received))
    if (Date.parse(row.deleted_at) + restorableMs < writing.now.getTime()) throw entryDeleted()
    return ok(entryAnswer(await putBack(writing, beneath, row), beneath, received))
  })

/** The row as it lives again; that it stood deleted is kept as a version. */
export const putBack = async ({ db, now, person }: Writing, { key }: Beneath, row: EntryRow): Promise<EntryRow> => {
  const former = { id: row.id, version: row.version, content: { ...contentOfRow(row), deleted: true } }
  await insertEntryVersion(db, key, former, { at: now.toISOString(), by: person.username })
  const version = row.version + 1
  await updateEntryRow(db, key, row.id, { deleted_at: null, version })
  return { ...row, deleted_at: null, version }
}
