import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { unchanged, ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { readUpload } from '../http/upload.ts'
import { code } from '../http/values.contract.ts'
import { findEdition } from './find-edition.ts'
import type { Edition } from './find-edition.ts'
import { formAnswer, formList, guidanceAnswer, readingAnswer } from './forms.contract.ts'
import { listEditions } from './list-editions.ts'
import { readUploadedTable } from './read-uploaded-table.ts'
import { largestTable } from './upload-draft.ts'

const params = z.strictObject({ id: code })

const about = ({ params: { id } }: { readonly params: { readonly id: string } }) => ({ kind: 'edition', form: id }) as const

const getEditionOr404 = async (db: Db, id: string): Promise<Edition> => {
  const found = await findEdition(db, id)
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
    handle: async ({ db, person }) => ok({ items: await listEditions(db, person) }),
  }),
  route({
    method: 'GET',
    path: '/forms/:id',
    summary: 'Read one edition: official wording and rules',
    permission: 'form.read',
    about,
    params,
    answer: formAnswer,
    handle: async ({ db, params: { id } }) => {
      const { form, hash, publishedAt } = await getEditionOr404(db, id)
      return ok({ ...form, hash, publishedAt })
    },
  }),
  route({
    method: 'GET',
    path: '/forms/:id/guidance',
    summary: 'Read the advice on each item, by role',
    permission: 'form.read',
    about,
    params,
    answer: guidanceAnswer,
    handle: async ({ db, params: { id } }) => ok({ items: (await getEditionOr404(db, id)).guidance }),
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
