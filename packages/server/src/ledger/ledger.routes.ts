import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, listQuery, uuid } from '../http/values.contract.ts'
import { deleteEntry } from './delete-entry.ts'
import { deletedEntries, entryHistory } from './history.contract.ts'
import { entry, entryBody, entryList } from './ledger.contract.ts'
import { getEntry, listEntries } from './list-entries.ts'
import { recordEntry } from './record-entry.ts'
import { listDeletedEntries, restoreEntry } from './restore-entry.ts'
import { viewHistory } from './view-history.ts'

const r = z.strictObject({ round: code, unit: code })
const named = r.extend({ uuid })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const

const at = '/rounds/:round/units/:unit/entries'

export const ledgerRoutes = [
  route({
    method: 'PUT',
    path: `${at}/:uuid`,
    summary: 'Record what happened, or change the record',
    permission: 'assessment.fill',
    about,
    params: named,
    body: entryBody,
    answer: entry,
    action: 'entry.put',
    handle: (call) => recordEntry(call, call.params, call.body),
  }),
  route({
    method: 'GET',
    path: `${at}/:uuid`,
    summary: 'Read an entry',
    permission: 'assessment.read',
    about,
    params: named,
    answer: entry,
    consistent: true,
    handle: async (call) => ok(await getEntry(call.db, call.params)),
  }),
  route({
    method: 'DELETE',
    path: `${at}/:uuid`,
    summary: 'Take an entry out of the ledger; its name is not used again',
    permission: 'assessment.fill',
    about,
    params: named,
    action: 'entry.delete',
    handle: (call) => deleteEntry(call, call.params),
  }),
  route({
    method: 'GET',
    path: at,
    summary: 'List entries by day',
    permission: 'assessment.read',
    about,
    params: r,
    query: listQuery,
    answer: entryList,
    consistent: true,
    handle: async (call) => ok(await listEntries(call.db, call.params, call.query)),
  }),
  route({
    method: 'GET',
    path: `${at}/:uuid/history`,
    summary: 'Who wrote an entry, what it said before, and when it changed',
    permission: 'assessment.read',
    about,
    params: named,
    answer: entryHistory,
    consistent: true,
    handle: async (call) => ok(await viewHistory(call.db, call.params)),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/deleted-entries',
    summary: 'List entries deleted within thirty days',
    permission: 'assessment.read',
    about,
    params: r,
    answer: deletedEntries,
    consistent: true,
    handle: async (call) => ok(await listDeletedEntries(call.db, call.params, call.now)),
  }),
  route({
    method: 'POST',
    path: `${at}/:uuid/restore`,
    summary: 'Take a deleted entry back, within thirty days',
    permission: 'assessment.fill',
    about,
    params: named,
    answer: entry,
    action: 'entry.restore',
    handle: (call) => restoreEntry(call, call.params),
  }),
]
