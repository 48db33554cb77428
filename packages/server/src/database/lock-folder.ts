import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export class FolderInUse extends Error {
  constructor(folder: string, pid: string) {
    super(
      `数据目录 ${folder} 正由另一个自查通使用（进程${pid === '' ? '号不明' : ` ${pid}`}）。` +
        '那边没有受影响；请先停掉它，或换一个 ZICHA_DATA。',
    )
    this.name = 'FolderInUse'
  }
}

/**
 * Takes a data folder for this process alone. The lock is one of the system's file locks, held through an open SQLite
 * transaction: it ends with the process however that ends, so nothing stale is left after kill -9, and of two that
 * start at once exactly one gets it. The pid beside it is only for the sentence. Raises FolderInUse.
 */
export const lockFolder = (folder: string): { readonly release: () => void } => {
  mkdirSync(folder, { recursive: true })
  const pidFile = join(folder, 'zicha.pid')
  const lock = new DatabaseSync(join(folder, 'zicha.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) throw new FolderInUse(folder, readPid(pidFile))
    throw error
  }
  writeFileSync(pidFile, String(process.pid))
  return { release: () => lock.close() }
}

const readPid = (file: string): string => {
  try {
    return /^\d+$/.exec(readFileSync(file, 'utf8').trim())?.[0] ?? ''
  } catch {
    return ''
  }
}
