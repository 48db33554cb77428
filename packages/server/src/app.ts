import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import swagger from '@fastify/swagger'
import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { authenticate } from './accounts/authenticate.ts'
import { apiPrefix, describeRoute, registerRoutes } from './http/register-routes.ts'
import { notFound } from './http/problem.ts'
import type { Route, Services } from './http/route.ts'
import { sendProblem } from './http/send-problem.ts'
import { routes } from './routes.ts'

export type AppOptions = {
  readonly services: Services
  readonly logger?: Parameters<typeof fastify>[0] extends infer O ? (O extends { logger?: infer L } ? L : never) : never
  /** In tests: answers are held against their schemas. */
  readonly checkAnswers?: boolean
  readonly routes?: readonly Route[]
}

/** The whole HTTP side on given services: no file, no port, no environment is touched here. */
export const buildApp = async (options: AppOptions): Promise<FastifyInstance> => {
  const { services } = options
  const app = fastify({
    logger: options.logger ?? false,
    genReqId: () => randomUUID(),
    trustProxy: services.config.trustProxy,
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    keepAliveTimeout: 15_000,
    routerOptions: { maxParamLength: 400 },
  })
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, services.database))
  await app.register(cookie)
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Zicha', version: '1' } },
    transform: describeRoute,
  })
  await registerRoutes(app, options.routes ?? routes, {
    services,
    authenticate,
    checkAnswers: options.checkAnswers ?? false,
  })
  app.get(`${apiPrefix}/openapi.json`, { schema: { hide: true } }, async () => app.swagger())
  app.setNotFoundHandler(() => {
    throw notFound()
  })
  return app
}
