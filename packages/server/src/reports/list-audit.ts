import type { Person } from '../access/person.ts'
import type { Db } from '../database/database.ts'
import { unprocessable } from '../http/problem.ts'
import type { AuditAnswer } from './reports.contract.ts'
import { listAuditRows } from './reports.queries.ts'

/** What was done, in the order of the chain: a bureau sees its own rows, an admin all. */
export const listAudit = async (
  db: Db,
  person: Person,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<AuditAnswer> => {
  const after = page.after === undefined ? 0 : Number(page.after)
  if (!Number.isSafeInteger(after) || after < 0) {
    throw unprocessable('audit.bad_cursor', '翻页的位置看不懂', '翻页的位置看不懂，请从头再取一次。', [
      { pointer: '?after', detail: '请用上一页给的 next' },
    ])
  }
  const rows = await listAuditRows(db, {
    ...(person.role === 'admin' ? {} : { bureau: person.bureau }),
    after,
    limit: page.limit + 1,
  })
  const shown = rows.slice(0, page.limit)
  return {
    items: shown.map(({ seq, at, actor, action, target, request_id, prev, hash }) => ({
      seq, at, actor, action, target, requestId: request_id, prev, hash,
    })),
    next: rows.length > page.limit ? String(shown.at(-1)?.seq ?? '') : null,
  }
}
