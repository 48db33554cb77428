import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFolderStore } from './folder-store.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zicha-store-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('writing leaves nothing half beside what is kept', async () => {
  const store = await openFolderStore(folder)
  const bytes = randomBytes(10_000)
  await Promise.all(Array.from({ length: 8 }, () => store.put(bytes)))
  expect(await readdir(join(folder, 'tmp'))).toEqual([])
})

test('what a dead process left half written is cleared at the next start and was never served', async () => {
  await openFolderStore(folder)
  await writeFile(join(folder, 'tmp', 'left-over'), 'half')
  const store = await openFolderStore(folder)
  expect(await readdir(join(folder, 'tmp'))).toEqual([])
  expect(await store.find('ab'.repeat(32), 4)).toBeUndefined()
})
