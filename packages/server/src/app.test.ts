import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from './testing/harness.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('the API describes itself', async () => {
    const answer = await house.asStranger().get('/openapi.json')
    expect(answer.status).toBe(200)
    expect(answer.body.openapi).toBe('3.1.0')
  })

  test('what is not there answers 404 with a sentence', async () => {
    const answer = await house.as('alice').get('/nowhere')
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.body).toMatchObject({ code: 'request.not_found', retry: 'never' })
  })
})
