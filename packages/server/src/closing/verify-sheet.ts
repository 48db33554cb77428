import { createHash } from 'node:crypto'
import { canonicalText, mayEdit, pointsFromThousandths, toDecimal, verificationCode } from '@zicha/core'
import type { Json } from '@zicha/core'
import { countAttempt, findAttempts } from '../accounts/sign-in-attempts.queries.ts'
import { windowMs } from '../accounts/sign-in-limit.ts'
import { findLatestSnapshot } from '../assessments/assessments.queries.ts'
import type { SnapshotRow } from '../assessments/assessments.queries.ts'
import { snapshotContent } from '../assessments/snapshot-content.ts'
import type { SnapshotContent } from '../assessments/snapshot-content.ts'
import type { Db } from '../database/database.ts'
import { write } from '../database/transaction.ts'
import { getEdition } from '../forms/find-edition.ts'
import type { Services } from '../http/route.ts'
import { findAssessmentRow } from '../rounds/assessment-row.queries.ts'
import { stageOf } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { Verification } from './closing.contract.ts'
import { codeUnknown, tooManyChecks } from './closing.problems.ts'
import { listSnapshotsByHash } from './closing.queries.ts'

/** What a printed sheet is, by its 核验码 as typed (blanks, dashes and case do not count) or its hash. Raises 404. */
export const verifySheet = async (db: Db, typed: string): Promise<Verification> => {
  const beginning = typed.replace(/[\s\-—－]/g, '').toLowerCase()
  if (!/^[0-9a-f]{12}$|^[0-9a-f]{64}$/.test(beginning)) throw codeUnknown()
  const [row] = await listSnapshotsByHash(db, beginning)
  if (row === undefined) throw codeUnknown()
  const key = { bureau: row.bureau, round: row.round, unit: row.unit }
  const content = snapshotContent.parse(JSON.parse(row.content))
  const assessment = await findAssessmentRow(db, key)
  const latest = await findLatestSnapshot(db, key)
  const { form } = await getEdition(db, content.form)
  return {
    unitName: content.unit.name,
    form: form.title,
    year: content.year,
    ...totalOf(content, toDecimal(pointsFromThousandths(row.total))),
    sealedOn: dayFromInstant(row.at),
    hash: row.hash,
    code: verificationCode(row.hash),
    latest: latest !== undefined && assessment !== undefined && !mayEdit(stageOf(assessment)) && sameMarks(latest, row),
  }
}

/** The total that the sheet itself prints: of an inspection with open items what was given, never the school's own. */
const totalOf = ({ self, inspection }: SnapshotContent, sealed: number): Pick<Verification, 'column' | 'total' | 'open'> => {
  if (inspection === undefined || inspection.total === null) {
    return { column: 'self', total: sealed, open: self.items.filter(({ answered }) => !answered).length }
  }
  return { column: 'inspection', total: inspection.total, open: inspection.items.filter(({ score }) => score === null).length }
}

/** A signature seals anew and changes no mark: what was printed before it still stands. */
const sameMarks = (latest: SnapshotRow, row: SnapshotRow): boolean => latest.hash === row.hash || marksOf(latest) === marksOf(row)

const marksOf = (row: SnapshotRow): string => {
  const { self, remarks, inspection = null } = snapshotContent.parse(JSON.parse(row.content))
  return canonicalText(JSON.parse(JSON.stringify({ self, remarks, inspection })) as Json)
}

/** Checks from one address in a quarter of an hour: a pile of eighty sheets passes, guessing does not. */
const mostChecks = 100

/** Counts a check that nobody signed in for; raises 429 where the address made too many. */
export const countCheck = async (services: Services, address: string): Promise<void> => {
  const bucket = createHash('sha256').update(JSON.stringify(['verification', address])).digest('hex')
  const now = services.now()
  const found = await findAttempts(services.database.reader, bucket)
  if (found !== undefined && found.failures >= mostChecks) {
    const remaining = Date.parse(found.window_started_at) + windowMs - now.getTime()
    if (remaining > 0) throw tooManyChecks(remaining)
  }
  await write(services.database, (trx) => countAttempt(trx, bucket, now, new Date(now.getTime() - windowMs)))
}
