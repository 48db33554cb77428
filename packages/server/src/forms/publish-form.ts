import { canonicalText, parseForm, pointsFromThousandths, seal, toDecimal, toPoints } from '@zicha/core'
import type { Form, Json } from '@zicha/core'
import type { Permission } from '../access/permissions.ts'
import { otherContent } from '../http/problem.ts'
import { created, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Call } from '../http/route.ts'
import { getDraft } from './draft-answer.ts'
import { formOfDraft } from './draft-content.ts'
import { updateDraft } from './drafts.queries.ts'
import { findEditionRow, insertEdition } from './editions.queries.ts'
import type { EditionRow } from './editions.queries.ts'
import { findShelvedForm } from './get-form.ts'
import { openLines } from './open-lines.ts'
import type { Edition, PublishBody } from './publishing.contract.ts'
import { codeTaken, formUnsound, rowsOpen } from './publishing.problems.ts'

type Publishing = Pick<Call<Permission, { readonly uuid: string }, unknown, PublishBody, unknown>, 'db' | 'params' | 'body' | 'person' | 'now'>

/**
 * Makes the settled table an edition: its canonical text, its hash, the day. It is never changed afterwards; the same call
 * again answers the same edition. Raises 409 where the code is taken or it is published otherwise, 422 while rows are open.
 */
export const publishForm = async ({ db, params, body, person, now }: Publishing): Promise<Reply<Edition>> => {
  const draft = await getDraft(db, params.uuid)
  if (draft.row.edition !== null) {
    const published = await findEditionRow(db, draft.row.edition)
    if (published !== undefined && published.id === body.id && published.edition === body.edition) return unchanged(editionAnswer(published))
    throw otherContent(published === undefined ? null : editionAnswer(published))
  }
  const form = formOfDraft(draft, body)
  const open = [...openLines(draft, form)].flatMap(([no, lines]) => lines.map((line) => ({ no, line })))
  if (open.length > 0) throw rowsOpen(open)
  const parsed = parseForm(form)
  if (!parsed.ok) throw formUnsound(parsed.findings)
  if (findShelvedForm(body.id) !== undefined || (await findEditionRow(db, body.id)) !== undefined) throw codeTaken(body.id)
  const { row } = draft
  const json = toJson(parsed.form)
  const edition: EditionRow = {
    bureau: row.bureau,
    id: body.id,
    title: parsed.form.title,
    edition: body.edition,
    total: toPoints(parsed.form.total),
    content: canonicalText(json),
    hash: seal(json).hash,
    source_sha256: row.fills_source === 1 ? row.source_sha256 : null,
    source_size: row.fills_source === 1 ? row.source_size : null,
    published_by: person.username,
    published_at: now.toISOString(),
  }
  await insertEdition(db, edition)
  await updateDraft(db, row.id, { edition: edition.id, published_at: edition.published_at, version: row.version + 1 })
  return created(editionAnswer(edition), { audit: { bureau: row.bureau } })
}

/** As JSON carries it: what is hashed is what is kept. */
const toJson = (form: Form): Json => JSON.parse(JSON.stringify(form)) as Json

export const editionAnswer = (row: Omit<EditionRow, 'content'>): Edition => ({
  id: row.id,
  title: row.title,
  edition: row.edition,
  total: toDecimal(pointsFromThousandths(row.total)),
  hash: row.hash,
  publishedAt: row.published_at,
})
