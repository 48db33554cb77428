import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem } from './problem.ts'
import type { Route } from './route.ts'
import { runRoute } from './run-route.ts'
import type { RunOptions } from './run-route.ts'
import { notJson } from './send-problem.ts'
import { problemShape } from './values.contract.ts'

export const apiPrefix = '/api/v1'
export const describeRoute = createJsonSchemaTransform({})

/** Every route under /api/v1. JSON routes take JSON only; byte routes take any type and read the stream themselves. */
export const registerRoutes = async (
  app: FastifyInstance,
  routes: readonly Route[],
  options: RunOptions,
): Promise<void> => {
  for (const route of routes) demandAction(route)
  await app.register(
    async (api) => {
      acceptOnlyJson(api)
      add(api, routes.filter((route) => route.takes === 'json'), options)
      await api.register(async (bytes) => {
        bytes.removeAllContentTypeParsers()
        bytes.addContentTypeParser('*', (_request, _payload, done) => done(null, undefined))
        add(bytes, routes.filter((route) => route.takes === 'bytes'), options)
      })
    },
    { prefix: apiPrefix },
  )
}

const demandAction = (route: Route): void => {
  if (route.method !== 'GET' && route.action === undefined) {
    throw new Error(`${route.method} ${route.path} writes and names no action for its audit row`)
  }
}

const add = (app: FastifyInstance, routes: readonly Route[], options: RunOptions): void => {
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      bodyLimit: route.limitBytes,
      schema: schemaOf(route),
      // Inputs are parsed once, in runRoute, by the same schemas that are described here.
      validatorCompiler: () => (value: unknown) => ({ value }),
      serializerCompiler: () => (value: unknown) => JSON.stringify(value),
      handler: (request, reply) => runRoute(route, options, request, reply),
    })
  }
}

const schemaOf = (route: Route): object => {
  const success = Object.fromEntries(
    route.statuses.map((status) => [status, route.answer ?? z.undefined().describe(status === 204 ? 'Nothing' : 'Bytes')]),
  )
  return {
    summary: route.summary,
    description: `Permission: ${route.permission}`,
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.body === undefined ? {} : { body: route.body }),
    ...(route.takes === 'bytes' ? { consumes: ['application/octet-stream'] } : {}),
    ...(route.permission === 'public' ? { security: [] } : {}),
    tags: [route.path.split('/')[1] ?? ''],
    operationId: operationIdOf(route),
    response: { ...success, default: problemShape },
  }
}

/** `PUT /rounds/:round/units/:unit/facts` → `putRoundsRoundUnitsUnitFacts`: what generated clients call it. */
const operationIdOf = (route: Route): string =>
  route.method.toLowerCase() +
  route.path
    .split(/[/:-]+/)
    .map((step) => step.charAt(0).toUpperCase() + step.slice(1))
    .join('')

const acceptOnlyJson = (app: FastifyInstance): void => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    if (body.length === 0) return done(null, undefined)
    try {
      done(null, parseJson(body as Buffer))
    } catch (error) {
      done(error instanceof Problem ? error : notJson(), undefined)
    }
  })
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Strict UTF-8 JSON. Refused by name are a member that would reach a prototype, which no schema would see, and the
 * two kinds of text that not every database can keep: with a NUL, or with half a character.
 */
const parseJson = (bytes: Buffer): unknown => {
  const text = utf8.decode(bytes)
  if (!/__proto__|\\u(00|d[89a-f])/i.test(text)) return JSON.parse(text)
  return JSON.parse(text, (key: string, value: unknown) => {
    if (key === '__proto__') throw refused('没有“__proto__”这一栏，请去掉。')
    if (!isKeepable(key) || (typeof value === 'string' && !isKeepable(value))) {
      throw refused('文字里有存不进去的字符，请重新输入。')
    }
    return value
  })
}

const isKeepable = (text: string): boolean => text.isWellFormed() && !text.includes('\0')

const refused = (detail: string): Problem =>
  new Problem({
    code: 'request.invalid',
    status: 422,
    title: '填写的内容要改',
    detail: `${detail}这次没有保存。`,
    errors: [{ pointer: '#', detail }],
  })
