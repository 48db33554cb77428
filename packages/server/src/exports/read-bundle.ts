import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { openPromise } from 'yauzl'
import type { Entry, ZipFile } from 'yauzl'
import { WorkRefused } from '../jobs/work.ts'
import { manifest as manifestShape } from './exports.contract.ts'
import type { Manifest } from './exports.contract.ts'

export type OpenBundle = {
  readonly manifest: Manifest
  readonly stream: (path: string) => Promise<Readable>
  readonly close: () => void
}

const mostOfManifest = 256 * 1024 * 1024

/**
 * Opens a bundle and looks at all of it before anything is taken: every name, every size, every hash. Raises WorkRefused
 * for a zip that is damaged, holds a name that leads out of it, or differs from its manifest in a single byte.
 */
export const openBundle = async (path: string): Promise<OpenBundle> => {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true, validateEntrySizes: true }).catch(damaged)
  try {
    const entries = await listEntries(zip)
    const stream = async (name: string): Promise<Readable> => {
      const entry = entries.get(name)
      if (entry === undefined) throw new WorkRefused(`压缩包里少了${name}，没有导入。请用原来导出的文件再试。`)
      return zip.openReadStreamPromise(entry)
    }
    const listed = entries.get('manifest.json')
    if (listed === undefined || listed.uncompressedSize > mostOfManifest) throw new WorkRefused('这不是自查通导出的压缩包：里面没有清单。没有导入。')
    const manifest = parseManifest((await collect(await stream('manifest.json'))).toString('utf8'))
    const known = new Set(['manifest.json', ...manifest.files.map((file) => file.path)])
    for (const name of entries.keys()) if (!known.has(name)) throw new WorkRefused(`压缩包里多了清单上没有的${name}，没有导入。请用原来导出的文件。`)
    for (const file of manifest.files) await hold(file, await stream(file.path))
    return { manifest, stream, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error instanceof WorkRefused ? error : damaged(error)
  }
}

const damaged = (cause: unknown): never => {
  throw Object.assign(new WorkRefused('这个压缩包打不开，可能没有传完，或者被改过。没有导入，请重新上传。'), { cause })
}

const listEntries = async (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    if (entries.has(entry.fileName)) throw new WorkRefused(`压缩包里有两个${entry.fileName}，没有导入。请用原来导出的文件。`)
    entries.set(entry.fileName, entry)
  }
  return entries
}

const parseManifest = (text: string): Manifest => {
  try {
    return manifestShape.parse(JSON.parse(text))
  } catch (cause) {
    throw Object.assign(new WorkRefused('压缩包里的清单看不懂，没有导入。请用原来导出的文件。'), { cause })
  }
}

const hold = async (file: Manifest['files'][number], stream: Readable): Promise<void> => {
  const hash = createHash('sha256')
  let size = 0
  for await (const chunk of stream) {
    const bytes = chunk as Buffer
    hash.update(bytes)
    size += bytes.byteLength
  }
  if (size !== file.size || hash.digest('hex') !== file.sha256) throw new WorkRefused(`${file.path}和清单对不上，可能被改过。没有导入，请用原来导出的文件。`)
}

export const collect = async (stream: Readable): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
