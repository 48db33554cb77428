import { verificationCode } from '@zicha/core'
import { findInspectedHash, listSignatureRows } from '../assessments/signatures.queries.ts'
import type { SignatureRow } from '../assessments/signatures.queries.ts'
import { listStageChanges } from '../assessments/assessments.queries.ts'
import type { Db } from '../database/database.ts'
import type { AssessmentKey } from '../rounds/assessment-row.queries.ts'
import type { Beneath } from '../rounds/beneath.ts'
import { listInspectorsOfUnit } from '../rounds/rounds.queries.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { signatureStrokes } from './closing.contract.ts'
import type { Closing, Signature } from './closing.contract.ts'
import { listSecretaries } from './closing.queries.ts'

export type Signer = { readonly username: string; readonly name: string; readonly role: 'inspector' | 'secretary' }

/** Who signs a sheet: those who inspected, then the school's secretary. */
export const signersOf = async (db: Db, key: AssessmentKey): Promise<readonly Signer[]> => [
  ...(await listInspectorsOfUnit(db, key.bureau, key.round, key.unit)).map((one) => ({ ...one, role: 'inspector' as const })),
  ...(await listSecretaries(db, key.unit)).map((one) => ({ ...one, role: 'secretary' as const })),
]

/** The sheet that is signed and its signatures. While an inspection runs (again) there is none. */
export const closingView = async (db: Db, { key, stage }: Pick<Beneath, 'key' | 'stage'>): Promise<Closing> => {
  const isDone = stage === 'inspected' || stage === 'signed' || stage === 'frozen'
  const sheet = isDone ? await findInspectedHash(db, key) : undefined
  const signatures = sheet === undefined ? [] : (await listSignatureRows(db, key, sheet)).map(signatureFrom)
  const signers = await signersOf(db, key)
  // Who signed and has left the school since still signed.
  const gone = signatures.filter((one) => !signers.some((signer) => signer.username === one.signer))
  return {
    sheet: sheet ?? null,
    code: sheet === undefined ? null : verificationCode(sheet),
    inspectedOn: sheet === undefined ? null : await reachedOn(db, key, 'inspected'),
    signers: [...signers, ...gone.map(({ signer, name, role }) => ({ username: signer, name, role }))].map(({ username, name, role }) => ({
      username,
      name,
      role,
      signature: signatures.find((one) => one.signer === username) ?? null,
    })),
  }
}

/** The day on which a stage was reached last. */
export const reachedOn = async (db: Db, key: AssessmentKey, stage: string): Promise<string | null> => {
  const change = (await listStageChanges(db, key)).findLast((one) => one.to_stage === stage)
  return change === undefined ? null : dayFromInstant(change.at)
}

export const signatureFrom = (row: SignatureRow): Signature => ({
  signer: row.signer,
  name: row.name,
  role: row.role === 'secretary' ? 'secretary' : 'inspector',
  kind: row.kind === 'drawn' ? 'drawn' : 'paper',
  strokes: row.strokes === null ? null : signatureStrokes.parse(JSON.parse(row.strokes)),
  place: row.place,
  takenBy: row.taken_by,
  at: row.at,
  hash: row.hash,
  version: row.version,
})
