import type { Db } from '../database/database.ts'
import { listReceivedEvidence } from '../evidence/evidence.queries.ts'
import { notFound } from '../http/problem.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { R } from '../rounds/beneath.ts'
import { findEntryRow, listEntryRows } from './entries.queries.ts'
import type { EntryCursor } from './entries.queries.ts'
import type { LedgerEntry } from './ledger.contract.ts'
import { badCursor, entryDeleted } from './ledger.problems.ts'
import { entryAnswer, entryAnswers, entryOf, evidenceHashes } from './read-entry-row.ts'

/** Raises 404 where there never was one, 410 where it was deleted. */
export const getEntry = async (db: Db, at: R & { readonly uuid: string }): Promise<LedgerEntry> => {
  const beneath = await getBeneath(db, at)
  const row = await findEntryRow(db, beneath.key, at.uuid)
  if (row === undefined) throw notFound()
  if (row.deleted_at !== null) throw entryDeleted()
  return entryAnswer(row, beneath, await listReceivedEvidence(db, beneath.key, evidenceHashes(entryOf(row).evidence)))
}

export type EntryPage = { readonly items: LedgerEntry[]; readonly next: string | null }

/** Living entries by day; `after` is the `next` of the page before. */
export const listEntries = async (
  db: Db,
  at: R,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<EntryPage> => {
  const beneath = await getBeneath(db, at)
  const after = page.after === undefined ? undefined : cursorFrom(page.after)
  const rows = await listEntryRows(db, beneath.key, { limit: page.limit + 1, after })
  const shown = rows.slice(0, page.limit)
  // Most entries name papers, not files: only the others are looked into for hashes.
  const withFiles = shown.filter((row) => row.evidence.includes('"sha256"'))
  const hashes = withFiles.flatMap((row) => evidenceHashes(entryOf(row).evidence))
  const received = await listReceivedEvidence(db, beneath.key, [...new Set(hashes)])
  const last = shown.at(-1)
  return {
    items: shown.map(entryAnswers(beneath, received)),
    next: rows.length > page.limit && last !== undefined ? `${last.happened_on}_${last.id}` : null,
  }
}

const cursorFrom = (text: string): EntryCursor => {
  const found = /^(\d{4}-\d\d-\d\d)_([0-9a-f-]{36})$/i.exec(text)
  if (found?.[1] === undefined || found[2] === undefined) throw badCursor()
  return { happenedOn: found[1], id: found[2] }
}
