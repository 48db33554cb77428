import { seal } from '@zicha/core'
import { expect, test } from 'vitest'
import { verifyAudit } from '../audit/verify-audit.ts'
import { forEachEngine, openHouse, useHouse } from '../testing/harness.ts'
import type { Client } from '../testing/harness.ts'
import { people } from './bureau.ts'

type Row = { unit: string; stage: string; answered: number; selfScore: number | null; inspectionScore: number | null; attention: string[] }

forEachEngine((engine) => {
  const house = useHouse(engine, { filled: false })
  const visit = async (username: string): Promise<Client> => {
    const answer = await house.asStranger().post('/demo/sessions', { username })
    expect(answer.status, username).toBe(201)
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    return house.asStranger({ cookie })
  }
  const round = '/rounds/2026'

  test('one call fills an empty store with six schools at six stages', async () => {
    expect((await house.asStranger().post('/demo')).status).toBe(204)
    expect((await house.asStranger().post('/demo')).status).toBe(409)
    const { body } = await (await visit('zhaomin')).get(`${round}/progress`)
    const rows = Object.fromEntries(body.items.map((row: Row) => [row.unit, row]))
    expect(Object.fromEntries(body.items.map((row: Row) => [row.unit, row.stage]))).toEqual({
      liuxi: 'draft', yucai: 'draft', erzhong: 'submitted', xinghe: 'returned', zhizhuan: 'inspecting', yunzhong: 'signed',
    })
    expect(rows.liuxi).toMatchObject({ answered: 0, selfScore: null })
    expect(rows.yucai.answered).toBeGreaterThan(20)
    expect(rows.yucai.answered).toBeLessThan(60)
    expect(rows.yucai.attention).toContain('1份材料待上传')
    for (const unit of ['erzhong', 'zhizhuan', 'yunzhong']) {
      expect(rows[unit].answered).toBe(60)
      expect(rows[unit].selfScore).toBeGreaterThan(75)
    }
    expect(rows.yunzhong.inspectionScore).toBe(rows.yunzhong.selfScore - 0.5)
    expect(rows.zhizhuan.attention).toEqual(['缺材料1件', '自改分1条', '两人分差1条', '已检查22条'])
  }, 120_000)

  test('everybody is one click away and has work in the round', async () => {
    const { items } = (await house.asStranger().get('/demo/people')).body
    expect(items.map((one: { username: string }) => one.username)).toEqual(people.map((one) => one.username))
    expect(items.every((one: { about: string }) => one.about.length > 8)).toBe(true)
    for (const { username, role, unit } of people) {
      const client = await visit(username)
      const { body } = await client.get('/sessions/current')
      expect([body.user.role, body.demonstration], username).toEqual([role, true])
      expect(body.rounds.length, username).toBe(1)
      const isOfSchool = role === 'clerk' || role === 'secretary'
      if (isOfSchool) expect((await client.get(`${round}/units/${unit}/plan`)).status, username).toBe(200)
    }
  })

  test('the year is told by records on school days up to now, some late, some missing, with photos that open', async () => {
    const client = await visit('chenjing')
    const { items } = (await client.get(`${round}/units/yucai/entries?limit=200`)).body
    expect(items.length).toBeGreaterThan(60)
    for (const { happenedOn, recordedAt } of items) {
      expect(happenedOn <= '2026-11-24' && recordedAt <= '2026-11-24T08:00:00.000Z', happenedOn).toBe(true)
      expect([0, 6]).not.toContain(new Date(`${happenedOn}T00:00:00Z`).getUTCDay())
    }
    expect(items.some((one: { late: boolean }) => one.late)).toBe(true)
    const photos = items.flatMap((one: { evidence: { sha256?: string }[]; missing: string[] }) =>
      one.evidence.flatMap(({ sha256 }) => (sha256 === undefined || one.missing.includes(sha256) ? [] : [sha256])),
    )
    expect(photos.length).toBeGreaterThan(2)
    const photo = await client.get(`${round}/units/yucai/evidence/${photos[0]}`)
    expect([photo.status, photo.headers['content-type']]).toEqual([200, 'image/jpeg'])
    const { missing } = (await client.get(`${round}/units/yucai/plan`)).body
    expect(missing.map((one: { criterion: string; period: string }) => [one.criterion, one.period])).toContainEqual(['5.2', '9月'])
  })

  test('its seals and its audit chain are true', async () => {
    const { faults, rows } = await verifyAudit(house.database.reader)
    expect(faults).toEqual([])
    expect(rows).toBeGreaterThan(400)
    const seals = await house.database.reader.selectFrom('snapshots').select(['content', 'hash']).execute()
    expect(seals.length).toBeGreaterThan(5)
    for (const { content, hash } of seals) expect(seal(JSON.parse(content)).hash).toBe(hash)
    const { body } = await (await visit('fanglin')).get(`${round}/units/yunzhong`)
    expect(body.history.map((one: { to: string }) => one.to)).toEqual(['submitted', 'inspecting', 'inspected', 'signed'])
    expect(body.snapshot.code).toMatch(/^[0-9A-F-]{14}$/)
  })
})

test.each([
  ['2027-01-01T01:00:00Z', 'the first morning of a year'],
  ['2026-11-21T15:59:00Z', 'a Saturday night'],
  ['2026-07-15T02:00:00Z', 'the summer break'],
  ['2028-02-29T16:30:00Z', 'the day after 29 February in Shanghai'],
])('it can be opened on any day: %s, %s', async (instant) => {
  const house = await openHouse('embedded', { filled: false })
  try {
    house.setClock(instant)
    expect((await house.asStranger().post('/demo')).status).toBe(204)
    const { reader } = house.database
    const today = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
    const ahead = await reader.selectFrom('entries').select('id').where('happened_on', '>', today).execute()
    expect(ahead).toEqual([])
    const stages = await reader.selectFrom('assessments').select('stage').distinct().orderBy('stage').execute()
    expect(stages.map((row) => row.stage)).toEqual(['draft', 'inspecting', 'returned', 'signed', 'submitted'])
    expect((await verifyAudit(reader)).faults).toEqual([])
  } finally {
    await house.close()
  }
})
