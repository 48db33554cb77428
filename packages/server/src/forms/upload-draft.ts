import { createHash } from 'node:crypto'
import { toPoints } from '@zicha/core'
import { checkTemplate } from '@zicha/documents'
import type { Permission } from '../access/permissions.ts'
import type { Db } from '../database/database.ts'
import { otherContent, stale } from '../http/problem.ts'
import { created, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import { readUpload } from '../http/upload.ts'
import { draftAnswer } from './draft-answer.ts'
import { contentOfDraft } from './draft-content.ts'
import type { Frame } from './draft-content.ts'
import { findDraftRow, insertDraft, listDraftItemRows } from './drafts.queries.ts'
import type { DraftItemRow, DraftRow } from './drafts.queries.ts'
import { listEntryKinds } from './get-form.ts'
import { noPoints, tooManyRows } from './publishing.problems.ts'
import type { FormDraft } from './publishing.contract.ts'
import { readUploadedForm } from './read-uploaded-table.ts'
import type { UploadedForm } from './read-uploaded-table.ts'

export const largestTable = 20 * 1024 * 1024
/** Official tables have 20 to 120 rows. */
const mostRows = 600

/** The upload read and kept on the disk; nothing is kept of a file that cannot be read. */
export type ReadUpload = {
  readonly sha256: string
  readonly fileName: string
  /** Absent where the table is here already: it need not be read again. */
  readonly read?: { readonly uploaded: UploadedForm; readonly size: number; readonly fillsSource: boolean }
}

type Sent = Pick<Call<Permission, { readonly uuid: string }, unknown, unknown, undefined>, 'params' | 'upload' | 'db' | 'services'>

/** Raises 413, 422 where it is no table of points. */
export const readDraftSource = async ({ params, upload, db, services }: Sent): Promise<ReadUpload> => {
  const bytes = await readUpload(upload, largestTable)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sent = { sha256, fileName: upload.name }
  if ((await findDraftRow(db, params.uuid)) !== undefined) return sent
  const uploaded = await readUploadedForm({ bytes, name: upload.name, kinds: listEntryKinds() })
  if (uploaded.form.items.every((item) => item.points === 0)) throw noPoints(uploaded.form.columns)
  if (uploaded.form.items.length > mostRows) throw tooManyRows(uploaded.form.items.length, mostRows)
  const faults = await checkTemplate(bytes, uploaded.form)
  const { size } = await services.storage.put(bytes)
  return { ...sent, read: { uploaded, size, fillsSource: faults.length === 0 } }
}

type Uploading = Pick<Call<Permission, { readonly uuid: string }, unknown, unknown, ReadUpload>, 'params' | 'db' | 'person' | 'now' | 'ifMatch' | 'prepared'>

/** The same bytes under the same name: the same draft. Raises 409 for other bytes. */
export const uploadDraft = async (call: Uploading): Promise<Reply<FormDraft>> => {
  const { db, params, prepared } = call
  const row = await findDraftRow(db, params.uuid)
  if (row !== undefined) {
    const answer = draftAnswer(contentOfDraft(row, await listDraftItemRows(db, row.id)))
    if (row.source_sha256 === prepared.sha256) return unchanged(answer)
    throw otherContent(answer)
  }
  // Without a reading it was there a moment ago: deleted by a colleague in between.
  if (call.ifMatch !== undefined || prepared.read === undefined) throw stale(null)
  return created(await keepDraft(db, call, prepared.read))
}

const keepDraft = async (db: Db, { params, person, now, prepared }: Uploading, read: NonNullable<ReadUpload['read']>): Promise<FormDraft> => {
  const { form, states, marks, findings } = read.uploaded
  const bureau = person.bureau
  const title = states.title ? form.title : titleFrom(prepared.fileName)
  const frame: Frame = {
    heading: form.heading,
    unitLine: form.unitLine,
    dateLine: form.dateLine,
    columns: [...form.columns],
    totalRow: form.totalRow,
    signatureLine: form.signatureLine,
  }
  const row: DraftRow = {
    bureau,
    id: params.uuid,
    file_name: prepared.fileName,
    source_sha256: prepared.sha256,
    source_size: read.size,
    title,
    total: states.total ? toPoints(form.total) : null,
    frame: JSON.stringify(frame),
    sections: JSON.stringify(form.sections.map((section) => (states.sections.includes(section.no) ? section : { ...section, points: null }))),
    findings: JSON.stringify(findings),
    fills_source: read.fillsSource ? 1 : 0,
    created_by: person.username,
    created_at: now.toISOString(),
    edition: null,
    published_at: null,
    version: 1,
  }
  const items = form.items.map((item): DraftItemRow => {
    const mark = marks.find((one) => one.no === item.no)
    return {
      bureau,
      draft: params.uuid,
      no: item.no,
      section: item.section,
      points: toPoints(item.points),
      duty: item.duty,
      clause: item.clause,
      place: mark?.where ?? '',
      read_spans: JSON.stringify(mark?.read ?? []),
      unread_spans: JSON.stringify(mark?.unread ?? []),
      doubts: JSON.stringify(findings.filter((one) => one.where === `第${item.no}条` && one.code !== 'form.unread').map((one) => one.message)),
      criteria: JSON.stringify(form.criteria.filter((one) => one.item === item.no)),
      left_out: '[]',
      settled_by: null,
      settled_at: null,
      version: 1,
    }
  })
  await insertDraft(db, row, items)
  return draftAnswer(contentOfDraft(row, items))
}

/** A table without a title is called as its file is. */
const titleFrom = (fileName: string): string => fileName.replace(/\.[a-z]{2,5}$/i, '').trim() || '未命名的考核表'
