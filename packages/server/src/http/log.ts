import type { FastifyInstance } from 'fastify'
import type { LoggerOptions } from 'pino'

/**
 * One JSON line an event on standard error. What people write never comes in: of a request only method, address
 * without query, and id; of an error its kind and place. JSON escapes CR and LF, so no name can forge a line.
 */
export const logOptions: LoggerOptions = {
  level: 'info',
  base: null,
  timestamp: () => `,"time":"${new Date().toISOString()}"`,
  serializers: {
    err: (error: unknown) => describe(error, 0),
  },
}

/** One line when a request has ended: what was asked, how it ended, how long it took. */
export const logRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url, ip } = request
    const ms = Math.round(reply.elapsedTime * 10) / 10
    request.log.info({ method, path: withoutSecrets(url), status: reply.statusCode, ms, ip }, 'request')
    done()
  })
}

/** One-time links carry their token in the address. */
const withoutSecrets = (url: string): string =>
  (url.split('?')[0] ?? '').replace(/(\/(?:links|requests|calendars)\/)[^/]+/, '$1…')

const describe = (error: unknown, depth: number): object => {
  if (!(error instanceof Error)) return { kind: typeof error }
  return {
    kind: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined || depth > 2 ? {} : { cause: describe(error.cause, depth + 1) }),
  }
}
