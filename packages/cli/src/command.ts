import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** Where a command's answer goes; waiting on `write` keeps a long answer from filling the memory. */
export type Output = { write(text: string): Promise<void> }

export type Command = {
  /** How it is called, one line. */
  readonly usage: string
  /** What it does, in one Chinese sentence. */
  readonly purpose: string
  /** Exit code: 0 done, 1 faults found in what was checked. Raises a CommandProblem for bad input or usage. */
  run(args: readonly string[], output: Output): Promise<number>
}

/** Bad input or bad usage: one line that says what is wrong and where. The program ends with 2. */
export class CommandProblem extends Error {
  readonly line: string
  constructor(line: string) {
    super(line)
    this.name = 'CommandProblem'
    this.line = line.replace(/\s*\n\s*/gu, ' ')
  }
}

type Values = { readonly [name: string]: string | boolean | undefined }

export type Arguments = { readonly values: Values; readonly positionals: readonly string[] }

/** The options and other arguments of a command; anything unknown is said with how the command is called. */
export const readArguments = (
  args: readonly string[],
  options: ParseArgsOptionsConfig,
  usage: string,
): Arguments => {
  const known = { ...options, json: { type: 'boolean' } } satisfies ParseArgsOptionsConfig
  try {
    const read = parseArgs({ args: [...args], options: known, allowPositionals: true, strict: true, tokens: true })
    const values = new Map<string, string | boolean>()
    for (const token of read.tokens) if (token.kind === 'option') values.set(token.name, token.value ?? true)
    return { values: Object.fromEntries(values), positionals: read.positionals }
  } catch (error) {
    const option = error instanceof Error ? /'(-[^' ]+)/u.exec(error.message)?.[1] : undefined
    throw new CommandProblem(`参数${option ?? ''}用得不对。用法：${usage}`)
  }
}

/** A text option that must be there. */
export const getOption = ({ values }: Arguments, name: string, usage: string): string => {
  const value = values[name]
  if (typeof value !== 'string' || value === '') throw new CommandProblem(`缺少参数--${name}。用法：${usage}`)
  return value
}

export const findOption = ({ values }: Arguments, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}
