import { findMeta, schemaNumber } from '../database/migrate.ts'
import { ok } from '../http/reply.ts'
import { route } from '../http/route.ts'
import { programVersion } from './program-version.ts'
import { health } from './reports.contract.ts'

export const healthRoutes = [
  route({
    method: 'GET',
    path: '/health',
    summary: 'Whether the server answers and its store with it',
    permission: 'public',
    answer: health,
    handle: async ({ db, services }) =>
      ok({
        status: 'ok' as const,
        version: programVersion,
        schema: schemaNumber,
        engine: services.database.engine,
        // A 2xx answer of this server comes after a flushed commit; once writes are stopped it says so.
        durable: !services.database.stopped,
        epoch: (await findMeta(db, 'epoch')) ?? '',
      }),
  }),
]
