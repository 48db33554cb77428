import { compareEditions, titleLinesOf } from '@zicha/core'
import { checkTemplate } from '@zicha/documents'
import { z } from 'zod'
import type { Permission } from '../access/permissions.ts'
import { nothing, ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import type { Call } from '../http/route.ts'
import { code, listQuery, uuid } from '../http/values.contract.ts'
import { readStored } from '../storage/read-stored.ts'
import { formOfDraft } from './draft-content.ts'
import { draftAnswer, getDraft, listDrafts } from './draft-answer.ts'
import { deleteDraftRows } from './drafts.queries.ts'
import { getReadableEdition } from './list-editions.ts'
import { publishForm } from './publish-form.ts'
import {
  draftHeadBody,
  draftItem,
  draftItemBody,
  edition,
  editionChanges,
  formDraft,
  formDraftList,
  publishBody,
} from './publishing.contract.ts'
import type { DraftHeadBody } from './publishing.contract.ts'
import { settleDraftHead, settleDraftItem } from './settle-draft-item.ts'
import { largestTable, readDraftSource, uploadDraft } from './upload-draft.ts'

const named = z.strictObject({ uuid })
const about = ({ params }: { readonly params: { readonly uuid: string } }) => ({ kind: 'draft', draft: params.uuid }) as const

export const publishingRoutes = [
  route({
    method: 'GET',
    path: '/form-drafts',
    summary: 'List uploaded tables, newest first',
    permission: 'form.write',
    query: listQuery,
    answer: formDraftList,
    consistent: true,
    handle: async ({ db, person, query }) => ok(await listDrafts(db, person.role === 'admin' ? undefined : person.bureau, query)),
  }),
  route({
    method: 'PUT',
    path: '/form-drafts/:uuid/source',
    summary: 'Upload an official table (docx, xlsx, txt); what was understood of it is the draft',
    permission: 'form.write',
    about,
    params: named,
    takes: 'bytes',
    limitBytes: largestTable,
    answer: formDraft,
    action: 'form_draft.upload',
    prepare: (call) => readDraftSource(call),
    handle: (call) => uploadDraft(call),
  }),
  route({
    method: 'GET',
    path: '/form-drafts/:uuid',
    summary: 'Read an uploaded table as it is settled so far',
    permission: 'form.write',
    about,
    params: named,
    answer: formDraft,
    consistent: true,
    handle: async ({ db, params }) => ok(draftAnswer(await getDraft(db, params.uuid))),
  }),
  route({
    method: 'PUT',
    path: '/form-drafts/:uuid',
    summary: "Set an uploaded table's title and the points of its sections",
    permission: 'form.write',
    about,
    params: named,
    body: draftHeadBody,
    answer: formDraft,
    action: 'form_draft.put',
    prepare: (call) => whetherSourceFits(call),
    handle: (call) => settleDraftHead(call),
  }),
  route({
    method: 'PUT',
    path: '/form-drafts/:uuid/items/:no',
    summary: 'Settle one row: its rules as a person keeps or corrects them',
    permission: 'form.write',
    about,
    params: named.extend({ no: z.coerce.number().int().min(1).max(999) }),
    body: draftItemBody,
    answer: draftItem,
    action: 'form_draft_item.put',
    handle: (call) => settleDraftItem({ ...call, prepared: undefined }),
  }),
  route({
    method: 'DELETE',
    path: '/form-drafts/:uuid',
    summary: 'Throw an uploaded table away; an edition published from it stays',
    permission: 'form.write',
    about,
    params: named,
    action: 'form_draft.delete',
    handle: async ({ db, params }) => {
      const { row } = await getDraft(db, params.uuid)
      await deleteDraftRows(db, row.id)
      return nothing({ audit: { bureau: row.bureau } })
    },
  }),
  route({
    method: 'POST',
    path: '/form-drafts/:uuid/publish',
    summary: 'Publish a settled table as an edition that never changes',
    permission: 'form.write',
    about,
    params: named,
    body: publishBody,
    answer: edition,
    statuses: [200, 201],
    action: 'form.publish',
    handle: (call) => publishForm(call),
  }),
  route({
    method: 'GET',
    path: '/forms/:id/changes',
    summary: 'What an edition changes since another, and what it costs schools',
    permission: 'form.read',
    about: ({ params }) => ({ kind: 'edition', form: params.id }),
    params: z.strictObject({ id: code }),
    query: z.strictObject({ since: code }),
    answer: editionChanges,
    handle: async ({ db, person, params, query }) => {
      const after = await getReadableEdition(db, person, params.id)
      const before = await getReadableEdition(db, person, query.since)
      const { changes, cost } = compareEditions(before.form, after.form)
      return ok({ since: query.since, changes: changes.map((one) => ({ ...one })), cost: [...cost] })
    },
  }),
]

/** A title that the uploaded Word file does not bear would have no place in it: then a clean table is laid out. */
const whetherSourceFits = async ({
  db,
  params,
  body,
  services,
}: Pick<Call<Permission, { readonly uuid: string }, unknown, DraftHeadBody, undefined>, 'db' | 'params' | 'body' | 'services'>): Promise<{ readonly fillsSource: boolean } | undefined> => {
  if (body.title === undefined) return undefined
  const draft = await getDraft(db, params.uuid)
  const bytes = await readStored(services.storage, draft.row.source_sha256, draft.row.source_size)
  if (bytes === undefined) return { fillsSource: false }
  const form = { ...formOfDraft(draft, { id: 'new-form', edition: '待发布' }), title: body.title, titleLines: titleLinesOf(body.title) }
  return { fillsSource: (await checkTemplate(bytes, form)).length === 0 }
}
