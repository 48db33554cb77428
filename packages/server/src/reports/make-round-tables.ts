import { setImmediate } from 'node:timers/promises'
import { safeNames } from '@zicha/documents'
import { z } from 'zod'
import type { Db } from '../database/database.ts'
import { readConsistently } from '../database/transaction.ts'
import type { Services } from '../http/route.ts'
import { code } from '../http/values.contract.ts'
import { WorkRefused } from '../jobs/work.ts'
import type { RunningJob, Work } from '../jobs/work.ts'
import { writeZip } from '../jobs/write-zip.ts'
import type { ZipPart } from '../jobs/write-zip.ts'
import { sendRoundPaper } from './round-papers.ts'
import { loadSheet, writeSheet } from './write-sheet.ts'
import type { Sheet } from './write-sheet.ts'

export const roundTablesBody = z.strictObject({ round: code })

/**
 * Every unit's filled table as Word, named by code and school, with the summary in front, in one zip. A table that takes no
 * values is named in the result and holds the others up no more than it must.
 */
export const makeRoundTables: Work = {
  keepDays: 7,
  run: async (job) => {
    const { round } = roundTablesBody.parse(job.what)
    const units = await listAsked(job.services.database.reader, round)
    if (units.length === 0) throw new WorkRefused('这一轮还没有学校，没有表可做。请先把学校加进这一轮。')
    const refused: string[] = []
    return {
      file: { pieces: writeZip(partsOf(job, round, units, refused)), name: `自查表_${units[0]?.year ?? ''}_${units.length}所.zip`, type: 'application/zip' },
      said: () => (refused.length === 0 ? null : `${refused.length}所的表没有做成：${refused.slice(0, 3).join('、')}。请打开这几所的表看看。`),
    }
  },
}

type Asked = { readonly unit: string; readonly name: string; readonly year: number }

const listAsked = (db: Db, round: string): Promise<Asked[]> =>
  db
    .selectFrom('assessments')
    .innerJoin('units', 'units.code', 'assessments.unit')
    .innerJoin('rounds', 'rounds.id', 'assessments.round')
    .select(['assessments.unit', 'units.name', 'rounds.year'])
    .where('assessments.round', '=', round)
    .orderBy('assessments.unit')
    .execute()

/** Read ahead of the writing: while the document thread fills one table, the next is asked for. */
async function* partsOf({ services, person, progress }: RunningJob, round: string, units: readonly Asked[], refused: string[]): AsyncGenerator<ZipPart> {
  const names = safeNames(units.map(({ unit, name, year }) => `${unit}_${name}_自查表_${year}.docx`))
  const total = units.length + 2
  let done = 0
  for (const format of ['xlsx', 'docx'] as const) {
    const reply = await sendRoundPaper(services, round, { kind: 'summary', format })
    if (reply.kind === 'bytes' && reply.file.bytes instanceof Uint8Array) yield { path: `检查汇总表_${units[0]?.year ?? ''}.${format}`, compress: false, content: reply.file.bytes }
    await progress((done += 1), total)
  }
  const read = (index: number): Promise<Sheet> | undefined => {
    const at = units[index]
    return at === undefined ? undefined : readConsistently(services.database, (db) => loadSheet(db, { round, unit: at.unit }, person))
  }
  let next = read(0)
  for (const [index, { name }] of units.entries()) {
    const sheet = await next
    if (sheet === undefined) break
    const writing = writeTable(services, sheet)
    next = read(index + 1)
    const bytes = await writing
    if (bytes === undefined) refused.push(name)
    else yield { path: names[index] ?? `${index}.docx`, compress: false, content: bytes }
    await setImmediate()
    await progress((done += 1), total)
  }
}

const writeTable = async (services: Pick<Services, 'database' | 'storage'>, sheet: Sheet): Promise<Uint8Array | undefined> => {
  const written = await writeSheet(services, sheet, 'docx')
  return 'bytes' in written ? written.bytes : undefined
}
