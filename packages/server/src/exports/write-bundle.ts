import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Person } from '../access/person.ts'
import { schemaNumber } from '../database/migrate.ts'
import { readConsistently } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { programVersion } from '../reports/program-version.ts'
import { sendDocument } from '../reports/write-sheet.ts'
import { listNamedBytes, listNamingColumns } from '../storage/named-bytes.queries.ts'
import type { NamedBytes } from '../storage/named-bytes.queries.ts'
import { bundleFolder, zipOf } from './bundle-folder.ts'
import type { ExportBody, Manifest } from './exports.contract.ts'
import { listSheets } from './exports.queries.ts'
import type { SheetToPrint } from './exports.queries.ts'
import { listBundleTables, listRows } from './store-tables.ts'

export type Bundle = { readonly sha256: string; readonly bytes: number }
type Listed = Manifest['files'][number]
/** The day that every file of a zip bears: a bundle of the same store is the same bytes but for its run. */
const mtime = new Date(1980, 0, 1)

/**
 * Writes a store, a round or a unit as one zip: a file of JSON lines for each table, all of one state of the store, the
 * bytes that its rows name, the filled tables. Pieces go through, nothing is held whole.
 */
export const writeBundle = async (
  services: Pick<Services, 'database' | 'storage' | 'config'>,
  run: { readonly id: string; readonly at: string; readonly by: Person },
  scope: ExportBody,
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<Bundle> => {
  const drafts = join(await bundleFolder(services.config), `${run.id}.d`)
  await rm(drafts, { recursive: true, force: true })
  await mkdir(drafts)
  try {
    const { tables, bytes, sheets } = await dump(services, scope, drafts)
    const total = tables.length + bytes.length + sheets.length
    const zip = new ZipFile()
    zip.on('error', (error: Error) => (zip.outputStream as Readable).destroy(error))
    const target = zipOf(services.config, run.id)
    const written = writeZipFile(zip, `${target}.part`)
    // Held from the start: a disk that fills up while pieces are still being added must not go unheard.
    written.catch(() => undefined)
    const files: Listed[] = []
    let done = 0
    const add = async (file: Listed, stream: Readable): Promise<void> => {
      files.push(file)
      zip.addReadStream(stream, file.path, { compress: !file.path.startsWith('evidence/') && !file.path.startsWith('documents/'), mtime, mode: 0o100644, size: file.size })
      await Promise.race([new Promise((ended) => stream.once('close', ended)), written])
      done += 1
      if (done % 20 === 0) await onProgress(done, total)
    }
    for (const table of tables) await add(table.listed, createReadStream(table.draft))
    for (const { sha256, size } of bytes) {
      const stream = await services.storage.find(sha256, size)
      // Missing bytes are the doctor's to name; the rows that name them go along.
      if (stream !== undefined) await add({ path: `evidence/${sha256}`, sha256, size }, stream)
    }
    for (const sheet of sheets) {
      const document = await printSheet(services, sheet, run.by)
      if (document !== undefined) await add({ path: documentPath(sheet, scope), sha256: hashOf(document), size: document.byteLength }, Readable.from([document], { objectMode: false }))
    }
    const manifest: Manifest = {
      format: 'zicha-export-1',
      program: programVersion,
      schema: schemaNumber,
      scope,
      run: { id: run.id, at: run.at },
      files,
    }
    zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`), 'manifest.json', { mtime, mode: 0o100644 })
    zip.end()
    const bundle = await written
    await rename(`${target}.part`, target)
    return bundle
  } finally {
    await rm(drafts, { recursive: true, force: true })
  }
}

type Dumped = {
  readonly tables: readonly { readonly listed: Listed; readonly draft: string }[]
  readonly bytes: readonly NamedBytes[]
  readonly sheets: readonly SheetToPrint[]
}

const dump = (services: Pick<Services, 'database'>, scope: ExportBody, drafts: string): Promise<Dumped> =>
  readConsistently(services.database, async (db) => {
    const tables: { listed: Listed; draft: string }[] = []
    const mentioned = new Set<string>()
    for (const table of await listBundleTables(db)) {
      const draft = join(drafts, table.name)
      const hash = createHash('sha256')
      let size = 0
      const file = await open(draft, 'w')
      try {
        for await (const rows of listRows(db, table, scope)) {
          const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
          if (!('all' in scope)) for (const [name] of text.matchAll(/[0-9a-f]{64}/g)) mentioned.add(name)
          const bytes = Buffer.from(text)
          hash.update(bytes)
          size += bytes.byteLength
          await file.write(bytes)
        }
      } finally {
        await file.close()
      }
      if (size > 0 || 'all' in scope) tables.push({ listed: { path: `${table.name}.jsonl`, sha256: hash.digest('hex'), size }, draft })
    }
    const bytes = new Map<string, NamedBytes>()
    for (const column of await listNamingColumns(db)) {
      for (let after = ''; ; ) {
        const page = await listNamedBytes(db, column, after, 1_000)
        for (const one of page) if ('all' in scope || mentioned.has(one.sha256)) bytes.set(one.sha256, one)
        const last = page.at(-1)
        if (last === undefined || page.length < 1_000) break
        after = last.sha256
      }
    }
    return {
      tables,
      bytes: [...bytes.values()].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
      sheets: await listSheets(db, 'all' in scope ? {} : scope),
    }
  })

const printSheet = async (services: Pick<Services, 'database' | 'storage'>, sheet: SheetToPrint, by: Person): Promise<Uint8Array | undefined> => {
  const reply = await sendDocument(services, sheet, by, 'docx')
  return reply.kind === 'bytes' && reply.file.bytes instanceof Uint8Array ? reply.file.bytes : undefined
}

/** 学校名_自查表_年度.docx, at most 120 characters, none of them one that Windows refuses. */
const documentPath = (sheet: SheetToPrint, scope: ExportBody): string => {
  const name = [...sheet.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')].slice(0, 60).join('')
  return `documents/${'round' in scope ? '' : `${sheet.round}/`}${sheet.unit}_${name}_自查表_${sheet.year}.docx`
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const writeZipFile = async (zip: ZipFile, path: string): Promise<Bundle> => {
  const hash = createHash('sha256')
  const watch = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      hash.update(chunk)
      next(null, chunk)
    },
  })
  await pipeline(zip.outputStream as Readable, watch, createWriteStream(path, { flush: true }))
  return { sha256: hash.digest('hex'), bytes: (await stat(path)).size }
}
