import type { Db } from '../database/database.ts'
import { notFound } from '../http/problem.ts'
import { ok, unchanged } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import { auditedBy, getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R, Writing } from '../rounds/beneath.ts'
import type { OwnersAnswer } from './colleagues.contract.ts'
import { deleteOwner, listOwnerRows, upsertOwner } from './owners.queries.ts'

/** Which department sees to which item. */
export const ownersAnswer = async (db: Db, beneath: Beneath): Promise<OwnersAnswer> => ({
  round: beneath.round.id,
  owners: Object.fromEntries(
    (await listOwnerRows(db, beneath.key)).map((row) => [String(row.item), { owner: row.owner, by: row.set_by, at: row.set_at }]),
  ),
})

/** Sets an item's 责任部门, at any stage: who sees to it is no part of what is scored. An empty text takes it back. */
export const setOwner = async (writing: Writing, at: R & { readonly no: number }, owner: string): Promise<Reply<OwnersAnswer>> => {
  const { db, person, now } = writing
  const beneath = await getBeneath(db, at)
  if (!beneath.form.items.some((item) => item.no === at.no)) throw notFound()
  const { key } = beneath
  const present = (await listOwnerRows(db, key)).find((row) => row.item === at.no)
  if ((present?.owner ?? '') === owner) return unchanged(await ownersAnswer(db, beneath))
  if (owner === '') await deleteOwner(db, key, at.no)
  else {
    const { bureau, round, unit } = key
    await upsertOwner(db, { bureau, round, unit, item: at.no, owner, set_by: person.username, set_at: now.toISOString() })
  }
  return auditedBy(key.bureau, ok(await ownersAnswer(db, beneath)))
}
