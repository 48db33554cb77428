import { z } from 'zod'
import { code, day, uuid } from '../http/values.contract.ts'
import { factValue } from './assessments.contract.ts'

/** GET R/carry-over: what stood at the end of the unit's last round and may still hold. Nothing counts until confirmed. */
export const carryOver = z.strictObject({
  /** The round it comes from; null where there is none before. */
  from: z.strictObject({ round: code, year: z.int() }).nullable(),
  /** Standing documents: rules, statutes. */
  entries: z.array(
    z.strictObject({
      id: uuid,
      title: z.string(),
      happenedOn: day,
      kinds: z.array(z.string()),
      /** The criteria of this round that it would speak for. */
      feeds: z.array(z.string()),
      carried: z.boolean(),
    }),
  ),
  /** A person's answers of last year that usually hold, and are not yet given this year. */
  facts: z.array(
    z.strictObject({ key: z.string(), criterion: z.string(), title: z.string(), value: factValue, carried: z.boolean() }),
  ),
})
export type CarryOver = z.infer<typeof carryOver>

/** PUT R/carry-over: what a person looked at and found still true. Ids and keys of the offer only; repeated: the same. */
export const carryOverBody = z.strictObject({
  entries: z.array(uuid).max(200),
  facts: z.array(z.string().max(20)).max(200),
})
export type CarryOverBody = z.infer<typeof carryOverBody>
