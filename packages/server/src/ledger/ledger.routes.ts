import { z } from 'zod'
import { ok, unchanged } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, listQuery, relayed, uuid } from '../http/values.contract.ts'
import { deleteEntry } from './delete-entry.ts'
import { deletedEntries, entryHistory } from './history.contract.ts'
import { importEntries, listImports, undoImport } from './import-entries.ts'
import { importAnswer, importBody, importList, importPreview } from './imports.contract.ts'
import { listLastYear } from './last-year.ts'
import { entry, entryBody, entryList, lastYear } from './ledger.contract.ts'
import { getEntry, listEntries } from './list-entries.ts'
import { largestList, previewImport } from './preview-import.ts'
import { recordEntry } from './record-entry.ts'
import { listDeletedEntries, restoreEntry } from './restore-entry.ts'
import { viewHistory } from './view-history.ts'

const r = z.strictObject({ round: code, unit: code })
const named = r.extend({ uuid })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const

const at = '/rounds/:round/units/:unit/entries'
const imports = '/rounds/:round/units/:unit/imports'

export const ledgerRoutes = [
  route({
    method: 'PUT',
    path: `${at}/:uuid`,
    summary: 'Record what happened, or change the record',
    permission: 'assessment.fill',
    about,
    params: named,
    query: relayed,
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
    query: relayed,
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
    // The rows are of one statement; what came of their files meanwhile may only be newer. A city asks this 225 times a second.
    handle: async (call) => ok(await listEntries(call.db, call.params, call.query)),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/last-year',
    summary: 'What was recorded in the year before, for suggestions',
    permission: 'assessment.fill',
    about,
    params: r,
    answer: lastYear,
    consistent: true,
    handle: async (call) => ok(await listLastYear(call.db, call.params)),
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
  route({
    method: 'POST',
    path: `${imports}/preview`,
    summary: 'What each row of an old list would become. Nothing is kept',
    permission: 'assessment.fill',
    about,
    params: r,
    takes: 'bytes',
    limitBytes: largestList,
    answer: importPreview,
    action: 'import.preview',
    prepare: (call) => previewImport(call.db, call.params, call.upload, call.now),
    handle: async ({ prepared }) => unchanged(prepared),
  }),
  route({
    method: 'PUT',
    path: `${imports}/:uuid`,
    summary: 'Take the chosen rows of an old list into the ledger, all or none',
    permission: 'assessment.fill',
    about,
    params: named,
    body: importBody,
    answer: importAnswer,
    action: 'import.put',
    handle: (call) => importEntries(call, call.params, call.body),
  }),
  route({
    method: 'DELETE',
    path: `${imports}/:uuid`,
    summary: 'Take a whole import back',
    permission: 'assessment.fill',
    about,
    params: named,
    action: 'import.undo',
    handle: (call) => undoImport(call, call.params),
  }),
  route({
    method: 'GET',
    path: imports,
    summary: 'List imports, newest first',
    permission: 'assessment.read',
    about,
    params: r,
    answer: importList,
    consistent: true,
    handle: async (call) => ok({ items: await listImports(call.db, call.params) }),
  }),
]
