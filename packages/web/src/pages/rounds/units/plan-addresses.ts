import type { PlanAnswer } from '../../../api/contract.ts'
import { monthOf } from '../../../ui/day-words.ts'
import { newEntryAddress } from './entries/new-entry-address.ts'

export type PlanLine = PlanAnswer['due'][number]

/** The word at the row's end: what no record settles is looked at, not recorded. */
export const verbOf = (line: PlanLine, verb: string): string => (line.kinds.length === 0 ? '看' : verb)

export const addressOf = (here: string, line: PlanLine, today: string): string => {
  const kind = line.kinds[0]
  return kind === undefined
    ? `${here}/sheet?item=${line.item}`
    : newEntryAddress(here, { kind, on: today, title: line.what })
}

/** A late entry: the stretch of time is known, the day a person must say. */
export const lateAddressOf = (here: string, line: PlanLine): string => {
  const kind = line.kinds[0]
  return kind === undefined
    ? `${here}/sheet?item=${line.item}`
    : newEntryAddress(here, {
        kind,
        title: line.what,
        ...(line.suggestedOn === null ? {} : { month: monthOf(line.suggestedOn) }),
        ...(line.period === null ? {} : { period: line.period }),
      })
}
