import { CommandProblem, type Output } from './command.ts'
import { commands } from './commands.ts'
import { standardOutput } from './standard-output.ts'

const help = async (output: Output): Promise<number> => {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  await output.write(`自查通命令行\n\n${all.map((one) => `  ${one.usage}\n      ${one.purpose}\n`).join('')}`)
  return 0
}

const say = (line: string): number => {
  process.stderr.write(`${line}\n`)
  return 2
}

/** Runs the command line. 0 done, 1 faults found in the input, 2 bad input or usage with one line on standard error. */
export const main = async (args: readonly string[], output: Output = standardOutput): Promise<number> => {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const code = await help(output)
    return name === undefined ? 2 : code
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    return say(`没有“${name.slice(0, 40)}”这个命令。可以用：${Object.keys(commands).join('、')}。`)
  }
  try {
    const command = await load()
    if (rest.includes('--help') || rest.includes('-h')) {
      await output.write(`${command.usage}\n${command.purpose}\n`)
      return 0
    }
    return await command.run(rest, output)
  } catch (error) {
    if (error instanceof CommandProblem) return say(error.line)
    throw error
  }
}
