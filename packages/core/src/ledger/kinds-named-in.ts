import type { EntryKind } from './entry-kind.ts'

/** A word of a text that names a kind. */
export type KindWord = { readonly at: number; readonly end: number; readonly kind: string }

type Naming = { readonly word: string; readonly rest: string; readonly kinds: readonly string[] }

/**
 * The words of a text that name kinds, in its order, from a vocabulary made ready once for many texts. Longer words win:
 * 党小组会 is not read as 小组会, 主题党日活动 not as 党日活动. A word that ends in another kind's name is of both: 廉政党课.
 * 收…党费 is named by 收一季度党费 too: up to ten characters of the same clause may stand between.
 */
export const kindWordsFrom = (kinds: readonly EntryKind[]): ((text: string) => readonly KindWord[]) => {
  const byFirst = byFirstCharacter(kinds)
  return (text) => {
    const candidates: { readonly at: number; readonly end: number; readonly naming: Naming }[] = []
    for (let at = 0; at < text.length; at++) {
      for (const naming of byFirst.get(text.charAt(at)) ?? []) {
        const end = endOf(naming, text, at)
        if (end !== undefined) candidates.push({ at, end, naming })
      }
    }
    candidates.sort((a, b) => lengthOf(b.naming) - lengthOf(a.naming) || a.at - b.at)
    const taken = new Set<number>()
    const found: KindWord[] = []
    for (const { at, end, naming } of candidates) {
      const rest = end - naming.rest.length
      if (isTaken(taken, at, at + naming.word.length) || isTaken(taken, rest, end)) continue
      // What stands between names what it names by itself: 收…党费 leaves 党小组会 alone.
      for (let place = at; place < end; place++) if (place < at + naming.word.length || place >= rest) taken.add(place)
      found.push(...naming.kinds.map((kind) => ({ at, end, kind })))
    }
    return found.sort((a, b) => a.at - b.at)
  }
}

const lengthOf = ({ word, rest }: Naming): number => word.length + rest.length

const mostBetween = 10
const clauseEnd = /[，,。；;：:、！!？?\n《》]/

/** Where the word ends that begins here; undefined where it does not stand here. */
const endOf = ({ word, rest }: Naming, text: string, at: number): number | undefined => {
  if (!text.startsWith(word, at)) return undefined
  const end = at + word.length
  if (rest === '') return end
  const next = text.indexOf(rest, end)
  return next < 0 || next - end > mostBetween || clauseEnd.test(text.slice(end, next)) ? undefined : next + rest.length
}

const byFirstCharacter = (kinds: readonly EntryKind[]): ReadonlyMap<string, readonly Naming[]> => {
  const namings = new Map<string, Naming[]>()
  for (const kind of kinds) {
    for (const called of [kind.name, ...kind.alsoCalled]) {
      const within = kinds.filter(({ name }) => name !== kind.name && called.endsWith(name)).map(({ name }) => name)
      const [word = called, rest = ''] = called.split('…')
      const first = word.charAt(0)
      namings.set(first, [...(namings.get(first) ?? []), { word, rest, kinds: [kind.name, ...within] }])
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
