import { expect, test } from 'vitest'
import { hashPassword } from '../accounts/password-hash.ts'
import { write } from '../database/transaction.ts'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, shiyan, submit, yucai } from '../testing/open-round.ts'
import { testPassword } from '../testing/people.ts'

type Item = { no: number; max: number; selfScore: number; scores: object[]; score: number | null; settled: object | null }

forEachEngine((engine) => {
  const house = useHouse(engine)
  const mark = (who: 'ivy' | 'ian', no: number, body: object, ifMatch?: number) =>
    house.as(who).put(`${yucai}/inspections/${who}/items/${no}`, body, ifMatch === undefined ? {} : { ifMatch })
  const item = async (who: Parameters<typeof house.as>[0], no: number): Promise<Item> =>
    (await house.as(who).get(`${yucai}/inspection`)).body.items[no - 1]

  test('before the submission there is nothing to mark', async () => {
    await openRound(house)
    const facts = { ...bestAnswers(getForm('yangzhou-2022')), '5.2': 11 }
    await house.as('alice').put(`${yucai}/facts`, { facts })
    const early = await mark('ivy', 5, { score: 5 })
    expect([early.status, early.body.code]).toEqual([409, 'assessment.stage'])
    expect((await submit(house)).status).toBe(200)
  })

  test('a mark unlike the self score needs a reason, one outside the item is refused', async () => {
    const bare = await mark('ivy', 5, { score: 4 })
    expect([bare.status, bare.body.code, bare.body.errors[0].pointer]).toEqual([422, 'inspection.reason', '#/reason'])
    for (const [score, code] of [
      [6.5, 'inspection.score_out_of_bounds'],
      [-1, 'inspection.score_out_of_bounds'],
      [4.0001, 'inspection.score_out_of_bounds'],
      [4.125, 'assessment.score_too_fine'],
    ] as const) {
      const answer = await mark('ivy', 5, { score, reason: '试一试' })
      expect([answer.status, answer.body.code]).toEqual([422, code])
    }
    expect((await mark('ivy', 31, { score: 1 })).status).toBe(404)
    expect((await mark('ivy', 5, { score: 4, reason: '缺', selfScore: 4 })).status).toBe(422)
    expect((await house.as('alice').get(yucai)).body.stage).toBe('submitted')
  })

  test('the first mark begins the inspection, in its own name', async () => {
    const first = await mark('ivy', 5, { score: 4.5, reason: '10月那次没有记录', remark: '看了记录本' })
    expect(first.status).toBe(201)
    expect(first.body).toEqual({
      inspector: 'ivy',
      no: 5,
      score: 4.5,
      reason: '10月那次没有记录',
      remark: '看了记录本',
      selfScore: 5,
      difference: -0.5,
      version: 1,
    })
    const { stage, history } = (await house.as('alice').get(yucai)).body
    expect([stage, history.at(-1)]).toMatchObject(['inspecting', { by: 'ivy', from: 'submitted', to: 'inspecting' }])
    const again = await mark('ivy', 5, { score: 4.5, reason: '10月那次没有记录', remark: '看了记录本' })
    expect([again.status, again.body.version]).toEqual([200, 1])
    expect((await mark('ivy', 5, { score: 5 })).status).toBe(409)
    expect((await mark('ivy', 5, { score: 4, reason: '又缺一次' }, 1)).body).toMatchObject({ score: 4, version: 2 })
    expect((await mark('ivy', 5, { score: 5 }, 1)).status).toBe(412)
  })

  test('nobody marks in the name of another, and only who was sent marks at all', async () => {
    const foreign = await house.as('ivy').put(`${yucai}/inspections/ian/items/1`, { score: 2 })
    expect(foreign.status).toBe(403)
    expect((await house.as('betty').put(`${yucai}/inspections/betty/items/1`, { score: 2 })).status).toBe(403)
    expect((await house.as('ivy').put(`${shiyan}/inspections/ivy/items/1`, { score: 2 })).status).toBe(404)
    expect((await house.as('mallory').put(`${yucai}/inspections/mallory/items/1`, { score: 2 })).status).toBe(404)
  })

  test("a colleague's mark is seen only beside the own one, and a school sees none before the end", async () => {
    expect(await item('ian', 5)).toMatchObject({ selfScore: 5, scores: [], marked: [{ inspector: 'ivy', name: '王丽' }], score: null })
    await mark('ian', 5, { score: 3.5, reason: '两次没有记录' })
    expect((await item('ian', 5)).scores).toMatchObject([
      { inspector: 'ian', name: '赵刚', score: 3.5, reason: '两次没有记录', remark: null, version: 1 },
      { inspector: 'ivy', name: '王丽', score: 4 },
    ])
    for (const who of ['alice', 'sun'] as const) {
      const seen = (await house.as(who).get(`${yucai}/inspection`)).body
      expect([seen.total, seen.items.every((one: Item) => one.scores.length === 0 && one.score === null)]).toEqual([null, true])
      expect(JSON.stringify(seen.items)).not.toContain('marked')
    }
    expect((await item('betty', 5)).scores.length).toBe(2)
    expect((await house.as('bob').get(`${yucai}/inspection`)).status).toBe(404)
  })

  test('marks that differ give no score until they are settled between those who gave them', async () => {
    expect((await item('ivy', 5)).score).toBe(null)
    const settle = (who: 'ivy' | 'ian', no: number, body: object, ifMatch?: number) =>
      house.as(who).put(`${yucai}/inspection/settled/${no}`, body, ifMatch === undefined ? {} : { ifMatch })
    expect((await settle('ivy', 5, { score: 4 })).status).toBe(422)
    const settled = await settle('ivy', 5, { score: 4, reason: '一起看了记录本，缺一次' })
    expect([settled.status, settled.body]).toEqual([201, { no: 5, score: 4, reason: '一起看了记录本，缺一次', by: 'ivy', version: 1 }])
    expect((await settle('ian', 5, { score: 4, reason: '一起看了记录本，缺一次' })).status).toBe(200)
    expect(await item('ian', 5)).toMatchObject({ score: 4, settled: { score: 4, by: 'ivy', version: 1 } })
    await mark('ivy', 1, { score: 2 })
    expect((await settle('ian', 1, { score: 2, reason: '没有差' })).body.code).toBe('inspection.own_mark_first')
    expect((await settle('ivy', 1, { score: 2, reason: '没有差' })).body.code).toBe('inspection.nothing_to_settle')
  })

  test('at the end both columns are sealed, shown to the school and changed no more', async () => {
    const selfScores = (await house.as('ivy').get(`${yucai}/inspection`)).body.items as Item[]
    for (const { no, selfScore } of selfScores) if (no > 1 && no !== 5) await mark('ivy', no, { score: selfScore })
    const all = (await house.as('betty').get(`${yucai}/inspection`)).body
    expect([all.total, all.items.map((one: Item) => one.score).includes(null)]).toEqual([98, false])
    expect((await house.as('alice').post(`${yucai}/stage`, { to: 'inspected' })).status).toBe(403)
    const inspected = await house.as('ivy').post(`${yucai}/stage`, { to: 'inspected' })
    expect([inspected.status, inspected.body.snapshot.total]).toEqual([200, 98])
    expect((await item('alice', 5)).scores.length).toBe(2)
    expect((await house.as('alice').get(`${yucai}/inspection`)).body.total).toBe(98)
    const late = await mark('ian', 2, { score: 3 })
    expect([late.status, late.body.code]).toEqual([409, 'assessment.stage'])
    expect((await mark('ivy', 2, { score: 3 })).status).toBe(200)
    const hash = await hashPassword(testPassword)
    await write(house.database, (trx) =>
      trx.updateTable('users').set({ password_hash: hash }).where('username', '=', 'sun').execute(),
    )
    const signed = await house.as('sun').post(`${yucai}/stage`, { to: 'signed', password: testPassword })
    expect([signed.status, signed.body.snapshot.total]).toEqual([200, 98])
    const { content } = await house.database.reader
      .selectFrom('snapshots')
      .select('content')
      .where('stage', '=', 'signed')
      .executeTakeFirstOrThrow()
    const sealed = JSON.parse(content)
    expect(sealed.self.total).toBe(99)
    expect(sealed.inspection).toMatchObject({ total: 98, inspectors: ['赵刚', '王丽'] })
    expect(sealed.inspection.items[4].scores.length).toBe(2)
  })
})
