import { z } from 'zod'
import { code, day, username, version } from '../http/values.contract.ts'

const member = z.strictObject({ username, sections: z.array(z.int().min(1).max(999)).max(200) })
const visit = z.strictObject({ unit: code, day: day.nullable() })

/** PUT /rounds/{id}/groups: who goes together, who sees to which sections, which unit on which day. */
export const groupsBody = z.strictObject({
  groups: z.array(z.strictObject({ members: z.array(member).max(20), visits: z.array(visit).max(5000) })).max(200),
})
export type GroupsBody = z.infer<typeof groupsBody>

/** GET: an inspector sees the own group only. `version` is the round's: saving groups changes who inspects what. */
export const groups = z.strictObject({
  groups: z.array(
    z.strictObject({
      members: z.array(member.extend({ name: z.string() })),
      visits: z.array(visit.extend({ name: z.string() })),
    }),
  ),
  sections: z.array(z.strictObject({ no: z.int(), name: z.string(), items: z.int() })),
  /** For those who form groups: everybody who may inspect, with the units they keep away from. */
  inspectors: z.array(z.strictObject({ username, name: z.string(), unit: code, formerUnits: z.array(code) })),
  /** `marked`: an inspector wrote a mark there already, so taking it off a group would lose who goes on with it. */
  units: z.array(z.strictObject({ code, name: z.string(), marked: z.boolean() })),
  version,
})
export type GroupsAnswer = z.infer<typeof groups>

/** PUT, GET /users/{username}/former-units: codes of units where an inspector worked before, for avoidance. */
export const formerUnitsBody = z.strictObject({ units: z.array(code).max(100) })
export type FormerUnitsBody = z.infer<typeof formerUnitsBody>
export const formerUnits = formerUnitsBody.extend({ version })
export type FormerUnits = z.infer<typeof formerUnits>
