import { sayDay } from '@zicha/core'
import type { LedgerEntry } from '../../../../api/contract.ts'

/** Which records of the year are shown. */
export type Sieve = {
  readonly show: Show
  /** Only those that one item uses. */
  readonly item: number | null
  /** Words of a search: a name, a kind, a day or month, 补录, 第18条. */
  readonly sought: string
}

export type Show = 'all' | 'late' | 'bare'

export const shows: readonly { readonly show: Show; readonly name: string }[] = [
  { show: 'all', name: '全部' },
  { show: 'late', name: '补录' },
  { show: 'bare', name: '没有材料' },
]

/** Every word of the search must be met, each by any of what a record says. */
export const siftEntries = (entries: readonly LedgerEntry[], { show, item, sought }: Sieve): readonly LedgerEntry[] => {
  const words = sought.split(/\s+/u).filter((word) => word !== '')
  return entries.filter(
    (entry) => isShown(entry, show) && (item === null || isOfItem(entry, item)) && words.every((word) => isMet(entry, word)),
  )
}

const isShown = (entry: LedgerEntry, show: Show): boolean => {
  switch (show) {
    case 'all':
      return true
    case 'late':
      return entry.late
    case 'bare':
      return (entry.evidence ?? []).length === 0
  }
}

const isOfItem = (entry: LedgerEntry, item: number): boolean => entry.feeds.some((criterion) => Number(criterion.split('.')[0]) === item)

const isMet = (entry: LedgerEntry, word: string): boolean => {
  const item = /^第?(\d+)条$/u.exec(word)?.[1]
  return (
    (item !== undefined && isOfItem(entry, Number(item))) ||
    (word === '补录' && entry.late) ||
    entry.title.includes(word) ||
    entry.countsAs.some((kind) => kind.includes(word)) ||
    (entry.note ?? '').includes(word) ||
    sayDay(entry.happenedOn).startsWith(word) ||
    entry.happenedOn.includes(word)
  )
}
