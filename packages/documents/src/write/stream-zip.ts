import { Zip, ZipPassThrough } from 'fflate'
import { safeNames } from './zip.ts'

/** A file that is opened only when its turn comes; `open` answers nothing where its bytes are gone. */
export type OpenableFile = {
  readonly name: string
  readonly open: () => Promise<AsyncIterable<Uint8Array> | undefined>
}

/**
 * Many files as one zip, piece by piece: never more than one piece of one file is held, however large the whole. What is
 * gone is named at the end in a text file, so that no missing photo goes unnoticed. Photos are stored as they are.
 */
export async function* streamZip(files: readonly OpenableFile[]): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    ready.push(chunk)
  })
  const names = safeNames([...files.map((file) => file.name), missingName])
  const missing: string[] = []
  for (const [index, file] of files.entries()) {
    const bytes = await file.open()
    if (bytes === undefined) {
      missing.push(file.name)
      continue
    }
    const entry = begin(zip, names[index] ?? file.name)
    for await (const chunk of bytes) {
      entry.push(chunk)
      yield* ready.splice(0)
    }
    entry.push(new Uint8Array(), true)
    yield* ready.splice(0)
  }
  if (missing.length > 0 || files.length === 0) {
    begin(zip, names.at(-1) ?? missingName).push(new TextEncoder().encode(sayMissing(missing)), true)
  }
  zip.end()
  yield* ready.splice(0)
}

const missingName = '说明.txt'

const sayMissing = (missing: readonly string[]): string =>
  missing.length === 0
    ? '\uFEFF这一年的记录里还没有电子材料。\r\n'
    : `\uFEFF以下${missing.length}份材料登记过，但文件不在了，请核对原件：\r\n${missing.join('\r\n')}\r\n`

const begin = (zip: Zip, name: string): ZipPassThrough => {
  const entry = new ZipPassThrough(name)
  entry.mtime = new Date(1980, 0, 1)
  zip.add(entry)
  return entry
}
