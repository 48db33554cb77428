import { z } from 'zod'
import { code, instant, sentence, username, uuid, version } from '../http/values.contract.ts'

/** POST /suggestions: 投诉建议, text only, to the bureau's inbox. The caller names it: the same call again is the same. */
export const suggestionBody = z.strictObject({
  id: uuid,
  text: z.string().trim().min(1).max(2000),
  /** The page it was written on: /rounds/2026/units/yucai. */
  page: z.string().max(300).optional(),
})
export type SuggestionBody = z.infer<typeof suggestionBody>

export const suggestion = z.strictObject({
  id: uuid,
  text: z.string(),
  page: z.string().nullable(),
  by: username,
  byName: z.string(),
  unit: code,
  unitName: z.string(),
  at: instant,
  answer: z.strictObject({ text: z.string(), by: username, at: instant }).nullable(),
  version,
})
export type Suggestion = z.infer<typeof suggestion>

/** GET /suggestions: a bureau's inbox; for everybody else the own ones with their answers. Newest first. */
export const suggestionList = z.strictObject({ items: z.array(suggestion), next: z.string().nullable() })

/** PUT /suggestions/{uuid}/answer: 已答复, seen by the writer. */
export const suggestionAnswerBody = z.strictObject({ text: sentence })
