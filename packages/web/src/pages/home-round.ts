import type { CurrentSession } from '../api/contract.ts'

type Round = CurrentSession['rounds'][number]

/**
 * The round that a school begins with: of those that it may still fill before their day the one that is due first, so
 * that next year's round, opened early, takes nobody away from the table at hand; else the newest.
 */
export const homeRound = (rounds: readonly Round[], today: string): Round | undefined =>
  rounds.filter((round) => round.editable !== false && round.dueOn >= today).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.year - b.year)[0] ??
  rounds[0]

/** What a round is called among others of one school: its year, with its last day where a year has two. */
export const roundWords = (round: Round, rounds: readonly Round[]): string =>
  rounds.some((other) => other.id !== round.id && other.year === round.year)
    ? `${round.year}年度，${Number(round.dueOn.slice(5, 7))}月${Number(round.dueOn.slice(8))}日截止`
    : `${round.year}年度`
