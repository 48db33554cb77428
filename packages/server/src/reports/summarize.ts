import {
  factsFromLedger,
  inspectedStandings,
  lackingEvidenceOf,
  mayEdit,
  mergeFacts,
  mergeInspection,
  pointsFromThousandths,
  scoreBare,
  selfStandings,
  toPoints,
  withOverrides,
} from '@zicha/core'
import type { BureauCalendar, CompiledForm, Entry, Evidence, Facts, Form, Inspection, ItemStanding } from '@zicha/core'
import { z } from 'zod'
import { factValue } from '../assessments/assessments.contract.ts'
import { readyForm } from '../assessments/ready-form.ts'
import { answersOf, overrideOf } from '../assessments/reckon-self.ts'
import type { Db } from '../database/database.ts'
import { getEdition } from '../forms/find-edition.ts'
import { evidenceHashes } from '../ledger/read-entry-row.ts'
import { getCalendar } from '../organizations/put-calendar.ts'
import { stageOf } from '../rounds/beneath.ts'
import type { RoundRow } from '../rounds/rounds.queries.ts'
import { unitProfile } from '../rounds/unit-profile.ts'
import { writeStandings } from './kept-standings.ts'
import {
  listAmendedOfUnits,
  listEntriesOfUnits,
  listFactsOfUnits,
  listFilesOfUnits,
  listMarksOfUnits,
  listOpenObjectionsOfUnits,
  listOpenRectificationsOfUnits,
  listOverridesOfUnits,
  listSealsOfUnits,
  listSettledOfUnits,
} from './many-units.queries.ts'
import type { LedgerRow } from './many-units.queries.ts'
import type { ProgressRow, SummaryRow } from './reports.queries.ts'

/** One assessment as a board's list knows it. */
export type Listed = Pick<ProgressRow, 'unit' | 'profile' | 'stage' | 'budget' | 'version'>

/**
 * What a progress board says of these assessments of one round, as they stand now. All that they rest on is read in a
 * few statements for all of them together: unit by unit, the statements alone took nine tenths of a city's first look.
 */
export const summarizeUnits = async (db: Db, round: RoundRow, listed: readonly Listed[]): Promise<SummaryRow[]> => {
  const { form } = await getEdition(db, round.form)
  const calendar = await getCalendar(db, round.bureau)
  const world: World = { form, calendar, compiled: readyForm(form, calendar), year: round.year, kinds: new Map() }
  const touched = listed.filter((one) => one.version > 1)
  const living = touched.filter((one) => mayEdit(stageOf(one)))
  const of = (some: readonly Listed[]) => ({ bureau: round.bureau, round: round.id, units: some.map(({ unit }) => unit) })
  const asked = async <Row extends { readonly unit: string }>(
    some: readonly Listed[],
    list: (db: Db, units: ReturnType<typeof of>) => Promise<Row[]>,
  ): Promise<(unit: string) => readonly Row[]> => byUnit(some.length === 0 ? [] : await list(db, of(some)))
  const seals = await asked(touched.filter((one) => !mayEdit(stageOf(one))), listSealsOfUnits)
  const entries = await asked(touched, listEntriesOfUnits)
  const facts = await asked(living, listFactsOfUnits)
  const overrides = await asked(living, listOverridesOfUnits)
  const files = await asked(touched, listFilesOfUnits)
  const marks = await asked(touched, listMarksOfUnits)
  const settled = await asked(touched, listSettledOfUnits)
  const amended = await asked(touched, listAmendedOfUnits)
  const objections = await asked(touched, listOpenObjectionsOfUnits)
  const problems = await asked(touched, listOpenRectificationsOfUnits)
  return listed.map((one) => {
    const { unit } = one
    const [seal] = seals(unit)
    const filled =
      seal !== undefined
        ? filledOfSeal(world, one, seal.content, { entries: entries(unit), files: files(unit) })
        : living.includes(one)
          ? filledOfRecords(world, one, { entries: entries(unit), facts: facts(unit), overrides: overrides(unit), files: files(unit) })
          : nothingFilled
    const inspected = inspectedOf(form, marks(unit), settled(unit), amended(unit))
    return summaryRow(round, one, filled, inspected, stillOpen(objections(unit), problems(unit)))
  })
}

type World = {
  readonly form: Form
  readonly calendar: BureauCalendar
  readonly compiled: CompiledForm
  readonly year: number
  /** Sets of kinds that were read: a year repeats its few sets. */
  readonly kinds: Map<string, readonly string[]>
}

const byUnit = <Row extends { readonly unit: string }>(rows: readonly Row[]): ((unit: string) => readonly Row[]) => {
  const found = new Map<string, Row[]>()
  for (const row of rows) {
    const known = found.get(row.unit)
    if (known === undefined) found.set(row.unit, [row])
    else known.push(row)
  }
  return (unit) => found.get(unit) ?? []
}

type Filled = {
  readonly answered: number
  /** Thousandths; null where nobody wrote anything: counts of nothing would look like answers. */
  readonly score: number | null
  readonly attention: readonly string[]
  readonly items: readonly ItemStanding[]
}

const nothingFilled: Filled = { answered: 0, score: null, attention: [], items: [] }

/** What a board needs of a seal; the whole of it is parsed where the whole of it is shown. */
const sealedSelf = z.object({
  // A seal may name an answer that was taken back: none is read from it, and the board of a whole round does not stop at it.
  facts: z.record(z.string(), factValue.nullable()).transform((all): Facts => Object.fromEntries(Object.entries(all).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])))),
  self: z.object({
    total: z.number(),
    criteria: z.array(
      z.object({ id: z.string(), max: z.number(), status: z.enum(['scored', 'unanswered', 'not_applicable']), override: z.unknown().optional() }),
    ),
    items: z.array(z.object({ no: z.int(), score: z.number(), answered: z.boolean() })),
  }),
})

/** What was submitted with gaps is what the bureau has to see: a sealed sheet tells of them as one that is being filled. */
const filledOfSeal = (world: World, listed: Listed, content: string, rows: Kept): Filled => {
  const { form } = world
  const sealed = sealedSelf.parse(JSON.parse(content))
  const { total, criteria, items } = sealed.self
  const answered = criteria.filter((one) => one.status !== 'unanswered' || one.override !== undefined).length
  return {
    answered,
    score: toPoints(total),
    items: selfStandings(
      form,
      items.map((item) => ({ ...item, score: toPoints(item.score) })),
      criteria.map(({ id, max, status, override }) => ({ id, max: toPoints(max), status: override === undefined ? status : 'scored' })),
    ),
    attention: [
      ...(answered < criteria.length ? [`${criteria.length - answered}处未答`] : []),
      ...gapsOf(world, listed, sealed.facts, rows.entries.map((row) => entryIn(world, row)), rows.files),
      ...ownMarks(criteria.filter((one) => one.override !== undefined).length),
    ],
  }
}

/** What evidence is told from; a submitted sheet keeps its records as they were. */
type Kept = { readonly entries: readonly LedgerRow[]; readonly files: readonly { readonly sha256: string }[] }

const filledOfRecords = (
  world: World,
  listed: Listed,
  rows: Kept & {
    readonly facts: readonly { readonly key: string; readonly value: string }[]
    readonly overrides: readonly { readonly criterion: string; readonly score: number; readonly reason: string }[]
  },
): Filled => {
  const { form, compiled, year } = world
  const unit = unitProfile(listed.profile, listed.budget)
  const entries = rows.entries.map((row) => entryIn(world, row))
  const facts = mergeFacts(factsFromLedger(form, entries, unit, year), answersOf(rows.facts))
  const score = scoreBare(compiled, { year, unit, facts })
  const self = withOverrides(form, score, rows.overrides.map(overrideOf))
  return {
    answered: self.criteria.filter((one) => one.answered).length,
    score: self.total,
    items: selfStandings(
      form,
      self.items,
      score.criteria.map((one, index) => ({ ...one, status: self.criteria[index]?.reason === undefined ? one.status : 'scored' })),
    ),
    attention: [...gapsOf(world, listed, facts, entries, rows.files), ...ownMarks(rows.overrides.length)],
  }
}

const gapsOf = ({ form, year, calendar }: World, listed: Listed, facts: Facts, entries: readonly Entry[], files: Kept['files']): readonly string[] => {
  const unit = unitProfile(listed.profile, listed.budget)
  const lacking = lackingEvidenceOf({ form, entries, facts, unit, year, today: `${year}-12-31`, calendar })
  const sent = new Set(files.map(({ sha256 }) => sha256))
  const named = new Set(entries.flatMap((entry) => evidenceHashes(entry.evidence)))
  const onTheWay = [...named].filter((hash) => !sent.has(hash)).length
  return [...(lacking.length > 0 ? [`缺材料${lacking.length}件`] : []), ...(onTheWay > 0 ? [`${onTheWay}份材料待上传`] : [])]
}

const noEvidence: readonly Evidence[] = []

const entryIn = ({ kinds }: World, row: LedgerRow): Entry => {
  const countsAs = kinds.get(row.counts_as) ?? (JSON.parse(row.counts_as) as string[])
  kinds.set(row.counts_as, countsAs)
  const evidence = row.evidence === '[]' ? noEvidence : (JSON.parse(row.evidence) as Evidence[])
  return { id: row.id, countsAs, title: row.title, happenedOn: row.happened_on, evidence }
}

const ownMarks = (count: number): readonly string[] => (count > 0 ? [`自改分${count}条`] : [])

/** The inspection column; a decided mark stands in the place of what was given and settled before. */
const inspectedOf = (
  form: Form,
  marks: readonly { readonly inspector: string; readonly item: number; readonly score: number }[],
  settled: readonly { readonly item: number; readonly score: number }[],
  amended: readonly { readonly item: number; readonly score: number }[],
): Inspection | undefined => {
  if (marks.length + settled.length + amended.length === 0) return undefined
  const standing = [...amended, ...settled.filter((row) => !amended.some((one) => one.item === row.item))]
  return mergeInspection(
    form,
    marks.map((row) => ({ ...row, score: pointsFromThousandths(row.score) })),
    standing.map((row) => ({ item: row.item, score: pointsFromThousandths(row.score) })),
  )
}

/** What is still to be decided or put right after the inspection. */
const stillOpen = (objections: readonly unknown[], problems: readonly { readonly state: string }[]): readonly string[] => {
  const toReview = problems.filter(({ state }) => state === 'reported').length
  return [
    ...(objections.length > 0 ? [`异议${objections.length}条待办`] : []),
    ...(toReview > 0 ? [`整改${toReview}件待复核`] : []),
    ...(problems.length > toReview ? [`整改中${problems.length - toReview}件`] : []),
  ]
}

const summaryRow = (
  round: RoundRow,
  listed: Listed,
  filled: Filled,
  inspected: Inspection | undefined,
  open: readonly string[],
): SummaryRow => {
  const disputed = inspected?.items.filter((item) => item.kind === 'differing').length ?? 0
  const marked = inspected?.items.filter((item) => item.marks.length > 0).length ?? 0
  return {
    bureau: round.bureau,
    round: round.id,
    unit: listed.unit,
    version: listed.version,
    answered: filled.answered,
    self_score: filled.score,
    inspection_score: inspected?.complete === true ? inspected.total : null,
    attention: JSON.stringify([
      ...filled.attention,
      ...open,
      ...(disputed > 0 ? [`两人分差${disputed}条`] : []),
      ...(stageOf(listed) === 'inspecting' && marked < (inspected?.items.length ?? Infinity) ? [`已检查${marked}条`] : []),
    ]),
    items: writeStandings(filled.items),
    inspected_items: writeStandings(inspected === undefined ? [] : inspectedStandings(inspected, filled.items)),
  }
}
