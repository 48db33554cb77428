import { createHash } from 'node:crypto'
import type { Db } from '../database/database.ts'
import { Problem, notFound, otherContent } from '../http/problem.ts'
import type { PointedDetail } from '../http/problem.ts'
import { created, nothing, nothingChanged, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { fillBeneath, getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import { takeOut } from './delete-entry.ts'
import { findEntryRow } from './entries.queries.ts'
import type { ImportAnswer, ImportBody } from './imports.contract.ts'
import { addPhotos, takePhotosOff } from './import-additions.ts'
import { importUndone, nothingToImport, rowsRefused } from './imports.problems.ts'
import {
  findImport,
  insertImport,
  insertImportAdditions,
  listImportAdditions,
  listImportEntries,
  listImportRows,
  markImportUndone,
} from './imports.queries.ts'
import type { ImportAddition, ImportRow } from './imports.queries.ts'
import { contentOf } from './read-entry-row.ts'
import { recordBeneath } from './record-entry.ts'

/**
 * Takes the chosen rows of an old list into the ledger, all or none. Each is recorded today: what happened long ago bears
 * the mark 补录. The same call again is the same import; raises 422 with every row that cannot be taken, 410 once undone.
 */
export const importEntries = (writing: Writing, at: R & { readonly uuid: string }, body: ImportBody): Promise<Reply<ImportAnswer>> =>
  fillBeneath(writing, at, async (beneath) => {
    const { db, now, person } = writing
    const { key } = beneath
    const hash = hashOf(body)
    const present = await findImport(db, key, at.uuid)
    if (present !== undefined) {
      if (present.undone_at !== null) throw importUndone()
      const answer = await answerOf(db, present)
      if (present.content_hash !== hash) throw otherContent(answer)
      return unchanged(answer)
    }
    if (body.entries.length + (body.additions ?? []).length === 0) throw nothingToImport()
    const { ids, late, additions } = await recordAll(writing, beneath, at.uuid, body)
    const row: ImportRow = {
      bureau: key.bureau,
      round: key.round,
      unit: key.unit,
      id: at.uuid,
      file_name: body.fileName === undefined || body.fileName === '' ? null : body.fileName,
      content_hash: hash,
      late,
      made_at: now.toISOString(),
      made_by: person.username,
      undone_at: null,
      version: 1,
    }
    await insertImport(db, row, ids)
    await insertImportAdditions(db, row, additions)
    return created(importFrom(row, ids, additions))
  })

const recordAll = async (
  writing: Writing,
  beneath: Beneath,
  id: string,
  body: ImportBody,
): Promise<{ readonly ids: readonly string[]; readonly late: number; readonly additions: readonly ImportAddition[] }> => {
  const ids: string[] = []
  const errors: PointedDetail[] = []
  let late = 0
  let refused = 0
  for (const [index, { row: _, ...entry }] of body.entries.entries()) {
    const name = entryName(beneath, id, index)
    const reply = await recordBeneath({ ...writing, ifMatch: undefined }, beneath, name, entry).catch((error: unknown) => {
      // A row's own fault is gathered with the others; anything else ends the whole.
      if (!(error instanceof Problem) || error.status !== 422) throw error
      refused += 1
      errors.push(...faultsAt(index, error))
      return undefined
    })
    ids.push(name)
    if (reply?.kind === 'json' && reply.body.late) late += 1
  }
  const photos = await addPhotos(writing, beneath, body.additions ?? [])
  errors.push(...photos.errors)
  refused += photos.errors.length
  if (refused > 0) throw rowsRefused(refused, errors)
  return { ids, late, additions: photos.added }
}

const faultsAt = (index: number, problem: Problem): readonly PointedDetail[] =>
  problem.errors.length === 0
    ? [{ pointer: `#/entries/${index}`, detail: problem.detail }]
    : problem.errors.map(({ pointer, detail }) => ({ pointer: `#/entries/${index}${pointer.slice(1)}`, detail }))

/**
 * Takes every entry of an import out again, changed since or not; each can be taken back for thirty days. Photos that it
 * gave to other records are taken off them.
 */
export const undoImport = (writing: Writing, at: R & { readonly uuid: string }): Promise<Reply<never>> =>
  fillBeneath(writing, at, async (beneath) => {
    const { db, now } = writing
    const { key } = beneath
    const present = await findImport(db, key, at.uuid)
    if (present === undefined) throw notFound()
    if (present.undone_at !== null) return nothingChanged()
    for (const id of await listImportEntries(db, key, at.uuid)) {
      const row = await findEntryRow(db, key, id)
      if (row !== undefined && row.deleted_at === null) await takeOut(writing, beneath, row)
    }
    await takePhotosOff(writing, beneath, await listImportAdditions(db, key, at.uuid))
    await markImportUndone(db, key, at.uuid, now.toISOString())
    return nothing()
  })

export const listImports = async (db: Db, at: R): Promise<ImportAnswer[]> => {
  const answers: ImportAnswer[] = []
  for (const row of await listImportRows(db, (await getBeneath(db, at)).key)) answers.push(await answerOf(db, row))
  return answers
}

const answerOf = async (db: Db, row: ImportRow): Promise<ImportAnswer> =>
  importFrom(row, await listImportEntries(db, row, row.id), await listImportAdditions(db, row, row.id))

const importFrom = (row: ImportRow, entries: readonly string[], additions: readonly ImportAddition[]): ImportAnswer => ({
  id: row.id,
  fileName: row.file_name,
  entries: [...entries],
  additions: additions.map(({ entry, evidence }) => ({ entry, evidence: [...evidence] })),
  late: row.late,
  at: row.made_at,
  by: row.made_by,
  undoneAt: row.undone_at,
  version: row.version,
})

const hashOf = (body: ImportBody): string => {
  const entries = body.entries.map(({ row: _, ...entry }) => contentOf(entry))
  const { additions = [] } = body
  return createHash('sha256').update(JSON.stringify(additions.length === 0 ? entries : { entries, additions })).digest('hex')
}

/** The caller names the import, and thereby its entries. */
const entryName = ({ key }: Beneath, id: string, index: number): string => {
  const hash = createHash('sha256').update(JSON.stringify(['import', key.round, key.unit, id, index])).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}
