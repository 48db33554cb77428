import { z } from 'zod'
import { code, day, instant, listOf, name, sentence, version } from '../http/values.contract.ts'

export const ownership = z.enum(['public', 'private'])
export const stage = z.enum(['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special'])
export const partyOrganization = z.enum(['branch', 'general_branch', 'committee', 'joint', 'none'])

/** What the forms may ask about a unit: counts and kinds only, nobody's data. */
export const unitProfile = z.strictObject({
  ownership: ownership.optional(),
  stages: z.array(stage).max(6).optional(),
  members: z.int().min(0).max(100_000).optional(),
  partyOrganization: partyOrganization.optional(),
  partyGroups: z.int().min(0).max(1000).optional(),
  retiredOrganization: z.boolean().optional(),
})

/** PUT, GET /units/{code} */
export const unitBody = z.strictObject({
  name,
  kind: z.enum(['city', 'bureau', 'school']),
  parent: code.optional(),
  ...unitProfile.shape,
})
export type UnitBody = z.infer<typeof unitBody>
/** `outOfUse`: a closed or merged school, no longer offered anywhere; what it wrote stays. */
export const unit = unitBody.extend({ code, outOfUse: z.strictObject({ at: instant, reason: z.string() }).optional(), version })
export type Unit = z.infer<typeof unit>
export const unitList = listOf(unit)

/**
 * PUT /units/{code}/use: takes a school out of use or back into it. A school whose table of some round is not frozen yet is
 * only taken out where `evenInRounds` says that this was seen.
 */
export const unitUseBody = z.discriminatedUnion('inUse', [
  z.strictObject({ inUse: z.literal(false), reason: sentence, evenInRounds: z.boolean().optional() }),
  z.strictObject({ inUse: z.literal(true) }),
])
export type UnitUseBody = z.infer<typeof unitUseBody>

/** PUT, GET /units/{bureau}/calendar: semesters as the bureau sets them, MM-DD, and its holidays. */
export const calendarBody = z.strictObject({
  springStartsOn: z.string().regex(/^\d\d-\d\d$/),
  autumnStartsOn: z.string().regex(/^\d\d-\d\d$/),
  /** Days without school; nobody is sent to inspect on one. */
  holidays: z.array(z.strictObject({ name: z.string().trim().min(1).max(40), from: day, to: day })).max(60).optional(),
})
export type CalendarBody = z.infer<typeof calendarBody>
export const calendar = calendarBody.extend({ version })
export type Calendar = z.infer<typeof calendar>
