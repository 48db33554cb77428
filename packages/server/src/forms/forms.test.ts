import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'

const tableFile = fileURLToPath(new URL('../../../../forms/yangzhou-2022/table.docx', import.meta.url))
const docx = { 'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' }

forEachEngine((engine) => {
  const house = useHouse(engine)

  test('a form is read whole, with its official wording and its rules', async () => {
    const answer = await house.as('alice').get('/forms/yangzhou-2022')
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ id: 'yangzhou-2022', total: 100 })
    expect(answer.body.items).toHaveLength(30)
    expect(answer.body.criteria).toHaveLength(60)
    expect((await house.as('alice').get('/forms')).body.items[0].id).toBe('yangzhou-2022')
    expect((await house.as('alice').get('/forms/yangzhou-1999')).status).toBe(404)
  })

  test('advice on each item is kept apart from the rules', async () => {
    const answer = await house.as('sun').get('/forms/yangzhou-2022/guidance')
    expect(answer.body.items).toHaveLength(30)
  })

  test('the vocabulary of what can happen is listed', async () => {
    const answer = await house.as('alice').get('/entry-kinds')
    expect(answer.body.items.map((kind: { name: string }) => kind.name)).toContain('支委会')
  })

  test('an official table is read, and nothing is kept of it', async () => {
    const before = await house.database.reader.selectFrom('audit').select('seq').execute()
    const answer = await house.as('betty').post('/readings', await readFile(tableFile), docx)
    expect(answer.status).toBe(200)
    expect([answer.body.total, answer.body.items.length, answer.body.sections.length]).toEqual([100, 30, 8])
    expect(await house.database.reader.selectFrom('audit').select('seq').execute()).toHaveLength(before.length)
  })

  test.each([
    ['no bytes', Buffer.alloc(0)],
    ['noise', Buffer.from('%PDF-1.7 not a table')],
    ['a zip that is cut', Buffer.from('504b0304140000000800', 'hex')],
  ])('%s is refused with a sentence', async (_what, bytes) => {
    const answer = await house.as('betty').post('/readings', bytes, docx)
    expect([answer.status, answer.body.code]).toEqual([422, 'reading.not_readable'])
    expect(answer.body.detail).toMatch(/[\u4e00-\u9fff]/)
  })

  test('a file over the limit is refused before it is read', async () => {
    const answer = await house.as('betty').post('/readings', Buffer.alloc(20 * 1024 * 1024 + 1), docx)
    expect([answer.status, answer.body.code]).toEqual([413, 'request.too_large'])
  })
})
