import { setImmediate } from 'node:timers/promises'
import type { Db } from '../database/database.ts'
import { DatabaseFault } from '../database/fault.ts'
import { write } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import type { RoundRow } from '../rounds/rounds.queries.ts'
import { upsertSummaryRows } from './reports.queries.ts'
import type { ProgressRow, SummaryRow } from './reports.queries.ts'
import { summarizeUnits } from './summarize.ts'

/** So many in one statement each, so that a city's first look at its progress holds nobody else up for long. */
const atOnce = 50

/**
 * The summaries of those that were written to since theirs was made, made anew and kept for the next who asks.
 * Summaries may be thrown away at any time: where they cannot be kept, the answer is given all the same.
 */
export const renewSummaries = async (
  db: Db,
  services: Services,
  round: RoundRow,
  rows: readonly (Omit<ProgressRow, 'name'>)[],
): Promise<readonly SummaryRow[]> => {
  const behind = rows.filter((row) => row.told_version !== row.version || row.items === null)
  const fresh: SummaryRow[] = []
  for (let start = 0; start < behind.length; start += atOnce) {
    if (start > 0) await setImmediate()
    fresh.push(...(await summarizeUnits(db, round, behind.slice(start, start + atOnce))))
  }
  if (fresh.length > 0) await keep(services, fresh)
  return fresh
}

const keep = async (services: Services, rows: readonly SummaryRow[]): Promise<void> => {
  try {
    await write(services.database, (trx) => upsertSummaryRows(trx, rows))
  } catch (error) {
    if (!(error instanceof DatabaseFault)) throw error
    services.log.warn({ kind: error.kind }, 'summaries were not kept')
  }
}
