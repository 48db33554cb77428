import { feedbackSheet, objectionDecision, rectificationNotice, writePaper } from '@zicha/documents'
import type { FeedbackSource } from '@zicha/documents'
import { findSealed } from '../assessments/find-sealed.ts'
import { loadInspection } from '../assessments/inspection-column.ts'
import type { InspectedItem } from '../assessments/inspection-column.ts'
import { deadlinesOf } from '../closing/deadlines.ts'
import { closingView } from '../closing/view-closing.ts'
import type { Closing } from '../closing/closing.contract.ts'
import type { Db } from '../database/database.ts'
import { readConsistently } from '../database/transaction.ts'
import { notFound } from '../http/problem.ts'
import { file } from '../http/reply.ts'
import type { Reply } from '../http/reply.ts'
import type { Services } from '../http/route.ts'
import type { Objection } from '../objections/objections.contract.ts'
import { getObjection } from '../objections/view-objections.ts'
import { findUnitRow } from '../organizations/units.queries.ts'
import { viewRectifications } from '../rectifications/view-rectifications.ts'
import { getBeneath } from '../rounds/beneath.ts'
import type { Beneath, R } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import type { ClosingPaperQuery } from './papers.contract.ts'

type Paper = Parameters<typeof writePaper>[0]
export type NamedPaper = { readonly paper: Paper; readonly name: string }

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

/** Read in one state of the store, written after it is let go. */
const send = async (
  { database }: Pick<Services, 'database'>,
  at: R,
  { format }: ClosingPaperQuery,
  load: (db: Db, beneath: Beneath) => Promise<NamedPaper>,
): Promise<Reply<never>> => {
  const { paper, name } = await readConsistently(database, async (db) => load(db, await getBeneath(db, at)))
  return file({ bytes: await writePaper(paper, format), type: types[format], name: `${name}.${format}` })
}

/** 检查情况反馈表, from the moment the inspection is done. Raises 404 before. `origin`: where its code can be checked. */
export const sendFeedback = (services: Pick<Services, 'database'>, at: R, origin: string, query: ClosingPaperQuery): Promise<Reply<never>> =>
  send(services, at, query, async (db, beneath) => (await findFeedback(db, beneath, origin)) ?? missing())

/** Undefined while there is nothing to sign. */
export const findFeedback = async (db: Db, beneath: Beneath, origin?: string): Promise<NamedPaper | undefined> => {
  const closing = await closingView(db, beneath)
  const sealed = await findSealed(db, beneath)
  if (closing.sheet === null || closing.code === null || closing.inspectedOn === null || sealed === undefined) return undefined
  const column = await loadInspection(db, beneath)
  const selfScores = new Map(sealed.content.self.items.map((item) => [item.no, item.score]))
  const { items: problems } = await viewRectifications(db, beneath)
  // What both signed, until a decision changed a mark: then the seal that proves the total on the paper.
  const code = (sealed.content.amendments ?? []).length === 0 ? closing.code : sealed.code
  const source: FeedbackSource = {
    unit: sealed.content.unit.name,
    bureau: await bureauName(db, beneath),
    year: beneath.round.year,
    inspectedOn: closing.inspectedOn,
    self: sealed.content.self.total,
    inspection: column.complete ? column.total : null,
    differences: column.items.flatMap((item) => {
      const self = selfScores.get(item.no) ?? 0
      if (item.score === null || item.score === self) return []
      const duty = beneath.form.items.find((one) => one.no === item.no)?.duty ?? ''
      return [{ no: item.no, duty, self, inspection: item.score, reason: foundAt(item) }]
    }),
    problems: problems.map(({ no, problem, dueOn }) => ({ no, problem, dueOn })),
    signatures: closing.signers.map(handOf),
    objectionDays: (await deadlinesOf(db, beneath.key)).objectionDays,
    verificationCode: code,
    ...(origin === undefined ? {} : { verifyAddress: `${origin}/verify/${code}` }),
  }
  return { paper: feedbackSheet(source), name: `${source.unit}_检查情况反馈表_${source.year}` }
}

const missing = (): never => {
  throw notFound()
}

/** What was found, as whoever marked it wrote it; what was settled or decided stands for all. */
const foundAt = ({ scores, settled, amended }: InspectedItem): string =>
  amended?.reason ?? settled?.reason ?? [...new Set(scores.flatMap((one) => one.reason ?? []))].join('；')

const handOf = ({ name, role, signature }: Closing['signers'][number]): FeedbackSource['signatures'][number] => ({
  label: role === 'secretary' ? '学校书记签字：' : '检查人签字：',
  name,
  ...(signature === null || signature.strokes === null ? {} : { strokes: signature.strokes }),
  note: signature?.kind === 'paper' ? `手签，${signature.place ?? ''}` : '',
})

/** 异议处理决定. Raises 404 while nothing is decided. */
export const sendDecision = (
  services: Pick<Services, 'database'>,
  at: R & { readonly uuid: string },
  query: ClosingPaperQuery,
): Promise<Reply<never>> =>
  send(services, at, query, async (db, beneath) => (await findDecision(db, beneath, await getObjection(db, beneath, at.uuid))) ?? missing())

/** Undefined while nothing is decided. */
export const findDecision = async (db: Db, beneath: Beneath, { decision, ...objection }: Objection): Promise<NamedPaper | undefined> => {
  const sealed = await findSealed(db, beneath)
  if (decision === null || sealed === undefined) return undefined
  const unit = sealed.content.unit.name
  const paper = objectionDecision({
    unit,
    bureau: await bureauName(db, beneath),
    year: beneath.round.year,
    raisedOn: dayFromInstant(objection.at),
    decidedOn: dayFromInstant(decision.at),
    no: objection.no,
    duty: objection.duty,
    former: objection.score,
    score: decision.score,
    outcome: decision.outcome,
    reason: objection.reason,
    decisionReason: decision.reason,
    verificationCode: sealed.code,
  })
  return { paper, name: `${unit}_异议处理决定_第${objection.no}条` }
}

/** 整改通知 with everything that is not accepted yet. Raises 404 where nothing is. */
export const sendNotice = (services: Pick<Services, 'database'>, at: R, now: Date, query: ClosingPaperQuery): Promise<Reply<never>> =>
  send(services, at, query, async (db, beneath) => {
    const problems = (await viewRectifications(db, beneath)).items.filter((one) => one.state !== 'accepted')
    if (problems.length === 0) throw notFound()
    const unit = beneath.unitRow.name
    const paper = rectificationNotice({
      unit,
      bureau: await bureauName(db, beneath),
      year: beneath.round.year,
      madeOn: dayFromInstant(now.toISOString()),
      problems: problems.map(({ no, problem, dueOn }) => ({ no, problem, dueOn })),
    })
    return { paper, name: `${unit}_整改通知_${beneath.round.year}` }
  })

const bureauName = async (db: Db, { key }: Beneath): Promise<string> => (await findUnitRow(db, key.bureau))?.name ?? key.bureau
