import { kindsLikeBefore, kindsToldFrom } from '@zicha/core'
import type { EntryKind, PastRecord } from '@zicha/core'
import { useDeferredValue, useMemo } from 'react'

const noKinds: readonly EntryKind[] = []
const noRecords: readonly PastRecord[] = []

/**
 * The kinds that a typed title names, read as old lists are, then what records with such a title counted as, this year and
 * last; once there is time: never before a tap or a letter is shown.
 */
export const useNamedKinds = (
  title: string | null,
  kinds: readonly EntryKind[],
  past: readonly PastRecord[],
  lastYear: readonly PastRecord[],
): readonly string[] => {
  const heard = useDeferredValue(title, null)
  // Vocabulary and titles are made ready with the first typed title, not for those that only follow kind and day.
  const typed = heard !== null
  const toldIn = useMemo(() => kindsToldFrom(typed ? kinds : noKinds), [typed, kinds])
  const likeBefore = useMemo(() => kindsLikeBefore(typed ? [...past, ...lastYear] : noRecords), [typed, past, lastYear])
  return useMemo(() => {
    if (heard === null) return []
    const known = new Set(kinds.map(({ name }) => name))
    return [...new Set([...toldIn(heard), ...likeBefore(heard)])].filter((name) => known.has(name))
  }, [heard, kinds, toldIn, likeBefore])
}

const most = 5

/** The chips begin with what the title names, in its order; where they do already, or it names nothing, they stay as they are. */
export const withNamedFirst = (shown: readonly string[], named: readonly string[]): readonly string[] => {
  const first = named.slice(0, most)
  return first.every((name, index) => shown[index] === name) ? shown : [...first, ...shown.filter((name) => !first.includes(name))].slice(0, most)
}
