import { readFile } from 'node:fs/promises'
import { formatPoints, toPoints } from '@zicha/core'
import type { FilledForm, Finding } from '@zicha/core'
import { writeDocument, writePages } from '@zicha/documents'
import type { DocumentFace, WrittenDocument } from '@zicha/documents'
import type { Person } from '../access/person.ts'
import { remarksOf } from '../assessments/assessment-answer.ts'
import { findSealed } from '../assessments/find-sealed.ts'
import type { Sealed } from '../assessments/find-sealed.ts'
import { loadInspection } from '../assessments/inspection-column.ts'
import { reckonSelf } from '../assessments/reckon-self.ts'
import type { Self } from '../assessments/reckon-self.ts'
import { selfColumn } from '../assessments/score-answer.ts'
import { closingView } from '../closing/view-closing.ts'
import type { Database, Db } from '../database/database.ts'
import { readConsistently } from '../database/transaction.ts'
import { findEdition } from '../forms/find-edition.ts'
import { file, ok } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import { isFinal, shownTo } from '../inspections/view-inspection.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { readStored } from '../storage/read-stored.ts'
import type { PagesAnswer } from '../assessments/assessments.contract.ts'
import { documentRefused } from './reports.problems.ts'

/** The official table of one unit as a file, with what this person may see of the inspection. */
export const sendDocument = async (
  services: Pick<Services, 'database' | 'storage'>,
  at: R,
  person: Person,
  face: DocumentFace,
): Promise<Reply<never>> => {
  // Read in one state of the store, written after it is let go: a document takes longer than any question.
  const sheet = await readConsistently(services.database, (db) => loadSheet(db, at, person))
  const written = await writeSheet(services, sheet, face)
  if (!('bytes' in written)) throw documentRefused(written)
  return file({
    bytes: written.bytes,
    type: types[face],
    name: `${sheet.filled.unit}_自查表_${sheet.year}.${face}`,
  })
}

/** A sheet as a file; Word by the published table's own looks. The finding says why there is none. */
export const writeSheet = async (
  services: Pick<Services, 'database' | 'storage'>,
  sheet: Sheet,
  face: DocumentFace,
): Promise<WrittenDocument | Finding> =>
  writeDocument(sheet.filled, face, face === 'docx' ? await readTemplate(services, sheet) : undefined)

/** The published Word table itself, to be filled cell by cell; without one a clean table is laid out. */
const readTemplate = async ({ database, storage }: Pick<Services, 'database' | 'storage'>, sheet: Sheet): Promise<Uint8Array | undefined> => {
  const template = (await findEdition(database.reader, sheet.filled.form.id))?.template
  if (template === undefined || template === null) return undefined
  return template.kind === 'shelved' ? readFile(template.file) : readStored(storage, template.sha256, template.size)
}

const types: Readonly<Record<DocumentFace, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** The same pages as pictures, for the preview. */
export const showPages = async (database: Database, at: R, person: Person): Promise<Reply<PagesAnswer>> => {
  const sheet = await readConsistently(database, (db) => loadSheet(db, at, person))
  const pages = await writePages(sheet.filled)
  if (!isPages(pages)) throw documentRefused(pages)
  return ok({ count: pages.length, widthMm: 210, heightMm: 297, pages: [...pages] })
}

const isPages = (written: Awaited<ReturnType<typeof writePages>>): written is readonly string[] => Array.isArray(written)

export type Sheet = { readonly filled: FilledForm; readonly year: number }

/** Both columns as they are printed: sealed ones from their seal, living ones as they stand. */
export const loadSheet = async (db: Db, at: R, person: Person): Promise<Sheet> => {
  const beneath = await getBeneath(db, at)
  const sealed = await findSealed(db, beneath)
  const living = sealed === undefined ? await reckonSelf(db, beneath) : undefined
  const self = living === undefined ? sealed?.content.self : isUntouched(living) ? undefined : selfColumn(beneath, living)
  const inspectionScores = await inspectionScoresFor(db, beneath, sealed, person)
  const signatures = isFinal(beneath.stage) ? (await closingView(db, beneath)).signers : []
  // A typed name in the line of signatures reads like a hand: it stands there for who drew one; the others sign on the paper.
  const inspectors = signatures.filter(({ role, signature }) => role === 'inspector' && signature?.strokes).map(({ name }) => name)
  const isWhatWasSealed = sealed?.content.stage !== 'submitted' ? isFinal(beneath.stage) : isEmpty(inspectionScores)
  return {
    year: beneath.round.year,
    filled: {
      form: beneath.form,
      unit: sealed?.content.unit.name ?? beneath.unitRow.name,
      selfScores: Object.fromEntries((self?.items ?? []).filter((item) => item.answered).map((item) => [item.no, item.score])),
      inspectionScores,
      remarks: withAmendments(sealed?.content.remarks ?? (await remarksOf(db, beneath)), sealed?.content.amendments ?? []),
      ...(sealed === undefined ? {} : { date: dayFromInstant(sealed.at) }),
      ...(inspectors.length === 0 ? {} : { inspectors }),
      signatures: signatures.flatMap(({ name, signature }) => (signature?.strokes ? [{ name, strokes: signature.strokes }] : [])),
      ...(sealed !== undefined && isWhatWasSealed ? { verificationCode: sealed.code } : {}),
    },
  }
}

/** Nobody wrote anything yet: a column of noughts counted from nothing would read like marks. */
const isUntouched = ({ entries, factRows, overrideRows }: Self): boolean => entries.length + factRows.length + overrideRows.length === 0

/** A mark that a decision changed says so beside it: what it was stands on the paper, too. */
const withAmendments = (
  remarks: Readonly<Record<string, string>>,
  amendments: readonly { readonly no: number; readonly former: number }[],
): Record<string, string> => {
  const noted: Record<string, string> = { ...remarks }
  // Where an item was decided twice, the first row tells what it was at the signature.
  for (const { no, former } of amendments.toReversed()) {
    const own = remarks[no]
    noted[no] = `${own === undefined || own.trim() === '' ? '' : `${own}\n`}异议复核改分，原${formatPoints(toPoints(former))}分`
  }
  return noted
}

const inspectionScoresFor = async (
  db: Db,
  beneath: Beneath,
  sealed: Sealed | undefined,
  person: Person,
): Promise<Record<number, number>> => {
  const items = isFinal(beneath.stage)
    ? (sealed?.content.inspection?.items ?? [])
    : shownTo(person, beneath.stage, await loadInspection(db, beneath)).items
  return Object.fromEntries(items.flatMap(({ no, score }) => (score === null ? [] : [[no, score]])))
}

const isEmpty = (scores: Readonly<Record<number, number>>): boolean => Object.keys(scores).length === 0
