/** The server as a person starts it, in a process and a data folder of its own, until it is stopped. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type RunningServer = { readonly address: string; readonly pid: number; readonly stop: () => Promise<void> }

const main = join(import.meta.dirname, '..', 'packages', 'server', 'src', 'main.ts')

export const makeFolder = (): { readonly folder: string; readonly remove: () => void } => {
  const folder = mkdtempSync(join(tmpdir(), 'zicha-bench-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Starts a program that says its address in a line of its own, and waits for that line. */
export const startProgram = (
  script: string,
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<RunningServer> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, script], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    const ended = new Promise<void>((end) => child.on('close', () => end()))
    let words = ''
    const listen = (chunk: Buffer): void => {
      words += chunk.toString('utf8')
      const address = /http:\/\/[\w.[\]:]+:\d+/.exec(words)?.[0]
      if (address === undefined) return
      child.stdout.off('data', listen)
      child.stdout.resume()
      resolve({
        address,
        pid: child.pid ?? 0,
        stop: () => {
          child.kill('SIGTERM')
          return ended
        },
      })
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
    child.on('error', reject)
    child.on('close', (code) => {
      // After the address was said nobody waits for this promise: a server that died says why.
      if (code !== null && code !== 0) process.stderr.write(words)
      reject(new Error(`${script} ended with ${String(code)} before it said its address: ${words.trim()}`))
    })
  })

export const adminPassword = 'measure-2026-bench'

/**
 * On a free port of the system's choice. `recordInto` names the file that every SQL statement is written to;
 * `databaseUrl` chooses the second engine.
 */
export const startServer = (
  folder: string,
  options: { readonly recordInto?: string; readonly databaseUrl?: string; readonly demonstration?: boolean } = {},
): Promise<RunningServer> => {
  const { recordInto, databaseUrl = '', demonstration = false } = options
  const recorder = join(import.meta.dirname, 'record-statements.ts')
  return startProgram(
    main,
    {
      ZICHA_DATA: folder,
      ZICHA_PORT: '0',
      ZICHA_ADMIN_PASSWORD: demonstration ? '' : adminPassword,
      ZICHA_DATABASE_URL: databaseUrl,
      ZICHA_DEMO: demonstration ? '1' : '',
      ...(recordInto === undefined ? {} : { ZICHA_BENCH_STATEMENTS: recordInto }),
    },
    recordInto === undefined ? [] : ['--import', recorder],
  )
}
