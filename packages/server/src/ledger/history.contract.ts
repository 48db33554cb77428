import { z } from 'zod'
import { instant, uuid, version } from '../http/values.contract.ts'
import { entry, entryBody } from './ledger.contract.ts'

/** GET R/entries/{uuid}/history: who wrote what and when, newest first. Deleted entries have theirs too. */
export const entryHistory = z.strictObject({
  id: uuid,
  deleted: z.boolean(),
  items: z.array(
    z.strictObject({
      version,
      at: instant,
      /** A user name, or the department that wrote by a link: 德育处(链接). */
      by: z.string(),
      byName: z.string(),
      what: z.enum(['recorded', 'changed', 'deleted', 'restored']),
      /** Fields that are unlike the version before; empty for the first one. */
      changed: z.array(z.enum(['countsAs', 'title', 'happenedOn', 'note', 'people', 'evidence', 'capturedAt'])),
      /** What the entry said from then on. */
      content: entryBody,
    }),
  ),
})
export type EntryHistory = z.infer<typeof entryHistory>

/** GET R/deleted-entries: those that can still be taken back, newest first. POST R/entries/{uuid}/restore → the entry. */
export const deletedEntries = z.strictObject({
  items: z.array(entry.extend({ deletedAt: instant, deletedBy: z.string(), restorableUntil: instant })),
})
export type DeletedEntries = z.infer<typeof deletedEntries>
