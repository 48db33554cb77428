import { z } from 'zod'
import { documentQuery, pages } from '../assessments/assessments.contract.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, uuid } from '../http/values.contract.ts'
import { drawRecordQuery } from '../rounds/draws.contract.ts'
import { dayFromInstant } from '../rounds/shanghai-day.ts'
import { endCalendarLink, makeCalendarLink, sendCalendar } from './calendar-feed.ts'
import { compareYears } from './compare-years.ts'
import { countHeld, sendHeld } from './count-held.ts'
import { held, heldQuery } from './held.contract.ts'
import { listAudit } from './list-audit.ts'
import { calendarLink, compareQuery, comparison, evidenceSizes, evidenceZipQuery, paperQuery, roundPaperQuery, storageFacts as storageFactsShape } from './papers.contract.ts'
import { reportProgress } from './report-progress.ts'
import { auditList, auditQuery, progress } from './reports.contract.ts'
import { sendDrawRecord } from './send-draw-record.ts'
import { evidenceSizesOf, sendEvidenceZip } from './evidence-zip.ts'
import { sendRoundPaper } from './round-papers.ts'
import { sendPaper } from './send-paper.ts'
import { storageFacts } from './storage-facts.ts'
import { sendDocument, showPages } from './write-sheet.ts'

const r = z.strictObject({ round: code, unit: code })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const

export const reportRoutes = [
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/document',
    summary: 'The official table, filled: Word, PDF or Excel',
    permission: 'assessment.read',
    about,
    params: r,
    query: documentQuery,
    handle: (call) => sendDocument(call.services, call.params, call.person, call.query.format),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/pages',
    summary: 'The printed pages as pictures, for the preview',
    permission: 'assessment.read',
    about,
    params: r,
    answer: pages,
    handle: (call) => showPages(call.services.database, call.params, call.person),
  }),
  route({
    method: 'GET',
    path: '/rounds/:id/progress',
    summary: 'Where each unit of a round stands',
    permission: 'progress.read',
    about: (call) => ({ kind: 'round', round: call.params.id }),
    params: z.strictObject({ id: code }),
    answer: progress,
    handle: async (call) => ok(await reportProgress(call.db, call.services, call.params.id)),
  }),
  route({
    method: 'GET',
    path: '/rounds/:id/papers',
    summary: 'What a round comes to: the summary of all units',
    permission: 'progress.read',
    about: (call) => ({ kind: 'round', round: call.params.id }),
    params: z.strictObject({ id: code }),
    query: roundPaperQuery,
    handle: (call) => sendRoundPaper(call.services, call.params.id, call.query),
  }),
  route({
    method: 'GET',
    path: '/rounds/:id/draws/:uuid/record',
    summary: 'The record of a draw, to be signed by hand: Word, PDF or Excel',
    permission: 'progress.read',
    about: (call) => ({ kind: 'round', round: call.params.id }),
    params: z.strictObject({ id: code, uuid }),
    query: drawRecordQuery,
    handle: (call) => sendDrawRecord(call.services.database, call.params.id, call.params.uuid, call.query.format),
  }),
  route({
    method: 'GET',
    path: '/rounds/:id/held',
    summary: 'How many units recorded a kind of activity between two days; counts only',
    permission: 'progress.read',
    about: (call) => ({ kind: 'round', round: call.params.id }),
    params: z.strictObject({ id: code }),
    query: heldQuery,
    answer: held,
    consistent: true,
    handle: async (call) => ok(await countHeld(call.db, call.params.id, call.query)),
  }),
  route({
    method: 'GET',
    path: '/rounds/:id/held.xlsx',
    summary: 'The same counts as an Excel sheet',
    permission: 'progress.read',
    about: (call) => ({ kind: 'round', round: call.params.id }),
    params: z.strictObject({ id: code }),
    query: heldQuery,
    handle: (call) => sendHeld(call.db, call.params.id, call.query, call.now),
  }),
  route({
    method: 'GET',
    path: '/audit',
    summary: 'What was done, each row chained to the one before',
    permission: 'audit.read',
    query: auditQuery,
    answer: auditList,
    handle: async (call) => ok(await listAudit(call.db, call.person, call.query)),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/papers',
    summary: "The year's records as a book, or the index of evidence: Word, PDF or Excel",
    permission: 'assessment.read',
    about,
    params: r,
    query: paperQuery,
    handle: (call) => sendPaper(call.services, call.params, call.now, call.query),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/evidence.zip',
    summary: 'Every photo and file of the year or of one item, named by school, item, day and number',
    permission: 'assessment.read',
    about,
    params: r,
    query: evidenceZipQuery,
    handle: (call) => sendEvidenceZip(call.services, call.params, call.now, call.query.item),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/evidence-sizes',
    summary: 'How much evidence there is, whole and item by item',
    permission: 'assessment.read',
    about,
    params: r,
    answer: evidenceSizes,
    consistent: true,
    handle: async (call) => ok(await evidenceSizesOf(call.db, call.params, call.now)),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/compare',
    summary: 'This year against another one, item by item',
    permission: 'assessment.read',
    about,
    params: r,
    query: compareQuery,
    answer: comparison,
    consistent: true,
    handle: async (call) => ok(await compareYears(call.db, call.person, call.params, call.query.with, dayFromInstant(call.now.toISOString()))),
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/units/:unit/calendar-link',
    summary: 'Make the private address of the own calendar feed; a former one ends',
    permission: 'assessment.read',
    about,
    params: r,
    answer: calendarLink,
    statuses: [201],
    action: 'calendar-link.make',
    handle: (call) => makeCalendarLink(call, call.params, call.client.origin),
  }),
  route({
    method: 'DELETE',
    path: '/rounds/:round/units/:unit/calendar-link',
    summary: 'End the own calendar feed',
    permission: 'assessment.read',
    about,
    params: r,
    action: 'calendar-link.end',
    handle: (call) => endCalendarLink(call, call.params),
  }),
  route({
    method: 'GET',
    path: '/calendars/:token',
    summary: 'What is due, as an iCalendar feed',
    permission: 'public',
    params: z.strictObject({ token: z.string().min(20).max(200) }),
    consistent: true,
    handle: (call) => sendCalendar(call.db, call.params.token, call.now),
  }),
  route({
    method: 'GET',
    path: '/storage-facts',
    summary: 'What is stored where, counted; no content',
    permission: 'self.use',
    answer: storageFactsShape,
    consistent: true,
    handle: async (call) => ok(await storageFacts(call.services, call.db, call.person)),
  }),
]
