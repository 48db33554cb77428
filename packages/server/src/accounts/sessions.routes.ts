import { created, nothing, ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { currentSession, session, signIn } from './accounts.contract.ts'
import { openSession, forgetCookie } from './open-session.ts'
import { viewSession } from './session-view.ts'
import { deleteSession } from './sessions.queries.ts'
import { checkSignIn } from './sign-in.ts'

export const sessionRoutes = [
  route({
    method: 'POST',
    path: '/sessions',
    summary: 'Sign in: a cookie for browsers, a Bearer token with as: "token"',
    permission: 'public',
    body: signIn,
    answer: session,
    statuses: [201],
    action: 'session.open',
    prepare: (call) => checkSignIn(call.services, call.body, call.client),
    handle: async ({ db, body, prepared, client, now }) => {
      const opened = await openSession(db, prepared, body.as ?? 'cookie', client, now)
      return created(opened.body, {
        headers: opened.headers,
        audit: { actor: prepared.username, bureau: prepared.bureau },
      })
    },
  }),
  route({
    method: 'GET',
    path: '/sessions/current',
    summary: 'Who is signed in, and what the pages begin with',
    permission: 'self.use',
    answer: currentSession,
    handle: async ({ db, person, client }) => ok(await viewSession(db, person, client.sessionHash)),
  }),
  route({
    method: 'DELETE',
    path: '/sessions/current',
    summary: 'Sign out: the token is dead at once',
    permission: 'self.use',
    action: 'session.close',
    handle: async ({ db, client }) => {
      if (client.sessionHash !== null) await deleteSession(db, client.sessionHash)
      return nothing({ headers: { 'set-cookie': forgetCookie(client.secure) } })
    },
  }),
]
