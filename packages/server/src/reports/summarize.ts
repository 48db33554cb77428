import { mayEdit, plan, toDecimal, toPoints } from '@zicha/core'
import { findSealed } from '../assessments/find-sealed.ts'
import { loadInspection } from '../assessments/inspection-column.ts'
import { reckonSelf } from '../assessments/reckon-self.ts'
import type { Db } from '../database/database.ts'
import { listReceivedEvidence } from '../evidence/evidence.queries.ts'
import { evidenceHashes } from '../ledger/read-entry-row.ts'
import { listObjectionRows } from '../objections/objections.queries.ts'
import { viewRectifications } from '../rectifications/view-rectifications.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R } from '../rounds/beneath.ts'
import type { SummaryRow } from './reports.queries.ts'

/** What a progress board says of one assessment, as it stands now. */
export const summarize = async (db: Db, at: R): Promise<SummaryRow> => {
  const beneath = await getBeneath(db, at)
  const filled = await filledColumn(db, beneath)
  const column = await loadInspection(db, beneath)
  const marked = column.items.filter((item) => item.scores.length > 0).length
  const disputed = column.items.filter((item) => item.isDisputed).length
  const attention = [
    ...filled.attention,
    ...(await stillOpen(db, beneath)),
    ...(disputed > 0 ? [`两人分差${disputed}条`] : []),
    ...(beneath.stage === 'inspecting' && marked < column.items.length ? [`已检查${marked}条`] : []),
  ]
  return {
    ...beneath.key,
    version: beneath.assessment.version,
    answered: filled.answered,
    self_score: filled.score === null ? null : toPoints(filled.score),
    inspection_score: column.complete && column.total !== null ? toPoints(column.total) : null,
    attention: JSON.stringify(attention),
    items: JSON.stringify(filled.items),
  }
}

/** What is still to be decided or put right after the inspection. */
const stillOpen = async (db: Db, { key, form }: Beneath): Promise<readonly string[]> => {
  const objections = (await listObjectionRows(db, key)).filter((row) => row.outcome === null).length
  const problems = (await viewRectifications(db, { key, form })).items
  const open = problems.filter((one) => one.state !== 'accepted').length
  const toReview = problems.filter((one) => one.state === 'reported').length
  return [
    ...(objections > 0 ? [`异议${objections}条待办`] : []),
    ...(toReview > 0 ? [`整改${toReview}件待复核`] : []),
    ...(open > toReview ? [`整改中${open - toReview}件`] : []),
  ]
}

type Filled = {
  readonly answered: number
  readonly score: number | null
  readonly attention: readonly string[]
  /** Number and self score, in thousandths, of each item that was answered. */
  readonly items: readonly (readonly [number, number])[]
}

/** From the living records while they are filled, from the seal afterwards. */
const filledColumn = async (db: Db, beneath: Beneath): Promise<Filled> => {
  const sealed = await findSealed(db, beneath)
  if (sealed !== undefined) {
    const { criteria, total } = sealed.content.self
    return {
      answered: criteria.filter((one) => one.status !== 'unanswered').length,
      score: total,
      items: sealed.content.self.items.filter((item) => item.answered).map((item) => [item.no, toPoints(item.score)]),
      attention: ownMarks(criteria.filter((one) => one.override !== undefined).length),
    }
  }
  // Nobody wrote anything yet: counts of nothing would look like answers.
  if (mayEdit(beneath.stage) && beneath.assessment.version === 1) return { answered: 0, score: null, attention: [], items: [] }
  const { entries, facts, score, self, calendar, overrideRows } = await reckonSelf(db, beneath)
  const { form, unit, round } = beneath
  const today = `${round.year}-12-31`
  const { lackingEvidence } = plan({ form, entries, facts, unit, year: round.year, today, calendar })
  const hashes = [...new Set(entries.flatMap((entry) => evidenceHashes(entry.evidence)))]
  const onTheWay = hashes.length - (await listReceivedEvidence(db, beneath.key, hashes)).size
  return {
    answered: score.criteria.filter((one) => one.status !== 'unanswered').length,
    score: toDecimal(self.total),
    items: self.items.filter((item) => item.answered).map((item) => [item.no, item.score]),
    attention: [
      ...(lackingEvidence.length > 0 ? [`缺材料${lackingEvidence.length}件`] : []),
      ...(onTheWay > 0 ? [`${onTheWay}份材料待上传`] : []),
      ...ownMarks(overrideRows.length),
    ],
  }
}

const ownMarks = (count: number): readonly string[] => (count > 0 ? [`自改分${count}条`] : [])
