import { z } from 'zod'
import { isExact } from '../points.ts'
import type { FormPart } from './form.ts'

/** Points as they stand in a form: not below 0, at most three decimals, so that they are held exactly. */
export const pointsSchema = z.number().min(0).refine(isExact, { params: { reason: 'inexact' } })

export const text = z.string().trim().min(1)

const required = z.strictObject({
  count: z.int().min(1),
  per: z.enum(['year', 'half', 'quarter', 'month', 'semester', 'week', 'term', 'unspecified']),
})

const unitCondition = z.strictObject({ field: z.enum(['partyGroups', 'members']), above: z.int().min(0) })

const everyPart = { fedBy: z.array(text).default([]), onlyIf: unitCondition.exactOptional() }

const cap = pointsSchema.exactOptional()
const points = pointsSchema

const band = z.union([
  z.strictObject({ label: text, points }),
  z.strictObject({ label: text, min: points, max: points }),
])

/** Every kind's own members, before what holds between them. */
export const partUnion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('award'), points, condition: text, ...everyPart }),
  z.strictObject({ kind: z.literal('all_or_nothing'), points, condition: text, ...everyPart }),
  z.strictObject({
    kind: z.literal('shortfall'),
    required,
    deduct_each: points,
    cap,
    points: points.exactOptional(),
    what: text,
    ...everyPart,
  }),
  z.strictObject({
    kind: z.literal('per_occurrence'),
    deduct_each: points,
    unit: text,
    cap,
    condition: text,
    ...everyPart,
  }),
  z.strictObject({ kind: z.literal('deduct_if'), points, condition: text, ...everyPart }),
  z.strictObject({ kind: z.literal('zero_if'), condition: text, ...everyPart }),
  z.strictObject({ kind: z.literal('veto'), condition: text, ...everyPart }),
  z.strictObject({
    kind: z.literal('tiers'),
    levels: z.array(z.strictObject({ label: text, points })).min(1),
    combine: z.enum(['max', 'sum']),
    ...everyPart,
  }),
  z.strictObject({ kind: z.literal('grade_bands'), bands: z.array(band).min(1), ...everyPart }),
  z.strictObject({
    kind: z.literal('bonus'),
    points: points.exactOptional(),
    each: points.exactOptional(),
    cap,
    condition: text,
    ...everyPart,
  }),
  z.strictObject({ kind: z.literal('percentage'), points: points.exactOptional(), formula: text, ...everyPart }),
  z.strictObject({
    kind: z.literal('discretionary'),
    min: points,
    max: points,
    deducts: z.boolean().exactOptional(),
    condition: text.exactOptional(),
    ...everyPart,
  }),
  z.strictObject({ kind: z.literal('na_full'), condition: text, ...everyPart }),
])

/** One rule with what feeds it. Only a shortfall takes its fact from the ledger, so only it may name entry kinds. */
export const partSchema: z.ZodType<FormPart> = partUnion.superRefine((part, context) => {
  const say = (path: string, reason: string) => context.addIssue({ code: 'custom', path: [path], params: { reason } })
  if (part.kind !== 'shortfall' && part.fedBy.length > 0) say('fedBy', 'not_counted')
  if (part.kind === 'bonus' && part.points === undefined && part.each === undefined) say('points', 'bonus_without_points')
  if (part.kind === 'discretionary' && part.min > part.max) say('min', 'min_above_max')
  if (part.kind === 'tiers' && repeats(part.levels.map((level) => level.label))) say('levels', 'repeated')
  if (part.kind === 'grade_bands' && repeats(part.bands.map((one) => one.label))) say('bands', 'repeated')
})

export const repeats = (all: readonly unknown[]): boolean => new Set(all).size < all.length
