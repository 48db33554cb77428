import type { ReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { CommandProblem } from './command.ts'

const sayUnreadable = (path: string, error: unknown): CommandProblem => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return new CommandProblem(`没有找到文件${path}，请核对路径。`)
  if (code === 'EISDIR') return new CommandProblem(`${path}是文件夹，请给出里面的文件。`)
  return new CommandProblem(`文件${sayPath(path)}打不开，请核对路径和权限。`)
}

/** What a file is called in a sentence. */
export const sayPath = (path: string): string => (path === '-' ? '标准输入' : path)

/** The bytes of a file; `-` is standard input. */
export const readBytes = async (path: string): Promise<Uint8Array> => {
  try {
    return await readFile(path === '-' ? '/dev/stdin' : path)
  } catch (error) {
    throw sayUnreadable(path, error)
  }
}

/** The text of a file in UTF-8, without a byte order mark; `-` is standard input. */
export const readText = async (path: string): Promise<string> => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readBytes(path))
  } catch (error) {
    if (error instanceof CommandProblem) throw error
    throw new CommandProblem(`文件${sayPath(path)}不是UTF-8编码的文字，请另存为UTF-8再试。`)
  }
}

/** JSON as a value of unknown shape; a fault names the place. */
export const parseJson = (text: string, where: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch (error) {
    const at = error instanceof Error ? /position (\d+)/u.exec(error.message)?.[1] : undefined
    const isLong = at !== undefined && text.includes('\n')
    const place = isLong ? `，在第${text.slice(0, Number(at)).split('\n').length}行` : ''
    throw new CommandProblem(`${where}：不是完整的JSON${place}，请核对引号、逗号和括号。`)
  }
}

export type Line = { readonly no: number; readonly text: string }

/** The lines of a file, one at a time, so that a long file never stands in memory; empty lines are passed over. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  const input = path === '-' ? process.stdin : await openFile(path)
  try {
    let no = 0
    for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      no += 1
      if (text.trim() !== '') yield { no, text: no === 1 ? text.replace(/^\uFEFF/u, '') : text }
    }
  } finally {
    input.destroy()
  }
}

const openFile = async (path: string): Promise<ReadStream> => {
  try {
    const file = await open(path)
    if (!(await file.stat()).isDirectory()) return file.createReadStream()
    await file.close()
  } catch (error) {
    throw sayUnreadable(path, error)
  }
  throw new CommandProblem(`${path}是文件夹，请给出里面的文件。`)
}
