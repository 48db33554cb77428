import { writeFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { writeDocument } from '@zicha/documents'
import type { DocumentFace } from '@zicha/documents'
import { CommandProblem, findOption, getOption, readArguments, type Command } from './command.ts'
import { findPublishedTable, getForm } from './load-form.ts'
import { readPrintRequest } from './print-request.ts'
import { readBytes, readText } from './read-input.ts'

const usage = 'zicha print --form <编号或文件> --result <file.json> --out <file.docx|.pdf|.xlsx> [--template <table.docx>] [--json]'

const faces: readonly DocumentFace[] = ['docx', 'pdf', 'xlsx']

const faceOf = (path: string): DocumentFace => {
  const ending = extname(path).slice(1).toLowerCase()
  const face = faces.find((one) => one === ending)
  if (face === undefined) throw new CommandProblem(`${path}：只能写成.docx、.pdf或.xlsx，请改文件名。`)
  return face
}

/** The Word table to fill: the one given, the one published with the form, or none: then a clean one is laid out. */
const templateFor = async (given: string | undefined, form: string): Promise<Uint8Array | undefined> => {
  const path = given ?? findPublishedTable(form)
  return path === undefined ? undefined : readBytes(path)
}

const keep = async (path: string, bytes: Uint8Array): Promise<void> => {
  try {
    await writeFile(path, bytes)
  } catch {
    throw new CommandProblem(`文件${path}写不进去，请核对文件夹和权限。`)
  }
}

export const print: Command = {
  usage,
  purpose: '把结果填进正式的表：Word照印发的表逐格填，PDF和Excel同一张表。',
  run: async (args, output) => {
    const read = readArguments(
      args,
      { form: { type: 'string' }, result: { type: 'string' }, out: { type: 'string' }, template: { type: 'string' } },
      usage,
    )
    const id = getOption(read, 'form', usage)
    const result = getOption(read, 'result', usage)
    const out = getOption(read, 'out', usage)
    const face = faceOf(out)
    const form = await getForm(id)
    const filled = readPrintRequest(await readText(result), form, result)
    const template = face === 'docx' ? await templateFor(findOption(read, 'template'), id) : undefined
    const written = await writeDocument(filled, face, template)
    if (!('bytes' in written)) throw new CommandProblem(`${result}：${written.message}`)
    await keep(out, written.bytes)
    const answer = { form: form.id, out, size: written.bytes.length }
    await output.write(read.values['json'] === true ? `${JSON.stringify(answer)}\n` : `已写好${out}。\n`)
    return 0
  },
}
