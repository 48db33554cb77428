import { z } from 'zod'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { code, relayed, sha256 } from '../http/values.contract.ts'
import { attachEvidence, openEvidence } from './attach-evidence.ts'
import { evidenceFile } from './evidence.contract.ts'
import { keepEvidence, mostBytes, readEvidence } from './keep-evidence.ts'
import { keptPhotos, photoRemoval } from './kept-photos.contract.ts'
import { showKeptPhotos } from './kept-photos.ts'
import { removePhotos } from './remove-photos.ts'
import { sendReduced } from './send-reduced.ts'

const params = z.strictObject({ round: code, unit: code, sha256 })
const about = ({ params: named }: { readonly params: { readonly round: string; readonly unit: string } }) =>
  ({ kind: 'assessment', round: named.round, unit: named.unit }) as const

const ofRound = ({ params: named }: { readonly params: { readonly round: string } }) => ({ kind: 'round', round: named.round }) as const

const path = '/rounds/:round/units/:unit/evidence/:sha256'

export const evidenceRoutes = [
  route({
    method: 'PUT',
    path,
    summary: 'Send the bytes of a photo or a document under their own hash',
    permission: 'assessment.fill',
    about,
    params,
    query: relayed,
    answer: evidenceFile,
    takes: 'bytes',
    limitBytes: mostBytes,
    action: 'evidence.put',
    prepare: async ({ upload, params: named, services }) =>
      keepEvidence(services.storage, {
        sha256: named.sha256,
        name: upload.name,
        bytes: await readEvidence(upload, named.sha256),
      }),
    handle: (call) => attachEvidence(call, call.params, call.prepared),
  }),
  route({
    method: 'GET',
    path,
    summary: 'The stored bytes, always as an attachment',
    permission: 'assessment.read',
    about,
    params,
    handle: (call) => openEvidence(call.db, call.services.storage, call.params),
  }),
  route({
    method: 'GET',
    path: `${path}/small`,
    summary: 'The photo drawn small, to be taken along; what is no photo comes as it is',
    permission: 'assessment.read',
    about,
    params,
    handle: (call) => sendReduced(call.services, call.db, call.params),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/kept-photos',
    summary: 'The photos of a round and until when they are kept, unit by unit',
    permission: 'progress.read',
    about: ofRound,
    params: z.strictObject({ round: code }),
    answer: keptPhotos,
    consistent: true,
    handle: async (call) => ok(await showKeptPhotos(call.db, call.params, call.now)),
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/kept-photos/removal',
    summary: 'Delete photos of a round whose keeping is over; hash, name and audit row stay',
    permission: 'round.write',
    about: ofRound,
    params: z.strictObject({ round: code }),
    answer: photoRemoval,
    action: 'photos.remove',
    handle: (call) => removePhotos(call, call.params),
  }),
  route({
    method: 'GET',
    path: '/rounds/:round/units/:unit/kept-photos',
    summary: "One unit's photos of a round and until when they are kept",
    permission: 'assessment.read',
    about,
    params: z.strictObject({ round: code, unit: code }),
    answer: keptPhotos,
    consistent: true,
    handle: async (call) => ok(await showKeptPhotos(call.db, call.params, call.now)),
  }),
  route({
    method: 'POST',
    path: '/rounds/:round/units/:unit/kept-photos/removal',
    summary: "Delete one unit's photos whose keeping is over; hash, name and audit row stay",
    permission: 'photos.remove',
    about,
    params: z.strictObject({ round: code, unit: code }),
    answer: photoRemoval,
    action: 'photos.remove',
    handle: (call) => removePhotos(call, call.params),
  }),
]
