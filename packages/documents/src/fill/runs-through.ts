/**
 * Whether an official wording runs through a published cell, letter for letter and in its order, with spoken advice before,
 * between or after. Advice never stands within a number: 得1分 does not run through 得10分.
 */
export const runsThrough = (official: string, published: string): boolean => {
  if (official === '') return true
  const splitsNumber = (at: number): boolean => isOfNumber(published[at - 1]) && isOfNumber(published[at])
  const found = published.indexOf(official)
  if (found !== -1 && !splitsNumber(found) && !splitsNumber(found + official.length)) return true
  // Ends of the stretches of `published` that hold the first letters of `official`, for one letter more at a time.
  let ends: ReadonlySet<number> = new Set([0])
  for (const letter of official) {
    const gapFrom = Math.min(...[...ends].filter((end) => !splitsNumber(end)))
    const next = new Set<number>()
    for (let at = published.indexOf(letter); at !== -1; at = published.indexOf(letter, at + 1)) {
      if (ends.has(at) || (at > gapFrom && !splitsNumber(at))) next.add(at + 1)
    }
    ends = next
  }
  return [...ends].some((end) => !splitsNumber(end))
}

const isOfNumber = (character: string | undefined): boolean => character !== undefined && /[\d.]/.test(character)
