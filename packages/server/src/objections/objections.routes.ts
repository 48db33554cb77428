import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, uuid } from '../http/values.contract.ts'
import { decideObjection } from './decide-objection.ts'
import { decisionBody, objection, objectionBody, objectionList, roundObjections } from './objections.contract.ts'
import { raiseObjection } from './raise-objection.ts'
import { viewObjections, viewRoundObjections } from './view-objections.ts'

const r = z.strictObject({ round: code, unit: code })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const
const at = '/rounds/:round/units/:unit/objections'

export const objectionRoutes = [
  route({
    method: 'GET',
    path: at,
    summary: 'What a school objected to, what was decided, and until when it may object',
    permission: 'objection.read',
    about,
    params: r,
    answer: objectionList,
    consistent: true,
    handle: async (call) => ok(await viewObjections(call.db, call.params, call.now)),
  }),
  route({
    method: 'PUT',
    path: `${at}/:uuid`,
    summary: 'Object to one mark of the signed sheet, with the reason and what shows it',
    permission: 'objection.raise',
    about,
    params: r.extend({ uuid }),
    body: objectionBody,
    answer: objection,
    action: 'objection.put',
    handle: (call) => raiseObjection(call, call.params, call.body),
  }),
  route({
    method: 'PUT',
    path: `${at}/:uuid/decision`,
    summary: 'Decide an objection; a changed mark seals the sheet anew, beside the former one',
    permission: 'objection.decide',
    about,
    params: r.extend({ uuid }),
    body: decisionBody,
    answer: objection,
    action: 'objection.decide',
    handle: (call) => decideObjection(call, call.params, call.body),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/objections',
    summary: "Objections of all of a round's units, those still open first",
    permission: 'progress.read',
    about: ({ params }) => ({ kind: 'round', round: params.round }),
    params: z.strictObject({ round: code }),
    answer: roundObjections,
    consistent: true,
    handle: async (call) => ok(await viewRoundObjections(call.db, call.params.round)),
  }),
]
