/** Why an item needs eyes, the most pressing first. */
export type EyesReason = 'differing' | 'override' | 'no_record' | 'no_evidence' | 'late' | 'unanswered'

/** What is known of an item before anybody looks: how its self score came about. */
export type ItemToSee = {
  readonly no: number
  /** Two inspectors gave different marks, and nothing is settled. */
  readonly differing: boolean
  /** The school set the score itself, against the count. */
  readonly override: boolean
  /** Points that rest on a person's yes, with no record behind. */
  readonly claimed: boolean
  /** Points that nobody answered for. */
  readonly unanswered: boolean
  readonly records: readonly { readonly evidence: number; readonly missing: number; readonly late: boolean }[]
}

/** What in an item needs eyes, the most pressing first; empty: what is claimed lies there to be looked at. */
export const eyesReasons = (item: ItemToSee): readonly EyesReason[] => [
  ...(item.differing ? (['differing'] as const) : []),
  ...(item.override ? (['override'] as const) : []),
  ...(item.claimed && item.records.length === 0 ? (['no_record'] as const) : []),
  ...(item.records.some(({ evidence, missing }) => evidence - missing <= 0) ? (['no_evidence'] as const) : []),
  ...(item.records.some(({ late }) => late) ? (['late'] as const) : []),
  ...(item.unanswered ? (['unanswered'] as const) : []),
]

const ranks: Readonly<Record<EyesReason, number>> = { differing: 0, override: 1, no_record: 2, no_evidence: 3, late: 4, unanswered: 5 }

/**
 * The order in which items are gone through: first the own duties, in them what needs eyes most, then in the order of
 * the form. `own` are the item numbers of the own duties; empty: all are everybody's.
 */
export const orderByEyes = (items: readonly ItemToSee[], own: ReadonlySet<number> = new Set()): readonly number[] => {
  const rankOf = (item: ItemToSee): number => {
    const [first] = eyesReasons(item)
    return first === undefined ? Object.keys(ranks).length : ranks[first]
  }
  const notOwn = (no: number): number => (own.size === 0 || own.has(no) ? 0 : 1)
  return items
    .map((item, place) => ({ no: item.no, place, rank: rankOf(item) }))
    .toSorted((a, b) => notOwn(a.no) - notOwn(b.no) || a.rank - b.rank || a.place - b.place)
    .map(({ no }) => no)
}
