import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const id = randomUUID()

  test('anybody writes to the bureau’s inbox; the writer sees the answer, others see nothing', async () => {
    const body = { id, text: '截止前一周系统太慢。', page: '/rounds/2026/units/yucai' }
    const made = await house.as('alice').post('/suggestions', body)
    expect([made.status, made.body]).toEqual([201, {
      ...body, by: 'alice', byName: '李敏', unit: 'yucai', unitName: '育才小学', at: '2026-11-24T08:00:00.000Z', answer: null, version: 1,
    }])
    const again = await house.as('alice').post('/suggestions', body)
    expect([again.status, again.body]).toEqual([200, made.body])
    for (const other of ['alice', 'bob'] as const) {
      const answer = await house.as(other).post('/suggestions', { id, text: '另一段话' })
      expect([answer.status, answer.body.current]).toEqual([409, null])
    }
    expect((await house.as('betty').get('/suggestions')).body.items).toEqual([made.body])
    const answered = await house.as('betty').put(`/suggestions/${id}/answer`, { text: '已加了一台机器，请再试。' })
    expect([answered.status, answered.body.answer]).toEqual([
      201, { text: '已加了一台机器，请再试。', by: 'betty', at: '2026-11-24T08:00:00.000Z' },
    ])
    expect((await house.as('betty').put(`/suggestions/${id}/answer`, { text: '已加了一台机器，请再试。' })).status).toBe(200)
    expect((await house.as('betty').put(`/suggestions/${id}/answer`, { text: '换一段' })).status).toBe(409)
    expect((await house.as('betty').put(`/suggestions/${id}/answer`, { text: '换一段' }, { ifMatch: 2 })).body.version).toBe(3)
    expect((await house.as('alice').get('/suggestions')).body.items[0].answer.text).toBe('换一段')
    for (const other of ['sun', 'bob', 'gao', 'mallory'] as const) {
      expect((await house.as(other).get('/suggestions')).body.items).toEqual([])
    }
    expect((await house.as('gao').put(`/suggestions/${id}/answer`, { text: '不是我的' })).status).toBe(404)
    expect((await house.as('alice').put(`/suggestions/${id}/answer`, { text: '自己答' })).status).toBe(403)
  })

  test('the inbox comes newest first, page by page, and a day has its limit', async () => {
    for (let count = 0; count < 20; count += 1) {
      house.setClock(`2026-11-25T08:00:${String(Math.floor(count / 2)).padStart(2, '0')}Z`)
      expect((await house.as('bob').post('/suggestions', { id: randomUUID(), text: `第${count}条` })).status).toBe(201)
    }
    const more = await house.as('bob').post('/suggestions', { id: randomUUID(), text: '第21条' })
    expect([more.status, more.body.code]).toEqual([429, 'suggestion.too_many'])
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await house.as('betty').get(`/suggestions?limit=7${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`)
      seen.push(...page.body.items.map((one: { at: string }) => one.at))
      next = page.body.next
    }
    expect(seen).toHaveLength(21)
    expect(seen).toEqual(seen.toSorted().toReversed())
    expect((await house.as('betty').get('/suggestions?after=nonsense')).status).toBe(422)
    for (const text of ['', '  ', '长'.repeat(2001)]) {
      expect((await house.as('sun').post('/suggestions', { id: randomUUID(), text })).status).toBe(422)
    }
  })
})
