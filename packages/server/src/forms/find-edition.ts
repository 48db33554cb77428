import { parseForm } from '@zicha/core'
import type { Form, ItemGuidance } from '@zicha/core'
import type { DialectAdapter } from 'kysely'
import type { Db } from '../database/database.ts'
import { findEditionRow } from './editions.queries.ts'
import { findShelvedForm } from './get-form.ts'

/** A form that rounds can be opened with: one that the program carries, or one that a bureau published. */
export type Edition = {
  readonly form: Form
  readonly guidance: readonly ItemGuidance[]
  /** The bureau that published it; null for a shipped one. */
  readonly bureau: string | null
  readonly hash: string | null
  readonly publishedAt: string | null
  /** The Word table to be filled cell by cell; null where a clean one is laid out. */
  readonly template: Template | null
}
export type Template =
  | { readonly kind: 'shelved'; readonly file: string }
  | { readonly kind: 'stored'; readonly sha256: string; readonly size: number }

const shelved = new Map<string, Edition>()
/** Editions never change, so what was once found stays: by the store's connection, since several may share a process. */
const published = new WeakMap<DialectAdapter, Map<string, Edition>>()
const formsByHash = new Map<string, Form>()

/** Answered without the store for what is known already: every call beneath a round asks for its form. */
export const findEdition = async (db: Db, id: string): Promise<Edition | undefined> => {
  const shipped = shelved.get(id) ?? shelve(id)
  if (shipped !== undefined) return shipped
  const { adapter } = db.getExecutor()
  const known = published.get(adapter) ?? new Map<string, Edition>()
  published.set(adapter, known)
  const found = known.get(id)
  if (found !== undefined) return found
  const row = await findEditionRow(db, id)
  if (row === undefined) return undefined
  const edition: Edition = {
    form: formOf(row.hash, row.content),
    guidance: [],
    bureau: row.bureau,
    hash: row.hash,
    publishedAt: row.published_at,
    template:
      row.source_sha256 === null || row.source_size === null
        ? null
        : { kind: 'stored', sha256: row.source_sha256, size: row.source_size },
  }
  known.set(id, edition)
  return edition
}

/** The form of a stored round. That it is gone is a fault of the store or the program, not of the caller. */
export const getEdition = async (db: Db, id: string): Promise<Edition> => {
  const edition = await findEdition(db, id)
  if (edition === undefined) throw new Error(`neither this program nor its store has the form ${id}`)
  return edition
}

const shelve = (id: string): Edition | undefined => {
  const found = findShelvedForm(id)
  if (found === undefined) return undefined
  const { form, guidance, tableFile } = found
  const edition: Edition = {
    form,
    guidance,
    bureau: null,
    hash: null,
    publishedAt: null,
    template: { kind: 'shelved', file: tableFile },
  }
  shelved.set(id, edition)
  return edition
}

const formOf = (hash: string, content: string): Form => {
  const known = formsByHash.get(hash)
  if (known !== undefined) return known
  const parsed = parseForm(JSON.parse(content))
  if (!parsed.ok) throw new Error(`a published form cannot be read: ${JSON.stringify(parsed.findings)}`)
  formsByHash.set(hash, parsed.form)
  return parsed.form
}
