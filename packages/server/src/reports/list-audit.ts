import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { unprocessable } from '../http/problem.ts'
import type { AuditAnswer } from './reports.contract.ts'
import { listAuditRows, listAuditRowsBefore } from './reports.queries.ts'
import type { AuditListRow } from './reports.queries.ts'

/**
 * What was done: a bureau sees its own rows, an admin all. In the order of the chain from `after` on, or, where
 * `before` is given (`end` or a number), backwards from there with the newest first.
 */
export const listAudit = async (
  db: Db,
  person: Person,
  page: { readonly limit: number; readonly after?: string | undefined; readonly before?: string | undefined },
): Promise<AuditAnswer> => {
  const of = { ...(person.role === 'admin' ? {} : { bureau: person.bureau }), limit: page.limit + 1 }
  const rows =
    page.before === undefined
      ? await listAuditRows(db, { ...of, after: page.after === undefined ? 0 : placeOf(page.after, '?after') })
      : await listAuditRowsBefore(db, {
          ...of,
          before: page.before === 'end' ? Number.MAX_SAFE_INTEGER : placeOf(page.before, '?before'),
        })
  const shown = rows.slice(0, page.limit)
  return { items: shown.map(auditItem), next: rows.length > page.limit ? String(shown.at(-1)?.seq ?? '') : null }
}

const placeOf = (cursor: string, pointer: string): number => {
  const place = Number(cursor)
  if (!Number.isSafeInteger(place) || place < 0) {
    throw unprocessable('audit.bad_cursor', '翻页的位置看不懂', '翻页的位置看不懂，请从头再取一次。', [
      { pointer, detail: '请用上一页给的 next' },
    ])
  }
  return place
}

const auditItem = ({ seq, at, actor, action, target, request_id, prev, hash }: AuditListRow): AuditAnswer['items'][number] => ({
  seq,
  at,
  actor,
  action,
  target,
  requestId: request_id,
  prev,
  hash,
})
