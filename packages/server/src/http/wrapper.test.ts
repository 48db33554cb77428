import { expect, test } from 'vitest'
import { auditHash, chainStart } from '../audit/append-audit.ts'
import { schemaNumber } from '../database/migrate.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const body = { name: '链上小学', kind: 'school', parent: 'yizheng' }
  const trail = () => house.database.reader.selectFrom('audit').selectAll().orderBy('seq').execute()

  test('every write leaves one row, a repeated or refused one leaves none, and the chain holds', async () => {
    const before = (await trail()).length
    await Promise.all(Array.from({ length: 20 }, (_, index) => house.as('betty').put(`/units/lian-${index}`, body)))
    await house.as('betty').put('/units/lian-0', body)
    await house.as('betty').put('/units/lian-0', { ...body, name: '别的' })
    await house.as('betty').put('/units/lian-0', { ...body, stranger: 1 })
    await house.as('alice').put('/units/yucai', body)
    const rows = await trail()
    expect(rows.length - before).toBe(20)
    let prev = chainStart
    for (const [index, row] of rows.entries()) {
      expect(row.seq).toBe(index + 1)
      expect(row.prev).toBe(prev)
      expect(row.hash).toBe(auditHash(row))
      prev = row.hash
    }
    expect(rows.at(-1)).toMatchObject({ actor: 'betty', action: 'unit.put', bureau: 'yizheng' })
    expect(rows.at(-1)?.target).toMatch(/^\/units\/lian-\d+$/)
  })

  test('the same name twice at the same moment becomes one unit', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => house.as('betty').put('/units/tongshi', body)))
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 201])
    for (const answer of answers) expect(answer.body).toEqual(answers[0]?.body)
  })

  test.each([
    ['cut off', '{', 'application/json', 400, 'request.not_json'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'application/json', 400, 'request.not_json'],
    ['empty', '', 'application/json', 422, 'request.invalid'],
    ['null', 'null', 'application/json', 422, 'request.invalid'],
    ['a list', '[]', 'application/json', 422, 'request.invalid'],
    ['half a character', '{"name":"\\ud800","kind":"school","parent":"yizheng"}', 'application/json', 422, 'request.invalid'],
    ['with a NUL', '{"name":"a\\u0000b","kind":"school","parent":"yizheng"}', 'application/json', 422, 'request.invalid'],
    ['reaching a prototype', '{"name":"x","kind":"school","__proto__":{"a":1}}', 'application/json', 422, 'request.invalid'],
    ['reaching it by an escape', '{"name":"x","kind":"school","\\u005f_proto__":{"a":1}}', 'application/json', 422, 'request.invalid'],
    ['a form', 'name=x', 'application/x-www-form-urlencoded', 415, 'request.type'],
    ['JSON called text', '{"name":"x"}', 'text/plain', 415, 'request.type'],
    ['too large', `{"name":"${'x'.repeat(1024 * 1024)}"}`, 'application/json', 413, 'request.too_large'],
    ['too deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'application/json', 422, 'request.invalid'],
  ])('a body that is %s is refused with a sentence', async (_what, text, type, status, code) => {
    const answer = await house.as('betty').put('/units/huai', text, { headers: { 'content-type': type } })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/)
    expect((await house.as('betty').get('/units/huai')).status).toBe(404)
  })

  test('a NUL in an address names nothing and asks nothing', async () => {
    expect((await house.as('betty').get('/units?after=a%00')).status).toBe(422)
  })

  test('each field that is meant is named with a pointer and a sentence', async () => {
    const answer = await house.as('betty').put('/units/zhijian', { name: '', kind: 'college', members: -1, stages: ['x'] })
    expect(answer.status).toBe(422)
    expect(answer.body.errors).toEqual([
      { pointer: '#/name', detail: '这一栏必填，请补上。' },
      { pointer: '#/kind', detail: '只能填city、bureau、school之一，请改。' },
      { pointer: '#/stages/0', detail: expect.stringContaining('之一') },
      { pointer: '#/members', detail: '不能小于0，请改。' },
    ])
  })

  test('a version that cannot be read is refused', async () => {
    const answer = await house.as('betty').put('/units/yizheng', body, { headers: { 'if-match': 'abc' } })
    expect(answer.status).toBe(412)
  })

  test('what is there but foreign answers byte for byte like what is not there', async () => {
    const foreign = await house.as('alice').get('/units/chengbei')
    const absent = await house.as('alice').get('/units/no-such-school')
    expect([foreign.status, absent.status]).toEqual([404, 404])
    expect(foreign.bytes.equals(absent.bytes)).toBe(true)
    expect((await house.as('alice').get('/units/%00')).bytes.equals(absent.bytes)).toBe(true)
  })

  test('every answer of the API carries the secure headers and is kept by nobody', async () => {
    const answers = [
      await house.as('alice').get('/units/yucai'),
      await house.as('alice').get('/units/none'),
      await house.asStranger().get('/openapi.json'),
      await house.as('betty').put('/units/kou', '{'),
    ]
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
      expect(headers['content-security-policy']).not.toMatch(/unsafe/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['strict-transport-security']).toBeUndefined()
    }
  })

  test('forwarded headers are nobody\'s word while no proxy is set', async () => {
    const answer = await house.asStranger({ 'x-forwarded-proto': 'https' }).get('/health')
    expect(answer.headers['strict-transport-security']).toBeUndefined()
  })

  test('health says which engine holds the store and which epoch it is', async () => {
    const answer = await house.asStranger().get('/health')
    expect(answer.body).toMatchObject({ status: 'ok', schema: schemaNumber, engine, durable: true })
    expect(answer.body.epoch).toMatch(/^[0-9a-f-]{36}$/)
  })
})
