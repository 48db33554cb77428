import { z } from 'zod'
import { listRoundsOf } from '../accounts/session-rounds.queries.ts'
import { notFound } from '../http/problem.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, listQuery } from '../http/values.contract.ts'
import { openRound } from './open-round.ts'
import { roundShownTo } from './round-answer.ts'
import { round, roundBody, roundList } from './rounds.contract.ts'
import { sendNotice } from './send-notice.ts'
import { findRound } from './rounds.queries.ts'
import { withdrawRound } from './withdraw-round.ts'

const params = z.strictObject({ id: code })

export const roundRoutes = [
  route({
    method: 'GET',
    path: '/rounds',
    summary: 'List the rounds in which one has a part, newest first',
    permission: 'self.use',
    query: listQuery,
    answer: roundList,
    consistent: true,
    handle: async ({ db, person, query }) => {
      const rows = await listRoundsOf(db, person)
      const start = rows.findIndex((row) => row.id === query.after) + 1
      const shown = rows.slice(start, start + query.limit)
      const items = []
      for (const row of shown) items.push(await roundShownTo(db, row, person))
      return ok({ items, next: start + query.limit < rows.length ? (shown.at(-1)?.id ?? null) : null })
    },
  }),
  route({
    method: 'GET',
    path: '/rounds/:id',
    summary: 'Read a round',
    permission: 'round.read',
    about: (call) => ({ kind: 'round', round: call.params.id }),
    params,
    answer: round,
    consistent: true,
    handle: async ({ db, params: { id }, person }) => {
      const row = await findRound(db, id)
      if (row === undefined) throw notFound()
      return ok(await roundShownTo(db, row, person))
    },
  }),
  route({
    method: 'GET',
    path: '/rounds/:id/notice',
    summary: 'The notice of a round as a Word draft',
    permission: 'progress.read',
    about: (call) => ({ kind: 'round', round: call.params.id }),
    params,
    handle: (call) => sendNotice(call.db, call.params.id, call.client.origin),
  }),
  route({
    method: 'PUT',
    path: '/rounds/:id',
    summary: 'Open a round or change it',
    permission: 'round.write',
    about: (call) => ({ kind: 'opening', round: call.params.id, units: call.body.units }),
    params,
    body: roundBody,
    answer: round,
    action: 'round.put',
    handle: (call) => openRound(call, call.params.id, call.body),
  }),
  route({
    method: 'DELETE',
    path: '/rounds/:id',
    summary: 'Withdraw a round in which nobody has written anything yet',
    permission: 'round.write',
    about: (call) => ({ kind: 'round', round: call.params.id }),
    params,
    action: 'round.withdraw',
    handle: (call) => withdrawRound(call, call.params.id),
  }),
]
