import { findBurden } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { contentOfDraft, formOfDraft } from './draft-content.ts'
import type { DraftContent, DraftItemContent } from './draft-content.ts'
import { findDraftRow, listDraftItemRows, listDraftRows } from './drafts.queries.ts'
import { openLines } from './open-lines.ts'
import type { DraftItem, FormDraft, FormDraftList } from './publishing.contract.ts'

/** Raises 404. */
export const getDraft = async (db: Db, id: string): Promise<DraftContent> => {
  const row = await findDraftRow(db, id)
  if (row === undefined) throw notFound()
  return contentOfDraft(row, await listDraftItemRows(db, id))
}

/** A form's names are given when it is published; until then it bears these. */
const unnamed = { id: 'new-form', edition: '待发布' }

export const draftAnswer = (draft: DraftContent): FormDraft => {
  const { row } = draft
  const form = formOfDraft(draft, unnamed)
  const open = openLines(draft, form)
  const items = draft.items.map((item) => itemAnswer(item, open.get(item.row.no) ?? []))
  return {
    id: row.id,
    bureau: row.bureau,
    fileName: row.file_name,
    title: row.title,
    total: form.total,
    sections: form.sections.map(({ no, name, points }) => ({ no, name, points })),
    items,
    entryKinds: (form.entryKinds ?? []).map((kind) => ({ ...kind })),
    findings: draft.findings.map((finding) => ({ ...finding })),
    burden: findBurden(form).map((line) => ({ ...line, items: [...line.items] })),
    fillsSource: row.fills_source === 1,
    openCount: items.filter((item) => item.open.length > 0).length,
    published: row.edition === null || row.published_at === null ? null : { id: row.edition, at: row.published_at },
    createdBy: row.created_by,
    createdAt: row.created_at,
    version: row.version,
  }
}

const itemAnswer = (item: DraftItemContent, open: readonly string[]): DraftItem => {
  const { row } = item
  return {
    no: row.no,
    section: row.section,
    points: item.points,
    duty: row.duty,
    clause: row.clause,
    where: row.place,
    read: [...item.read],
    unread: item.unread.filter((one) => !item.leftOut.some(({ start, end }) => start === one.start && end === one.end)),
    leftOut: [...item.leftOut],
    criteria: item.criteria.map((one) => ({ ...one })),
    open: [...open],
    settled: row.settled_by === null || row.settled_at === null ? null : { by: row.settled_by, at: row.settled_at },
    version: row.version,
  }
}

/** One row as it stands among the others: a sum of its section may keep it open. Raises 404. */
export const draftItemAnswer = (draft: DraftContent, no: number): DraftItem => {
  const item = draft.items.find((one) => one.row.no === no)
  if (item === undefined) throw notFound()
  return itemAnswer(item, openLines(draft, formOfDraft(draft, unnamed)).get(no) ?? [])
}

/** Newest first, one bureau's or all. */
export const listDrafts = async (
  db: Db,
  bureau: string | undefined,
  page: { readonly limit: number; readonly after?: string | undefined },
): Promise<FormDraftList> => {
  const rows = await listDraftRows(db, bureau)
  const start = rows.findIndex((row) => row.id === page.after) + 1
  const shown = rows.slice(start, start + page.limit)
  const items = []
  for (const row of shown) {
    const { id, title, fileName, openCount, createdAt, published } = draftAnswer(contentOfDraft(row, await listDraftItemRows(db, row.id)))
    items.push({ id, title, fileName, openCount, createdAt, published: published?.id ?? null })
  }
  return { items, next: start + page.limit < rows.length ? (shown.at(-1)?.id ?? null) : null }
}
