import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, username } from '../http/values.contract.ts'
import { getBeneath } from '../rounds/beneath.ts'
import { closing, deadlines, deadlinesBody, signature, signatureBody, verification } from './closing.contract.ts'
import { setDeadlines, viewDeadlines } from './deadlines.ts'
import { signSheet } from './sign-sheet.ts'
import { countCheck, verifySheet } from './verify-sheet.ts'
import { closingView } from './view-closing.ts'

const r = z.strictObject({ round: code, unit: code })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const
const aboutRound = ({ params }: { readonly params: { readonly round: string } }) => ({ kind: 'round', round: params.round }) as const
const at = '/rounds/:round/units/:unit'

export const closingRoutes = [
  route({
    method: 'GET',
    path: `${at}/closing`,
    summary: 'The inspected sheet, who signs it and who did',
    permission: 'assessment.read',
    about,
    params: r,
    answer: closing,
    consistent: true,
    handle: async (call) => ok(await closingView(call.db, await getBeneath(call.db, call.params))),
  }),
  route({
    method: 'PUT',
    path: `${at}/signatures/:username`,
    summary: 'Sign the inspected sheet: drawn on a screen, or given on paper with its place',
    permission: 'signature.give',
    about,
    params: r.extend({ username }),
    body: signatureBody,
    answer: signature,
    action: 'signature.put',
    handle: (call) => signSheet(call, call.params, call.body),
  }),
  route({
    method: 'GET',
    path: '/verifications/:code',
    summary: 'What a printed sheet is, by its code; for anybody, no names of people',
    permission: 'public',
    params: z.strictObject({ code: z.string().min(1).max(100) }),
    answer: verification,
    consistent: true,
    prepare: ({ services, client }) => countCheck(services, client.address),
    handle: async (call) => ok(await verifySheet(call.db, call.params.code)),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/deadlines',
    summary: 'Days for objecting, for a report of rectification and for its review',
    permission: 'round.read',
    about: aboutRound,
    params: z.strictObject({ round: code }),
    answer: deadlines,
    consistent: true,
    handle: async (call) => ok(await viewDeadlines(call.db, call.params.round)),
  }),
  route({
    method: 'PUT',
    path: '/rounds/:round/deadlines',
    summary: "Set a round's days",
    permission: 'deadlines.write',
    about: aboutRound,
    params: z.strictObject({ round: code }),
    body: deadlinesBody,
    answer: deadlines,
    action: 'deadlines.put',
    handle: (call) => setDeadlines(call, call.params.round, call.body),
  }),
]
