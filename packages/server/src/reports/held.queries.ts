import type { Db } from '../database/database.ts'

export type HeldRow = { readonly unit: string; readonly name: string; readonly times: number | string | bigint }

/** Every unit of a round with how many of its living entries count as a kind between two days, by unit code. */
export const countEntriesOfKind = (
  db: Db,
  of: { readonly bureau: string; readonly round: string; readonly kind: string; readonly from: string; readonly to: string },
): Promise<HeldRow[]> =>
  db
    .selectFrom('assessments')
    .innerJoin('units', 'units.code', 'assessments.unit')
    .leftJoin('entries', (joined) =>
      joined
        .onRef('entries.bureau', '=', 'assessments.bureau')
        .onRef('entries.round', '=', 'assessments.round')
        .onRef('entries.unit', '=', 'assessments.unit')
        .on('entries.deleted_at', 'is', null)
        .on('entries.happened_on', '>=', of.from)
        .on('entries.happened_on', '<=', of.to)
        .on('entries.counts_as', 'like', `%${literally(JSON.stringify(of.kind))}%`),
    )
    .select((row) => ['assessments.unit', 'units.name', row.fn.count('entries.id').as('times')])
    .where('assessments.bureau', '=', of.bureau)
    .where('assessments.round', '=', of.round)
    .groupBy(['assessments.unit', 'units.name'])
    .orderBy('assessments.unit')
    .execute()

/** A kind's name has no signs of its own for `like`; whatever has would find nothing that it does not name. */
const literally = (text: string): string => text.replace(/[%_\\]/gu, '')
