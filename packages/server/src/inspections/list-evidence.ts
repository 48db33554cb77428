import type { Db } from '../database/database.ts'
import { listEvidenceRows } from '../evidence/evidence.queries.ts'
import { listAllEntryRows } from '../ledger/entries.queries.ts'
import { contentOfRow, evidenceHashes } from '../ledger/read-entry-row.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { R } from '../rounds/beneath.ts'
import type { InspectionEvidence } from './on-site.contract.ts'

/** Every file that the year's records name and the school has sent. */
export const listInspectionEvidence = async (db: Db, at: R): Promise<InspectionEvidence> => {
  const { key } = await getBeneath(db, at)
  const entries = await listAllEntryRows(db, key)
  const hashes = new Set(entries.flatMap((row) => evidenceHashes(contentOfRow(row).evidence ?? [])))
  const rows = await listEvidenceRows(db, key, [...hashes])
  return { items: rows.map(({ sha256, name, stored_type, stored_size }) => ({ sha256, name, type: stored_type, size: stored_size })) }
}
