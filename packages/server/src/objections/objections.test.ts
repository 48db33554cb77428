import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { inspectSchool, signSchool } from '../testing/inspected-school.ts'
import { yucai } from '../testing/open-round.ts'
import { readZip } from '../testing/read-zip.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const first = `${yucai}/objections/${randomUUID()}`
  const second = `${yucai}/objections/${randomUUID()}`
  const body = { no: 5, reason: '9月那次有记录本，第23页', evidence: [{ reference: '党建记录本2026 第23页', place: '党建办公室' }] }
  let signed = ''

  test('before the signature there is nothing to object to', async () => {
    await inspectSchool(house)
    const early = await house.as('sun').put(first, body)
    expect([early.status, early.body.code]).toEqual([409, 'objection.not_signed'])
    signed = (await signSchool(house)).body.snapshot.hash
  })

  test('the secretary objects to one mark with the reason and what shows it, once while it is open', async () => {
    const raised = await house.as('sun').put(first, body)
    expect([raised.status, raised.body]).toMatchObject([
      201, { no: 5, max: 6, selfScore: 6, score: 4, unitName: '育才小学', byName: '孙强', evidence: body.evidence, decision: null },
    ])
    expect((await house.as('sun').put(first, body)).status).toBe(200)
    expect((await house.as('sun').put(first, { ...body, reason: '改口了' })).status).toBe(409)
    const twice = await house.as('sun').put(second, body)
    expect([twice.status, twice.body.code]).toEqual([409, 'objection.open_already'])
    expect((await house.as('alice').put(second, body)).status).toBe(403)
    expect((await house.as('sun').put(second, { ...body, no: 99 })).status).toBe(404)
    expect((await house.as('alice').get(`${yucai}/objections`)).body).toMatchObject({ until: '2026-12-09', open: true, items: [{ no: 5 }] })
  })

  test('only the bureau decides; a mark beyond the item or the same mark is no decision', async () => {
    await house.as('betty').post(`${yucai}/stage`, { to: 'frozen' })
    for (const who of ['sun', 'ivy', 'carl', 'admin'] as const) {
      expect((await house.as(who).put(`${first}/decision`, { outcome: 'refused', reason: '不成立' })).status).toBe(403)
    }
    expect((await house.as('gao').put(`${first}/decision`, { outcome: 'refused', reason: '不成立' })).status).toBe(404)
    for (const [score, code] of [[7, 'objection.score'], [4, 'objection.same_score'], [4.125, 'assessment.score_too_fine']] as const) {
      const answer = await house.as('betty').put(`${first}/decision`, { outcome: 'partly', score, reason: '看了记录本' })
      expect([answer.status, answer.body.code]).toEqual([422, code])
    }
  })

  test('a decision changes the mark beside the sealed one, and the new sheet names the former; the stage stays', async () => {
    const decision = { outcome: 'partly', score: 5, reason: '9月有记录，10月仍缺' }
    const answers = await Promise.all(Array.from({ length: 20 }, () => house.as('betty').put(`${first}/decision`, decision)))
    expect(answers.map((one) => one.status).sort((one, other) => one - other)).toEqual([...Array.from({ length: 19 }, () => 200), 201])
    expect(answers[0]?.body.decision).toMatchObject({ outcome: 'partly', score: 5, byName: '陈静' })
    expect((await house.as('betty').put(`${first}/decision`, { outcome: 'refused', reason: '又想了想' })).status).toBe(409)
    const assessment = (await house.as('sun').get(yucai)).body
    expect(assessment.stage).toBe('frozen')
    expect(assessment.snapshot.total).toBe(99)
    expect(assessment.snapshot.hash).not.toBe(signed)
    const rows = await house.database.reader.selectFrom('snapshots').selectAll().orderBy('version', 'desc').execute()
    const newest = JSON.parse(rows[0]?.content ?? '')
    expect(newest).toMatchObject({ former: signed, stage: 'frozen', amendments: [{ no: 5, former: 4, score: 5 }] })
    expect(newest.inspection.items[4]).toMatchObject({ score: 5, scores: [{ inspector: 'ivy', score: 4 }] })
    expect(JSON.parse(rows.find((row) => row.hash === signed)?.content ?? '').inspection.items[4].score).toBe(4)
  })

  test('every place shows the mark that stands: inspection, progress, the printed code', async () => {
    const inspection = (await house.as('alice').get(`${yucai}/inspection`)).body
    expect([inspection.total, inspection.items[4]]).toMatchObject([99, { score: 5, amended: { former: 4, reason: '9月有记录，10月仍缺' } }])
    const { items } = (await house.as('betty').get('/rounds/2026/progress')).body
    expect(items.find((one: { unit: string }) => one.unit === 'yucai')).toMatchObject({ inspectionScore: 99, stage: 'frozen' })
    expect((await house.asStranger().get(`/verifications/${signed}`)).body).toMatchObject({ total: 98, latest: false })
    const letter = readZip((await house.as('betty').get(`${yucai}/letters?kind=feedback`)).bytes).get('word/document.xml')?.toString() ?? ''
    const [code = ''] = letter.replace(/<[^>]+>/g, '').match(/[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}/) ?? []
    expect((await house.asStranger().get(`/verifications/${code}`)).body).toMatchObject({ total: 99, latest: true })
  })

  test('a refused objection changes no mark and seals nothing', async () => {
    const before = (await house.as('sun').get(yucai)).body.snapshot.hash
    await house.as('sun').put(second, { no: 1, reason: '想再问一次' })
    const refused = await house.as('betty').put(`${second}/decision`, { outcome: 'refused', reason: '原件里没有' })
    expect([refused.status, refused.body.decision]).toMatchObject([201, { outcome: 'refused', score: 2, sheet: null }])
    expect((await house.as('sun').get(yucai)).body.snapshot.hash).toBe(before)
    expect((await house.as('betty').get('/rounds/2026/objections')).body.items.length).toBe(2)
  })

  test('after the last day nobody objects any more, and the bureau may have given more days', async () => {
    house.setClock('2026-12-10T00:00:00.000Z')
    const late = await house.as('sun').put(`${yucai}/objections/${randomUUID()}`, { no: 2, reason: '想再问一次' })
    expect([late.status, late.body.code]).toEqual([409, 'objection.too_late'])
    await house.as('betty').put('/rounds/2026/deadlines', { objectionDays: 30, reportDays: 30, reviewDays: 30 }, { ifMatch: 1 })
    expect((await house.as('sun').put(`${yucai}/objections/${randomUUID()}`, { no: 2, reason: '想再问一次' })).status).toBe(201)
  })
})
