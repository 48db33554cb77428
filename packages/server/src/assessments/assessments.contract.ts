import { z } from 'zod'
import { code, day, instant, sentence, username, uuid, version } from '../http/values.contract.ts'
import { unit } from '../organizations/organizations.contract.ts'

export const assessmentStage = z.enum([
  'draft', 'submitted', 'returned', 'inspecting', 'inspected', 'signed', 'frozen',
])

export const factValue = z.union([
  z.boolean(), z.number(), z.string().max(100), z.array(z.string().max(100)).max(400),
  z.strictObject({ applicable: z.boolean() }),
])
/** PUT R/facts: merged; null takes an answer back. */
export const factsBody = z.strictObject({ facts: z.record(z.string().max(20), factValue.nullable()) })
export const facts = z.strictObject({
  facts: z.record(z.string(), factValue),
  /** Who answered last, and when, by key. */
  answered: z.record(z.string(), z.strictObject({ by: username, at: instant })),
  version,
})

const mark = z.strictObject({ no: z.int(), score: z.number(), max: z.number() })
const proposed = z.strictObject({ key: z.string(), value: factValue, because: z.string() })

/** GET R/score: the answer of `zicha score`, with what the pages need beside it. */
export const score = z.strictObject({
  form: code,
  year: z.int(),
  total: z.number(),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      score: z.number(),
      max: z.number(),
      status: z.enum(['scored', 'unanswered', 'not_applicable']),
      because: z.string(),
      entries: z.array(uuid),
      /** What ledger and unit figures suggest to a person; never counted by itself. */
      proposed: z.array(proposed),
      /** A person's own mark with its reason; `score` then is that mark, `computed` the counted one. */
      override: z.strictObject({ score: z.number(), reason: z.string(), by: username, computed: z.number() }).optional(),
    }),
  ),
  items: z.array(mark),
  sections: z.array(mark),
  version,
})
export type ScoreAnswer = z.infer<typeof score>

export type FactsAnswer = z.infer<typeof facts>
export type FactsBody = z.infer<typeof factsBody>

/** PUT, DELETE R/overrides/{criterion}: 改自查分 with a sentence why. */
export const overrideBody = z.strictObject({ score: z.number(), reason: sentence })
/** PUT R/remarks/{no}: 备注 of an item; an empty text takes it back. */
export const remarkBody = z.strictObject({ text: z.string().trim().max(500) })
/** PUT R/figures: figures of the year that proposals compute with. */
export const figuresBody = z.strictObject({ budget: z.number().min(0).max(1e9).nullable().optional() })

export const stageBody = z.strictObject({
  to: z.enum(['submitted', 'returned', 'inspecting', 'inspected', 'signed', 'frozen']),
  reason: sentence.optional(),
  password: z.string().max(1000).optional(),
})
export const snapshot = z.strictObject({ hash: z.string(), total: z.number() })
export const stageAnswer = z.strictObject({ stage: assessmentStage, version, snapshot: snapshot.optional() })

export type StageBody = z.infer<typeof stageBody>
export type StageAnswer = z.infer<typeof stageAnswer>

const history = z.strictObject({
  at: instant, by: username, byName: z.string(), from: assessmentStage, to: assessmentStage, reason: z.string().optional(),
})

/** GET R: one unit's assessment in one round, what every page about it starts from. */
export const assessment = z.strictObject({
  round: code,
  form: code,
  year: z.int(),
  dueOn: day,
  unit,
  bureauName: z.string(),
  /** The bureau's semesters, `MM-DD`: with them a page reckons what is due without a network. */
  calendar: z.strictObject({ springStartsOn: z.string(), autumnStartsOn: z.string() }),
  stage: assessmentStage,
  editable: z.boolean(),
  remarks: z.record(z.string(), z.string()),
  figures: z.strictObject({ budget: z.number().optional() }),
  inspectors: z.array(z.strictObject({ username, name: z.string() })),
  history: z.array(history),
  snapshot: z.strictObject({ hash: z.string(), code: z.string(), total: z.number(), at: instant }).optional(),
  version,
})
export type AssessmentAnswer = z.infer<typeof assessment>

const planLine = z.strictObject({
  criterion: z.string(),
  item: z.int(),
  what: z.string(),
  /** Entry kinds that would settle it: the first is what 记一笔 starts from. */
  kinds: z.array(z.string()),
  /** Last day on which it still counts, where there is one. */
  by: day.nullable(),
  /** A day inside the period, to prefill a late entry from. */
  suggestedOn: day.nullable(),
  loses: z.number(),
  period: z.string().nullable(),
})
/** GET R/plan */
export const plan = z.strictObject({
  today: day,
  lost: z.number(),
  reachable: z.number().describe('Where nothing more is lost'),
  full: z.number().describe('Where every gap that can be repaired is repaired'),
  due: z.array(planLine),
  missing: z.array(planLine),
  upcoming: z.array(planLine),
  lackingEvidence: z.array(
    z.strictObject({
      criterion: z.string(),
      item: z.int(),
      what: z.string(),
      asked: z.array(z.string()),
      points: z.number(),
      kind: z.string().nullable().describe('The kind of record that such a paper belongs to'),
      entry: uuid.nullable().describe('The record that lacks it, its title and day; null where there is none'),
      title: z.string().nullable(),
      on: day.nullable(),
    }),
  ),
  unanswered: z.strictObject({ criteria: z.int(), points: z.number() }),
})
export type PlanAnswer = z.infer<typeof plan>

export const documentQuery = z.strictObject({ format: z.enum(['docx', 'pdf', 'xlsx']) })
/** GET R/pages: the A4 pages as SVG pictures, for the preview. */
export const pages = z.strictObject({ count: z.int(), widthMm: z.number(), heightMm: z.number(), pages: z.array(z.string()) })
export type PagesAnswer = z.infer<typeof pages>
