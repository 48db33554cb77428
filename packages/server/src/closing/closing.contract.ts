import { z } from 'zod'
import { day, instant, sha256, username, version } from '../http/values.contract.ts'

/** A drawn signature: movements of a hand on a ground 600 wide and 200 high, points from the top left. */
export const signatureStrokes = z
  .array(z.array(z.tuple([z.int().min(0).max(600), z.int().min(0).max(200)])).min(1).max(600))
  .min(1)
  .max(60)

/**
 * PUT R/signatures/{signer}: `sheet` is the hash of the inspected sheet that was read. Drawn on a screen, or given on
 * paper (手签) with the place where that paper lies.
 */
export const signatureBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('drawn'), sheet: sha256, strokes: signatureStrokes }),
  z.strictObject({ kind: z.literal('paper'), sheet: sha256, place: z.string().trim().min(1).max(120) }),
])
export type SignatureBody = z.infer<typeof signatureBody>

export const signature = z.strictObject({
  signer: username,
  name: z.string(),
  role: z.enum(['inspector', 'secretary']),
  kind: z.enum(['drawn', 'paper']),
  strokes: signatureStrokes.nullable(),
  place: z.string().nullable(),
  /** On whose device it was given: colleagues and the school sign on the inspector's. */
  takenBy: username,
  at: instant,
  /** SHA-256 of the RFC 8785 form of all this with the sheet's hash. */
  hash: sha256,
  version,
})
export type Signature = z.infer<typeof signature>

/** GET R/closing: the sheet that is signed, who signs it and who did. */
export const closing = z.strictObject({
  sheet: sha256.nullable(),
  code: z.string().nullable(),
  inspectedOn: day.nullable(),
  signers: z.array(z.strictObject({ username, name: z.string(), role: z.enum(['inspector', 'secretary']), signature: signature.nullable() })),
})
export type Closing = z.infer<typeof closing>

/** GET /verifications/{code}: what anybody may know of a printed sheet by its 核验码 or its whole hash. No names of people. */
export const verification = z.strictObject({
  unitName: z.string(),
  form: z.string(),
  year: z.int(),
  /** Whose marks the total adds up: the inspectors' once there are any. `open`: items that have none, not in the total. */
  column: z.enum(['self', 'inspection']),
  total: z.number(),
  open: z.int(),
  sealedOn: day,
  hash: sha256,
  code: z.string(),
  /** False where a mark of it changed since, or where the school may fill it anew; a signature changes no mark. */
  latest: z.boolean(),
})
export type Verification = z.infer<typeof verification>

const days = z.int().min(1).max(365)
/** PUT, GET /rounds/{round}/deadlines: days for objecting, for a rectification's report, for its review. */
export const deadlinesBody = z.strictObject({ objectionDays: days, reportDays: days, reviewDays: days })
export type DeadlinesBody = z.infer<typeof deadlinesBody>
export const deadlines = deadlinesBody.extend({ version })
export type Deadlines = z.infer<typeof deadlines>
