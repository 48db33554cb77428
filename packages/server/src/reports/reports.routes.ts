import { z } from 'zod'
import { documentQuery, pages } from '../assessments/assessments.contract.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code } from '../http/values.contract.ts'
import { listAudit } from './list-audit.ts'
import { reportProgress } from './report-progress.ts'
import { auditList, auditQuery, progress } from './reports.contract.ts'
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
    path: '/audit',
    summary: 'What was done, each row chained to the one before',
    permission: 'audit.read',
    query: auditQuery,
    answer: auditList,
    handle: async (call) => ok(await listAudit(call.db, call.person, call.query)),
  }),
]
