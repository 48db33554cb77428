import type { EntryKind } from './entry-kind.ts'

/** A word of a text that names a kind. */
export type KindWord = { readonly at: number; readonly end: number; readonly kind: string }

/**
 * The words of a text that name kinds, in its order, from a vocabulary made ready once for many texts. Longer words win:
 * 党小组会 is not read as 小组会, 主题党日活动 not as 党日活动. A word that ends in another kind's name is of both: 廉政党课.
 */
export const kindWordsFrom = (kinds: readonly EntryKind[]): ((text: string) => readonly KindWord[]) => {
  const words = kinds
    .flatMap((kind) => [kind.name, ...kind.alsoCalled].map((word) => ({ word, its: [kind.name, ...kinds.filter(({ name }) => name !== kind.name && word.endsWith(name)).map(({ name }) => name)] })))
    .sort((a, b) => b.word.length - a.word.length)
  return (text) => {
    const taken = new Array<boolean>(text.length).fill(false)
    const found: KindWord[] = []
    for (const { word, its } of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const end = at + word.length
        if (taken.slice(at, end).some(Boolean)) continue
        taken.fill(true, at, end)
        found.push(...its.map((kind) => ({ at, end, kind })))
      }
    }
    return found.sort((a, b) => a.at - b.at)
  }
}

/** The kinds that a title or a line of an old list names, in the order of its words. */
export const kindsNamedIn = (text: string, kinds: readonly EntryKind[]): readonly string[] => [
  ...new Set(kindWordsFrom(kinds)(text).map((one) => one.kind)),
]
