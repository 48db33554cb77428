import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formFromTable, parseForm } from '@zicha/core'
import type { EntryKind, Form, ParsedForm } from '@zicha/core'
import { readEntryKinds, readForm, readTable } from '@zicha/documents'
import { CommandProblem } from './command.ts'
import { completeReading } from './complete-reading.ts'
import { parseJson, readBytes, readText } from './read-input.ts'

const forms = fileURLToPath(new URL('../../../forms/', import.meta.url))

const shippedForms = (): readonly string[] =>
  readdirSync(forms, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${forms}${entry.name}/form.yaml`))
    .map((entry) => entry.name)

/** Where a form stands: the folder of a shipped edition, or a file of one's own. */
const pathOf = (idOrFile: string): string => {
  if (!/^[\w-]+$/u.test(idOrFile)) return idOrFile
  const shipped = `${forms}${idOrFile}/form.yaml`
  if (existsSync(shipped)) return shipped
  if (existsSync(idOrFile)) return idOrFile
  throw new CommandProblem(`没有“${idOrFile}”这张表。可以用：${shippedForms().join('、')}，或一个文件。`)
}

/** A table as the bureau publishes it, read into a form; what was not understood is among the findings. */
const formFromTableAt = async (path: string): Promise<ParsedForm> => {
  const { table, findings } = readTable(await readBytes(path), basename(path))
  if (table === undefined) throw new CommandProblem(`${path}：${findings[0]?.message ?? '没有读到评分表，请核对文件。'}`)
  const reading = formFromTable(table, await listEntryKinds())
  return { ok: true, form: reading.form, findings: [...findings, ...reading.findings] }
}

const isTable = (path: string): boolean => ['.docx', '.xlsx', '.txt'].includes(extname(path).toLowerCase())

/**
 * A form by its id, from a yaml or json file, or read from a published table, as far as it can be read.
 * Raises where there is no such file, or no table in it.
 */
export const parseFormAt = async (idOrFile: string): Promise<ParsedForm> => {
  const path = pathOf(idOrFile)
  if (isTable(path)) return formFromTableAt(path)
  const text = await readText(path)
  return extname(path) === '.json' ? parseForm(completeReading(parseJson(text, idOrFile))) : readForm(text)
}

/** A form by its id or from a file; a form that does not hold together is bad input. */
export const getForm = async (idOrFile: string): Promise<Form> => {
  const parsed = await parseFormAt(idOrFile)
  if (parsed.ok) return parsed.form
  const [first] = parsed.findings
  throw new CommandProblem(`${idOrFile}：${first?.message ?? '不是一张考核表，请核对内容。'}`)
}

/** The Word table published with a form: `table.docx` beside it. */
export const findPublishedTable = (idOrFile: string): string | undefined => {
  const path = join(dirname(pathOf(idOrFile)), 'table.docx')
  return existsSync(path) ? path : undefined
}

/** The shared vocabulary of entry kinds. */
export const listEntryKinds = async (): Promise<readonly EntryKind[]> => {
  const parsed = readEntryKinds(await readText(`${forms}entry-kinds.yaml`))
  if (!parsed.ok) throw new CommandProblem(`活动类型表：${parsed.findings[0]?.message ?? '读不懂，请核对内容。'}`)
  return parsed.kinds
}
