import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** A file of a zip in the order in which it is made; `stream` is opened when its turn has come. */
export type ZipPart = {
  readonly path: string
  /** False for what is packed already: photos, Word files. */
  readonly compress: boolean
  readonly content: Uint8Array | Readable
}

/** The day that every file of a zip bears: equal content gives equal bytes. */
const mtime = new Date(1980, 0, 1)

/**
 * A zip, piece by piece, beyond 4 GB too, names in UTF-8. The next part is asked for when the last has gone by, so nothing
 * is held whole, and the last part may tell what the others were.
 */
export async function* writeZip(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  let open: Readable | undefined
  zip.on('error', (error: Error) => output.destroy(error))
  const feed = async (): Promise<void> => {
    for await (const { path, compress, content } of parts) {
      const stream = content instanceof Readable ? content : Readable.from([content], { objectMode: false })
      open = stream
      const gone = new Promise<void>((resolve, reject) => stream.once('close', resolve).once('error', reject))
      zip.addReadStream(stream, path, { compress, mtime, forceDosTimestamp: true, mode: 0o100644 })
      await gone
      if (output.destroyed) return
    }
    zip.end()
  }
  const fed = feed().catch((error: unknown) => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  try {
    for await (const piece of output) yield piece as Uint8Array
  } finally {
    open?.destroy()
    output.destroy()
    await fed
  }
}
