import { z } from 'zod'
import { unchanged } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code } from '../http/values.contract.ts'
import { prepareLinkSheet, keepLinks } from './link-sheet.ts'
import { linkSheet, linkSheetBody, rosterAnswer, rosterBody, rosterPreview, rosterQuery } from './rosters.contract.ts'
import { largestRoster, previewRoster, takeRoster } from './take-roster.ts'

const params = z.strictObject({ code })
const about = (call: { readonly params: { readonly code: string } }) => ({ kind: 'unit', unit: call.params.code }) as const

export const rosterRoutes = [
  route({
    method: 'POST',
    path: '/units/:code/roster/preview',
    summary: 'What each school of a list would become. Nothing is kept',
    permission: 'unit.write',
    about,
    params,
    query: rosterQuery,
    takes: 'bytes',
    limitBytes: largestRoster,
    answer: rosterPreview,
    action: 'roster.preview',
    prepare: (call) => previewRoster(call.db, call.params.code, call.upload, call.query.columns),
    handle: async ({ prepared }) => unchanged(prepared),
  }),
  route({
    method: 'POST',
    path: '/units/:code/roster',
    summary: 'Take schools and their people over from a list, all or none',
    permission: 'unit.write',
    about,
    params,
    body: rosterBody,
    answer: rosterAnswer,
    action: 'roster.take',
    handle: (call) => takeRoster(call.db, call.params.code, call.body),
  }),
  route({
    method: 'POST',
    path: '/units/:code/link-sheet',
    summary: 'A one-time link for each of many people, shown this once, with slips to print',
    permission: 'user.write',
    about,
    params,
    body: linkSheetBody,
    answer: linkSheet,
    statuses: [201],
    action: 'link-sheet.make',
    prepare: (call) => prepareLinkSheet(call.db, call.params.code, call.body.usernames, { now: call.now, origin: call.client.origin }),
    handle: ({ db, prepared, now }) => keepLinks(db, prepared, now),
  }),
]
