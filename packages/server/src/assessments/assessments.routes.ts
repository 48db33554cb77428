import { z } from 'zod'
import { ok, unchanged } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, relayed } from '../http/values.contract.ts'
import { getBeneath } from '../rounds/beneath.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { answerFacts, factsAnswer } from './answer-facts.ts'
import { assessmentAnswer } from './assessment-answer.ts'
import {
  assessment,
  facts,
  factsBody,
  figuresBody,
  overrideBody,
  plan,
  remarkBody,
  score,
  stageAnswer,
  stageBody,
} from './assessments.contract.ts'
import { carryOver as carryOverShape, carryOverBody } from './carry-over.contract.ts'
import { carryOver, viewCarryOver } from './carry-over.ts'
import { changeStage } from './change-stage.ts'
import { confirmSigner } from './confirm-signer.ts'
import { fillFromPaper, largestSheet, previewPaperSheet } from './fill-from-paper.ts'
import { paperSheet, paperSheetAnswer, paperSheetBody } from './paper-sheet.contract.ts'
import { overrideScore, withdrawOverride } from './override-score.ts'
import { planAnswer } from './plan-answer.ts'
import { scoreAnswer } from './score-answer.ts'
import { setFigures } from './set-figures.ts'
import { writeRemark } from './write-remark.ts'

const r = z.strictObject({ round: code, unit: code })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const

const at = '/rounds/:round/units/:unit'

export const assessmentRoutes = [
  route({
    method: 'GET',
    path: at,
    summary: "One unit's assessment in one round",
    permission: 'assessment.read',
    about,
    params: r,
    answer: assessment,
    consistent: true,
    handle: async (call) => ok(await assessmentAnswer(call.db, await getBeneath(call.db, call.params))),
  }),
  route({
    method: 'GET',
    path: `${at}/facts`,
    summary: 'What people answered',
    permission: 'assessment.read',
    about,
    params: r,
    answer: facts,
    consistent: true,
    handle: async (call) => ok(await factsAnswer(call.db, await getBeneath(call.db, call.params))),
  }),
  route({
    method: 'PUT',
    path: `${at}/facts`,
    summary: 'Merge answers; null takes one back',
    permission: 'assessment.fill',
    about,
    params: r,
    query: relayed,
    body: factsBody,
    answer: facts,
    action: 'facts.put',
    handle: (call) => answerFacts(call, call.params, { ...call.body, ...call.query }),
  }),
  route({
    method: 'GET',
    path: `${at}/score`,
    summary: 'The self score with a reason for every mark',
    permission: 'assessment.read',
    about,
    params: r,
    answer: score,
    consistent: true,
    handle: async (call) => ok(await scoreAnswer(call.db, await getBeneath(call.db, call.params))),
  }),
  route({
    method: 'GET',
    path: `${at}/plan`,
    summary: 'What is due, missing and still possible today',
    permission: 'assessment.read',
    about,
    params: r,
    answer: plan,
    consistent: true,
    handle: async (call) =>
      ok(await planAnswer(call.db, await getBeneath(call.db, call.params), dayFromInstant(call.now.toISOString()))),
  }),
  route({
    method: 'PUT',
    path: `${at}/overrides/:criterion`,
    summary: "Set a criterion's self score with a reason",
    permission: 'assessment.fill',
    about,
    params: r.extend({ criterion: z.string().regex(/^\d{1,3}\.\d{1,3}$/) }),
    query: relayed,
    body: overrideBody,
    answer: score,
    action: 'override.put',
    handle: (call) => overrideScore(call, call.params, { ...call.body, ...call.query }),
  }),
  route({
    method: 'DELETE',
    path: `${at}/overrides/:criterion`,
    summary: 'Take a set self score back',
    permission: 'assessment.fill',
    about,
    params: r.extend({ criterion: z.string().regex(/^\d{1,3}\.\d{1,3}$/) }),
    query: relayed,
    action: 'override.delete',
    handle: (call) => withdrawOverride(call, call.params, call.query.givenBy),
  }),
  route({
    method: 'PUT',
    path: `${at}/remarks/:no`,
    summary: "An item's remark; an empty text takes it back",
    permission: 'assessment.fill',
    about,
    params: r.extend({ no: z.coerce.number().int().min(1).max(999) }),
    body: remarkBody,
    answer: assessment,
    action: 'remark.put',
    handle: (call) => writeRemark(call, call.params, call.body.text),
  }),
  route({
    method: 'POST',
    path: `${at}/paper-sheet/preview`,
    summary: 'A table that the school filled on paper or in Word, beside what the system has. Nothing is kept',
    permission: 'assessment.fillFor',
    about,
    params: r,
    takes: 'bytes',
    limitBytes: largestSheet,
    answer: paperSheet,
    action: 'paper-sheet.preview',
    prepare: (call) => previewPaperSheet(call.db, call.params, call.upload),
    handle: async ({ prepared }) => unchanged(prepared),
  }),
  route({
    method: 'PUT',
    path: `${at}/paper-sheet`,
    summary: 'Type in for a school what it sent; submitting stays the school\'s',
    permission: 'assessment.fillFor',
    about,
    params: r,
    body: paperSheetBody,
    answer: paperSheetAnswer,
    statuses: [200],
    action: 'paper-sheet.put',
    handle: (call) => fillFromPaper(call, call.params, call.body),
  }),
  route({
    method: 'PUT',
    path: `${at}/figures`,
    summary: 'Figures of the year that proposals compute with',
    permission: 'assessment.fill',
    about,
    params: r,
    body: figuresBody,
    answer: assessment,
    action: 'figures.put',
    handle: (call) => setFigures(call, call.params, call.body),
  }),
  route({
    method: 'POST',
    path: `${at}/stage`,
    summary: 'Move to a stage; signing asks for the password again',
    permission: 'assessment.move',
    about,
    params: r,
    body: stageBody,
    answer: stageAnswer,
    action: 'stage.move',
    prepare: (call) => confirmSigner(call),
    handle: (call) => changeStage(call, call.params, call.body),
  }),
  route({
    method: 'GET',
    path: `${at}/carry-over`,
    summary: "Last year's standing documents and answers that may still hold",
    permission: 'assessment.read',
    about,
    params: r,
    answer: carryOverShape,
    consistent: true,
    handle: async (call) => ok(await viewCarryOver(call.db, await getBeneath(call.db, call.params))),
  }),
  route({
    method: 'PUT',
    path: `${at}/carry-over`,
    summary: 'Take over what a person found still true',
    permission: 'assessment.fill',
    about,
    params: r,
    body: carryOverBody,
    answer: carryOverShape,
    action: 'carry-over.put',
    handle: (call) => carryOver(call, call.params, call.body),
  }),
]
