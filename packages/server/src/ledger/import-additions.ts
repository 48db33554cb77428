import type { PointedDetail } from '../http/problem.ts'
import type { Beneath, Writing } from '../rounds/beneath.ts'
import { findEntryRow, insertEntryVersion, updateEntryRow } from './entries.queries.ts'
import type { EntryRow } from './entries.queries.ts'
import { recordGone, tooManyFiles } from './imports.problems.ts'
import type { ImportAddition } from './imports.queries.ts'
import { columnsOf, contentOfRow } from './read-entry-row.ts'

/** As many as one record may name. */
const mostFiles = 60

type Added = { readonly added: readonly ImportAddition[]; readonly errors: readonly PointedDetail[] }

/**
 * Puts photos behind what living records name. Answers what was really added, which is what an undo takes off, and the
 * records that cannot take theirs.
 */
export const addPhotos = async (writing: Writing, beneath: Beneath, additions: readonly ImportAddition[]): Promise<Added> => {
  const added: ImportAddition[] = []
  const errors: PointedDetail[] = []
  for (const [index, { entry, evidence }] of additions.entries()) {
    const pointer = `#/additions/${index}`
    const row = await findEntryRow(writing.db, beneath.key, entry)
    if (row === undefined || row.deleted_at !== null) {
      errors.push({ pointer, detail: recordGone })
      continue
    }
    const present = filesOf(row)
    const missing = [...new Set(evidence)].filter((sha256) => !present.some((one) => 'sha256' in one && one.sha256 === sha256))
    if (present.length + missing.length > mostFiles) {
      errors.push({ pointer, detail: tooManyFiles(mostFiles) })
      continue
    }
    added.push({ entry, evidence: missing })
    if (missing.length > 0) await setFiles(writing, beneath, row, [...present, ...missing.map((sha256) => ({ sha256 }))])
  }
  return { added, errors }
}

/** Takes photos off the records they were given to, where those live and still name them. */
export const takePhotosOff = async (writing: Writing, beneath: Beneath, additions: readonly ImportAddition[]): Promise<void> => {
  for (const { entry, evidence } of additions) {
    const row = await findEntryRow(writing.db, beneath.key, entry)
    if (row === undefined || row.deleted_at !== null) continue
    const present = filesOf(row)
    const left = present.filter((one) => !('sha256' in one && evidence.includes(one.sha256)))
    if (left.length < present.length) await setFiles(writing, beneath, row, left)
  }
}

type Files = NonNullable<ReturnType<typeof contentOfRow>['evidence']>

const filesOf = (row: EntryRow): Files => contentOfRow(row).evidence ?? []

/** Only its files change: what an old record says otherwise was taken when it was written. */
const setFiles = async ({ db, now, person }: Writing, { key }: Beneath, row: EntryRow, evidence: Files): Promise<void> => {
  const content = contentOfRow(row)
  const changed = { at: now.toISOString(), by: person.username }
  await insertEntryVersion(db, key, { id: row.id, version: row.version, content }, changed)
  await updateEntryRow(db, key, row.id, { ...columnsOf({ ...content, evidence }), version: row.version + 1 })
}
