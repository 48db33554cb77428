import { z } from 'zod'
import { code, day, listOf, name, version } from '../http/values.contract.ts'

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
export const unit = unitBody.extend({ code, version })
export type Unit = z.infer<typeof unit>
export const unitList = listOf(unit)

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
