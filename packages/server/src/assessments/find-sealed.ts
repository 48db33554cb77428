import { mayEdit, pointsFromThousandths, toDecimal, verificationCode } from '@zicha/core'
import type { Db } from '../database/database.ts'
import type { Beneath } from '../rounds/beneath.ts'
import { findLatestSnapshot } from './assessments.queries.ts'
import type { SnapshotRow } from './assessments.queries.ts'
import { snapshotContent } from './snapshot-content.ts'
import type { SnapshotContent } from './snapshot-content.ts'

export type Sealed = {
  readonly hash: string
  /** 核验码, printed on the document. */
  readonly code: string
  readonly total: number
  readonly at: string
  readonly content: SnapshotContent
}

/** The sealed state that stands; none while the school may still change what it fills. */
export const findSealed = async (db: Db, beneath: Pick<Beneath, 'key' | 'stage'>): Promise<Sealed | undefined> => {
  if (mayEdit(beneath.stage)) return undefined
  const row = await findLatestSnapshot(db, beneath.key)
  return row === undefined ? undefined : sealedOf(row)
}

const sealedOf = (row: SnapshotRow): Sealed => ({
  hash: row.hash,
  code: verificationCode(row.hash),
  total: toDecimal(pointsFromThousandths(row.total)),
  at: row.at,
  content: snapshotContent.parse(JSON.parse(row.content)),
})
