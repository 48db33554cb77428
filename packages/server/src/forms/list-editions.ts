import { verdictOf } from '../access/permissions.ts'
import { rootUnit } from '../access/person.ts'
import type { Person } from '../access/person.ts'
import { codesBelow, lineOf, relationTo } from '../access/relation.ts'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { listEditionRows } from './editions.queries.ts'
import { findEdition } from './find-edition.ts'
import type { Edition } from './find-edition.ts'
import { listForms } from './get-form.ts'
import { editionAnswer } from './publish-form.ts'
import type { Edition as EditionShown } from './publishing.contract.ts'

/** What a round can be opened with: the shipped forms, and those of the bureaus that the person stands in, under or over. */
export const listEditions = async (db: Db, person: Person): Promise<EditionShown[]> => {
  const shipped = listForms().map(({ form: { id, title, edition, total } }) => ({ id, title, edition, total, hash: null, publishedAt: null }))
  return [...(await listEditionRows(db, await bureausOf(db, person))).map(editionAnswer), ...shipped]
}

const bureausOf = async (db: Db, person: Person): Promise<readonly string[] | undefined> => {
  if (person.role === 'admin') return undefined
  const beneath = person.role === 'city' || person.role === 'bureau' ? await codesBelow(db, person.unit) : []
  return [rootUnit, ...(await lineOf(db, person.unit)), ...beneath]
}

/** The edition, where the person may read it: a second one that a call names beside its own. Raises 404. */
export const getReadableEdition = async (db: Db, person: Person, id: string): Promise<Edition> => {
  const relation = await relationTo(db, person, { kind: 'edition', form: id })
  const edition = verdictOf('form.read', person.role, relation) === 'allowed' ? await findEdition(db, id) : undefined
  if (edition === undefined) throw notFound()
  return edition
}

/** Whether a bureau may open rounds with it: a shipped one, its own, one of its city's or one for all. */
export const mayOpenWith = async (db: Db, edition: Edition, bureau: string): Promise<boolean> =>
  edition.bureau === null || edition.bureau === rootUnit || (await lineOf(db, bureau)).includes(edition.bureau)
