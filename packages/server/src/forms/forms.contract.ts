import { z } from 'zod'
import { code, instant } from '../http/values.contract.ts'
import { edition } from './publishing.contract.ts'

/** GET /forms/{id}: one edition as packages/core knows it (core/form/form.ts); an edition never changes. */
export const formAnswer = z.looseObject({
  id: code,
  title: z.string(),
  edition: z.string(),
  total: z.number(),
  sections: z.array(z.looseObject({ no: z.int(), name: z.string(), points: z.number() })).readonly(),
  items: z
    .array(z.looseObject({ no: z.int(), section: z.int(), points: z.number(), duty: z.string(), clause: z.string() }))
    .readonly(),
  criteria: z.array(z.looseObject({ id: z.string(), item: z.int(), points: z.number() })).readonly(),
  /** SHA-256 of the RFC 8785 form of all but these two members; null for the forms that the program carries. */
  hash: z.string().nullable(),
  publishedAt: instant.nullable(),
})

/** GET /forms: what a round can be opened with. Published ones first, newest first. */
export const formList = z.strictObject({ items: z.array(edition) })

/** GET /forms/{id}/guidance: advice by role in our own words, never a rule. */
export const guidanceAnswer = z.strictObject({
  items: z
    .array(z.strictObject({ no: z.int(), clerk: z.string(), secretary: z.string(), inspector: z.string() }))
    .readonly(),
})

/** POST /readings: the answer of `zicha read`. */
export const readingAnswer = z.looseObject({
  findings: z.array(z.looseObject({ level: z.enum(['error', 'warning']), where: z.string(), message: z.string() })).readonly(),
})
