import type { FactValue } from '@zicha/core'
import type { Beneath, Writing } from '../rounds/beneath.ts'
import { insertMarkChanges, listSectionChecks, upsertSectionCheck } from './mark-changes.queries.ts'

/** An answer by its fact key, or a mark set by hand by its criterion (score in thousandths). Null: taken back. */
export type MarkChange =
  | { readonly kind: 'answer'; readonly key: string; readonly value: FactValue | null }
  | { readonly kind: 'mark'; readonly key: string; readonly value: number | null; readonly reason: string | null }

/** A fact key is the criterion's id, `item.n`, or that id with a letter behind. */
export const criterionOfKey = (key: string): string => key.split('.').slice(0, 2).join('.')

/**
 * Keeps how marks came to be, in the transaction that changes them. A duty that a person had checked is to be checked
 * again once an answer or a mark under it says something else: what was checked is no more what stands there. `givenBy`:
 * the name of who gave them, where this person sends what another left.
 */
export const noteChanges = async ({ db, person, now }: Writing, beneath: Beneath, changes: readonly MarkChange[], givenBy?: string): Promise<void> => {
  const { bureau, round, unit } = beneath.key
  const at = now.toISOString()
  await insertMarkChanges(
    db,
    changes.map((change) => ({
      bureau,
      round,
      unit,
      version: beneath.assessment.version,
      kind: change.kind,
      key: change.key,
      value: change.value === null ? null : JSON.stringify(change.value),
      reason: change.kind === 'mark' ? change.reason : null,
      given_by: givenBy ?? null,
      changed_by: person.username,
      changed_at: at,
    })),
  )
  const touched = new Map(changes.map(({ key }) => [sectionOf(beneath, key), criterionOfKey(key)]))
  if (touched.size === 0) return
  for (const row of await listSectionChecks(db, beneath.key)) {
    const through = touched.get(row.section)
    if (through === undefined || row.undone_at !== null) continue
    await upsertSectionCheck(db, { ...row, undone_by: person.username, undone_at: at, undone_through: through })
  }
}

const sectionOf = ({ form }: Beneath, key: string): number | undefined => {
  const item = form.criteria.find(({ id }) => id === criterionOfKey(key))?.item
  return form.items.find(({ no }) => no === item)?.section
}
