import { seal } from '@zicha/core'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { inspectSchool, signSchool, strokes } from '../testing/inspected-school.ts'
import { openRound, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  let sheet = ''
  const sign = (who: 'ivy' | 'sun' | 'alice' | 'betty' | 'bai', whose: string, body: object, ifMatch?: number) =>
    house.as(who).put(`${yucai}/signatures/${whose}`, body, ifMatch === undefined ? {} : { ifMatch })

  test('before the inspection is done there is nothing to sign', async () => {
    await openRound(house)
    expect((await house.as('sun').get(`${yucai}/closing`)).body).toMatchObject({ sheet: null, code: null, inspectedOn: null })
    const early = await sign('sun', 'sun', { kind: 'drawn', sheet: 'ab'.repeat(32), strokes })
    expect([early.status, early.body.code]).toEqual([409, 'closing.nothing_to_sign'])
    sheet = await inspectSchool(house)
  })

  test('a signature is bound to the sheet that was read, to who gave it, and when', async () => {
    const other = await sign('ivy', 'ivy', { kind: 'drawn', sheet: 'ab'.repeat(32), strokes })
    expect([other.status, other.body.code, other.body.current.sheet]).toEqual([409, 'closing.other_sheet', sheet])
    const given = await sign('ivy', 'ivy', { kind: 'drawn', sheet, strokes })
    expect(given.status).toBe(201)
    const { hash, version, ...told } = given.body
    expect(told).toEqual({
      signer: 'ivy', name: '王丽', role: 'inspector', kind: 'drawn', strokes, place: null, takenBy: 'ivy', at: '2026-11-24T08:00:00.000Z',
    })
    expect(version).toBe(1)
    const whole = {
      content: 'zicha.signature.1', sheet, round: '2026', unit: 'yucai', signer: 'ivy', name: '王丽', role: 'inspector',
      kind: 'drawn', strokes, takenBy: 'ivy', at: '2026-11-24T08:00:00.000Z',
    }
    expect(hash).toBe(seal(whole).hash)
    expect((await sign('ivy', 'ivy', { kind: 'drawn', sheet, strokes })).status).toBe(200)
    expect((await sign('ivy', 'ivy', { kind: 'paper', sheet, place: '党建办' })).status).toBe(409)
  })

  test("at the table everybody signs on the inspector's device; a secretary signs for herself alone", async () => {
    const colleague = await sign('ivy', 'ian', { kind: 'paper', sheet, place: '局党建办检查档案2026-3' })
    expect([colleague.status, colleague.body.kind, colleague.body.takenBy]).toEqual([201, 'paper', 'ivy'])
    const school = await sign('ivy', 'sun', { kind: 'drawn', sheet, strokes })
    expect([school.status, school.body.role, school.body.takenBy]).toEqual([201, 'secretary', 'ivy'])
    expect((await sign('sun', 'ivy', { kind: 'drawn', sheet, strokes })).status).toBe(403)
    expect((await sign('ivy', 'alice', { kind: 'drawn', sheet, strokes })).status).toBe(404)
    expect((await sign('ivy', 'bai', { kind: 'drawn', sheet, strokes })).status).toBe(404)
    expect((await sign('alice', 'sun', { kind: 'drawn', sheet, strokes })).status).toBe(403)
    expect((await sign('sun', 'sun', { kind: 'drawn', sheet, strokes: [[[10, 10], [90, 90]]] }, 1)).body.version).toBe(2)
  })

  test('of twenty signatures for good at once one seals the sheet, and all get the same answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => signSchool(house)))
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200]))
    expect(new Set(answers.map((one) => one.body.snapshot.hash)).size).toBe(1)
    const rows = await house.database.reader.selectFrom('snapshots').select(['content']).where('stage', '=', 'signed').execute()
    expect(rows.length).toBe(1)
    expect(JSON.parse(rows[0]?.content ?? '').signatures.map((one: { signer: string }) => one.signer).sort()).toEqual(['ian', 'ivy', 'sun'])
    const steps = await house.database.reader.selectFrom('audit').select('action').where('action', '=', 'stage.signed').execute()
    expect(steps.length).toBe(1)
  })

  test('after that no mark and no signature changes, and the way out is named', async () => {
    const redrawn = await sign('sun', 'sun', { kind: 'drawn', sheet, strokes }, 2)
    expect([redrawn.status, redrawn.body.code]).toEqual([409, 'assessment.stage'])
    const mark = await house.as('ivy').put(`${yucai}/inspections/ivy/items/5`, { score: 5, reason: '又看了一次' }, { ifMatch: 1 })
    expect([mark.status, mark.body.detail]).toEqual([409, '这份自查表现在是“已签字”，这次没有保存。有不同意见，请向局里提出。'])
    const back = await house.as('betty').post(`${yucai}/stage`, { to: 'returned', reason: '请补' })
    expect(back.status).toBe(409)
  })

  test('anybody may ask what a printed code stands for, and learns no name', async () => {
    const sealed = (await house.as('sun').get(yucai)).body.snapshot
    for (const typed of [sealed.code, sealed.code.toLowerCase().replaceAll('-', ' '), sealed.hash]) {
      const answer = await house.asStranger().get(`/verifications/${encodeURIComponent(typed)}`)
      expect([answer.status, answer.body]).toEqual([
        200,
        {
          unitName: '育才小学', form: expect.stringContaining('自查表'), year: 2026, column: 'inspection', total: sealed.total, open: 0, sealedOn: '2026-11-24',
          hash: sealed.hash, code: sealed.code, latest: true,
        },
      ])
      expect(answer.bytes.toString()).not.toMatch(/王丽|孙强|李敏/)
    }
    // Signing sealed it anew and changed no mark: what was printed at the table still stands.
    expect((await house.asStranger().get(`/verifications/${sheet}`)).body.latest).toBe(true)
    for (const typed of ['0000-0000-0000', 'hello', '%']) {
      const unknown = await house.asStranger().get(`/verifications/${encodeURIComponent(typed)}`)
      expect([unknown.status, unknown.body.code]).toEqual([404, 'verification.unknown'])
    }
  })

  test('guessing codes is stopped after a hundred a quarter of an hour', async () => {
    const answers = []
    for (let at = 0; at < 100; at += 1) answers.push((await house.asStranger().get('/verifications/0000-0000-0000')).status)
    expect(answers.at(-1)).toBe(429)
    house.setClock('2026-11-24T08:20:00.000Z')
    expect((await house.asStranger().get('/verifications/0000-0000-0000')).status).toBe(404)
  })

  test('the days are the usual ones until the bureau sets its own', async () => {
    expect((await house.as('sun').get('/rounds/2026/deadlines')).body).toEqual({ objectionDays: 15, reportDays: 30, reviewDays: 30, version: 1 })
    const body = { objectionDays: 10, reportDays: 20, reviewDays: 20 }
    expect((await house.as('sun').put('/rounds/2026/deadlines', body, { ifMatch: 1 })).status).toBe(403)
    expect((await house.as('betty').put('/rounds/2026/deadlines', body, { ifMatch: 1 })).body).toEqual({ ...body, version: 2 })
  })
})
