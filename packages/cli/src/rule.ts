import { readClause } from '@zicha/core'
import { CommandProblem, findOption, readArguments, type Command } from './command.ts'
import { parseJson, readLines } from './read-input.ts'

const usage = 'zicha rule "<评分细则>" [--points N] [--json]，或 zicha rule --batch FILE.jsonl --json'

type Asked = { readonly id?: string | number; readonly text: string; readonly points?: number }

const answerFor = (asked: Asked): { readonly parts: readonly unknown[]; readonly unread: readonly string[] } => {
  const { parts, unread } = readClause(asked.text, asked.points)
  return { parts: parts.map((part) => part.rule), unread: unread.map((one) => one.text) }
}

const parseAsked = (text: string, where: string): Asked => {
  const value = parseJson(text, where)
  if (typeof value !== 'object' || value === null) throw new CommandProblem(`${where}：每行要写{"id","text","points"?}。`)
  const { id, text: clause, points } = value as { readonly [name: string]: unknown }
  if (typeof clause !== 'string') throw new CommandProblem(`${where}：缺少text（评分细则的文字）。`)
  if (points !== undefined && points !== null && typeof points !== 'number') throw new CommandProblem(`${where}：points要写数字。`)
  return {
    text: clause,
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    ...(typeof points === 'number' ? { points } : {}),
  }
}

const parsePoints = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const points = Number(text)
  if (!Number.isFinite(points) || points < 0) throw new CommandProblem(`--points要写这一条的分值，如3或0.5。用法：${usage}`)
  return points
}

export const rule: Command = {
  usage,
  purpose: '读一条评分细则：怎么给分、怎么扣分，哪些字没有读懂。',
  run: async (args, output) => {
    const read = readArguments(args, { points: { type: 'string' }, batch: { type: 'string' } }, usage)
    const batch = findOption(read, 'batch')
    if (batch !== undefined) {
      let lines = ''
      for await (const { no, text } of readLines(batch)) {
        const asked = parseAsked(text, `${batch}第${no}行`)
        lines += `${JSON.stringify({ id: asked.id ?? null, ...answerFor(asked) })}\n`
        if (lines.length > 65_536) {
          await output.write(lines)
          lines = ''
        }
      }
      await output.write(lines)
      return 0
    }
    const [text] = read.positionals
    if (text === undefined || read.positionals.length > 1) throw new CommandProblem(`请给出一条评分细则。用法：${usage}`)
    const points = parsePoints(findOption(read, 'points'))
    const answer = answerFor({ text, ...(points === undefined ? {} : { points }) })
    await output.write(read.values['json'] === true ? `${JSON.stringify(answer, null, 2)}\n` : sayAnswer(answer))
    return 0
  },
}

const sayAnswer = (answer: ReturnType<typeof answerFor>): string =>
  [
    ...answer.parts.map((part, index) => `${index + 1}  ${JSON.stringify(part)}`),
    ...answer.unread.map((text) => `没有读懂：${text}`),
    ...(answer.parts.length + answer.unread.length === 0 ? ['没有读到与分数有关的话。'] : []),
    '',
  ].join('\n')
