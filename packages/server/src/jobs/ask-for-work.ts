import { randomUUID } from 'node:crypto'
import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { accepted } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import { findSameJob, insertJobRow, stampOf } from './jobs.queries.ts'
import type { JobRow } from './jobs.queries.ts'
import { wakeWorker } from './run-jobs.ts'

type Asking = { readonly db: Db; readonly services: Services; readonly person: Person; readonly now: Date }

/**
 * Writes long work down as a row and wakes this process's worker. The same work asked again, by the same person or a
 * colleague, while nothing was written since: the same job. Only inside a write's transaction.
 */
export const askForWork = async (
  { db, services, person, now }: Asking,
  kind: string,
  what: Readonly<Record<string, unknown>>,
  /** Given where the file that it works on lies under it already: then it is never another's. */
  id?: string,
): Promise<Reply<{ id: string }>> => {
  const asked = { kind, what: JSON.stringify(what), stamp: await stampOf(db), made_by: person.username, unit: person.unit, role: person.role }
  const same = id === undefined ? await findSameJob(db, asked, now.toISOString()) : undefined
  if (same !== undefined) return accepted({ id: same.id }, false)
  const row: JobRow = {
    ...asked,
    bureau: person.bureau,
    id: id ?? randomUUID(),
    made_at: now.toISOString(),
    status: 'queued',
    done: 0,
    total: 0,
    said: null,
    worker: null,
    lease_until: null,
    attempts: 0,
    result_hash: null,
    result_bytes: null,
    result_name: null,
    result_type: null,
    finished_at: null,
    expires_at: null,
    removed_at: null,
  }
  await insertJobRow(db, row)
  // Its first question waits for the lock that this transaction holds, so it sees the row.
  wakeWorker(services.database)
  return accepted({ id: row.id }, true)
}
