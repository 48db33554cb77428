import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { environment, root } from './runtime.mjs'

test('the server ends with the shell that npm put before it, so that port and data are free again', async () => {
  const data = await mkdtemp(join(tmpdir(), 'zicha-start-'))
  // The second command keeps the shell from stepping aside for the first.
  const shell = spawn('sh', ['-c', 'node scripts/start.mjs; true'], {
    cwd: root,
    env: environment({ ZICHA_DATA: data, ZICHA_PORT: '0', ZICHA_ADMIN_PASSWORD: 'a-long-test-word' }),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  shell.stdout.on('data', (chunk) => (said += String(chunk)))
  await expect.poll(() => said, { timeout: 90_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\s*$/)
  shell.kill('SIGTERM')
  // The pipe closes when the last program that writes to it is gone.
  await once(shell.stdout, 'close')
  await rm(data, { recursive: true })
}, 120_000)
