import { createHash } from 'node:crypto'
import type { Db } from '../database/database.ts'
import { prepareQuery } from '../database/prepared-query.ts'

export type AuditRow = {
  readonly seq: number
  readonly bureau: string
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly target: string
  readonly request_id: string
  readonly prev: string
  readonly hash: string
}

/** The `prev` of the first row: no row stands before it. */
export const chainStart = '0'.repeat(64)

/**
 * SHA-256, lower-case hex, over the JSON array [seq, at, actor, action, target, requestId, prev] in UTF-8: what
 * GET /audit shows of a row, so that anybody can follow the chain from its answer alone.
 */
export const auditHash = (row: Omit<AuditRow, 'hash' | 'bureau'>): string =>
  createHash('sha256')
    .update(JSON.stringify([row.seq, row.at, row.actor, row.action, row.target, row.request_id, row.prev]))
    .digest('hex')

export type AuditEntry = {
  readonly bureau: string
  readonly at: Date
  readonly actor: string
  /** What was done, as `noun.verb`: entry.put, stage.submitted. */
  readonly action: string
  /** The address of the thing under /api/v1: /rounds/2026/units/yucai/entries/… */
  readonly target: string
  readonly requestId: string
}

const lastLink = prepareQuery<Record<never, never>>()((db) =>
  db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1),
)
const insertLink = prepareQuery<AuditRow>()((db, value) =>
  db.insertInto('audit').values({
    seq: value('seq'),
    bureau: value('bureau'),
    at: value('at'),
    actor: value('actor'),
    action: value('action'),
    target: value('target'),
    request_id: value('request_id'),
    prev: value('prev'),
    hash: value('hash'),
  }),
)

/** The next link of the chain. Only inside the transaction of the write that it tells of, which holds the write lock. */
export const appendAudit = async (trx: Db, entry: AuditEntry): Promise<AuditRow> => {
  const [last] = await lastLink(trx, {})
  const open = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at.toISOString(),
    actor: entry.actor,
    action: entry.action,
    target: entry.target,
    request_id: entry.requestId,
    prev: last?.hash ?? chainStart,
  }
  const row: AuditRow = { ...open, bureau: entry.bureau, hash: auditHash(open) }
  await insertLink(trx, row)
  return row
}
