import { z } from 'zod'
import { notFound } from '../http/problem.ts'
import { unchanged, ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { readUpload } from '../http/upload.ts'
import { code } from '../http/values.contract.ts'
import { findShelvedForm, listForms } from './get-form.ts'
import type { ShelvedForm } from './get-form.ts'
import { formAnswer, formList, guidanceAnswer, readingAnswer } from './forms.contract.ts'
import { readUploadedTable } from './read-uploaded-table.ts'

const params = z.strictObject({ id: code })
const largestTable = 20 * 1024 * 1024

const getShelvedOr404 = (id: string): ShelvedForm => {
  const found = findShelvedForm(id)
  if (found === undefined) throw notFound()
  return found
}

export const formRoutes = [
  route({
    method: 'GET',
    path: '/forms',
    summary: 'List the editions a round can be opened with',
    permission: 'self.use',
    answer: formList,
    handle: async () =>
      ok({ items: listForms().map(({ form: { id, title, edition, total } }) => ({ id, title, edition, total })) }),
  }),
  route({
    method: 'GET',
    path: '/forms/:id',
    summary: 'Read one edition: official wording and rules',
    permission: 'self.use',
    params,
    answer: formAnswer,
    handle: async (call) => ok(getShelvedOr404(call.params.id).form),
  }),
  route({
    method: 'GET',
    path: '/forms/:id/guidance',
    summary: 'Read the advice on each item, by role',
    permission: 'self.use',
    params,
    answer: guidanceAnswer,
    handle: async (call) => ok({ items: getShelvedOr404(call.params.id).guidance }),
  }),
  route({
    method: 'POST',
    path: '/readings',
    summary: 'Read an official table (docx, xlsx, txt): the answer of `zicha read`. Nothing is kept',
    permission: 'self.use',
    takes: 'bytes',
    limitBytes: largestTable,
    answer: readingAnswer,
    action: 'reading.make',
    prepare: async ({ upload }) => {
      const bytes = await readUpload(upload, largestTable)
      return readingAnswer.parse(await readUploadedTable({ bytes, name: upload.name }))
    },
    handle: async ({ prepared }) => unchanged(prepared),
  }),
]
