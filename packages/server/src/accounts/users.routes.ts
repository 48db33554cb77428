import { z } from 'zod'
import { notFound } from '../http/problem.ts'
import { created, ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { listQuery, username } from '../http/values.contract.ts'
import { oneTimeLink, user, userBody, userList } from './accounts.contract.ts'
import { handOver } from './hand-over.ts'
import { handover, handoverBody } from './handover.contract.ts'
import { makeLink } from './one-time-links.ts'
import { preparePassword, putUser } from './put-user.ts'
import { userFromRow } from './read-user-row.ts'
import { findUserRow, listUsers } from './users.queries.ts'

const params = z.strictObject({ username })

export const userRoutes = [
  route({
    method: 'GET',
    path: '/users',
    summary: 'List the people of the own unit and of the units under it, by user name',
    permission: 'self.use',
    query: listQuery,
    answer: userList,
    handle: async ({ db, person, query }) => {
      const within = person.role === 'admin' ? undefined : person.unit
      const rows = await listUsers(db, within, { limit: query.limit, after: query.after })
      const items = rows.slice(0, query.limit).map(userFromRow)
      return ok({ items, next: rows.length > query.limit ? (items.at(-1)?.username ?? null) : null })
    },
  }),
  route({
    method: 'GET',
    path: '/users/:username',
    summary: 'Read a person',
    permission: 'user.read',
    about: (call) => ({ kind: 'user', username: call.params.username }),
    params,
    answer: user,
    handle: async ({ db, params }) => {
      const row = await findUserRow(db, params.username)
      if (row === undefined) throw notFound()
      return ok(userFromRow(row))
    },
  }),
  route({
    method: 'PUT',
    path: '/users/:username',
    summary: 'Make or change a person',
    permission: 'user.write',
    about: (call) => ({ kind: 'user', username: call.params.username, unit: call.body.unit }),
    params,
    body: userBody,
    answer: user,
    action: 'user.put',
    prepare: (call) => preparePassword(call.db, call.params.username, call.body),
    handle: ({ db, person, params, body, prepared, ifMatch }) =>
      putUser(db, person, params.username, body, prepared, ifMatch),
  }),
  route({
    method: 'POST',
    path: '/users/:username/link',
    summary: 'Make a one-time link for a new person or a forgotten password',
    permission: 'user.write',
    about: (call) => ({ kind: 'user', username: call.params.username }),
    params,
    answer: oneTimeLink,
    statuses: [201],
    action: 'link.make',
    handle: async ({ db, params, now, client }) => {
      const row = await findUserRow(db, params.username)
      if (row === undefined) throw notFound()
      const { token, expiresAt } = await makeLink(db, row, now)
      return created({ url: `${client.origin}/links/${token}`, expiresAt }, { audit: { bureau: row.bureau } })
    },
  }),
  route({
    method: 'POST',
    path: '/users/:username/handover',
    summary: 'Hand a post over: a link for the successor, a last day for the former account',
    permission: 'user.handover',
    about: (call) => ({ kind: 'user', username: call.params.username }),
    params,
    body: handoverBody,
    answer: handover,
    statuses: [201],
    action: 'user.handover',
    handle: ({ db, person, params, body, now, client }) =>
      handOver(db, person, params.username, body, { now, origin: client.origin }),
  }),
]
