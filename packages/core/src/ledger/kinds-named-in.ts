import type { EntryKind } from './entry-kind.ts'

/**
 * The kinds that a title or a line of an old list names, in the order of its words. Longer words win:
 * 党小组会 is not read as 小组会, 主题党日活动 not as 党日活动.
 */
export const kindsNamedIn = (text: string, kinds: readonly EntryKind[]): readonly string[] => {
  const words = kinds
    .flatMap((kind) => [kind.name, ...kind.alsoCalled].map((word) => ({ word, kind: kind.name })))
    .sort((a, b) => b.word.length - a.word.length)
  const taken = new Array<boolean>(text.length).fill(false)
  const found: { readonly at: number; readonly kind: string }[] = []
  for (const { word, kind } of words) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const end = at + word.length
      if (taken.slice(at, end).some(Boolean)) continue
      taken.fill(true, at, end)
      found.push({ at, kind })
    }
  }
  found.sort((a, b) => a.at - b.at)
  return [...new Set(found.map((one) => one.kind))]
}
