import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { evidenceIndex, listCode, recordsPage, verifyPage, verifyPageName, writePaper } from '@zicha/documents'
import type { PackedFile } from '@zicha/documents'
import { z } from 'zod'
import { readConsistently } from '../database/transaction.ts'
import { code } from '../http/values.contract.ts'
import { WorkRefused } from '../jobs/work.ts'
import type { RunningJob, Work } from '../jobs/work.ts'
import { writeZip } from '../jobs/write-zip.ts'
import type { ZipPart } from '../jobs/write-zip.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { loadRecords, namesOf } from './paper-records.ts'
import type { Loaded } from './paper-records.ts'
import { loadSheet, writeSheet } from './write-sheet.ts'
import type { Sheet } from './write-sheet.ts'

export const evidencePackBody = z.strictObject({ round: code, unit: code })

const evidenceFolder = '佐证材料'

/** One school's year as a packet that anybody can hold against its own list, without a network and without this program. */
export const makeEvidencePack: Work = {
  keepDays: 7,
  run: async (job) => {
    const at = evidencePackBody.parse(job.what)
    const { records, sheet } = await readConsistently(job.services.database, async (db) => ({
      records: await loadRecords(db, at, job.now),
      sheet: await loadSheet(db, at, job.person),
    }))
    const told = { code: '', missing: 0 }
    const { unit, year } = records.source
    return {
      file: { pieces: writeZip(partsOf(job, records, sheet, told)), name: `${unit}_材料包_${year}.zip`, type: 'application/zip' },
      said: () => `清单校验码 ${told.code}${told.missing === 0 ? '' : `；有${told.missing}份材料的文件不在了，包里没有`}`,
    }
  },
}

async function* partsOf(job: RunningJob, records: Loaded, sheet: Sheet, told: { code: string; missing: number }): AsyncGenerator<ZipPart> {
  const { services, now, progress } = job
  const { source, files: rows } = records
  const madeOn = dayFromInstant(now.toISOString())
  const files: PackedFile[] = []
  const named = namesOf(records)
  const total = named.length + 5
  /** Stored, not packed: the page that verifies takes a zip as it is, too. */
  const part = async (path: string, content: Uint8Array | Readable, known?: Omit<PackedFile, 'path'>): Promise<ZipPart> => {
    if (known !== undefined) files.push({ path, ...known })
    else if (content instanceof Uint8Array) files.push({ path, sha256: createHash('sha256').update(content).digest('hex'), size: content.byteLength })
    await progress(files.length, total)
    return { path, compress: false, content }
  }
  for (const face of ['docx', 'pdf'] as const) {
    const written = await writeSheet(services, sheet, face)
    if (!('bytes' in written)) throw new WorkRefused(written.message)
    yield await part(`自查表.${face}`, written.bytes)
  }
  yield await part('佐证材料目录.pdf', await writePaper(evidenceIndex(source, named), 'pdf'))
  const kept: typeof named[number][] = []
  for (const one of named) {
    const row = rows.get(one.sha256)
    const bytes = row === undefined || row.removed_at !== null ? undefined : await services.storage.find(row.stored_sha256, row.stored_size)
    if (row === undefined || bytes === undefined) {
      told.missing += 1
      continue
    }
    kept.push(one)
    yield await part(`${evidenceFolder}/${one.name}`, bytes, { sha256: row.stored_sha256, size: row.stored_size })
  }
  yield await part('活动记录.html', utf8(recordsPage(source, kept, evidenceFolder)))
  told.code = listCode(files)
  const manifest = { format: 'zicha-evidence-1', unit: source.unit, year: source.year, madeOn, code: told.code, files: [...files] }
  yield { path: 'manifest.json', compress: false, content: utf8(`${JSON.stringify(manifest, null, 1)}\n`) }
  yield { path: verifyPageName, compress: false, content: utf8(verifyPage({ unit: source.unit, year: source.year, madeOn, files })) }
  await progress(total, total)
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
