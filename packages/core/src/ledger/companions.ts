import { isDay, monthOf } from '../calendar.ts'
import type { EntryKind } from './entry-kind.ts'
import type { PastRecord } from './past-records.ts'

type Together = Pick<PastRecord, 'countsAs' | 'happenedOn'>

/**
 * Kinds that usually go together with those chosen (合并召开), most likely first. What this unit held together in the same
 * month comes first: in March the meeting of last March, with the plan of the year. Then what it held together most
 * often; then what the vocabulary says, read both ways.
 */
export const companionsOf = (
  chosen: readonly string[],
  kinds: readonly EntryKind[],
  past: readonly Together[] = [],
  day = '',
): readonly string[] => {
  const month = isDay(day) ? monthOf(day) : undefined
  const held = new Map<string, { readonly times: number; readonly inMonth: boolean }>()
  for (const { countsAs, happenedOn } of past) {
    if (countsAs.length < 2 || !countsAs.some((name) => chosen.includes(name))) continue
    const inMonth = month !== undefined && monthOf(happenedOn) === month
    for (const name of countsAs) {
      const before = held.get(name)
      held.set(name, { times: (before?.times ?? 0) + 1, inMonth: inMonth || before?.inMonth === true })
    }
  }
  return kinds
    .filter((kind) => !chosen.includes(kind.name))
    .map((kind, order) => {
      const { times, inMonth } = held.get(kind.name) ?? { times: 0, inMonth: false }
      return { name: kind.name, order, inMonth: inMonth ? 1 : 0, weight: 2 * times + timesSaid(kind, chosen, kinds) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.inMonth - a.inMonth || b.weight - a.weight || a.order - b.order)
    .map(({ name }) => name)
}

const timesSaid = (kind: EntryKind, chosen: readonly string[], kinds: readonly EntryKind[]): number =>
  chosen.filter((name) => kind.goesWith.includes(name) || kinds.find((one) => one.name === name)?.goesWith.includes(kind.name)).length
