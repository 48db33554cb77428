import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from './config.ts'
import type { Config } from './config.ts'
import { openEmbedded } from './database/embedded.ts'
import { openPostgresql } from './database/postgresql.ts'
import { examine, sayExamined } from './doctor/examine.ts'
import { lookIntoStorage } from './storage/open-storage.ts'

const usage = '用法：npm run doctor -- --data 数据目录。用PostgreSQL或对象存储时，环境变量和启动时一样。'

/**
 * `doctor --data <folder>`: re-hashes every file, holds rows against bytes, follows the audit chain, and changes nothing,
 * beside a running server too. Exit codes: 0 where all is well, 1 where anything is hurt or could not be read, 2 for a
 * call that it does not understand.
 */
const main = async (): Promise<number> => {
  const config = readPlace()
  if (config === undefined) return say([usage], 2)
  const { dataFolder, databaseUrl } = config
  const file = join(dataFolder, 'zicha.db')
  if (databaseUrl === undefined && !existsSync(file)) return say([`${dataFolder} 里没有自查通的数据库，没有查。${usage}`], 2)
  const database = databaseUrl === undefined ? openEmbedded(file) : openPostgresql(databaseUrl, () => undefined)
  try {
    const found = await examine({ database, storage: lookIntoStorage(config) }, new Date())
    return say(sayExamined(found), found.parts.some(({ hurt }) => hurt.length > 0) ? 1 : 0)
  } catch (error) {
    return say([`受损：数据库：读不下去（${error instanceof Error ? error.message : String(error)}）。`, '什么都没有改动。'], 1)
  } finally {
    await database.close()
  }
}

/** Where the store lies: as for the server, but for the folder that is named here. */
const readPlace = (): Config | undefined => {
  try {
    const { values } = parseArgs({ options: { data: { type: 'string' } } })
    return readConfig({ ...process.env, ...(values.data === undefined ? {} : { ZICHA_DATA: values.data }) })
  } catch {
    return undefined
  }
}

const say = (lines: readonly string[], code: number): number => {
  process.stdout.write(`${lines.join('\n')}\n`)
  return code
}

process.exitCode = await main()
