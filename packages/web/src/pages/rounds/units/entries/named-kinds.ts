import { kindsToldFrom } from '@zicha/core'
import type { EntryKind } from '@zicha/core'
import { useDeferredValue, useMemo } from 'react'

const none: readonly EntryKind[] = []

/** The kinds that a typed title names, read as old lists are, once there is time: never before a tap or a letter is shown. */
export const useNamedKinds = (title: string | null, kinds: readonly EntryKind[]): readonly string[] => {
  const heard = useDeferredValue(title, null)
  // The vocabulary is made ready with the first title, not for those that only follow kind and day.
  const vocabulary = heard === null ? none : kinds
  const toldIn = useMemo(() => kindsToldFrom(vocabulary), [vocabulary])
  return useMemo(() => (heard === null ? [] : toldIn(heard)), [heard, toldIn])
}

const most = 5

/** The chips begin with what the title names, in its order; where they do already, or it names nothing, they stay as they are. */
export const withNamedFirst = (shown: readonly string[], named: readonly string[]): readonly string[] => {
  const first = named.slice(0, most)
  return first.every((name, index) => shown[index] === name) ? shown : [...first, ...shown.filter((name) => !first.includes(name))].slice(0, most)
}
