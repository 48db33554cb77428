import { z } from 'zod'
import { route } from '../http/route.ts'
import { code } from '../http/values.contract.ts'
import { askForWork } from '../jobs/ask-for-work.ts'
import { jobName } from '../jobs/jobs.contract.ts'

export const longPaperRoutes = [
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
