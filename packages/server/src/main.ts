import { ConfigFault, readConfig } from './config.ts'
import { FolderInUse } from './database/lock-folder.ts'
import { NewerStore } from './database/migrate.ts'
import { startServer } from './server.ts'
import type { RunningServer } from './server.ts'

/** Exit codes: 0 after an orderly stop, 1 where the start could not be made, with one sentence on standard error. */
const main = async (): Promise<void> => {
  let running: RunningServer
  try {
    running = await startServer(readConfig(process.env))
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exitCode = 1
    return
  }
  if (running.setupAddress !== undefined) {
    process.stdout.write(`第一次使用，请打开这个一次性链接设置管理员：\n${running.setupAddress}\n`)
  }
  process.stdout.write(`自查通已启动：${running.address}\n`)
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      void running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

const sentenceOf = (error: unknown): string => {
  if (error instanceof ConfigFault || error instanceof FolderInUse || error instanceof NewerStore) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return '这个端口正由别的程序使用，自查通没有启动。请换一个 ZICHA_PORT。'
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `没有权限使用数据目录或端口，自查通没有启动：${String(error)}`
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND') return '数据库连不上，自查通没有启动。请核对 ZICHA_DATABASE_URL。'
  return `自查通没有启动，数据没有变动：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
}

await main()
