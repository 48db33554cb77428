import { z } from 'zod'
import { day, instant, name, username } from '../http/values.contract.ts'
import { user } from './accounts.contract.ts'

/**
 * POST /users/{username}/handover: the successor gets an account of the same role and unit by a one-time link, the
 * former one may work through `endsOn` and is closed after that day. Records stay where they are.
 */
export const handoverBody = z.strictObject({
  successor: z.strictObject({ username, name }),
  endsOn: day,
})
export type HandoverBody = z.infer<typeof handoverBody>
export const handover = z.strictObject({
  former: user.extend({ endsOn: day }),
  successor: user,
  url: z.string(),
  expiresAt: instant,
})
export type Handover = z.infer<typeof handover>
