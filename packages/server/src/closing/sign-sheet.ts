import { seal } from '@zicha/core'
import { findInspectedHash } from '../assessments/signatures.queries.ts'
import type { SignatureRow } from '../assessments/signatures.queries.ts'
import { forbidden, notFound } from '../http/problem.ts'
import { putResource } from '../http/put-resource.ts'
import type { Reply } from '../http/reply.ts'
import { auditedBy, getBeneath } from '../rounds/beneath.ts'
import type { R, Writing } from '../rounds/beneath.ts'
import { stageForbids } from '../rounds/rounds.problems.ts'
import type { Signature, SignatureBody } from './closing.contract.ts'
import { nothingToSign, otherSheet } from './closing.problems.ts'
import { findSignatureRow, insertSignatureRow, updateSignatureRow } from './closing.queries.ts'
import { closingView, signatureFrom, signersOf } from './view-closing.ts'
import type { Signer } from './view-closing.ts'

/**
 * One person's signature under the inspected sheet, bound to its hash. A secretary signs for herself; on an inspector's
 * device everybody at the table signs. It may be drawn anew until the school has signed for good. Raises 409 where the
 * sheet that was read is not the one that stands.
 */
export const signSheet = async (writing: Writing, at: R & { readonly username: string }, body: SignatureBody): Promise<Reply<Signature>> => {
  const { db, person } = writing
  const beneath = await getBeneath(db, at)
  const { key, stage } = beneath
  const signer = (await signersOf(db, key)).find((one) => one.username === at.username)
  if (person.role === 'secretary' && at.username !== person.username) throw forbidden('签字各签各的，不能替别人签。没有改动。')
  if (signer === undefined) throw notFound()
  const sheet = await findInspectedHash(db, key)
  if (sheet === undefined || stage === 'inspecting') throw nothingToSign()
  if (body.sheet !== sheet) throw otherSheet(await closingView(db, beneath))
  const row = await findSignatureRow(db, key, sheet, signer.username)
  const wanted = (version: number): SignatureRow => rowOf(writing, { ...key, sheet }, signer, body, version)
  const reply = await putResource({
    ifMatch: writing.ifMatch,
    current: row === undefined ? undefined : signatureFrom(row),
    isEqual: () => row?.kind === body.kind && row.strokes === strokesOf(body) && row.place === placeOf(body),
    create: async () => {
      if (stage === 'frozen') throw stageForbids(stage)
      const made = wanted(1)
      await insertSignatureRow(db, made)
      return signatureFrom(made)
    },
    change: async (current) => {
      if (stage !== 'inspected') throw stageForbids(stage)
      const changed = wanted(current.version + 1)
      await updateSignatureRow(db, changed)
      return signatureFrom(changed)
    },
  })
  return auditedBy(key.bureau, reply)
}

const strokesOf = (body: SignatureBody): string | null => (body.kind === 'drawn' ? JSON.stringify(body.strokes) : null)
const placeOf = (body: SignatureBody): string | null => (body.kind === 'paper' ? body.place : null)

const rowOf = (
  { person, now }: Writing,
  under: { readonly bureau: string; readonly round: string; readonly unit: string; readonly sheet: string },
  signer: Signer,
  body: SignatureBody,
  version: number,
): SignatureRow => {
  const { bureau, round, unit, sheet } = under
  const what = body.kind === 'drawn' ? { strokes: body.strokes } : { place: body.place }
  const sealed = seal({
    content: 'zicha.signature.1',
    sheet,
    round,
    unit,
    signer: signer.username,
    name: signer.name,
    role: signer.role,
    kind: body.kind,
    ...what,
    takenBy: person.username,
    at: now.toISOString(),
  })
  return {
    bureau, round, unit, sheet,
    signer: signer.username,
    name: signer.name,
    role: signer.role,
    kind: body.kind,
    strokes: strokesOf(body),
    place: placeOf(body),
    taken_by: person.username,
    at: now.toISOString(),
    hash: sealed.hash,
    version,
  }
}
