import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { writeDocument } from '@zicha/documents'
import type { Person } from '../access/person.ts'
import { schemaNumber } from '../database/migrate.ts'
import { readConsistently } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { workFolder } from '../jobs/job-files.ts'
import { WorkRefused } from '../jobs/work.ts'
import { writeZip } from '../jobs/write-zip.ts'
import type { ZipPart } from '../jobs/write-zip.ts'
import { programVersion } from '../reports/program-version.ts'
import { loadSheet, writeSheet } from '../reports/write-sheet.ts'
import type { Sheet } from '../reports/write-sheet.ts'
import { listNamedBytes, listNamingColumns } from '../storage/named-bytes.queries.ts'
import type { NamedBytes } from '../storage/named-bytes.queries.ts'
import type { ExportBody, Manifest } from './exports.contract.ts'
import { listSheets } from './exports.queries.ts'
import type { SheetToPrint } from './exports.queries.ts'
import { listBundleTables, listRows } from './store-tables.ts'

type Listed = Manifest['files'][number]
/**
 * Writes a store, a round or a unit as one zip: a file of JSON lines for each table, all of one state of the store, the
 * bytes that its rows name, the filled tables. Pieces go through, nothing is held whole.
 */
export async function* writeBundle(
  services: Pick<Services, 'database' | 'storage' | 'config'>,
  run: { readonly id: string; readonly at: string; readonly by: Person },
  scope: ExportBody,
  onProgress: (done: number, total: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const drafts = join(await workFolder(services.config), `${run.id}.d`)
  await rm(drafts, { recursive: true, force: true })
  await mkdir(drafts)
  try {
    const dumped = await dump(services, scope, drafts, run.by)
    yield* writeZip(partsOf(services, run, scope, drafts, dumped, onProgress))
  } finally {
    await rm(drafts, { recursive: true, force: true })
  }
}

/** The manifest comes last: it tells what has gone by. */
async function* partsOf(
  services: Pick<Services, 'database' | 'storage'>,
  run: { readonly id: string; readonly at: string },
  scope: ExportBody,
  drafts: string,
  { tables, bytes, sheets }: Dumped,
  onProgress: (done: number, total: number) => Promise<void>,
): AsyncGenerator<ZipPart> {
  const files: Listed[] = []
  const total = tables.length + bytes.length + sheets.length
  const tell = (file: Listed): Promise<void> => onProgress(files.push(file), total)
  for (const { listed, draft } of tables) {
    yield { path: listed.path, compress: true, content: createReadStream(draft) }
    await tell(listed)
  }
  for (const { sha256, size } of bytes) {
    const content = await services.storage.find(sha256, size)
    // Missing bytes are the doctor's to name; the rows that name them go along.
    if (content === undefined) continue
    yield { path: `evidence/${sha256}`, compress: false, content }
    await tell({ path: `evidence/${sha256}`, sha256, size })
  }
  for (const [index, sheet] of sheets.entries()) {
    const content = await printSheet(services, join(drafts, `${index}.json`))
    const path = documentPath(sheet, scope)
    yield { path, compress: false, content }
    await tell({ path, sha256: createHash('sha256').update(content).digest('hex'), size: content.byteLength })
  }
  const manifest: Manifest = { format: 'zicha-export-1', program: programVersion, schema: schemaNumber, scope, run: { id: run.id, at: run.at }, files }
  yield { path: 'manifest.json', compress: true, content: Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`) }
}

type Dumped = {
  readonly tables: readonly { readonly listed: Listed; readonly draft: string }[]
  readonly bytes: readonly NamedBytes[]
  readonly sheets: readonly SheetToPrint[]
}

const dump = (services: Pick<Services, 'database'>, scope: ExportBody, drafts: string, by: Person): Promise<Dumped> =>
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
          // The embedded engine answers at once: between two pages others have their turn.
          await setImmediate()
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
    const sheets = await listSheets(db, 'all' in scope ? {} : scope)
    for (const [index, at] of sheets.entries()) {
      await writeFile(join(drafts, `${index}.json`), JSON.stringify(await loadSheet(db, at, by)))
      await setImmediate()
    }
    return {
      tables,
      bytes: [...bytes.values()].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
      sheets,
    }
  })

/** A sheet as it was in the one state that the rows are of. Where the published table no longer takes it, laid out clean. */
const printSheet = async (services: Pick<Services, 'database' | 'storage'>, draft: string): Promise<Uint8Array> => {
  const sheet = JSON.parse(await readFile(draft, 'utf8')) as Sheet
  const filled = await writeSheet(services, sheet, 'docx')
  if ('bytes' in filled) return filled.bytes
  const clean = await writeDocument(sheet.filled, 'docx')
  if ('bytes' in clean) return clean.bytes
  throw new WorkRefused(clean.message)
}

/** 学校名_自查表_年度.docx, at most 120 characters, none of them one that Windows refuses. */
const documentPath = (sheet: SheetToPrint, scope: ExportBody): string => {
  const name = [...sheet.name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')].slice(0, 60).join('')
  return `documents/${'round' in scope ? '' : `${sheet.round}/`}${sheet.unit}_${name}_自查表_${sheet.year}.docx`
}
