import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, uuid } from '../http/values.contract.ts'
import { draw, drawBody, drawList } from './draws.contract.ts'
import { listDraws, makeDraw } from './make-draw.ts'

const about = (call: { readonly params: { readonly id: string } }) => ({ kind: 'round', round: call.params.id }) as const

export const drawRoutes = [
  route({
    method: 'GET',
    path: '/rounds/:id/draws',
    summary: 'The draws of a round, oldest first',
    permission: 'progress.read',
    about,
    params: z.strictObject({ id: code }),
    answer: drawList,
    consistent: true,
    handle: async (call) => ok({ items: await listDraws(call.db, call.params.id) }),
  }),
  route({
    method: 'PUT',
    path: '/rounds/:id/draws/:uuid',
    summary: 'Draw units by a seed that was thrown in the room; once made it stays',
    permission: 'round.write',
    about,
    params: z.strictObject({ id: code, uuid }),
    body: drawBody,
    answer: draw,
    action: 'draw.make',
    handle: (call) => makeDraw(call, call.params.id, call.params.uuid, call.body),
  }),
]
