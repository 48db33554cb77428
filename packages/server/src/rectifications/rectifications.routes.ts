import { z } from 'zod'
import { attachLater } from '../evidence/attach-evidence.ts'
import { evidenceFile } from '../evidence/evidence.contract.ts'
import { keepEvidence, mostBytes, readEvidence } from '../evidence/keep-evidence.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, sha256, uuid } from '../http/values.contract.ts'
import { getBeneath } from '../rounds/beneath.ts'
import { openRectification } from './open-rectification.ts'
import { rectification, rectificationBody, rectificationList, rectificationStepBody } from './rectifications.contract.ts'
import { takeStep } from './take-step.ts'
import { viewRectifications, viewRoundRectifications } from './view-rectifications.ts'

const r = z.strictObject({ round: code, unit: code })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const
const at = '/rounds/:round/units/:unit/rectifications'

export const rectificationRoutes = [
  route({
    method: 'GET',
    path: at,
    summary: 'What a school has to put right, step by step',
    permission: 'rectification.read',
    about,
    params: r,
    answer: rectificationList,
    consistent: true,
    handle: async (call) => ok(await viewRectifications(call.db, await getBeneath(call.db, call.params))),
  }),
  route({
    method: 'PUT',
    path: `${at}/:uuid`,
    summary: 'Write a problem down to be put right',
    permission: 'rectification.open',
    about,
    params: r.extend({ uuid }),
    body: rectificationBody,
    answer: rectification,
    action: 'rectification.put',
    handle: (call) => openRectification(call, call.params, call.body),
  }),
  route({
    method: 'PUT',
    path: `${at}/:uuid/steps/:no`,
    summary: 'The next step: plan, approve, report, accept or return',
    permission: 'rectification.step',
    about,
    params: r.extend({ uuid, no: z.coerce.number().int().min(1).max(200) }),
    body: rectificationStepBody,
    answer: rectification,
    action: 'rectification.step',
    handle: (call) => takeStep(call, call.params, call.body),
  }),
  route({
    method: 'PUT',
    path: `${at}/photos/:sha256`,
    summary: 'Send a photo or a document that shows what was put right; also after the table is closed',
    permission: 'rectification.step',
    about,
    params: r.extend({ sha256 }),
    answer: evidenceFile,
    takes: 'bytes',
    limitBytes: mostBytes,
    action: 'rectification.photo',
    prepare: async ({ upload, params, services }) =>
      keepEvidence(services.storage, { sha256: params.sha256, name: upload.name, bytes: await readEvidence(upload, params.sha256) }),
    handle: (call) => attachLater(call, call.params, call.prepared),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/rectifications',
    summary: "Problems of all of a round's units, those still open first",
    permission: 'progress.read',
    about: ({ params }) => ({ kind: 'round', round: params.round }),
    params: z.strictObject({ round: code }),
    answer: rectificationList,
    consistent: true,
    handle: async (call) => ok(await viewRoundRectifications(call.db, call.params.round)),
  }),
]
