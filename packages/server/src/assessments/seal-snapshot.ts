import { canonicalText, seal, toPoints } from '@zicha/core'
import type { AssessmentStage, Json } from '@zicha/core'
import { z } from 'zod'
import { listAllEntryRows } from '../ledger/entries.queries.ts'
import { entryOf } from '../ledger/read-entry-row.ts'
import type { Beneath, Writing } from '../rounds/beneath.ts'
import { listInspectorsOfUnit } from '../rounds/rounds.queries.ts'
import { factValue } from './assessments.contract.ts'
import { insertSnapshot, listRemarkRows } from './assessments.queries.ts'
import type { Sealed } from './find-sealed.ts'
import { loadInspection } from './inspection-column.ts'
import { reckonSelf } from './reckon-self.ts'
import { selfColumn } from './score-answer.ts'
import { listSignatureRows } from './signatures.queries.ts'
import { snapshotContent } from './snapshot-content.ts'
import type { SnapshotContent } from './snapshot-content.ts'

/**
 * Seals what stands at this moment and keeps it. The self column is reckoned from the living records at the submission
 * only; later seals take it from the one before, and lay the inspection beside it.
 */
export const sealSnapshot = async (
  writing: Writing,
  beneath: Beneath,
  reached: { readonly stage: AssessmentStage; readonly version: number },
  before: Sealed | undefined,
): Promise<{ readonly hash: string; readonly total: number }> => {
  const { person } = writing
  const at = writing.now.toISOString()
  const filled = before === undefined ? await filledContent(writing, beneath) : before.content
  const inspected = reached.stage === 'submitted' ? undefined : await inspectionContent(writing, beneath)
  const { inspection: _former, ...own } = filled
  const signatures = reached.stage === 'signed' && before !== undefined ? await signatureContent(writing, beneath, before.hash) : []
  const content: SnapshotContent = {
    ...own,
    stage: reached.stage,
    at,
    by: person.username,
    ...(inspected === undefined ? {} : { inspection: inspected.content }),
    ...(signatures.length === 0 ? {} : { signatures }),
  }
  const total = inspected?.complete === true ? (inspected.content.total ?? own.self.total) : own.self.total
  return keepSeal(writing, beneath, reached, content, total)
}

/** Seals a signed sheet anew after a decision changed a mark of it; the new sheet names the one whose place it takes. */
export const sealAmendment = async (
  writing: Writing,
  beneath: Beneath,
  version: number,
  former: Sealed,
  amendment: NonNullable<SnapshotContent['amendments']>[number],
): Promise<{ readonly hash: string; readonly total: number }> => {
  const inspected = await inspectionContent(writing, beneath)
  const content: SnapshotContent = {
    ...former.content,
    stage: beneath.stage,
    at: writing.now.toISOString(),
    by: writing.person.username,
    inspection: inspected.content,
    amendments: [...(former.content.amendments ?? []), amendment],
    former: former.hash,
  }
  return keepSeal(writing, beneath, { stage: beneath.stage, version }, content, inspected.content.total ?? former.total)
}

const keepSeal = async (
  { db }: Writing,
  { key }: Beneath,
  reached: { readonly stage: AssessmentStage; readonly version: number },
  content: SnapshotContent,
  total: number,
): Promise<{ readonly hash: string; readonly total: number }> => {
  const json = toJson(content)
  const { hash } = seal(json)
  await insertSnapshot(db, {
    bureau: key.bureau,
    round: key.round,
    unit: key.unit,
    stage: reached.stage,
    version: reached.version,
    hash,
    total: toPoints(total),
    content: canonicalText(json),
    at: content.at,
  })
  return { hash, total }
}

const signatureContent = async ({ db }: Writing, { key }: Beneath, sheet: string): Promise<NonNullable<SnapshotContent['signatures']>> =>
  (await listSignatureRows(db, key, sheet)).map(({ signer, name, role, kind, at, hash }) => ({
    signer, name, role, kind: kind === 'drawn' ? 'drawn' : 'paper', at, hash,
  }))

/** Members without a value gone, everything else as JSON carries it: what is hashed is what is kept. */
const toJson = (content: SnapshotContent): Json => JSON.parse(JSON.stringify(snapshotContent.parse(content))) as Json

const filledContent = async (writing: Writing, beneath: Beneath): Promise<SnapshotContent> => {
  const { db } = writing
  const { form, round, unitRow, key, stage } = beneath
  const reckoned = await reckonSelf(db, beneath)
  const rows = await listAllEntryRows(db, key)
  return {
    content: 'zicha.assessment.1',
    round: round.id,
    form: form.id,
    edition: form.edition,
    year: round.year,
    stage,
    at: writing.now.toISOString(),
    by: writing.person.username,
    unit: { code: key.unit, name: unitRow.name, profile: { ...beneath.unit } },
    bureau: key.bureau,
    facts: z.record(z.string(), factValue.nullable()).parse(reckoned.facts),
    self: selfColumn(beneath, reckoned),
    remarks: Object.fromEntries((await listRemarkRows(db, key)).map((row) => [String(row.item), row.text])),
    entries: rows.map((row) => ({ id: row.id, version: row.version, hash: seal(JSON.parse(JSON.stringify(entryOf(row))) as Json).hash })),
  }
}

const inspectionContent = async (writing: Writing, beneath: Beneath) => {
  const column = await loadInspection(writing.db, beneath)
  const inspectors = await listInspectorsOfUnit(writing.db, beneath.key.bureau, beneath.key.round, beneath.key.unit)
  const content: NonNullable<SnapshotContent['inspection']> = {
    items: column.items.map(({ no, scores, settled, score }) => ({
      no,
      scores: scores.map(({ inspector, name, score: given, reason, remark }) => ({ inspector, name, score: given, reason, remark })),
      settled: settled === null ? null : { score: settled.score, reason: settled.reason, by: settled.by },
      score,
    })),
    total: column.total,
    inspectors: inspectors.map((one) => one.name),
  }
  return { content, complete: column.complete }
}
