import type { Person } from '../access/person.ts'
import { appendAudit } from '../audit/append-audit.ts'
import type { Db } from '../database/database.ts'
import type { Reply } from '../http/reply.ts'
import type { Writing } from '../rounds/beneath.ts'

/** Something that somebody did, at its moment: the same use case that a request runs, with its audit row. */
export type Deed = {
  readonly at: Date
  readonly by: Person
  readonly action: string
  readonly target: string
  readonly run: (writing: Writing) => Promise<Reply<unknown>>
}

/** Runs deeds in the order of their moments, those of one moment as they were given. */
export const live = async (db: Db, deeds: readonly Deed[]): Promise<void> => {
  for (const deed of deeds.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    const reply = await deed.run({ db, person: deed.by, now: deed.at, ifMatch: undefined })
    if (reply.kind === 'bytes' || !reply.changed) continue
    await appendAudit(db, {
      bureau: reply.audit?.bureau ?? deed.by.bureau,
      at: deed.at,
      actor: deed.by.username,
      action: reply.audit?.action ?? deed.action,
      target: deed.target,
      requestId: `demonstration-${deed.at.getTime()}`,
    })
  }
}
