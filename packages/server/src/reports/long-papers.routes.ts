import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code } from '../http/values.contract.ts'
import { askForWork } from '../jobs/ask-for-work.ts'
import { jobName } from '../jobs/jobs.contract.ts'
import { dropTemplate, keepTemplate, listTemplates, putTemplate, sendTemplate } from './letter-templates.ts'
import { largestTemplate, letterKind, letterTemplates, roundLettersBody, unitLetterQuery } from './letters.contract.ts'
import { sendBulletin, sendUnitLetter } from './write-letter.ts'

const aboutRound = (call: { readonly params: { readonly round: string } }) => ({ kind: 'round', round: call.params.round }) as const
const aboutUnit = (call: { readonly params: { readonly code: string } }) => ({ kind: 'unit', unit: call.params.code }) as const
const template = z.strictObject({ code, kind: letterKind })

export const longPaperRoutes = [
  route({
    method: 'GET',
    path: '/units/:code/letter-templates',
    summary: "By which templates a bureau's letters are set, and what each can say",
    permission: 'template.write',
    about: aboutUnit,
    params: z.strictObject({ code }),
    answer: letterTemplates,
    handle: async (call) => ok(await listTemplates(call.db, call.services, call.params.code)),
  }),
  route({
    method: 'GET',
    path: '/units/:code/letter-templates/:kind/source',
    summary: 'A template as Word, its places in braces',
    permission: 'template.write',
    about: aboutUnit,
    params: template,
    handle: (call) => sendTemplate(call.db, call.services, call.params.code, call.params.kind),
  }),
  route({
    method: 'PUT',
    path: '/units/:code/letter-templates/:kind/source',
    summary: "Put a template of one's own in the place of the shipped one",
    permission: 'template.write',
    about: aboutUnit,
    params: template,
    takes: 'bytes',
    limitBytes: largestTemplate,
    action: 'letter-template.put',
    prepare: keepTemplate,
    handle: (call) => putTemplate(call, call.prepared),
  }),
  route({
    method: 'DELETE',
    path: '/units/:code/letter-templates/:kind/source',
    summary: 'Go back to the shipped template',
    permission: 'template.write',
    about: aboutUnit,
    params: template,
    action: 'letter-template.delete',
    handle: (call) => dropTemplate(call.db, call.params),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/letters/bulletin',
    summary: 'The draft of the letter about a round, from the template',
    permission: 'papers.make',
    about: aboutRound,
    params: z.strictObject({ round: code }),
    handle: (call) => sendBulletin(call.services, call.params.round, call.now),
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/letters',
    summary: 'A letter for each school whom it concerns, from the template, in one zip: fetched as a job',
    permission: 'papers.make',
    about: aboutRound,
    params: z.strictObject({ round: code }),
    body: roundLettersBody,
    answer: jobName,
    statuses: [202],
    action: 'papers.make',
    handle: (call) => askForWork(call, `letters-${call.body.kind}`, { round: call.params.round, kind: call.body.kind }),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/letters',
    summary: 'What a bureau writes to a school after the inspection, from the template',
    permission: 'papers.make',
    about: ({ params }) => ({ kind: 'assessment', round: params.round, unit: params.unit }),
    params: z.strictObject({ round: code, unit: code }),
    query: unitLetterQuery,
    handle: (call) => sendUnitLetter(call.services, call.params, call.query.kind, call.now),
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/tables',
    summary: "Every unit's filled Word table and the summary in one zip: asked for here, fetched as a job",
    permission: 'papers.make',
    about: ({ params }) => ({ kind: 'round', round: params.round }),
    params: z.strictObject({ round: code }),
    answer: jobName,
    statuses: [202],
    action: 'papers.make',
    handle: (call) => askForWork(call, 'round-tables', { round: call.params.round }),
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/units/:unit/evidence-pack',
    summary: "One school's year with its filled table, records and evidence, to be verified offline: fetched as a job",
    permission: 'evidence-pack.make',
    about: ({ params }) => ({ kind: 'assessment', round: params.round, unit: params.unit }),
    params: z.strictObject({ round: code, unit: code }),
    answer: jobName,
    statuses: [202],
    action: 'evidence-pack.make',
    handle: (call) => askForWork(call, 'evidence-pack', { round: call.params.round, unit: call.params.unit }),
  }),
]
