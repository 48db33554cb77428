import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type Program = {
  /** `http://…/api/v1` */
  readonly url: string
  readonly pid: number
  /** Ends it at once, with nothing put in order, and waits until it is gone. */
  readonly kill: () => Promise<void>
}

/** The program as `npm start` runs it, on a free port; back when its last line says the address. */
export const startProgram = async (env: Readonly<Record<string, string>>): Promise<Program> => {
  const child = spawn(process.execPath, [fileURLToPath(new URL('../main.ts', import.meta.url))], {
    env: { PATH: process.env['PATH'] ?? '', ZICHA_PORT: '0', ZICHA_ADMIN_PASSWORD: 'first-password', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()))
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const address = /自查通已启动：(\S+)\n/.exec(output)?.[1]
      if (address !== undefined) resolve(`${address}/api/v1`)
    })
    child.on('close', () => reject(new Error(`the program ended before it was ready: ${errors}`)))
  })
  return {
    url,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    },
  }
}
