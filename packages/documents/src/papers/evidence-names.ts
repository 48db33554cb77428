import { printableLine } from '../layout/printable.ts'
import type { PaperRecord } from './paper-record.ts'

/** Where the bytes of a named file are: its hash, the record that names it, and the ending that its type has. */
export type NamedEvidence = { readonly name: string; readonly sha256: string; readonly record: string }

/**
 * Names for the files of a year's records, 学校_条目_日期_序号.ext: a file is named by the first item that its record speaks
 * for, numbered within item and day. A file that several records name is named once.
 */
export const nameEvidence = (
  unit: string,
  records: readonly PaperRecord[],
  endingOf: (sha256: string) => string,
): readonly NamedEvidence[] => {
  const numbers = new Map<string, number>()
  const seen = new Set<string>()
  const school = printableLine(unit).replace(/[\\/:*?"<>|_\s]+/g, '')
  return records.flatMap((record) =>
    record.evidence.flatMap((one): NamedEvidence[] => {
      if (one.kind !== 'file' || !one.arrived || seen.has(one.sha256)) return []
      seen.add(one.sha256)
      const place = `${school}_${itemLabel(record.items[0])}_${record.happenedOn}`
      const number = (numbers.get(place) ?? 0) + 1
      numbers.set(place, number)
      return [{ name: `${place}_${String(number).padStart(2, '0')}${endingOf(one.sha256)}`, sha256: one.sha256, record: record.id }]
    }),
  )
}

const itemLabel = (item: number | undefined): string => (item === undefined ? '未计入' : `第${item}条`)
