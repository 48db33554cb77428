import { listGaps } from '@zicha/core'
import type { VisitGap } from '@zicha/core'
import { gapPaper, inspectionSheet, writePaper } from '@zicha/documents'
import type { InspectionPaperSource } from '@zicha/documents'
import { listFactRows } from '../assessments/assessments.queries.ts'
import { answersOf } from '../assessments/reckon-self.ts'
import { scoreAnswer } from '../assessments/score-answer.ts'
import type { ScoreAnswer } from '../assessments/assessments.contract.ts'
import type { Db } from '../database/database.ts'
import { readConsistently } from '../database/transaction.ts'
import { listReceivedEvidence } from '../evidence/evidence.queries.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import { listAllEntryRows } from '../ledger/entries.queries.ts'
import { contentOfRow, evidenceHashes } from '../ledger/read-entry-row.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { InspectionPaperQuery } from './papers.contract.ts'
import { paperTypes } from './send-paper.ts'

/** 现场检查表 or 缺口清单 of one school, whole or of some duties, to be carried on paper. No mark of anybody is on it. */
export const sendInspectionPaper = async (
  { database }: Pick<Services, 'database'>,
  at: R,
  now: Date,
  { kind, format, sections }: InspectionPaperQuery,
): Promise<Reply<never>> => {
  const { source, score, gaps } = await readConsistently(database, (db) => loadInspectionPaper(db, at, now, sections))
  const selfScores = Object.fromEntries(score.items.filter(({ no }) => isAnswered(score, source, no)).map(({ no, score: own }) => [no, own]))
  const paper = kind === 'sheet' ? inspectionSheet(source, selfScores) : gapPaper(source, gaps)
  const name = `${source.unit}_${kind === 'sheet' ? '现场检查表' : '缺口清单'}_${source.year}.${format}`
  return file({ bytes: await writePaper(paper, format), type: paperTypes[format], name })
}

type Loaded = { readonly source: InspectionPaperSource; readonly score: ScoreAnswer; readonly gaps: readonly VisitGap[] }

const loadInspectionPaper = async (db: Db, at: R, now: Date, sections: readonly number[] | undefined): Promise<Loaded> => {
  const beneath = await getBeneath(db, at)
  const score = await scoreAnswer(db, beneath)
  return {
    source: {
      unit: beneath.unitRow.name,
      year: beneath.round.year,
      madeOn: dayFromInstant(now.toISOString()),
      form: beneath.form,
      ...(sections === undefined ? {} : { sections }),
    },
    score,
    gaps: await loadGaps(db, beneath, score),
  }
}

/** An item of which nothing is answered has no self score: its field stays empty. */
const isAnswered = (score: ScoreAnswer, { form }: InspectionPaperSource, no: number): boolean =>
  form.criteria
    .filter(({ item }) => item === no)
    .some(({ id }) => score.criteria.some((one) => one.id === id && (one.status !== 'unanswered' || one.override !== undefined)))

const loadGaps = async (db: Db, beneath: Beneath, score: ScoreAnswer): Promise<readonly VisitGap[]> => {
  const { key, form, unit } = beneath
  const entries = (await listAllEntryRows(db, key)).map((row) => ({ id: row.id, ...contentOfRow(row) }))
  const received = await listReceivedEvidence(db, key, [...new Set(entries.flatMap(({ evidence = [] }) => evidenceHashes(evidence)))])
  return listGaps({
    form,
    unit,
    answered: answersOf(await listFactRows(db, key)),
    criteria: score.criteria.map((one) => ({ ...one, overridden: one.override !== undefined })),
    records: entries.map(({ id, title, happenedOn, evidence = [] }) => {
      const hashes = evidenceHashes(evidence)
      return {
        id,
        title,
        happenedOn,
        files: hashes.length,
        missing: hashes.filter((sha256) => !received.has(sha256)).length,
        references: evidence.flatMap((one) => ('sha256' in one ? [] : [`${one.reference}${one.place === undefined ? '' : `，放在${one.place}`}`])),
      }
    }),
  })
}
