import { rootUnit } from '../access/person.ts'
import { findMeta } from '../database/migrate.ts'
import { notFound } from '../http/problem.ts'
import { created, nothing, ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { demoPeople, demoSignIn, session, setupBody, setupState } from './accounts.contract.ts'
import { demandDemonstration, demonstrationKey, fillEmptyStore } from './demonstration.ts'
import { listDemoPeople } from './list-demo-people.ts'
import { getOpenLink } from './one-time-links.ts'
import { openSession } from './open-session.ts'
import { hashPassword } from './password-hash.ts'
import { checkPassword } from './password-rules.ts'
import { alreadySetUp, setUp } from './set-up.ts'
import { findUserRow, hasAnyUser } from './users.queries.ts'

export const setupRoutes = [
  route({
    method: 'GET',
    path: '/setup',
    summary: 'What the first page offers',
    permission: 'public',
    answer: setupState,
    handle: async ({ db }) =>
      ok({
        needed: !(await hasAnyUser(db)),
        demonstration: (await findMeta(db, demonstrationKey)) !== undefined,
      }),
  }),
  route({
    method: 'POST',
    path: '/setup',
    summary: 'Make the first person and the first bureau, by the token that the start printed',
    permission: 'public',
    body: setupBody,
    answer: session,
    statuses: [201],
    action: 'setup.finish',
    prepare: async ({ db, body, now }) => {
      if (await hasAnyUser(db)) throw alreadySetUp()
      await getOpenLink(db, body.token, now)
      checkPassword(body.password, body)
      return hashPassword(body.password)
    },
    handle: async ({ db, body, prepared, client, now }) => {
      const admin = await setUp(db, body, prepared, now)
      const opened = await openSession(db, admin, 'cookie', client, now)
      return created(opened.body, { headers: opened.headers, audit: { actor: admin.username, bureau: rootUnit } })
    },
  }),
  route({
    method: 'POST',
    path: '/demo',
    summary: 'Fill an empty store with the demonstration bureau',
    permission: 'public',
    action: 'demo.fill',
    handle: async ({ db, services, now }) => {
      await fillEmptyStore(db, services.storage, now)
      return nothing()
    },
  }),
  route({
    method: 'GET',
    path: '/demo/people',
    summary: 'List who is one click away in the demonstration',
    permission: 'public',
    answer: demoPeople,
    handle: async ({ db }) => {
      await demandDemonstration(db)
      return ok({ items: await listDemoPeople(db) })
    },
  }),
  route({
    method: 'POST',
    path: '/demo/sessions',
    summary: 'Sign in as a person of the demonstration, without a password',
    permission: 'public',
    body: demoSignIn,
    answer: session,
    statuses: [201],
    action: 'demo.session',
    handle: async ({ db, body, client, now }) => {
      await demandDemonstration(db)
      const user = await findUserRow(db, body.username)
      if (user === undefined || user.active !== 1) throw notFound()
      const opened = await openSession(db, user, 'cookie', client, now)
      return created(opened.body, { headers: opened.headers, audit: { actor: user.username, bureau: user.bureau } })
    },
  }),
]
