import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { uuid } from '../http/values.contract.ts'
import { job, jobList, jobsQuery } from './jobs.contract.ts'
import { cancelJob, listJobs, sendJobFile, viewJob } from './view-jobs.ts'

const params = z.strictObject({ uuid })
const about = (call: { readonly params: { readonly uuid: string } }) => ({ kind: 'job', job: call.params.uuid }) as const

export const jobRoutes = [
  route({
    method: 'GET',
    path: '/jobs',
    summary: "Long work of one's own and of colleagues in the same post, newest first",
    permission: 'job.use',
    query: jobsQuery,
    answer: jobList,
    handle: async (call) => ok(await listJobs(call.db, call.person, call.query.round, call.now)),
  }),
  route({
    method: 'GET',
    path: '/jobs/:uuid',
    summary: 'How far one piece of long work is',
    permission: 'job.use',
    about,
    params,
    answer: job,
    handle: async (call) => ok(await viewJob(call.db, call.params.uuid, call.now)),
  }),
  route({
    method: 'GET',
    path: '/jobs/:uuid/file',
    summary: 'What it made',
    permission: 'job.use',
    about,
    params,
    handle: (call) => sendJobFile(call.db, call.services, call.params.uuid, call.now),
  }),
  route({
    method: 'DELETE',
    path: '/jobs/:uuid',
    summary: 'Stop it',
    permission: 'job.use',
    about,
    params,
    action: 'job.cancel',
    handle: (call) => cancelJob(call.db, call.params.uuid, call.now),
  }),
]
