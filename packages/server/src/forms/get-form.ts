import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { EntryKind, Form, ItemGuidance } from '@zicha/core'
import { readEntryKinds, readForm, readGuidance } from '@zicha/documents'

/** The editions that this program carries: a folder each under forms/. */
const shelf = fileURLToPath(new URL('../../../../forms/', import.meta.url))

export type ShelvedForm = {
  readonly form: Form
  readonly guidance: readonly ItemGuidance[]
  /** The published Word table, to be filled cell by cell. */
  readonly tableFile: string
}

let forms: ReadonlyMap<string, ShelvedForm> | undefined
let kinds: readonly EntryKind[] | undefined

/** Read at the first question and kept: an edition never changes. A form that cannot be read stops the program. */
const shelved = (): ReadonlyMap<string, ShelvedForm> => {
  forms ??= new Map(
    readdirSync(shelf, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(`${shelf}${entry.name}/form.yaml`))
      .map((entry) => readShelved(entry.name))
      .map((one): [string, ShelvedForm] => [one.form.id, one]),
  )
  return forms
}

const readShelved = (folder: string): ShelvedForm => {
  const parsed = readForm(readFileSync(`${shelf}${folder}/form.yaml`, 'utf8'))
  if (!parsed.ok) throw new Error(`forms/${folder}/form.yaml cannot be read: ${JSON.stringify(parsed.findings)}`)
  const guidanceFile = `${shelf}${folder}/guidance.zh.yaml`
  const guidance = existsSync(guidanceFile) ? readGuidance(readFileSync(guidanceFile, 'utf8')) : undefined
  if (guidance?.ok === false) throw new Error(`${guidanceFile} cannot be read: ${JSON.stringify(guidance.findings)}`)
  return {
    form: parsed.form,
    guidance: guidance?.guidance ?? [],
    tableFile: `${shelf}${folder}/table.docx`,
  }
}

export const findShelvedForm = (id: string): ShelvedForm | undefined => shelved().get(id)
/** A form that this program carries, by the name that is written in it: for the demonstration and for tests. */
export const getForm = (id: string): Form => {
  const found = findShelvedForm(id)
  if (found === undefined) throw new Error(`this program does not carry the form ${id}`)
  return found.form
}

export const listForms = (): readonly ShelvedForm[] => [...shelved().values()]

/** The shared vocabulary of what can happen in a school's year. */
export const listEntryKinds = (): readonly EntryKind[] => {
  if (kinds !== undefined) return kinds
  const parsed = readEntryKinds(readFileSync(`${shelf}entry-kinds.yaml`, 'utf8'))
  if (!parsed.ok) throw new Error(`forms/entry-kinds.yaml cannot be read: ${JSON.stringify(parsed.findings)}`)
  kinds = parsed.kinds
  return kinds
}

/** What an entry may count as where this form is filled: the shared vocabulary, and the kinds that the form brings along. */
export const listKindsFor = (form: Form): readonly EntryKind[] => [...listEntryKinds(), ...(form.entryKinds ?? [])]
