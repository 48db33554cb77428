import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code } from '../http/values.contract.ts'
import { getBeneath } from '../rounds/beneath.ts'
import { checkSection, sectionChecksAnswer } from './check-section.ts'
import { markChanges, markChangesQuery, sectionCheckBody, sectionChecks } from './checks.contract.ts'
import { markChangesAnswer } from './mark-changes.ts'

const r = z.strictObject({ round: code, unit: code })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const

const at = '/rounds/:round/units/:unit'

export const checkRoutes = [
  route({
    method: 'GET',
    path: `${at}/checks`,
    summary: 'Which duties a person has checked',
    permission: 'assessment.read',
    about,
    params: r,
    answer: sectionChecks,
    consistent: true,
    handle: async (call) => ok(await sectionChecksAnswer(call.db, await getBeneath(call.db, call.params))),
  }),
  route({
    method: 'PUT',
    path: `${at}/checks/:no`,
    summary: 'Say of a duty that it is checked, or no more',
    permission: 'assessment.fill',
    about,
    params: r.extend({ no: z.coerce.number().int().min(1).max(999) }),
    body: sectionCheckBody,
    answer: sectionChecks,
    action: 'check.put',
    handle: (call) => checkSection(call, call.params, call.body.checked),
  }),
  route({
    method: 'GET',
    path: `${at}/mark-changes`,
    summary: 'How marks came to be: answers and marks set by hand, with who and when',
    permission: 'assessment.read',
    about,
    params: r,
    query: markChangesQuery,
    answer: markChanges,
    consistent: true,
    handle: async (call) => ok(await markChangesAnswer(call.db, await getBeneath(call.db, call.params), call.query)),
  }),
]
