import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { created, file, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { auditedBy, fillBeneath, getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import type { Storage } from '../storage/storage.ts'
import type { EvidenceFile } from './evidence.contract.ts'
import { bytesMissing, photoRemoved } from './evidence.problems.ts'
import { findEvidenceRow, insertEvidenceRow } from './evidence.queries.ts'
import type { EvidenceRow } from './evidence.queries.ts'
import type { KeptFile } from './keep-evidence.ts'

/** Writes the row of a file that lies on the disk already. The same file again answers what was kept the first time. */
export const attachEvidence = (writing: Writing, at: R, kept: KeptFile): Promise<Reply<EvidenceFile>> =>
  fillBeneath(writing, at, (beneath) => attach(writing, beneath, kept))

/** The same for what comes after a table is closed: photos of what was put right, what shows an objection. */
export const attachLater = async (writing: Writing, at: R, kept: KeptFile): Promise<Reply<EvidenceFile>> => {
  const beneath = await getBeneath(writing.db, at)
  return auditedBy(beneath.key.bureau, await attach(writing, beneath, kept))
}

const attach = async (writing: Writing, { key }: Beneath, kept: KeptFile): Promise<Reply<EvidenceFile>> => {
  const present = await findEvidenceRow(writing.db, key, kept.sha256)
  if (present !== undefined && present.removed_at !== null) throw photoRemoved()
  if (present !== undefined) return unchanged(fileAnswer(present))
  const row: EvidenceRow = {
    bureau: key.bureau,
    unit: key.unit,
    sha256: kept.sha256,
    name: kept.name,
    type: kept.type,
    size: kept.size,
    stored_sha256: kept.stored.sha256,
    stored_size: kept.stored.size,
    stored_type: kept.stored.type,
    created_at: writing.now.toISOString(),
    created_by: writing.person.username,
    removed_at: null,
    removed_by: null,
  }
  await insertEvidenceRow(writing.db, row)
  return created(fileAnswer(row))
}

/** The stored bytes under the name they were sent with. A row whose bytes are gone says so instead of sending half. */
export const openEvidence = async (
  db: Db,
  storage: Storage,
  at: R & { readonly sha256: string },
): Promise<Reply<never>> => {
  const { key } = await getBeneath(db, at)
  const row = await findEvidenceRow(db, key, at.sha256)
  if (row === undefined) throw notFound()
  if (row.removed_at !== null) throw photoRemoved()
  const bytes = await storage.find(row.stored_sha256, row.stored_size)
  if (bytes === undefined) throw bytesMissing()
  return file({ bytes, type: row.stored_type, name: shownName(row), size: row.stored_size, etag: row.stored_sha256 })
}

/** A photo that came as PNG lies there as JPEG: its name says what it is now. */
const shownName = (row: EvidenceRow): string => {
  const ending = endingOf(row.stored_type)
  const bare = row.name.replace(/\.[a-z0-9]{1,5}$/i, '')
  return `${bare}${ending}`
}

/** The ending of a name for what is stored: `.jpg`; nothing where the type says none. */
export const endingOf = (type: string): string => endings[type] ?? ''

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'application/pdf': '.pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
}

const fileAnswer = (row: EvidenceRow): EvidenceFile => ({
  sha256: row.sha256,
  name: row.name,
  type: row.type,
  size: row.size,
  stored: { sha256: row.stored_sha256, size: row.stored_size, type: row.stored_type },
})
