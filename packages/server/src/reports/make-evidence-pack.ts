import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { evidenceIndex, hasInspection, inspectionPage, listCode, recordsPage, verifyPage, verifyPageName, writePaper } from '@zicha/documents'
import type { EndedFile, PackedFile } from '@zicha/documents'
import { z } from 'zod'
import { readConsistently } from '../database/transaction.ts'
import { code } from '../http/values.contract.ts'
import { WorkRefused } from '../jobs/work.ts'
import type { RunningJob, Work } from '../jobs/work.ts'
import { writeZip } from '../jobs/write-zip.ts'
import type { ZipPart } from '../jobs/write-zip.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { loadPackedInspection } from './pack-inspection.ts'
import type { PackedInspection } from './pack-inspection.ts'
import { loadRecords, namesOf } from './paper-records.ts'
import type { Loaded } from './paper-records.ts'
import { loadSheet, writeSheet } from './write-sheet.ts'
import type { Sheet } from './write-sheet.ts'

export const evidencePackBody = z.strictObject({ round: code, unit: code })

const evidenceFolder = '佐证材料'

/**
 * One school's year, with what an inspection made of it as far as whoever asked may see it, as a packet that anybody can hold
 * against its own list, without a network and without this program.
 */
export const makeEvidencePack: Work = {
  keepDays: 7,
  run: async (job) => {
    const at = evidencePackBody.parse(job.what)
    const loaded = await readConsistently(job.services.database, async (db): Promise<Packing> => {
      const records = await loadRecords(db, at, job.now)
      const packed = new Map(namesOf(records).map(({ sha256, name }) => [sha256, `${evidenceFolder}/${name}`]))
      const inspection = await loadPackedInspection(db, at, job.person, job.now, packed)
      return { records, inspection, sheet: await loadSheet(db, at, job.person) }
    })
    const told: Told = { code: '', missing: 0, ended: 0 }
    const { unit, year } = loaded.records.source
    return {
      file: { pieces: writeZip(partsOf(job, loaded, told)), name: `${unit}_材料包_${year}.zip`, type: 'application/zip' },
      said: () => saidOf(told),
    }
  },
}

type Packing = { readonly records: Loaded; readonly inspection: PackedInspection; readonly sheet: Sheet }
type Told = { code: string; missing: number; ended: number }

const saidOf = ({ code, missing, ended }: Told): string =>
  [
    `清单校验码 ${code}`,
    ...(ended === 0 ? [] : [`有${ended}张照片保存期限已到，包里只留名称`]),
    ...(missing === 0 ? [] : [`有${missing}份材料的文件不在了，包里没有`]),
  ].join('；')

async function* partsOf(job: RunningJob, { records, inspection, sheet }: Packing, told: Told): AsyncGenerator<ZipPart> {
  const { services, now, progress } = job
  const { source, files: rows } = records
  const madeOn = dayFromInstant(now.toISOString())
  const files: PackedFile[] = []
  const ended: EndedFile[] = [...inspection.ended]
  const named = namesOf(records)
  const total = named.length + 6 + inspection.papers.length + inspection.texts.length + inspection.files.length
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
    if (row !== undefined && row.removed_at !== null) {
      ended.push({ name: one.name, sha256: row.stored_sha256, removedOn: dayFromInstant(row.removed_at) })
      continue
    }
    const bytes = row === undefined ? undefined : await services.storage.find(row.stored_sha256, row.stored_size)
    if (row === undefined || bytes === undefined) {
      told.missing += 1
      continue
    }
    kept.push(one)
    yield await part(`${evidenceFolder}/${one.name}`, bytes, { sha256: row.stored_sha256, size: row.stored_size })
  }
  yield await part('活动记录.html', utf8(recordsPage(source, kept, evidenceFolder)))
  for (const { path, paper } of inspection.papers) yield await part(path, await writePaper(paper, 'pdf'))
  for (const { path, text } of inspection.texts) yield await part(path, utf8(text))
  for (const { path, sha256, size } of inspection.files) {
    const bytes = await services.storage.find(sha256, size)
    if (bytes === undefined) told.missing += 1
    else yield await part(path, bytes, { sha256, size })
  }
  if (hasInspection(inspection.source)) {
    yield await part('检查和整改.html', utf8(inspectionPage(inspection.source, new Set(files.map(({ path }) => path)))))
  }
  told.code = listCode(files)
  told.ended = ended.length
  const manifest = { format: 'zicha-evidence-1', unit: source.unit, year: source.year, madeOn, code: told.code, files: [...files], ended }
  yield { path: 'manifest.json', compress: false, content: utf8(`${JSON.stringify(manifest, null, 1)}\n`) }
  yield { path: verifyPageName, compress: false, content: utf8(verifyPage({ unit: source.unit, year: source.year, madeOn, files, ended })) }
  await progress(total, total)
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
