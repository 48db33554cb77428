import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { oneAtATime } from './one-at-a-time.ts'
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
  return folderStore(folder)
}

/** The same without a start: nothing is made and nothing cleared before the first call, as a check needs it. */
export const folderStore = (folder: string): Storage => {
  const temporary = join(folder, 'tmp')
  const placeOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('a name in the store is a SHA-256 in lower-case hex')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  // Between the look at a file and its removal nobody of this process keeps it again.
  const alone = oneAtATime()
  const has = async (sha256: string, size: number): Promise<boolean> => (await sizeOf(placeOf(sha256))) === size

  const keep = async (sha256: string, bytes: Uint8Array): Promise<void> => {
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
  }

  return {
    has,
    put: async (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      await alone(sha256, async () => {
        if (await has(sha256, bytes.byteLength)) await touch(placeOf(sha256))
        else await keep(sha256, bytes)
      })
      return { sha256, size: bytes.byteLength }
    },
    find: async (sha256, size) => ((await has(sha256, size)) ? createReadStream(placeOf(sha256)) : undefined),
    list: async function* () {
      for (const shelf of (await readdir(folder).catch(ifThere)) ?? []) {
        if (!/^[0-9a-f]{2}$/.test(shelf)) continue
        for (const name of await readdir(join(folder, shelf))) {
          const found = await stat(join(folder, shelf, name)).catch(ifThere)
          if (found !== undefined) yield { sha256: name, size: found.size, keptAt: found.mtime }
        }
      }
    },
    remove: (sha256, keptBefore) =>
      alone(sha256, async () => {
        const found = await stat(placeOf(sha256)).catch(ifThere)
        if (found !== undefined && keptBefore !== undefined && found.mtime >= keptBefore) return false
        await rm(placeOf(sha256), { force: true })
        return true
      }),
  }
}

const sizeOf = async (path: string): Promise<number | undefined> => (await stat(path).catch(ifThere))?.size

const ifThere = (error: unknown): undefined => {
  if (codeOf(error) !== 'ENOENT') throw translate(error)
}

/** The time may differ by what the disk can tell; a clock set back makes a file older than it is by as much. */
const touch = (path: string): Promise<void> => utimes(path, new Date(), new Date()).catch((error: unknown) => Promise.reject(translate(error)))

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
