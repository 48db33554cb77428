import { pointsFromThousandths } from '@zicha/core'
import type { ItemStanding, Status } from '@zicha/core'
import { z } from 'zod'

/** A column of a summary, item by item: number, score and open points in thousandths, and the place of its status below. */
const statuses = ['scored', 'unanswered', 'not_applicable'] as const satisfies readonly Status[]
const kept = z.array(z.tuple([z.int(), z.int(), z.int(), z.int().min(0).max(statuses.length - 1)]))

export const writeStandings = (standings: readonly ItemStanding[]): string =>
  JSON.stringify(standings.map(({ no, score, open, status }) => [no, score, open, statuses.indexOf(status)]))

export const readStandings = (column: string | null): readonly ItemStanding[] =>
  kept.parse(JSON.parse(column ?? '[]')).map(([no, score, open, status]) => ({
    no,
    score: pointsFromThousandths(score),
    open: pointsFromThousandths(open),
    status: statuses[status] ?? 'scored',
  }))
