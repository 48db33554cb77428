import { existsSync, readdirSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseForm } from '@zicha/core'
import type { Form, ParsedForm } from '@zicha/core'
import { readEntryKinds, readForm } from '@zicha/documents'
import { CommandProblem } from './command.ts'
import { parseJson, readText } from './read-input.ts'

const forms = fileURLToPath(new URL('../../../forms/', import.meta.url))

const shippedForms = (): readonly string[] =>
  readdirSync(forms, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${forms}${entry.name}/form.yaml`))
    .map((entry) => entry.name)

/** Where a form stands: the folder of a shipped edition, or a file of one's own. */
const pathOf = (idOrFile: string): string => {
  if (/^[\w-]+$/u.test(idOrFile) && !existsSync(idOrFile)) {
    const path = `${forms}${idOrFile}/form.yaml`
    if (existsSync(path)) return path
    throw new CommandProblem(`没有“${idOrFile}”这张表。可以用：${shippedForms().join('、')}，或一个文件。`)
  }
  return /^[\w-]+$/u.test(idOrFile) && existsSync(`${forms}${idOrFile}/form.yaml`)
    ? `${forms}${idOrFile}/form.yaml`
    : idOrFile
}

/** A form by its id or from a yaml or json file, as far as it can be read. Raises where there is no such file. */
export const parseFormAt = async (idOrFile: string): Promise<ParsedForm> => {
  const path = pathOf(idOrFile)
  const text = await readText(path)
  return extname(path) === '.json' ? parseForm(parseJson(text, idOrFile)) : readForm(text)
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

/** Names of the shared vocabulary of entry kinds. */
export const listEntryKinds = async (): Promise<readonly string[]> => {
  const parsed = readEntryKinds(await readText(`${forms}entry-kinds.yaml`))
  if (!parsed.ok) throw new CommandProblem(`活动类型表：${parsed.findings[0]?.message ?? '读不懂，请核对内容。'}`)
  return parsed.kinds.map((kind) => kind.name)
}
