import type { EntryKind } from './entry-kind.ts'

/**
 * Kinds that usually go together with those chosen (合并召开), most likely first.
 * What was held together before in this unit counts most; then what the vocabulary says, read both ways.
 */
export const companionsOf = (
  chosen: readonly string[],
  kinds: readonly EntryKind[],
  past: readonly { readonly countsAs: readonly string[] }[] = [],
): readonly string[] => {
  const weights = kinds
    .filter((kind) => !chosen.includes(kind.name))
    .map((kind, order) => ({ name: kind.name, order, weight: weightOf(kind, chosen, kinds, past) }))
  return weights
    .filter((one) => one.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .map((one) => one.name)
}

const weightOf = (
  kind: EntryKind,
  chosen: readonly string[],
  kinds: readonly EntryKind[],
  past: readonly { readonly countsAs: readonly string[] }[],
): number => {
  const said = chosen.filter(
    (name) => kind.goesWith.includes(name) || kinds.find((one) => one.name === name)?.goesWith.includes(kind.name),
  ).length
  const held = past.filter(
    (entry) => entry.countsAs.includes(kind.name) && entry.countsAs.some((name) => chosen.includes(name)),
  ).length
  return said + 2 * held
}
