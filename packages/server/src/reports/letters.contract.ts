import { z } from 'zod'
import { instant } from '../http/values.contract.ts'

export const letterKind = z.enum(['feedback', 'rectification', 'bulletin'])

/** GET /units/{code}/letter-templates: what a bureau's letters are set by, and what each can say. */
export const letterTemplates = z.strictObject({
  items: z.array(
    z.strictObject({
      kind: letterKind,
      name: z.string(),
      /** The bureau's own file; null: the shipped one. `unused`: a sentence of what the shipped one says and this one does not. */
      own: z.strictObject({ name: z.string(), putAt: instant, putBy: z.string(), unused: z.string().nullable() }).nullable(),
      /** Names that stand in braces; those of a list with the names within. */
      places: z.array(z.strictObject({ place: z.string(), within: z.array(z.string()) })),
    }),
  ),
})
export type LetterTemplates = z.infer<typeof letterTemplates>

/** PUT /units/{code}/letter-templates/{kind}/source: a Word file of at most so much. */
export const largestTemplate = 5 * 1024 * 1024

/** GET /rounds/{round}/letters?kind=bulletin; GET R/letters?kind=feedback|rectification: Word, from the template. */
export const unitLetterQuery = z.strictObject({ kind: z.enum(['feedback', 'rectification']) })
/** POST /rounds/{round}/letters: one for each school whom it concerns, in one zip. */
export const roundLettersBody = z.strictObject({ kind: z.enum(['feedback', 'rectification']) })
