import { z } from 'zod'
import { code, day, instant, listOf, name, username, version } from '../http/values.contract.ts'

export const role = z.enum(['clerk', 'secretary', 'inspector', 'bureau', 'city', 'admin'])
export type Role = z.infer<typeof role>

export const password = z.string().min(8).max(128)

export const signedInUser = z.strictObject({
  username,
  name,
  role,
  unit: code,
})
export type SignedInUser = z.infer<typeof signedInUser>

/** POST /sessions */
export const signIn = z.strictObject({
  username: z.string().max(200),
  password: z.string().max(1000),
  as: z.literal('token').optional(),
})
export const session = z.strictObject({
  user: signedInUser,
  expiresAt: instant,
  token: z.string().optional(),
})

/** GET /sessions/current: who is signed in, in which unit, and what the pages need to begin. */
export const currentSession = z.strictObject({
  user: signedInUser,
  unitName: name,
  bureauName: name.nullable(),
  expiresAt: instant,
  demonstration: z.boolean(),
  /** Rounds this person has work in, newest first. */
  rounds: z.array(
    z.strictObject({
      id: code,
      form: code,
      title: z.string(),
      year: z.int(),
      opensOn: z.string(),
      dueOn: z.string(),
      bureauName: z.string(),
      /** True while the school may still fill its own table of it; only for people of a school. */
      editable: z.boolean().optional(),
    }),
  ),
})
export type CurrentSession = z.infer<typeof currentSession>

/** PUT, GET /users/{username} */
export const userBody = z.strictObject({
  name,
  role,
  unit: code,
  active: z.boolean().optional(),
  password: password.optional(),
})
export type UserBody = z.infer<typeof userBody>
export const user = z.strictObject({
  username,
  name,
  role,
  unit: code,
  active: z.boolean(),
  /** False until the person has set a password by a link or was given one. */
  ready: z.boolean(),
  lastSignInAt: instant.nullable(),
  /** The last day of an account that was handed over. */
  endsOn: day.optional(),
  version,
})
export type User = z.infer<typeof user>
export const userList = listOf(user)

/** POST /users/{username}/link: a one-time link for a new person or a reset; no e-mail is needed. */
export const oneTimeLink = z.strictObject({ url: z.string(), expiresAt: instant })
/** GET, POST /links/{token} */
export const linkInfo = z.strictObject({ username, name, unitName: name, purpose: z.enum(['new', 'reset', 'setup']) })
export const linkUse = z.strictObject({ password })

/** GET /setup: what the first page offers. POST /setup: the first person, by the one-time token the start printed. */
export const setupState = z.strictObject({
  needed: z.boolean().describe('The store is empty: nobody can sign in yet'),
  demonstration: z.boolean().describe('This store holds the demonstration bureau'),
})
export const setupBody = z.strictObject({
  token: z.string().max(200),
  name,
  username,
  password,
  bureau: z.strictObject({ code, name }),
})

/** POST /demo fills an empty store; GET /demo/people lists who is one click away; POST /demo/sessions signs in as one. */
export const demoPerson = z.strictObject({ username, name, role, unit: code, unitName: name, about: z.string() })
export const demoPeople = z.strictObject({ items: z.array(demoPerson) })
export const demoSignIn = z.strictObject({ username })
