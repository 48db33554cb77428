import { checkDayHasCome, checkEntry, feedsOf, isLate } from '@zicha/core'
import type { Finding, ListReading, ReadEntry } from '@zicha/core'
import type { Db } from '../database/database.ts'
import { listKindsFor } from '../forms/get-form.ts'
import { readUploadedList } from '../forms/read-uploaded-table.ts'
import type { Upload } from '../http/route.ts'
import { readUpload } from '../http/upload.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { listAllEntryRows } from './entries.queries.ts'
import type { ImportPreview } from './imports.contract.ts'
import { listUnreadable } from './imports.problems.ts'

export const largestList = 20 * 1024 * 1024
const longestTitle = 120
const longestNote = 2000
const longestReference = 200

/** What each row of an old list would become; nothing is kept. Raises 422 where the file holds no list. */
export const previewImport = async (db: Db, at: R, upload: Upload, now: Date): Promise<ImportPreview> => {
  const beneath = await getBeneath(db, at)
  const bytes = await readUpload(upload, largestList)
  const kinds = listKindsFor(beneath.form)
  const list = await readUploadedList({ bytes, name: upload.name, kinds, year: beneath.round.year })
  const [first] = list.findings
  if (list.entries.length === 0 && first !== undefined) throw listUnreadable(first)
  const present = new Set((await listAllEntryRows(db, beneath.key)).map((row) => nameOf(row.happened_on, row.title)))
  return {
    fileName: upload.name,
    year: beneath.round.year,
    rows: list.entries.map((entry) => previewRow(entry, list, beneath, present, dayFromInstant(now.toISOString()))),
    findings: list.findings.filter((finding) => !list.entries.some((entry) => tellsOf(finding, entry))).map(copyOf),
    left: [...list.left],
  }
}

type Row = ImportPreview['rows'][number]

const previewRow = (entry: ReadEntry, list: ListReading, beneath: Beneath, present: ReadonlySet<string>, today: string): Row => {
  const { form, unit, round } = beneath
  const { happenedOn } = entry
  const title = entry.title.slice(0, longestTitle)
  const note = noteOf(entry)
  const countsAs = entry.countsAs.slice(0, 12)
  const feeds = feedsOf(form, countsAs, unit)
  const notYet = checkDayHasCome(happenedOn ?? '', today)
  const checked = { id: '', countsAs, title, happenedOn: happenedOn ?? '', evidence: [] }
  return {
    row: entry.source.row,
    happenedOn,
    title,
    countsAs,
    ...(note === undefined ? {} : { note }),
    ...(entry.reference === undefined ? {} : { reference: entry.reference.slice(0, longestReference) }),
    ...(entry.people === undefined ? {} : { people: entry.people }),
    feeds: [...feeds.counts, ...feeds.suggests],
    late: happenedOn !== null && isLate(happenedOn, today),
    alreadyThere: happenedOn !== null && present.has(nameOf(happenedOn, title)),
    ready: happenedOn !== null && notYet.length === 0 && checkEntry(checked, round.year, listKindsFor(form)).length === 0,
    findings: [...list.findings.filter((finding) => tellsOf(finding, entry)), ...notYet, ...cutFindings(entry)].map(copyOf),
  }
}

const noteOf = (entry: ReadEntry): string | undefined => wholeNote(entry).slice(0, longestNote) || undefined

/** A title too long for a title, and a reference too long for one, stand whole in the note. */
const wholeNote = (entry: ReadEntry): string => {
  const whole = entry.title.length > longestTitle ? entry.title : undefined
  const reference = (entry.reference?.length ?? 0) > longestReference ? entry.reference : undefined
  return [whole, entry.note, reference].filter((text) => text !== undefined).join('\n')
}

/** What is longer than a record has room for is told: only its beginning comes along. */
const cutFindings = (entry: ReadEntry): readonly Finding[] =>
  wholeNote(entry).length <= longestNote
    ? []
    : [{ code: 'import.note_cut', level: 'warning', where: `第${entry.source.row}行`, message: `这一行的说明超过${longestNote}个字，只带来前面的。请对照原来的记录补。` }]

const nameOf = (day: string, title: string): string => `${day} ${title.replace(/\s/g, '')}`

/** The reader says where in words (工作表“3月”第5行): the row that they name. */
const tellsOf = (finding: Finding, entry: ReadEntry): boolean => {
  const { row, sheet } = entry.source
  return new RegExp(`(?<!\\d)第${row}行$`).test(finding.where) && (sheet === undefined || finding.where.includes(`“${sheet}”`))
}

const copyOf = ({ code, level, where, message }: Finding): ImportPreview['findings'][number] => ({ code, level, where, message })
