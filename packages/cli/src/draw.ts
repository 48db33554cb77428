import { countForShare, drawMethod, drawUnits } from '@zicha/core'
import type { Draw, DrawUnit } from '@zicha/core'
import { CommandProblem, findOption, getOption, readArguments, type Arguments, type Command } from './command.ts'
import { readLines } from './read-input.ts'

const usage = 'zicha draw --seed 种子 (--count N | --share 百分数) [名单文件，不写就读标准输入] [--json]'

/** One unit a line: its code, and after a tab, comma or space the stratum it is drawn within. */
const readUnits = async (path: string): Promise<readonly DrawUnit[]> => {
  const units: DrawUnit[] = []
  for await (const { text } of readLines(path)) {
    const [code = '', ...rest] = text.trim().split(/[\s,，]+/u)
    const stratum = rest.join(' ')
    units.push(stratum === '' ? { code } : { code, stratum })
  }
  return units
}

const countOf = (read: Arguments, units: number): number => {
  const count = findOption(read, 'count')
  const share = findOption(read, 'share')
  if ((count === undefined) === (share === undefined)) throw new CommandProblem(`--count和--share请写一个。用法：${usage}`)
  if (count !== undefined) return numberOf(count, 'count')
  const percent = numberOf(share ?? '', 'share')
  if (percent <= 0 || percent > 100) throw new CommandProblem('--share要写1到100之间的百分数。')
  return countForShare(units, percent)
}

const numberOf = (text: string, name: string): number => {
  const value = Number(text)
  if (!Number.isFinite(value)) throw new CommandProblem(`--${name}要写数字，写的是“${text}”。`)
  return value
}

export const draw: Command = {
  usage,
  purpose: '按种子抽签：同样的种子和名单，谁来抽都是同样的结果。',
  run: async (args, output) => {
    const options = { seed: { type: 'string' }, count: { type: 'string' }, share: { type: 'string' } } as const
    const read = readArguments(args, options, usage)
    const seed = getOption(read, 'seed', usage)
    const [path = '-', more] = read.positionals
    if (more !== undefined) throw new CommandProblem(`名单只能给一份。用法：${usage}`)
    const units = await readUnits(path)
    const answer = drawUnits({ seed, units, count: countOf(read, units.length) })
    if ('findings' in answer) throw new CommandProblem(answer.findings.map(({ message }) => message).join(''))
    await output.write(read.values['json'] === true ? `${JSON.stringify(answer, null, 2)}\n` : sayDraw(answer))
    return 0
  },
}

const sayDraw = ({ seed, units, strata }: Draw): string =>
  [
    `种子：${seed}`,
    ...drawMethod,
    ...strata.flatMap(({ name, units: all, drawn }) => [
      '',
      `${name === '' ? '全部' : name}：${all}个单位，抽${drawn}个`,
      ...units.filter((unit) => unit.stratum === name).map((unit) => `${unit.drawn ? '抽中' : '　　'}  ${unit.digest.slice(0, 16)}  ${unit.code}`),
    ]),
    '',
  ].join('\n')
