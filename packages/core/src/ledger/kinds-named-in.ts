import type { EntryKind } from './entry-kind.ts'

/** A word of a text that names a kind. */
export type KindWord = { readonly at: number; readonly end: number; readonly kind: string }

type Naming = { readonly word: string; readonly kinds: readonly string[] }

/**
 * The words of a text that name kinds, in its order, from a vocabulary made ready once for many texts. Longer words win:
 * 党小组会 is not read as 小组会, 主题党日活动 not as 党日活动. A word that ends in another kind's name is of both: 廉政党课.
 */
export const kindWordsFrom = (kinds: readonly EntryKind[]): ((text: string) => readonly KindWord[]) => {
  const byFirst = byFirstCharacter(kinds)
  return (text) => {
    const candidates: { readonly at: number; readonly naming: Naming }[] = []
    for (let at = 0; at < text.length; at++) {
      for (const naming of byFirst.get(text.charAt(at)) ?? []) if (text.startsWith(naming.word, at)) candidates.push({ at, naming })
    }
    candidates.sort((a, b) => b.naming.word.length - a.naming.word.length || a.at - b.at)
    const taken = new Set<number>()
    const found: KindWord[] = []
    for (const { at, naming } of candidates) {
      const end = at + naming.word.length
      if (isTaken(taken, at, end)) continue
      for (let place = at; place < end; place++) taken.add(place)
      found.push(...naming.kinds.map((kind) => ({ at, end, kind })))
    }
    return found.sort((a, b) => a.at - b.at)
  }
}

const byFirstCharacter = (kinds: readonly EntryKind[]): ReadonlyMap<string, readonly Naming[]> => {
  const namings = new Map<string, Naming[]>()
  for (const kind of kinds) {
    for (const word of [kind.name, ...kind.alsoCalled]) {
      const within = kinds.filter(({ name }) => name !== kind.name && word.endsWith(name)).map(({ name }) => name)
      const first = word.charAt(0)
      namings.set(first, [...(namings.get(first) ?? []), { word, kinds: [kind.name, ...within] }])
    }
  }
  return namings
}

const isTaken = (taken: ReadonlySet<number>, at: number, end: number): boolean => {
  for (let place = at; place < end; place++) if (taken.has(place)) return true
  return false
}

/** The kinds that a title or a line of an old list names, in the order of its words. */
export const kindsNamedIn = (text: string, kinds: readonly EntryKind[]): readonly string[] => [
  ...new Set(kindWordsFrom(kinds)(text).map((one) => one.kind)),
]
