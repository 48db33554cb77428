import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, username } from '../http/values.contract.ts'
import { formerUnits, formerUnitsBody, groups, groupsBody } from './groups.contract.ts'
import { getFormerUnits, putFormerUnits } from './put-former-units.ts'
import { putGroups, viewGroups } from './put-groups.ts'

const params = z.strictObject({ id: code })
const about = (call: { readonly params: { readonly id: string } }) => ({ kind: 'round', round: call.params.id }) as const
const aboutUser = (call: { readonly params: { readonly username: string } }) => ({ kind: 'user', username: call.params.username }) as const

export const groupRoutes = [
  route({
    method: 'GET',
    path: '/rounds/:id/groups',
    summary: 'The groups of inspectors: who sees to which sections, which unit on which day',
    permission: 'groups.read',
    about,
    params,
    answer: groups,
    consistent: true,
    handle: async (call) => ok(await viewGroups(call.db, call.params.id, call.person)),
  }),
  route({
    method: 'PUT',
    path: '/rounds/:id/groups',
    summary: "Form the groups; the round's inspectors follow from them",
    permission: 'round.write',
    about,
    params,
    body: groupsBody,
    answer: groups,
    action: 'groups.put',
    handle: (call) => putGroups(call, call.params.id, call.body),
  }),
  route({
    method: 'GET',
    path: '/users/:username/former-units',
    summary: 'Units where an inspector worked before, for avoidance',
    permission: 'user.write',
    about: aboutUser,
    params: z.strictObject({ username }),
    answer: formerUnits,
    consistent: true,
    handle: async (call) => ok(await getFormerUnits(call.db, call.params.username)),
  }),
  route({
    method: 'PUT',
    path: '/users/:username/former-units',
    summary: 'Set the units where an inspector worked before',
    permission: 'user.write',
    about: aboutUser,
    params: z.strictObject({ username }),
    body: formerUnitsBody,
    answer: formerUnits,
    action: 'former-units.put',
    handle: (call) => putFormerUnits(call.db, call.params.username, call.body, call.ifMatch),
  }),
]
