import { randomUUID } from 'node:crypto'
import swagger from '@fastify/swagger'
import fastify, { LogController } from 'fastify'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { authenticate } from './accounts/authenticate.ts'
import { sendSecureHeaders } from './http/headers.ts'
import { logRequests } from './http/log.ts'
import { apiPrefix, describeRoute, registerRoutes } from './http/register-routes.ts'
import type { Route, Services } from './http/route.ts'
import { sendProblem } from './http/send-problem.ts'
import { serveWebPages } from './http/web-pages.ts'
import { programVersion } from './reports/program-version.ts'
import { routes } from './routes.ts'

export type AppOptions = {
  readonly services: Services
  /** Absent: nothing is logged, as in tests. */
  readonly log?: FastifyBaseLogger
  /** In tests: answers are held against their schemas. */
  readonly checkAnswers?: boolean
  readonly routes?: readonly Route[]
  /** Where the built pages are, if not in packages/web/dist. */
  readonly pages?: string
}

/** The whole HTTP side on given services: no port and no environment is touched here. */
export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const { services } = options
  const app = fastify({
    ...(options.log === undefined ? { logger: false } : { loggerInstance: options.log }),
    genReqId: () => randomUUID(),
    // One proxy in front: its own word about the caller counts, not what the caller wrote before it.
    trustProxy: services.config.trustProxy ? (_address, hop) => hop === 0 : false,
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply, services.database),
    bodyLimit: 1024 * 1024,
    routerOptions: { maxParamLength: 400 },
    // A slow client keeps a socket, not the server: the head within 20 s, no minute in silence, the whole within five,
    // which is 20 MB over the poorest line that a school has.
    http: { headersTimeout: 20_000 },
    requestTimeout: 300_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 15_000,
    forceCloseConnections: 'idle',
  })
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, services.database))
  logRequests(app)
  sendSecureHeaders(app)
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Zicha', version: programVersion },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    transform: describeRoute,
  })
  await registerRoutes(app, options.routes ?? routes, {
    services,
    authenticate,
    checkAnswers: options.checkAnswers ?? false,
  })
  app.get(`${apiPrefix}/openapi.json`, { schema: { hide: true } }, async () => app.swagger())
  await serveWebPages(app, options.pages)
  return app
}
