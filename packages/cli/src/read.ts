import { basename } from 'node:path'
import { toReadingJson } from '@zicha/core'
import { readTable } from '@zicha/documents'
import { CommandProblem, readArguments, type Command } from './command.ts'
import { readBytes } from './read-input.ts'

const usage = 'zicha read <评分表.docx|.xlsx|.txt> [--json]'

export const read: Command = {
  usage,
  purpose: '读一张评分表：有哪些责任、条目和分值，每条怎么算分，哪里要核对。',
  run: async (args, output) => {
    const given = readArguments(args, {}, usage)
    const [path] = given.positionals
    if (path === undefined || given.positionals.length > 1) throw new CommandProblem(`请给出一张评分表。用法：${usage}`)
    const { table, findings } = readTable(await readBytes(path), basename(path))
    if (table === undefined) throw new CommandProblem(`${basename(path)}：${findings[0]?.message ?? '没有读到评分表，请核对文件。'}`)
    const answer = toReadingJson(table, findings)
    if (given.values['json'] === true) {
      await output.write(`${JSON.stringify(answer, null, 2)}\n`)
      return 0
    }
    const heads = answer.sections.map((section) => `  ${section.no}. ${section.name}  ${section.points}分  ${section.items.length}条\n`)
    const notes = answer.findings.map(({ where, message }) => `  ${where}：${message}\n`)
    await output.write(`${answer.title}\n共${answer.items.length}条，${answer.total}分\n${heads.join('')}${notes.length === 0 ? '' : `要核对的：\n${notes.join('')}`}`)
    return 0
  },
}
