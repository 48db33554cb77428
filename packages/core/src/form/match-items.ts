import type { FormItem } from './form.ts'

/** Below this share of common pairs of characters two wordings are two duties. */
const alike = 0.45

/**
 * The items of a new edition with those of the old that they go on from: equal wording first, then the likest,
 * each at most once. What has no partner is not in the answer.
 */
export const matchItems = (before: readonly FormItem[], after: readonly FormItem[]): ReadonlyMap<FormItem, FormItem> => {
  const partners = new Map<FormItem, FormItem>()
  const free = new Set(before)
  const pair = (now: FormItem, old: FormItem): void => {
    partners.set(now, old)
    free.delete(old)
  }
  for (const wordingOf of [whole, dutyOf]) {
    for (const now of after) {
      if (partners.has(now)) continue
      const old = [...free].find((one) => wordingOf(one) !== '' && wordingOf(one) === wordingOf(now))
      if (old !== undefined) pair(now, old)
    }
  }
  const left = after.filter((item) => !partners.has(item))
  const pairsOf = new Map([...left, ...free].map((item) => [item, pairsIn(whole(item))]))
  const candidates = left
    .flatMap((now) => [...free].map((old) => ({ now, old, likeness: likeness(pairsOf.get(now), pairsOf.get(old)) })))
    .filter((one) => one.likeness >= alike)
    .toSorted((a, b) => b.likeness - a.likeness || a.now.no - b.now.no || a.old.no - b.old.no)
  for (const { now, old } of candidates) if (!partners.has(now) && free.has(old)) pair(now, old)
  return partners
}

const whole = (item: FormItem): string => bare(`${item.duty}${item.clause}`)
const dutyOf = (item: FormItem): string => bare(item.duty)

/** Numbers and marks change from edition to edition: the words are what a duty is known by. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\d.,:;!?()"'，。；：、！？（）“”‘’]/g, '')

const pairsIn = (text: string): ReadonlySet<string> => {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2))
  return pairs
}

/** Twice the common pairs by all pairs: 0 for nothing in common, 1 for the same words. */
const likeness = (one: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()): number => {
  let common = 0
  for (const pair of one) if (other.has(pair)) common += 1
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}
