import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code } from '../http/values.contract.ts'
import { itemLosses, losses } from './losses.contract.ts'
import { viewItemLosses, viewLosses } from './view-losses.ts'

const about = (call: { readonly params: { readonly id: string } }) => ({ kind: 'round', round: call.params.id }) as const

export const lossRoutes = [
  route({
    method: 'GET',
    path: '/rounds/:id/losses',
    summary: 'On which items how many units of a round lost, by their own sheets and by the inspectors',
    permission: 'progress.read',
    about,
    params: z.strictObject({ id: code }),
    answer: losses,
    handle: async (call) => ok(await viewLosses(call.db, call.services, call.params.id)),
  }),
  route({
    method: 'GET',
    path: '/rounds/:id/losses/:no',
    summary: 'One item in every unit of a round that has submitted: what each lost there',
    permission: 'progress.read',
    about,
    params: z.strictObject({ id: code, no: z.coerce.number().int().min(1).max(1000) }),
    answer: itemLosses,
    handle: async (call) => ok(await viewItemLosses(call.db, call.services, call.params.id, call.params.no)),
  }),
]
