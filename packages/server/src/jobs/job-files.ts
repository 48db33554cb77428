import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Config } from '../config.ts'

type Where = Pick<Config, 'dataFolder'>

/** Where results and uploads lie until they are fetched or taken in: beside the store, not in it, so no backup bears them. */
export const workFolder = async (config: Where): Promise<string> => {
  const folder = join(config.dataFolder, 'work')
  await mkdir(folder, { recursive: true })
  return folder
}

/** One file of a job, by the job's name. */
export const jobFile = ({ dataFolder }: Where, id: string): string => join(dataFolder, 'work', `${id}.file`)

export const removeJobFile = (config: Where, id: string): Promise<void> => rm(jobFile(config, id), { force: true })

/** The bytes, only where there are exactly `size` of them. */
export const findJobFile = async (config: Where, id: string, size: number): Promise<Readable | undefined> => {
  const found = await stat(jobFile(config, id)).catch(() => undefined)
  return found?.size === size ? createReadStream(jobFile(config, id)) : undefined
}

/** Piece by piece onto the disk, flushed, and under its name only when it is whole. */
export const keepJobFile = async (config: Where, id: string, pieces: AsyncIterable<Uint8Array>): Promise<{ readonly hash: string; readonly bytes: number }> => {
  const draft = join(await workFolder(config), `${id}.part`)
  const hash = createHash('sha256')
  let bytes = 0
  const watch = new Transform({
    transform: (piece: Uint8Array, _encoding, next) => {
      hash.update(piece)
      bytes += piece.byteLength
      next(null, piece)
    },
  })
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), watch, createWriteStream(draft, { flush: true }))
    await rename(draft, jobFile(config, id))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  return { hash: hash.digest('hex'), bytes }
}

const staleMs = 24 * 3_600_000

/** Drafts and uploads that a process left which died at them. `isKept` tells the files that a job still needs. */
export const sweepJobFiles = async (config: Where, isKept: (id: string) => Promise<boolean>): Promise<void> => {
  const folder = await workFolder(config)
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found === undefined || Date.now() - found.mtimeMs < staleMs) continue
    const [id = '', kind] = name.split('.')
    if (kind !== 'file' || !(await isKept(id))) await rm(path, { recursive: true, force: true })
  }
}
