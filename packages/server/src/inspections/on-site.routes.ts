import { z } from 'zod'
import { mostBytes } from '../evidence/keep-evidence.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, sha256, username, uuid } from '../http/values.contract.ts'
import { attachSitePhoto, keepSitePhoto, openSitePhoto, removeSitePhoto } from './keep-site-photo.ts'
import { listInspectionEvidence } from './list-evidence.ts'
import { inspectionEvidence, seenBody, seenOriginal, sitePhoto } from './on-site.contract.ts'
import { seeOriginal, unseeOriginal } from './see-original.ts'

const r = z.strictObject({ round: code, unit: code })
const item = r.extend({ username, no: z.coerce.number().int().min(1).max(999) })
const about = ({ params }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: params.round, unit: params.unit }) as const

const at = '/rounds/:round/units/:unit'
const photo = `${at}/inspections/:username/items/:no/photos/:sha256` as const
const original = `${at}/inspections/:username/items/:no/seen/:uuid` as const

/** What inspectors take along, and what they keep while they are at a school. */
export const onSiteRoutes = [
  route({
    method: 'GET',
    path: `${at}/inspection/evidence`,
    summary: 'Every file behind the records of the round, to be taken along',
    permission: 'assessment.read',
    about,
    params: r,
    answer: inspectionEvidence,
    consistent: true,
    handle: async (call) => ok(await listInspectionEvidence(call.db, call.params)),
  }),
  route({
    method: 'PUT',
    path: photo,
    summary: "An inspector's own photograph of an original",
    permission: 'inspection.mark',
    about,
    params: item.extend({ sha256 }),
    answer: sitePhoto,
    takes: 'bytes',
    limitBytes: mostBytes,
    action: 'site-photo.put',
    prepare: ({ person, services, upload, params }) => keepSitePhoto(person, services.storage, upload, params),
    handle: (call) => attachSitePhoto(call, call.params, call.prepared),
  }),
  route({
    method: 'GET',
    path: photo,
    summary: "The bytes of an inspector's photograph, always as an attachment",
    permission: 'inspection.read',
    about,
    params: item.extend({ sha256 }),
    handle: (call) => openSitePhoto(call.db, call.services.storage, call.params),
  }),
  route({
    method: 'DELETE',
    path: photo,
    summary: 'Take back an own photograph',
    permission: 'inspection.mark',
    about,
    params: item.extend({ sha256 }),
    action: 'site-photo.delete',
    handle: (call) => removeSitePhoto(call, call.params),
  }),
  route({
    method: 'PUT',
    path: original,
    summary: "The original of a record was seen",
    permission: 'inspection.mark',
    about,
    params: item.extend({ uuid }),
    body: seenBody,
    answer: seenOriginal,
    action: 'original.see',
    handle: (call) => seeOriginal(call, call.params),
  }),
  route({
    method: 'DELETE',
    path: original,
    summary: 'Not seen after all',
    permission: 'inspection.mark',
    about,
    params: item.extend({ uuid }),
    action: 'original.unsee',
    handle: (call) => unseeOriginal(call, call.params),
  }),
]
