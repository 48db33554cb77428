import { defaultCalendar, factsFromLedger, feedsOf, keyedParts, periodsOf, tallyOf } from '@zicha/core'
import type { Entry, Form, UnitProfile } from '@zicha/core'

/** One line under 保存后算作: what it counts as, for which item, how that item then stands. */
export type CountsLine = {
  readonly criterion: string
  readonly item: number
  readonly title: string
  /** 11月做到 · 还缺1次 · 已经够了; absent where it only helps a person to answer. */
  readonly stands: string | null
}

/**
 * What a record would do for the form, from the same reading that scores it: the counts with their standing first,
 * then the criteria for which it only suggests an answer.
 */
export const whatItCounts = (
  form: Form,
  unit: UnitProfile,
  year: number,
  others: readonly Entry[],
  entry: Entry,
): readonly CountsLine[] => {
  const feeds = feedsOf(form, entry.countsAs, unit)
  const before = factsFromLedger(form, others, unit, year)
  const after = factsFromLedger(form, [...others, entry], unit, year)
  const counted = form.criteria
    .filter((criterion) => feeds.counts.includes(criterion.id))
    .flatMap((criterion): readonly CountsLine[] =>
      keyedParts(criterion).flatMap(({ key, part }) => {
        if (part.kind !== 'shortfall' || !part.fedBy.some((kind) => entry.countsAs.includes(kind))) return []
        const was = tallyOf(part.required, before[key], year, defaultCalendar)
        const is = tallyOf(part.required, after[key], year, defaultCalendar)
        const filled = was.gaps.some((gap) => !is.gaps.some((one) => one.index === gap.index))
        const period = periodsOf(year, part.required.per).find(({ from, to }) => from <= entry.happenedOn && entry.happenedOn <= to)
        const line = { criterion: criterion.id, item: criterion.item, title: criterion.title }
        if (is.missing === was.missing) return [{ ...line, stands: was.missing === 0 || period === undefined ? '已经够了' : `${period.name}已经有过` }]
        if (filled && period !== undefined) return [{ ...line, stands: `${period.name}做到` }]
        return [{ ...line, stands: `还缺${is.missing}次` }]
      }),
    )
  const suggested = form.criteria
    .filter((criterion) => feeds.suggests.includes(criterion.id))
    .map((criterion): CountsLine => ({ criterion: criterion.id, item: criterion.item, title: criterion.title, stands: null }))
  return [...counted, ...suggested]
}
