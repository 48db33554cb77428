import type { Db } from '../database/database.ts'
import { auditHash, chainStart } from './append-audit.ts'
import type { AuditRow } from './append-audit.ts'

/** Where the chain does not hold: a row was changed (`content`), or one before it was taken out or put in (`chain`). */
export type AuditFault = { readonly seq: number; readonly broken: 'content' | 'chain' }

export type AuditCheck = { readonly rows: number; readonly head: string; readonly faults: readonly AuditFault[] }

const page = 1000

/** Follows the whole chain from its start. Changes nothing. */
export const verifyAudit = async (db: Db): Promise<AuditCheck> => {
  const faults: AuditFault[] = []
  let head = chainStart
  let after = 0
  let rows = 0
  for (;;) {
    const part: readonly AuditRow[] = await db
      .selectFrom('audit')
      .selectAll()
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(page)
      .execute()
    for (const row of part) {
      if (row.prev !== head || row.seq !== after + 1) faults.push({ seq: row.seq, broken: 'chain' })
      if (auditHash(row) !== row.hash) faults.push({ seq: row.seq, broken: 'content' })
      head = row.hash
      after = row.seq
      rows += 1
    }
    if (part.length < page) return { rows, head, faults }
  }
}
