import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { runServer } from './run-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder with the demonstration bureau in it, made once and copied for each test. */
    demonstrationStore: string
  }
}

/** Before all files: the demonstration is built once, by the start itself. */
export const setup = async (project: TestProject): Promise<() => void> => {
  const folder = mkdtempSync(join(tmpdir(), 'zicha-browser-'))
  const store = join(folder, 'demonstration')
  mkdirSync(store)
  const server = await runServer(store, { ZICHA_DEMO: '1' })
  await server.stop()
  project.provide('demonstrationStore', store)
  return () => rmSync(folder, { recursive: true, force: true })
}
