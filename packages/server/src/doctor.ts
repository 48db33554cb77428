import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openEmbedded } from './database/embedded.ts'
import { openPostgresql } from './database/postgresql.ts'
import { examine, sayExamined } from './doctor/examine.ts'
import { folderStore } from './storage/folder-store.ts'

const usage = '用法：npm run doctor -- --data 数据目录。用PostgreSQL时，再设好 ZICHA_DATABASE_URL。'

/**
 * `doctor --data <folder>`: re-hashes every file, holds rows against bytes, follows the audit chain, and changes nothing,
 * beside a running server too. Exit codes: 0 where all is well, 1 where anything is hurt or could not be read, 2 for a
 * call that it does not understand.
 */
const main = async (): Promise<number> => {
  const folder = dataFolder()
  if (folder === undefined) return say([usage], 2)
  const url = process.env['ZICHA_DATABASE_URL']
  const file = join(folder, 'zicha.db')
  if ((url === undefined || url === '') && !existsSync(file)) return say([`${folder} 里没有自查通的数据库，没有查。${usage}`], 2)
  const database = url === undefined || url === '' ? openEmbedded(file) : openPostgresql(url, () => undefined)
  try {
    const found = await examine({ database, storage: folderStore(join(folder, 'evidence')) }, new Date())
    return say(sayExamined(found), found.parts.some(({ hurt }) => hurt.length > 0) ? 1 : 0)
  } catch (error) {
    return say([`受损：数据库：读不下去（${error instanceof Error ? error.message : String(error)}）。`, '什么都没有改动。'], 1)
  } finally {
    await database.close()
  }
}

const dataFolder = (): string | undefined => {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' } } })
    return resolve(values.data ?? process.env['ZICHA_DATA'] ?? './data')
  } catch {
    return undefined
  }
}

const say = (lines: readonly string[], code: number): number => {
  process.stdout.write(`${lines.join('\n')}\n`)
  return code
}

process.exitCode = await main()
