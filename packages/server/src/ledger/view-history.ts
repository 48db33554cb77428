import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { sameContent } from '../http/same-content.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { R } from '../rounds/beneath.ts'
import { findEntryRow } from './entries.queries.ts'
import type { EntryRow } from './entries.queries.ts'
import { listEntryVersions, listNamesOf } from './entry-versions.queries.ts'
import type { EntryVersionRow } from './entry-versions.queries.ts'
import type { EntryHistory } from './history.contract.ts'
import { entryBody } from './ledger.contract.ts'
import type { EntryBody } from './ledger.contract.ts'
import { contentOf, contentOfRow } from './read-entry-row.ts'

type Step = EntryHistory['items'][number]
type State = { readonly version: number; readonly content: EntryBody; readonly deleted: boolean }
type Author = { readonly at: string; readonly by: string }

/** Who wrote an entry, what and when, newest first; of a deleted one too. Raises 404 where there never was one. */
export const viewHistory = async (db: Db, at: R & { readonly uuid: string }): Promise<EntryHistory> => {
  const { key } = await getBeneath(db, at)
  const row = await findEntryRow(db, key, at.uuid)
  if (row === undefined) throw notFound()
  const former = await listEntryVersions(db, key, at.uuid)
  const states = [...former.map(formerState), presentState(row)]
  // A version was made by the change that ended the one before it.
  const authors: Author[] = [
    { at: row.recorded_at, by: row.recorded_by },
    ...former.map((one) => ({ at: one.changed_at, by: one.changed_by })),
  ]
  const names = await listNamesOf(db, [...new Set(authors.map((author) => author.by))])
  const items = states.map((state, index) => stepOf(state, states[index - 1], authors[index] ?? { at: row.recorded_at, by: row.recorded_by }, names))
  return { id: row.id, deleted: row.deleted_at !== null, items: items.toReversed() }
}

const stepOf = (state: State, before: State | undefined, author: Author, names: ReadonlyMap<string, string>): Step => ({
  version: state.version,
  at: author.at,
  by: author.by,
  byName: names.get(author.by) ?? author.by,
  what: whatHappened(state, before),
  changed: before === undefined ? [] : fields.filter((field) => !sameField(field, before.content, state.content)),
  content: state.content,
})

/** Evidence is the same whatever its order: saving a record lists its files before its papers. */
const sameField = (field: (typeof fields)[number], before: EntryBody, now: EntryBody): boolean =>
  field === 'evidence' ? sameContent(inOrder(before.evidence), inOrder(now.evidence)) : sameContent(before[field], now[field])

const inOrder = (evidence: EntryBody['evidence'] = []): readonly string[] =>
  evidence.map((one) => ('sha256' in one ? one.sha256 : `${one.reference}\n${one.place ?? ''}`)).sort()

const whatHappened = (state: State, before: State | undefined): Step['what'] => {
  if (before === undefined) return 'recorded'
  if (state.deleted) return 'deleted'
  return before.deleted ? 'restored' : 'changed'
}

const fields = ['countsAs', 'title', 'happenedOn', 'note', 'people', 'evidence', 'capturedAt'] as const

/** A version that stood deleted bears the mark beside its content. */
const keptVersion = z.object({ ...entryBody.shape, deleted: z.boolean().optional() })

const formerState = (row: EntryVersionRow): State => {
  const { deleted = false, ...content } = keptVersion.parse(JSON.parse(row.content))
  return { version: row.version, content: contentOf(content), deleted }
}

const presentState = (row: EntryRow): State => ({
  version: row.version,
  content: contentOfRow(row),
  deleted: row.deleted_at !== null,
})
