import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { keepWitness } from './audit/witness.ts'
import { readConfig } from './config.ts'
import { beginEpoch } from './database/begin-epoch.ts'
import { openEmbedded } from './database/embedded.ts'
import { lockFolder } from './database/lock-folder.ts'
import { migrate } from './database/migrate.ts'
import { openPostgresql } from './database/postgresql.ts'
import { write } from './database/transaction.ts'

/**
 * `restored --data <folder>`: said once after a backup was put back with its whole folder, before the server starts. The
 * store bears a new epoch from then on: phones ask it for what they had sent, and changes of what it lost meet 412.
 */
const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { data: { type: 'string' } } })
  const { dataFolder, databaseUrl } = readConfig({ ...process.env, ...(values.data === undefined ? {} : { ZICHA_DATA: values.data }) })
  const file = join(dataFolder, 'zicha.db')
  if (databaseUrl === undefined && !existsSync(file)) throw new Error(`${dataFolder} 里没有自查通的数据库，什么也没有做。`)
  const lock = databaseUrl === undefined ? lockFolder(dataFolder) : undefined
  const database = databaseUrl === undefined ? openEmbedded(file) : openPostgresql(databaseUrl, () => undefined)
  try {
    await migrate(database)
    const epoch = await write(database, beginEpoch)
    await keepWitness(database, dataFolder)
    process.stdout.write(`这份数据从备份恢复，已经记下（${epoch}）。启动以后，各人手机上会问要不要补传备份里没有的。\n`)
  } finally {
    await database.close()
    lock?.release()
  }
}

try {
  await main()
} catch (error) {
  const sentence = error instanceof Error ? error.message : String(error)
  process.stderr.write(`没有做成：${sentence}\n用法：npm run restored -- --data 数据目录\n`)
  process.exitCode = 1
}
