import { expect, test } from 'vitest'
import { routes } from './routes.ts'
import { forEachEngine, useHouse } from './testing/harness.ts'

type Operation = { readonly operationId: string; readonly parameters?: readonly unknown[]; readonly responses: object }

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('the API describes itself: every running route, once, with its answers and its problems', async () => {
    const answer = await house.asStranger().get('/openapi.json')
    expect([answer.status, answer.body.openapi]).toEqual([200, '3.1.0'])
    const described = Object.entries(answer.body.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ call: `${method.toUpperCase()} ${path}`, operation })),
    )
    const running = routes.map((route) => `${route.method} /api/v1${route.path.replace(/:([a-zA-Z0-9]+)/g, '{$1}')}`)
    expect(described.map(({ call }) => call).toSorted()).toEqual(running.toSorted())
    expect(new Set(described.map(({ operation }) => operation.operationId)).size).toBe(running.length)
    for (const { call, operation } of described) {
      expect(Object.keys(operation.responses), call).toContain('default')
      const inAddress = [...call.matchAll(/\{/g)].length
      expect(operation.parameters?.length ?? 0, call).toBeGreaterThanOrEqual(inAddress)
    }
  })

  test('the shapes of the contract stand in the description', async () => {
    const { body } = await house.asStranger().get('/openapi.json')
    const put = body.paths['/api/v1/units/{code}'].put
    const schema = put.requestBody.content['application/json'].schema
    expect([schema.required, schema.additionalProperties]).toEqual([['name', 'kind'], false])
    expect(Object.keys(put.responses)).toEqual(['200', '201', 'default'])
  })

  test('what is not there answers 404 with a sentence', async () => {
    const answer = await house.as('alice').get('/nowhere')
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.body).toMatchObject({ code: 'request.not_found', retry: 'never' })
  })
})
