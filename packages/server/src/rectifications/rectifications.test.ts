import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { inspectSchool } from '../testing/inspected-school.ts'
import { openRound, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const one = `${yucai}/rectifications/${randomUUID()}`
  const body = { no: 5, problem: '9月集中学习没有记录' }
  const step = (who: Parameters<typeof house.as>[0], no: number, taken: object) => house.as(who).put(`${one}/steps/${no}`, taken)

  test('before the inspection there is no problem to put right', async () => {
    await openRound(house)
    const early = await house.as('ivy').put(one, body)
    expect([early.status, early.body.code]).toEqual([409, 'rectification.too_early'])
    await inspectSchool(house)
  })

  test('an inspector writes a problem down; the report is due after the round’s days', async () => {
    const made = await house.as('ivy').put(one, body)
    expect([made.status, made.body]).toMatchObject([
      201, { no: 5, problem: '9月集中学习没有记录', dueOn: '2026-12-24', reviewBy: null, state: 'open', openedByName: '王丽', steps: [], version: 1 },
    ])
    expect((await house.as('ivy').put(one, body)).status).toBe(200)
    expect((await house.as('betty').put(one, { ...body, dueOn: '2026-12-31' }, { ifMatch: 1 })).body).toMatchObject({ dueOn: '2026-12-31', version: 2 })
    expect((await house.as('sun').put(`${yucai}/rectifications/${randomUUID()}`, body)).status).toBe(403)
    expect((await house.as('betty').put(`${yucai}/rectifications/${randomUUID()}`, { ...body, no: 99 })).body.code).toBe('rectification.no_item')
  })

  test('the school plans, its secretary approves, then the problem itself changes no more', async () => {
    expect((await step('alice', 1, { kind: 'plan', text: '补一次集中学习，以后每月25日前检查' })).body).toMatchObject({ state: 'planned' })
    const clerk = await step('alice', 2, { kind: 'approve' })
    expect([clerk.status, clerk.body.detail]).toEqual([403, '这一步由书记来做，现在用的是党务干部账号。'])
    const approvals = await Promise.all(Array.from({ length: 20 }, () => step('sun', 2, { kind: 'approve' })))
    expect(approvals.map((answer) => answer.status).sort((one, other) => one - other)).toEqual([...Array.from({ length: 19 }, () => 200), 201])
    const changed = await house.as('ivy').put(one, { ...body, problem: '另一个问题' }, { ifMatch: 4 })
    expect([changed.status, changed.body.code]).toEqual([409, 'rectification.state'])
  })

  test('photos come also while the table is closed, and the report names them', async () => {
    const photo = Buffer.from('%PDF-1.7 after')
    const sha256 = createHash('sha256').update(photo).digest('hex')
    expect((await house.as('alice').put(`${yucai}/evidence/${sha256}`, photo)).status).toBe(409)
    expect((await house.as('alice').put(`${yucai}/rectifications/photos/${sha256}`, photo)).status).toBe(201)
    expect((await house.as('ivy').get(`${yucai}/evidence/${sha256}`)).status).toBe(200)
    const early = await step('betty', 3, { kind: 'accept' })
    expect([early.status, early.body.code]).toEqual([409, 'rectification.state'])
    const reported = await step('alice', 3, { kind: 'report', text: '12月1日补开', after: [{ sha256 }] })
    expect(reported.body).toMatchObject({ state: 'reported', reviewBy: '2026-12-24', steps: [{}, {}, { kind: 'report', after: [{ sha256 }], before: [] }] })
  })

  test('a review returns with a reason, the school answers again, and then it is accepted', async () => {
    expect((await step('ivy', 4, { kind: 'return' })).status).toBe(422)
    expect((await step('ivy', 4, { kind: 'return', text: '只有照片，缺签到' })).body.state).toBe('returned')
    const other = await step('betty', 4, { kind: 'accept' })
    expect([other.status, other.body.code, other.body.current.state]).toEqual([409, 'request.other_content', 'returned'])
    expect((await step('alice', 6, { kind: 'report', text: '补了签到' })).status).toBe(412)
    expect((await step('alice', 5, { kind: 'report', text: '补了签到' })).body.state).toBe('reported')
    expect((await step('betty', 6, { kind: 'accept' })).body).toMatchObject({ state: 'accepted', reviewBy: null })
    expect((await house.as('betty').get('/rounds/2026/rectifications')).body.items).toMatchObject([{ unitName: '育才小学', state: 'accepted' }])
    expect((await house.as('bob').get(`${yucai}/rectifications`)).status).toBe(404)
  })
})
