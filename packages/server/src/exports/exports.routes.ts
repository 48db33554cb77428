import { z } from 'zod'
import { rootUnit } from '../access/person.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { uuid } from '../http/values.contract.ts'
import { askForWork } from '../jobs/ask-for-work.ts'
import { jobName } from '../jobs/jobs.contract.ts'
import { sendJobFile } from '../jobs/view-jobs.ts'
import { demandRoomForImport, receiveBundle, viewWork } from './ask-bundle.ts'
import { exportBody, workState } from './exports.contract.ts'
import type { ExportBody } from './exports.contract.ts'

const id = z.strictObject({ id: uuid })
const about = (call: { readonly params: { readonly id: string } }) => ({ kind: 'job', job: call.params.id }) as const
/** A city's whole year of photos; what is larger is copied as files. */
const largestBundle = 512 * 1024 ** 3

/** Everything is the admin's, who stands above all units. */
const aboutOf = (body: ExportBody) => ('round' in body ? { kind: 'round' as const, round: body.round } : { kind: 'unit' as const, unit: 'unit' in body ? body.unit : rootUnit })

export const exportRoutes = [
  route({
    method: 'POST',
    path: '/exports',
    summary: 'Ask for everything, a round or a unit as one zip; fetched once it is done',
    permission: 'export.make',
    about: ({ body }) => aboutOf(body),
    body: exportBody,
    answer: jobName,
    statuses: [202],
    action: 'export.ask',
    handle: (call) => askForWork(call, 'export', call.body),
  }),
  route({
    method: 'GET',
    path: '/exports/:id',
    summary: 'How far an export is',
    permission: 'job.use',
    about,
    params: id,
    answer: workState,
    handle: async (call) => ok(await viewWork(call.db, call.params.id, call.now)),
  }),
  route({
    method: 'GET',
    path: '/exports/:id/file',
    summary: 'The zip of an export that is done',
    permission: 'job.use',
    about,
    params: id,
    handle: (call) => sendJobFile(call.db, call.services, call.params.id, call.now),
  }),
  route({
    method: 'POST',
    path: '/imports',
    summary: 'Take the zip of a whole export into this store, which must be empty',
    permission: 'store.import',
    takes: 'bytes',
    limitBytes: largestBundle,
    answer: jobName,
    statuses: [202],
    action: 'import.ask',
    prepare: (call) => receiveBundle(call, largestBundle),
    handle: async (call) => {
      await demandRoomForImport(call.db)
      return askForWork(call, 'import', {}, call.prepared)
    },
  }),
  route({
    method: 'GET',
    path: '/imports/:id',
    summary: 'How far an import is',
    permission: 'job.use',
    about,
    params: id,
    answer: workState,
    handle: async (call) => ok(await viewWork(call.db, call.params.id, call.now)),
  }),
]
