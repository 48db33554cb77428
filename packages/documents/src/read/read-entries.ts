import { type EntryKind, type ListReading, readList } from '@zicha/core'
import { readSheets } from './list-sheets.ts'
import { Unreadable } from './reading-finding.ts'

export type EntriesOptions = {
  /** The ledger's year: a day outside it is told as a finding. */
  readonly year: number
  readonly kinds: readonly EntryKind[]
  readonly fileName?: string
}

/**
 * Reads an old list of activities as schools keep them from a Word, Excel or text file: every row that tells of an activity
 * becomes an entry, in the list's order. Never throws for a broken, locked, oversized or disguised file: then there are no
 * entries, and one finding of level `error` (`reading.…`) says why and what to do.
 */
export const readEntries = (bytes: Uint8Array, { year, kinds, fileName = '' }: EntriesOptions): ListReading => {
  try {
    return readList(readSheets(bytes), year, kinds)
  } catch (error) {
    const known = error instanceof Unreadable ? error : new Unreadable('broken', fileName || '文件', '文件的内容不完整，读不出来。原文件没有改动，请重新另存一份再放入。')
    return { entries: [], findings: [known.finding], left: [] }
  }
}
