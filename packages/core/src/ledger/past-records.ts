import { isDay, monthOf } from '../calendar.ts'

/** What suggestions know of a record of before. */
export type PastRecord = { readonly happenedOn: string; readonly title: string; readonly countsAs: readonly string[] }

/**
 * Kinds that were recorded last year in the month of a day: what belongs to that month most before what comes every month
 * (年度计划 before 集中学习), then in the order of days.
 */
export const kindsOfMonth = (day: string, lastYear: readonly PastRecord[]): readonly string[] => {
  if (!isDay(day)) return []
  const month = monthOf(day)
  const counts = new Map<string, { readonly inYear: number; readonly inMonth: number }>()
  for (const { happenedOn, countsAs } of lastYear.toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1))) {
    const held = monthOf(happenedOn) === month ? 1 : 0
    for (const kind of countsAs) {
      const { inYear, inMonth } = counts.get(kind) ?? { inYear: 0, inMonth: 0 }
      counts.set(kind, { inYear: inYear + 1, inMonth: inMonth + held })
    }
  }
  return [...counts]
    .filter(([, { inMonth }]) => inMonth > 0)
    .sort(([, a], [, b]) => b.inMonth / b.inYear - a.inMonth / a.inYear)
    .map(([kind]) => kind)
}

/** What varies from one time to the next: years, months, quarters, numbers, signs. */
const varying = /\d{4}年度?|[\d一二三四五六七八九十]+月份?|第?[一二三四1-4]季度|[上下]半年|本?年度|第?[\d一二三四五六七八九十]+次|[\d\s.，,。、：:；;（）()“”"《》〈〉—-]/gu

/** Share of the neighbouring pairs of characters that two titles must have in common to be of the same thing. */
const alike = 0.65

const pairsOf = (title: string): ReadonlySet<string> => {
  const fixed = [...title.replace(varying, '')]
  return new Set(fixed.slice(1).map((character, index) => `${fixed[index] ?? ''}${character}`))
}

const likeness = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  let common = 0
  for (const pair of one) if (other.has(pair)) common++
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size)
}

/**
 * What a typed title counted as before, by records with a title like it, the likest first; made ready once for many titles.
 * 书记上开学思政课 of this autumn is what 书记上开学第一课（思政课） of the last one was.
 */
export const kindsLikeBefore = (past: readonly PastRecord[]): ((title: string) => readonly string[]) => {
  const known = past.map(({ title, countsAs }) => ({ countsAs, pairs: pairsOf(title) }))
  return (title) => {
    const pairs = pairsOf(title)
    const like = known
      .map(({ countsAs, pairs: before }) => ({ countsAs, likeness: likeness(pairs, before) }))
      .filter((one) => one.likeness >= alike)
      .sort((a, b) => b.likeness - a.likeness)
    return [...new Set(like.flatMap(({ countsAs }) => countsAs))]
  }
}
