import { lintForm } from '@zicha/core'
import type { Finding, Form } from '@zicha/core'
import { CommandProblem, readArguments, type Command } from './command.ts'
import { listEntryKinds, parseFormAt } from './load-form.ts'

const usage = 'zicha lint <表的编号、文件或评分表> [--json]'

const findingsIn = async (idOrFile: string): Promise<readonly Finding[]> => {
  const parsed = await parseFormAt(idOrFile)
  if (parsed.ok) return [...parsed.findings, ...lintForm(parsed.form, await kindsFor(parsed.form))]
  const broken = parsed.findings.find(({ code }) => code === 'form.yaml_not_readable')
  if (broken !== undefined) throw new CommandProblem(`${idOrFile}：${broken.message}`)
  return parsed.findings
}

/** The vocabulary is read only where the form names kinds of it. */
const kindsFor = async (form: Form): Promise<readonly string[]> => {
  const names = form.criteria.flatMap(({ suggestedBy, parts }) => [...suggestedBy, ...parts.flatMap(({ fedBy }) => fedBy)])
  return names.length === 0 ? [] : (await listEntryKinds()).map(({ name }) => name)
}

/** A stretch that nobody read and a cap that does nothing leave marks as they are, yet somebody must settle them. */
const toSettle: ReadonlySet<string> = new Set(['form.unread', 'form.cap_never_binds'])

const isFault = ({ level, code }: Finding): boolean => level === 'error' || toSettle.has(code)

const sayLevel = { error: '要改', warning: '留意' } as const

const sayFindings = (findings: readonly Finding[]): string =>
  findings.length === 0
    ? '没有发现问题：分值都对得上，封顶都用得上。\n'
    : findings.map(({ level, where, message }) => `${sayLevel[level]}  ${where}  ${message}\n`).join('')

export const lint: Command = {
  usage,
  purpose: '核对一张表：分值对不对得上，封顶用不用得上，名称认不认得。有要改的以1结束。',
  run: async (args, output) => {
    const read = readArguments(args, {}, usage)
    const [idOrFile] = read.positionals
    if (idOrFile === undefined || read.positionals.length > 1) throw new CommandProblem(`请给出一张表。用法：${usage}`)
    const findings = await findingsIn(idOrFile)
    const answer = { findings: findings.map(({ level, where, message }) => ({ level, where, message })) }
    await output.write(read.values['json'] === true ? `${JSON.stringify(answer, null, 2)}\n` : sayFindings(findings))
    return findings.some(isFault) ? 1 : 0
  },
}
