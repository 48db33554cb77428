import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StorageFault } from './storage.ts'
import type { Storage } from './storage.ts'

/**
 * Files in a folder: `ab/abcdef…` by hash, written beside as `tmp/…`, flushed, then renamed and the folder flushed.
 * A process that dies at any moment leaves at most a file in `tmp`, which the next start clears.
 */
export const openFolderStore = async (folder: string): Promise<Storage> => {
  const temporary = join(folder, 'tmp')
  await mkdir(temporary, { recursive: true })
  for (const left of await readdir(temporary)) await rm(join(temporary, left), { force: true })
  const placeOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('a name in the store is a SHA-256 in lower-case hex')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  const has = async (sha256: string, size: number): Promise<boolean> => (await sizeOf(placeOf(sha256))) === size

  return {
    has,
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      if (await has(sha256, bytes.byteLength)) return { sha256, size: bytes.byteLength }
      const draft = join(temporary, randomUUID())
      const shelf = join(folder, sha256.slice(0, 2))
      try {
        await mkdir(shelf, { recursive: true })
        await writeFlushed(draft, bytes)
        await rename(draft, placeOf(sha256))
        await flushFolder(shelf)
        await flushFolder(folder)
      } catch (error) {
        await rm(draft, { force: true }).catch(() => undefined)
        throw translate(error)
      }
      return { sha256, size: bytes.byteLength }
    },
    find: async (sha256, size) => ((await has(sha256, size)) ? createReadStream(placeOf(sha256)) : undefined),
    list: async function* () {
      for (const shelf of await readdir(folder)) {
        if (!/^[0-9a-f]{2}$/.test(shelf)) continue
        for (const name of await readdir(join(folder, shelf))) {
          const found = await stat(join(folder, shelf, name))
          yield { sha256: name, size: found.size, keptAt: found.mtime }
        }
      }
    },
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
  }
}

const sizeOf = async (path: string): Promise<number | undefined> => {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw translate(error)
  }
}

const writeFlushed = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A name is safe on the disk only after its folder is flushed; Windows has no such call and needs none. */
const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

const translate = (error: unknown): unknown => {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StorageFault('full', error)
  return code === 'EIO' || code === 'EROFS' ? new StorageFault('broken', error) : error
}
