import { z } from 'zod'
import { code, instant, listOf, username, uuid, version } from '../http/values.contract.ts'

/** A stretch of the clause as written: UTF-16 offsets, `end` exclusive. */
const span = z.strictObject({ start: z.int().min(0), end: z.int().min(0) })

const finding = z.looseObject({
  code: z.string(),
  level: z.enum(['error', 'warning']),
  where: z.string(),
  message: z.string(),
})

/**
 * One row of the uploaded table as the bureau settles it. `criteria` are those of core/form/form.ts.
 * `open` lists what a person must settle before publishing: stretches that went into no rule, sums that do not add up.
 */
export const draftItem = z.strictObject({
  no: z.int(),
  section: z.int(),
  points: z.number(),
  duty: z.string(),
  clause: z.string(),
  where: z.string(),
  /** Stretches read into a rule, and the criterion they went to. */
  read: z.array(span.extend({ criterion: z.string() })),
  unread: z.array(span.extend({ text: z.string() })),
  /** Stretches that a person left out on purpose; they are in `unread` no more. */
  leftOut: z.array(span).optional(),
  criteria: z.array(z.looseObject({ id: z.string(), item: z.int(), points: z.number() })),
  open: z.array(z.string()),
  /** A person looked at this row and kept or corrected its reading. */
  settled: z.strictObject({ by: username, at: instant }).nullable(),
  version,
})
export type DraftItem = z.infer<typeof draftItem>

/** PUT /form-drafts/{uuid}/source: bytes of a docx, xlsx or txt → 201. GET /form-drafts/{uuid}. */
export const formDraft = z.strictObject({
  id: uuid,
  bureau: code,
  fileName: z.string(),
  title: z.string(),
  total: z.number(),
  sections: z.array(z.looseObject({ no: z.int(), name: z.string(), points: z.number() })),
  items: z.array(draftItem),
  /** Kinds of entry that this form brings along, beside the shared vocabulary. */
  entryKinds: z.array(z.looseObject({ name: z.string(), group: z.string() })),
  findings: z.array(finding),
  /** What collides with the national rules on checks and reports: five groups at most, each with an alternative. */
  burden: z.array(z.strictObject({ rule: z.string(), items: z.array(z.int()), message: z.string(), alternative: z.string() })),
  /** True where the uploaded Word file itself can be filled; else a clean table is laid out. */
  fillsSource: z.boolean(),
  openCount: z.int(),
  published: z.strictObject({ id: code, at: instant }).nullable(),
  createdBy: username,
  createdAt: instant,
  version,
})
export type FormDraft = z.infer<typeof formDraft>

/** GET /form-drafts */
export const formDraftList = listOf(
  z.strictObject({ id: uuid, title: z.string(), fileName: z.string(), openCount: z.int(), createdAt: instant, published: code.nullable() }),
)
export type FormDraftList = z.infer<typeof formDraftList>

/** PUT /form-drafts/{uuid}/items/{no}, with If-Match of the item: the row's criteria as settled. Saved as one goes. */
export const draftItemBody = z.strictObject({
  criteria: z.array(z.looseObject({ id: z.string(), points: z.number() })).min(1).max(40),
  /** Stretches that the person looked at and left out on purpose: 只是提示，不算分. */
  leftOut: z.array(span).max(40).default([]),
  /** The row's own points, where the table gives none or they do not add up with its section. */
  points: z.number().min(0).max(1000).optional(),
  /** False takes a settling back: the row waits for a person again. */
  settled: z.boolean().default(true),
})
export type DraftItemBody = z.output<typeof draftItemBody>

/** PUT /form-drafts/{uuid}, with If-Match of the draft: its title, and what its sections weigh (the total follows). */
export const draftHeadBody = z.strictObject({
  title: z.string().trim().min(1).max(120).optional(),
  sections: z.array(z.strictObject({ no: z.int(), name: z.string().trim().min(1).max(120), points: z.number().min(0).max(10_000) })).max(100).optional(),
})
export type DraftHeadBody = z.output<typeof draftHeadBody>

/** POST /form-drafts/{uuid}/publish, repeated: the same edition. */
export const publishBody = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/).max(60),
  edition: z.string().trim().min(1).max(40),
})
export type PublishBody = z.output<typeof publishBody>
export const edition = z.strictObject({
  id: code,
  title: z.string(),
  edition: z.string(),
  total: z.number(),
  /** SHA-256 of the RFC 8785 form of the edition; null for the forms that the program carries. */
  hash: z.string().nullable(),
  publishedAt: instant.nullable(),
})
export type Edition = z.infer<typeof edition>

/** GET /forms/{id}/changes?since={id}: what a new edition changes and what it costs schools. */
export const editionChanges = z.strictObject({
  since: code,
  changes: z.array(z.strictObject({ item: z.int(), what: z.enum(['added', 'removed', 'wording', 'points', 'rule']), message: z.string() })),
  cost: z.array(z.string()),
})
export type EditionChanges = z.infer<typeof editionChanges>
