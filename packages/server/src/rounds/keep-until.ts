import type { RoundRow } from './rounds.queries.ts'

/**
 * Until when the photos of a round are kept, the day included: as the bureau set it, else to the end of the year after
 * the round's own, when objections and rectification are long over. Every round has such a day.
 */
export const keepUntilOf = (round: Pick<RoundRow, 'year' | 'keep_evidence_until'>): string =>
  round.keep_evidence_until ?? `${round.year + 1}-12-31`
