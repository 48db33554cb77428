import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from './testing/harness.ts'
import type { Answer } from './testing/harness.ts'
import { inspectSchool, signSchool, strokes } from './testing/inspected-school.ts'
import { openRound, roundBody, shiyan, submit, yucai } from './testing/open-round.ts'

/**
 * Two people take the same step in the same moment, each in their own words: one is kept, the other hears so with what
 * stands there now, and the trail has one row.
 */
forEachEngine((engine) => {
  const house = useHouse(engine)
  const betty = () => house.as('betty')
  const rowsOf = async (action: string, from: number): Promise<number> =>
    (await house.database.reader.selectFrom('audit').select('seq').where('action', '=', action).where('seq', '>', from).execute()).length
  const lastRow = async (): Promise<number> => (await house.database.reader.selectFrom('audit').select('seq').orderBy('seq', 'desc').limit(1).execute())[0]?.seq ?? 0

  /** All at once; the one that was kept and those that were refused. */
  const race = async (action: string, calls: readonly (() => Promise<Answer>)[]): Promise<{ readonly won: Answer; readonly lost: readonly Answer[] }> => {
    const from = await lastRow()
    const answers = await Promise.all(calls.map((call) => call()))
    const won = answers.filter(({ status }) => status === 200 || status === 201)
    const lost = answers.filter(({ status }) => status === 409 || status === 412)
    expect([won.length, lost.length], answers.map(({ status, body }) => `${status} ${body?.code ?? ''}`).join(', ')).toEqual([1, calls.length - 1])
    for (const { body } of lost) expect(body.current, body.code).toBeTypeOf('object')
    expect(await rowsOf(action, from), action).toBe(1)
    const [first] = won
    if (first === undefined) throw new Error('nobody was first')
    return { won: first, lost }
  }
  const many = <Of>(count: number, call: (index: number) => Of): (() => Of)[] => Array.from({ length: count }, (_, index) => () => call(index))

  test('a table returned with different words keeps those of the first, and no one else is told that theirs were kept', async () => {
    await openRound(house)
    await submit(house, shiyan)
    const { lost } = await race('stage.returned', many(20, (index) => betty().post(`${shiyan}/stage`, { to: 'returned', reason: `第${index + 1}条请补` })))
    expect(new Set(lost.map(({ body }) => body.code))).toEqual(new Set(['assessment.reached_otherwise']))
    expect(lost.map(({ body }) => body.current.stage)).toEqual(lost.map(() => 'returned'))
    const { history } = (await betty().get(shiyan)).body
    expect(history.filter((one: { to: string }) => one.to === 'returned')).toHaveLength(1)
    const kept = history.at(-1).reason
    expect((await betty().post(`${shiyan}/stage`, { to: 'returned', reason: kept })).status).toBe(200)
  })

  test('of the end of an inspection and a return, both on what was read, one goes', async () => {
    await submit(house, shiyan)
    const { version } = (await betty().get(shiyan)).body
    const from = await lastRow()
    const answers = await Promise.all([
      betty().post(`${shiyan}/stage`, { to: 'returned', reason: '请补第5条' }, { 'if-match': `"${version}"` }),
      betty().post(`${shiyan}/stage`, { to: 'inspecting' }, { 'if-match': `"${version}"` }),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412])
    const stage = answers.find(({ status }) => status === 200)?.body.stage
    expect(answers.find(({ status }) => status === 412)?.body.current).toMatchObject({ stage, version: version + 1 })
    expect((await rowsOf('stage.returned', from)) + (await rowsOf('stage.inspecting', from))).toBe(1)
  })

  test('groups and rounds, formed on one version, are kept once', async () => {
    const everything = [1, 2, 3, 4, 5, 6, 7, 8]
    const { version } = (await betty().get('/rounds/2026/groups')).body
    const groupOf = (username: string, day: string) => ({ groups: [{ members: [{ username, sections: everything }], visits: [{ unit: 'yucai', day }] }] })
    const { won, lost } = await race('groups.put', many(6, (index) => betty().put('/rounds/2026/groups', groupOf(index % 2 === 0 ? 'ivy' : 'ian', `2026-12-0${index + 1}`), { ifMatch: version })))
    expect(lost.map(({ body }) => body.current.version)).toEqual(lost.map(() => won.body.version))
    const round = (await betty().get('/rounds/2026')).body
    const { lost: late } = await race('round.put', many(6, (index) =>
      betty().put('/rounds/2026', { ...roundBody, dueOn: `2026-12-2${index + 1}` }, { ifMatch: round.version })))
    expect(late.map(({ body }) => body.current.version)).toEqual(late.map(() => round.version + 1))
  })

  test('a draw under one name is drawn once, whatever seed the others read out', async () => {
    const uuid = randomUUID()
    const { won, lost } = await race('draw.make', many(6, (index) => betty().put(`/rounds/2026/draws/${uuid}`, { seed: `${index} 3 5`, count: 1, strata: 'none' })))
    expect(lost.map(({ body }) => body.current)).toEqual(lost.map(() => won.body))
    expect((await betty().get('/rounds/2026/draws')).body.items).toEqual([won.body])
  })

  test('a difference is settled once: the partner sees the mark on which the first agreed', async () => {
    await betty().put('/rounds/2026', roundBody, { ifMatch: (await betty().get('/rounds/2026')).body.version })
    await submit(house, yucai)
    await house.as('ivy').put(`${yucai}/inspections/ivy/items/2`, { score: 0, reason: '没有记录' })
    await house.as('ian').put(`${yucai}/inspections/ian/items/2`, { score: 1, reason: '有一次' })
    const { won, lost } = await race('mark.settle', [
      () => house.as('ivy').put(`${yucai}/inspection/settled/2`, { score: 0.5, reason: '算半次' }),
      () => house.as('ian').put(`${yucai}/inspection/settled/2`, { score: 1, reason: '算一次' }),
    ])
    expect(lost[0]?.body.current).toMatchObject({ no: 2, score: won.body.score, reason: won.body.reason })
    const { lost: later } = await race('mark.settle', [
      () => house.as('ivy').put(`${yucai}/inspection/settled/2`, { score: 0.2, reason: '再看一次' }, { ifMatch: 1 }),
      () => house.as('ian').put(`${yucai}/inspection/settled/2`, { score: 0.8, reason: '再看两次' }, { ifMatch: 1 }),
    ])
    expect([later[0]?.status, later[0]?.body.current.version]).toEqual([412, 2])
    await betty().post(`${yucai}/stage`, { to: 'returned', reason: '重来' })
  })

  test('one person’s signature, drawn on two devices at once, is the first', async () => {
    const sheet = await inspectSchool(house)
    const { won, lost } = await race('signature.put', many(4, (index) =>
      house.as('ivy').put(`${yucai}/signatures/ivy`, { kind: 'drawn', sheet, strokes: [[[10, 10], [20 + index, 90]]] })))
    expect(lost.map(({ body }) => body.current.hash)).toEqual(lost.map(() => won.body.hash))
    await house.as('ivy').put(`${yucai}/signatures/sun`, { kind: 'drawn', sheet, strokes })
    const twice = await race('signature.put', [
      () => house.as('ivy').put(`${yucai}/signatures/sun`, { kind: 'paper', sheet, place: '党建办' }, { ifMatch: 1 }),
      () => house.as('sun').put(`${yucai}/signatures/sun`, { kind: 'drawn', sheet, strokes: [[[1, 1], [2, 2]]] }, { ifMatch: 1 }),
    ])
    expect([twice.lost[0]?.status, twice.lost[0]?.body.current.takenBy]).toEqual([412, twice.won.body.takenBy])
  })

  test('of a signature for good and an inspection opened again one goes', async () => {
    const from = await lastRow()
    const answers = await Promise.all([signSchool(house), betty().post(`${yucai}/stage`, { to: 'inspecting', reason: '第5条再看' })])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await rowsOf('stage.signed', from)) + (await rowsOf('stage.inspecting', from))).toBe(1)
    const { stage } = (await betty().get(yucai)).body
    expect(answers.find(({ status }) => status === 409)?.body.current.stage).toBe(stage)
    if (stage === 'inspecting') {
      await house.as('ivy').post(`${yucai}/stage`, { to: 'inspected' })
      await signSchool(house)
    }
    expect((await betty().get(yucai)).body.stage).toBe('signed')
  })

  test('a table is frozen once, and each who asks hears that it is', async () => {
    const from = await lastRow()
    const answers = await Promise.all(many(20, () => betty().post(`${yucai}/stage`, { to: 'frozen' })).map((call) => call()))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.stage}`))).toEqual(new Set(['200 frozen']))
    expect(await rowsOf('stage.frozen', from)).toBe(1)
    expect((await betty().get(yucai)).body.history.filter((one: { to: string }) => one.to === 'frozen')).toHaveLength(1)
  })

  test('an objection is decided once, one way', async () => {
    const objection = `${yucai}/objections/${randomUUID()}`
    await house.as('sun').put(objection, { no: 5, reason: '9月有记录', evidence: [{ reference: '记录本第23页' }] })
    const { won, lost } = await race('objection.decide', [
      () => betty().put(`${objection}/decision`, { outcome: 'refused', reason: '没有原件' }),
      () => betty().put(`${objection}/decision`, { outcome: 'upheld', score: 6, reason: '原件在' }),
      () => betty().put(`${objection}/decision`, { outcome: 'partly', score: 5, reason: '有一半' }),
    ])
    expect(lost.map(({ body }) => body.current.decision)).toEqual(lost.map(() => won.body.decision))
    const amendments = await house.database.reader.selectFrom('amended_marks').selectAll().execute()
    expect(amendments).toHaveLength(won.body.decision.outcome === 'refused' ? 0 : 1)
  })

  test('of two steps under one number one is taken: a plan of the clerk or of the secretary, an acceptance or a return', async () => {
    const problem = `${yucai}/rectifications/${randomUUID()}`
    await house.as('ivy').put(problem, { no: 5, problem: '9月没有记录' })
    const { won, lost } = await race('rectification.plan', [
      () => house.as('alice').put(`${problem}/steps/1`, { kind: 'plan', text: '补开一次' }),
      () => house.as('sun').put(`${problem}/steps/1`, { kind: 'plan', text: '每月检查' }),
    ])
    expect(lost[0]?.body.current.steps).toEqual(won.body.steps)
    await house.as('sun').put(`${problem}/steps/2`, { kind: 'approve' })
    await house.as('sun').put(`${problem}/steps/3`, { kind: 'report', text: '已补' })
    const from = await lastRow()
    const answers = await Promise.all([
      betty().put(`${problem}/steps/4`, { kind: 'accept' }),
      house.as('ivy').put(`${problem}/steps/4`, { kind: 'return', text: '照片看不清' }),
    ])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.current.steps).toHaveLength(4)
    expect((await rowsOf('rectification.accept', from)) + (await rowsOf('rectification.return', from))).toBe(1)
  })
})
