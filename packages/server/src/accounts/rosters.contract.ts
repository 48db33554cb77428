import { z } from 'zod'
import { code, instant, name, username } from '../http/values.contract.ts'
import { unitProfile } from '../organizations/organizations.contract.ts'

/** What a column of the list is taken for; `private` columns (telephone, identity, mail) are never taken. */
export const rosterColumn = z.enum([
  'unit', 'code', 'stages', 'ownership', 'members', 'partyOrganization', 'partyGroups', 'secretary', 'secretaryAccount',
  'clerk', 'clerkAccount', 'person', 'post', 'account', 'formerUnits', 'private', 'unused',
])
export type RosterColumnName = z.infer<typeof rosterColumn>

const rosterRole = z.enum(['secretary', 'clerk', 'inspector'])

/** A school with its people, as the bureau takes it. What a list does not say is absent, and stays as it is. */
export const rosterUnit = z.strictObject({
  code,
  name,
  ...unitProfile.shape,
  /** `formerUnits`: codes of schools where an inspector worked; they are added to what is known, none is taken away. */
  people: z.array(z.strictObject({ username, name, role: rosterRole, formerUnits: z.array(code).max(30).optional() })).max(20),
})
export type RosterUnit = z.infer<typeof rosterUnit>

const rosterFinding = z.strictObject({ level: z.enum(['error', 'warning']), message: z.string() })

/** POST /units/{code}/roster/preview?columns=unit,code,…: bytes of a list → what each school would become. Nothing is kept. */
export const rosterQuery = z.strictObject({
  columns: z
    .string()
    .max(4000)
    .transform((text) => text.split(','))
    .pipe(z.array(rosterColumn).max(200))
    .optional(),
})
export const rosterPreview = z.strictObject({
  fileName: z.string(),
  columns: z.array(z.strictObject({ head: z.string(), column: rosterColumn })),
  units: z.array(
    z.strictObject({
      /** The first row of the list that names it, from 1. */
      row: z.int(),
      /** `office`: the list names the office itself or one under it. It stays as it is; only its people come in. */
      kind: z.enum(['school', 'office']),
      outcome: z.enum(['new', 'changed', 'same', 'refused']),
      /** As it would be taken; a refused one may bear a code or an account that nothing takes. */
      unit: rosterUnit.extend({
        code: z.string(),
        name: z.string(),
        people: z.array(z.strictObject({ username: z.string(), name: z.string(), role: rosterRole, formerUnits: z.array(z.string()).optional() })),
      }),
      /** What is there now, where the list would change it. */
      current: unitProfile.extend({ name: z.string() }).optional(),
      /** The accounts that would be made, by name. */
      newPeople: z.array(z.string()),
      /** Schools, by name, that would be added to those where an inspector worked. */
      newFormer: z.array(z.strictObject({ username: z.string(), units: z.array(z.string()) })),
      findings: z.array(rosterFinding),
    }),
  ),
  findings: z.array(rosterFinding),
})
export type RosterPreview = z.infer<typeof rosterPreview>

/** POST /units/{code}/roster: all schools and people, or none. The same rows again change nothing. Schools are counted, offices not. */
export const rosterBody = z.strictObject({ units: z.array(rosterUnit).min(1).max(2000) })
export type RosterBody = z.infer<typeof rosterBody>
export const rosterAnswer = z.strictObject({
  made: z.int(),
  changed: z.int(),
  same: z.int(),
  newPeople: z.int(),
  /** Inspectors to whom former schools were added. */
  newFormer: z.int(),
  /** People of these schools who have no password yet: who needs a link. */
  waiting: z.array(username),
})
export type RosterAnswer = z.infer<typeof rosterAnswer>

/** POST /units/{code}/link-sheet: a one-time link each, shown this once; former ones end. With the slips as a PDF, base64. */
export const linkSheetBody = z.strictObject({ usernames: z.array(username).min(1).max(1000) })
export const linkSheet = z.strictObject({
  expiresAt: instant,
  items: z.array(
    z.strictObject({ unit: code, unitName: name, username, name, role: z.string(), isNew: z.boolean(), url: z.string() }),
  ),
  slips: z.string(),
})
export type LinkSheet = z.infer<typeof linkSheet>
