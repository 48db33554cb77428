import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { pinnedNow } from './pinned-clock.ts'

export const root = fileURLToPath(new URL('../../', import.meta.url))

export type RunningServer = {
  /** Without a slash at the end. */
  readonly address: string
  /** All lines that the start wrote on standard output. */
  readonly said: readonly string[]
  /** Lines of the log at the level of errors. */
  readonly listErrors: () => readonly string[]
  readonly stop: () => Promise<void>
}

/** The real server as a process of its own, on a free port of loopback, at the pinned moment. Raises where it does not start. */
export const runServer = async (dataFolder: string, environment: Readonly<Record<string, string>> = {}): Promise<RunningServer> => {
  const server = spawn(
    process.execPath,
    ['--import', join(root, 'tests/browser/pinned-clock.ts'), join(root, 'packages/server/src/main.ts')],
    {
      cwd: dataFolder,
      env: {
        PATH: process.env['PATH'] ?? '',
        TZ: 'UTC',
        ZICHA_DATA: dataFolder,
        ZICHA_PORT: '0',
        ZICHA_TEST_NOW: pinnedNow,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = once(server, 'exit')
  const endWithUs = () => server.kill('SIGKILL')
  process.once('exit', endWithUs)

  const logged: string[] = []
  createInterface({ input: server.stderr }).on('line', (line) => logged.push(line))
  const said: string[] = []
  const address = await new Promise<string>((found, refused) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      said.push(line)
      const started = /^自查通已启动：(\S+)$/u.exec(line)?.[1]
      if (started !== undefined) found(started)
    })
    void ended.then(() => refused(new Error(`the server did not start: ${[...said, ...logged].join('\n')}`)))
  })
  return {
    address,
    said,
    listErrors: () => logged.filter((line) => !/^\{"level":(10|20|30|40),/u.test(line)),
    stop: async () => {
      process.off('exit', endWithUs)
      server.kill('SIGTERM')
      await ended
    },
  }
}
