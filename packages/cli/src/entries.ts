import { basename } from 'node:path'
import type { ReadEntry } from '@zicha/core'
import { readEntries } from '@zicha/documents'
import { CommandProblem, getOption, readArguments, type Command } from './command.ts'
import { listEntryKinds } from './load-form.ts'
import { readBytes } from './read-input.ts'

const usage = 'zicha entries <活动清单.xlsx|.docx|.txt> --year 2022 [--json]'

const parseYear = (text: string): number => {
  const year = Number(text)
  if (!/^(?:19|20)\d{2}$/.test(text)) throw new CommandProblem(`--year要写四位的年份，如2022。用法：${usage}`)
  return year
}

const sayEntry = ({ happenedOn, title, countsAs, reference, people, source }: ReadEntry): string =>
  [
    `${source.row}`,
    happenedOn ?? '（日期空着）',
    title,
    countsAs.length === 0 ? '（没有认出类型）' : countsAs.join('、'),
    ...(people === undefined ? [] : [`${people}人`]),
    ...(reference === undefined ? [] : [reference]),
  ].join('  ')

export const entries: Command = {
  usage,
  purpose: '读一份旧的活动清单：每行一件事，哪天、算作什么、原件在哪，哪里要核对。',
  run: async (args, output) => {
    const given = readArguments(args, { year: { type: 'string' } }, usage)
    const [path] = given.positionals
    if (path === undefined || given.positionals.length > 1) throw new CommandProblem(`请给出一份活动清单。用法：${usage}`)
    const year = parseYear(getOption(given, 'year', usage))
    const read = readEntries(await readBytes(path), { year, kinds: await listEntryKinds(), fileName: basename(path) })
    const refused = read.findings.find(({ code, level }) => level === 'error' && code.startsWith('reading.'))
    if (refused !== undefined) throw new CommandProblem(`${basename(path)}：${refused.message}`)
    const findings = read.findings.map(({ level, where, message }) => ({ level, where, message }))
    if (given.values['json'] === true) {
      await output.write(`${JSON.stringify({ entries: read.entries, findings }, null, 2)}\n`)
      return 0
    }
    // Of the list as a whole and no finding of a row: it is said to people.
    const left = read.left.length === 0 ? '' : `没有带来：${read.left.join('、')}。记录里只记人数，不记姓名。\n`
    const notes = findings.map(({ where, message }) => `  ${where}：${message}\n`).join('')
    await output.write(`共${read.entries.length}条\n${read.entries.map((entry) => `  ${sayEntry(entry)}\n`).join('')}${notes === '' ? '' : `要核对的：\n${notes}`}${left}`)
    return 0
  },
}
