import { z } from 'zod'
import { evidenceFile } from '../evidence/evidence.contract.ts'
import { keepEvidence, mostBytes, readEvidence } from '../evidence/keep-evidence.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, sha256, uuid } from '../http/values.contract.ts'
import { getBeneath } from '../rounds/beneath.ts'
import { askColleague, listRequests, withdrawRequest } from './ask-colleague.ts'
import { askedRecord, givenAnswer, givenRecord, ownerBody, owners, requestBody, requestLink, requestList } from './colleagues.contract.ts'
import { getOpenRequest, giveFile, giveRecord, showRequest } from './give-record.ts'
import { countLinkCall } from './link-limit.ts'
import { ownersAnswer, setOwner } from './set-owner.ts'

const r = z.strictObject({ round: code, unit: code })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const
const at = '/rounds/:round/units/:unit'
const byToken = z.strictObject({ token: z.string().min(20).max(200) })

export const colleagueRoutes = [
  route({
    method: 'POST',
    path: `${at}/requests`,
    summary: 'Ask a department for one record: a one-time link, no account',
    permission: 'assessment.fill',
    about,
    params: r,
    body: requestBody,
    answer: requestLink,
    statuses: [201],
    action: 'request.make',
    handle: (call) => askColleague(call, call.params, call.body, call.client.origin),
  }),
  route({
    method: 'GET',
    path: `${at}/requests`,
    summary: 'List what departments were asked for',
    permission: 'assessment.fill',
    about,
    params: r,
    answer: requestList,
    consistent: true,
    handle: async (call) => ok({ items: await listRequests(call.db, call.params, call.now) }),
  }),
  route({
    method: 'DELETE',
    path: `${at}/requests/:uuid`,
    summary: 'Withdraw a request; its link is dead at once',
    permission: 'assessment.fill',
    about,
    params: r.extend({ uuid }),
    action: 'request.withdraw',
    handle: (call) => withdrawRequest(call, call.params),
  }),
  route({
    method: 'GET',
    path: '/requests/:token',
    summary: 'What a link asks for, in which school, by when',
    permission: 'public',
    params: byToken,
    answer: askedRecord,
    consistent: true,
    prepare: ({ services, client }) => countLinkCall(services, client.address),
    handle: async ({ db, params, now }) => ok(await showRequest(db, params.token, now)),
  }),
  route({
    method: 'PUT',
    path: '/requests/:token/evidence/:sha256',
    summary: 'Send the one photo or file of the record that a link asks for',
    permission: 'public',
    params: byToken.extend({ sha256 }),
    answer: evidenceFile,
    takes: 'bytes',
    limitBytes: mostBytes,
    action: 'request.file',
    prepare: async ({ upload, params, services, client, db, now }) => {
      await countLinkCall(services, client.address)
      await getOpenRequest(db, params.token, now)
      const bytes = await readEvidence(upload, params.sha256)
      return keepEvidence(services.storage, { sha256: params.sha256, name: upload.name, bytes })
    },
    handle: ({ db, now, params, prepared }) => giveFile({ db, now, token: params.token }, prepared),
  }),
  route({
    method: 'POST',
    path: '/requests/:token',
    summary: 'Give the record that a link asks for; the link is used up',
    permission: 'public',
    params: byToken,
    body: givenRecord,
    answer: givenAnswer,
    statuses: [200, 201],
    action: 'request.give',
    prepare: ({ services, client }) => countLinkCall(services, client.address),
    handle: ({ db, now, params, body }) => giveRecord({ db, now, token: params.token }, body),
  }),
  route({
    method: 'GET',
    path: `${at}/owners`,
    summary: 'Which department sees to which item',
    permission: 'assessment.read',
    about,
    params: r,
    answer: owners,
    consistent: true,
    handle: async (call) => ok(await ownersAnswer(call.db, await getBeneath(call.db, call.params))),
  }),
  route({
    method: 'PUT',
    path: `${at}/owners/:no`,
    summary: "Set an item's department; an empty text takes it back",
    permission: 'assessment.fill',
    about,
    params: r.extend({ no: z.coerce.number().int().min(1).max(999) }),
    body: ownerBody,
    answer: owners,
    action: 'owner.put',
    handle: (call) => setOwner(call, call.params, call.body.owner),
  }),
]
