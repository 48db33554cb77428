import { z } from 'zod'
import { route } from '../http/route.ts'
import { code, uuid } from '../http/values.contract.ts'
import { closingPaperQuery } from './papers.contract.ts'
import { sendDecision, sendFeedback, sendNotice } from './send-closing-paper.ts'

const r = z.strictObject({ round: code, unit: code })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const
const at = '/rounds/:round/units/:unit'

export const closingPaperRoutes = [
  route({
    method: 'GET',
    path: `${at}/feedback`,
    summary: 'What is left with the school: marks that differ, problems, both signatures; Word or PDF',
    permission: 'assessment.read',
    about,
    params: r,
    query: closingPaperQuery,
    handle: (call) => sendFeedback(call.services, call.params, call.client.origin, call.query),
  }),
  route({
    method: 'GET',
    path: `${at}/objections/:uuid/document`,
    summary: 'The decision of an objection as a letter; Word or PDF',
    permission: 'objection.read',
    about,
    params: r.extend({ uuid }),
    query: closingPaperQuery,
    handle: (call) => sendDecision(call.services, call.params, call.query),
  }),
  route({
    method: 'GET',
    path: `${at}/rectifications/notice`,
    summary: 'The notice of what is to be put right; Word or PDF',
    permission: 'rectification.read',
    about,
    params: r,
    query: closingPaperQuery,
    handle: (call) => sendNotice(call.services, call.params, call.now, call.query),
  }),
]
