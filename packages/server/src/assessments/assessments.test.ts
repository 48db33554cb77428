import { scoreForm, toScoreJson } from '@zicha/core'
import type { Facts } from '@zicha/core'
import { expect, test } from 'vitest'
import { hashPassword } from '../accounts/password-hash.ts'
import { write } from '../database/transaction.ts'
import { getForm } from '../forms/get-form.ts'
import { bestAnswers } from '../testing/best-answers.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, shiyan, submit, yucai } from '../testing/open-round.ts'
import { testPassword } from '../testing/people.ts'

type Criterion = { id: string; score: number; status: string; entries: string[]; proposed: unknown[]; override?: unknown }

const form = getForm('yangzhou-2022')

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')
  const bob = () => house.as('bob')
  const criterion = async (id: string, at = yucai): Promise<Criterion | undefined> =>
    (await house.as('betty').get(`${at}/score`)).body.criteria.find((one: Criterion) => one.id === id)

  test('an assessment begins as an empty draft', async () => {
    await openRound(house)
    const answer = await alice().get(yucai)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      round: '2026',
      form: 'yangzhou-2022',
      year: 2026,
      dueOn: '2026-12-20',
      unit: { code: 'yucai', name: '育才小学' },
      bureauName: '仪征市教育局',
      stage: 'draft',
      editable: true,
      remarks: {},
      figures: {},
      inspectors: [{ username: 'ian', name: '赵刚' }, { username: 'ivy', name: '王丽' }],
      history: [],
      version: 1,
    })
    expect(answer.body.snapshot).toBe(undefined)
  })

  test('answers are merged, null takes one back, and each says who gave it', async () => {
    const first = await alice().put(`${yucai}/facts`, { facts: { '2.2': true, '12.1': 0, '19.2': 1.5 } })
    expect([first.status, first.body.version]).toEqual([200, 2])
    const second = await house.as('sun').put(`${yucai}/facts`, { facts: { '2.3': false, '12.1': null } })
    expect(second.body).toEqual({
      facts: { '2.2': true, '2.3': false, '19.2': 1.5 },
      answered: {
        '2.2': { by: 'alice', at: '2026-11-24T08:00:00.000Z' },
        '2.3': { by: 'sun', at: '2026-11-24T08:00:00.000Z' },
        '19.2': { by: 'alice', at: '2026-11-24T08:00:00.000Z' },
      },
      version: 3,
    })
    expect((await alice().get(`${yucai}/facts`)).body).toEqual(second.body)
    expect((await criterion('12.1'))?.status).toBe('unanswered')
  })

  test('the same answers again change nothing; a stale version is refused with what stands', async () => {
    const again = await alice().put(`${yucai}/facts`, { facts: { '2.2': true } })
    expect([again.status, again.body.version]).toEqual([200, 3])
    const stale = await alice().put(`${yucai}/facts`, { facts: { '2.2': false } }, { ifMatch: 2 })
    expect([stale.status, stale.body.current.version, stale.body.current.facts['2.2']]).toEqual([412, 3, true])
    expect((await alice().put(`${yucai}/facts`, { facts: { '2.2': false } }, { ifMatch: 3 })).status).toBe(200)
  })

  test('that no level was reached is an answer by itself', async () => {
    await bob().put(`${shiyan}/facts`, { facts: { '24.1': null } })
    expect(await criterion('24.1', shiyan)).toMatchObject({ score: 0, status: 'scored' })
  })

  test('an answer that no rule can take is refused at its key, and none of its fellows is kept', async () => {
    const before = (await alice().get(`${yucai}/facts`)).body
    const refused = async (facts: object, pointer: string) => {
      const answer = await alice().put(`${yucai}/facts`, { facts: { '4.1': true, ...facts } })
      expect(answer.status).toBe(422)
      expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer)
    }
    await refused({ '99.1': true }, '#/facts/99.1')
    await refused({ '5.3': 2 }, '#/facts/5.3')
    await refused({ '2.2': 3 }, '#/facts/2.2')
    await refused({ '5.2': ['2026-02-30'] }, '#/facts/5.2')
    await refused({ '12.1': -1 }, '#/facts/12.1')
    await refused({ '24.1': '国家级' }, '#/facts/24.1')
    await refused({ '19.2': 2.5 }, '#/facts/19.2')
    await refused({ '2.2': { applicable: false } }, '#/facts/2.2')
    expect((await alice().put(`${yucai}/facts`, { facts: {}, stage: 'signed' })).status).toBe(422)
    expect((await alice().get(`${yucai}/facts`)).body).toEqual(before)
  })

  test('the ledger answers counts, a person goes before it, and entries only suggest the rest', async () => {
    const at = newEntry(yucai)
    await alice().put(at, meeting({ countsAs: ['督查考评', '四本一簿一证检查'], happenedOn: '2026-06-10' }))
    expect(await criterion('3.1')).toMatchObject({ score: 1, status: 'scored', entries: [at.slice(-36)] })
    expect(await criterion('18.6')).toMatchObject({
      score: 0,
      status: 'unanswered',
      entries: [at.slice(-36)],
      proposed: [{ key: '18.6', value: true, because: '有1条记录：6月10日。' }],
    })
    await alice().put(`${yucai}/facts`, { facts: { '3.1': 2 } })
    expect((await criterion('3.1'))?.score).toBe(2)
    await alice().put(`${yucai}/facts`, { facts: { '3.1': null } })
    expect((await criterion('3.1'))?.score).toBe(1)
  })

  test('a rule that looks back two years sees the records of the round before', async () => {
    const before = await criterion('13.2', shiyan)
    expect(before?.proposed).toMatchObject([{ value: true }])
    await house.as('betty').put('/rounds/2025', {
      form: 'yangzhou-2022', year: 2025, opensOn: '2025-09-01', dueOn: '2025-12-20', units: ['shiyan'], inspectors: {},
    })
    await bob().put(newEntry('/rounds/2025/units/shiyan'), meeting({ countsAs: ['发展党员'], happenedOn: '2025-06-02' }))
    expect((await criterion('13.2', shiyan))?.proposed).toMatchObject([{ value: false }])
  })

  test('the score is what the command line would say of the same answers', async () => {
    await house.as('admin').put('/units/shiyan', {
      name: '实验小学', kind: 'school', parent: 'yizheng', ownership: 'public', stages: ['primary'], members: 31,
      partyOrganization: 'branch', partyGroups: 3, retiredOrganization: true,
    }, { ifMatch: 1 })
    const facts = { ...bestAnswers(form), '5.2': ['2026-01-05', '2026-03-02', '2025-12-31'], '24.1': '市级', '12.1': 3 }
    expect((await bob().put(`${shiyan}/facts`, { facts })).status).toBe(200)
    const unit = {
      ownership: 'public', stages: ['primary'], members: 31, partyOrganization: 'branch', partyGroups: 3,
      retiredOrganization: true,
    } as const
    const expected = toScoreJson(scoreForm(form, { year: 2026, unit, facts: facts as Facts }))
    const answer = await bob().get(`${shiyan}/score`)
    expect({
      ...answer.body,
      criteria: answer.body.criteria.map(({ entries: _, proposed: __, ...one }: Criterion) => one),
    }).toEqual({ ...expected, version: answer.body.version })
    expect(answer.body.total).toBeLessThan(100)
  })

  test('an own mark stands with its reason beside the reckoned one, and can be taken back', async () => {
    const before = (await bob().get(`${shiyan}/score`)).body
    const answer = await bob().put(`${shiyan}/overrides/5.2`, { score: 2.5, reason: '9月因停课改在10月补学' })
    expect(answer.status).toBe(200)
    expect(answer.body.criteria.find((one: Criterion) => one.id === '5.2')).toMatchObject({
      score: 2.5,
      override: { score: 2.5, reason: '9月因停课改在10月补学', by: 'bob', computed: 0 },
    })
    expect(answer.body.total).toBe(before.total + 2.5)
    expect(answer.body).toEqual((await bob().get(`${shiyan}/score`)).body)
    const refused = async (body: object, code: string) => {
      const one = await bob().put(`${shiyan}/overrides/5.2`, body)
      expect([one.status, one.body.code]).toEqual([422, code])
    }
    await refused({ score: 3.5, reason: '多了' }, 'assessment.score_out_of_bounds')
    await refused({ score: 1.005, reason: '太细' }, 'assessment.score_too_fine')
    await refused({ score: 1, reason: '  ' }, 'request.invalid')
    const now = (await bob().get(`${shiyan}/score`)).body as { readonly version: number }
    const stale = await bob().put(`${shiyan}/overrides/5.2`, { score: 1, reason: '没看到别人改过' }, { ifMatch: now.version - 1 })
    expect(stale).toMatchObject({ status: 412, body: { current: { version: now.version } } })
    expect((await bob().delete(`${shiyan}/overrides/5.2`, { ifMatch: now.version - 1 })).status).toBe(412)
    expect((await bob().put(`${shiyan}/overrides/77.7`, { score: 1, reason: '没有' })).status).toBe(404)
    expect((await bob().delete(`${shiyan}/overrides/5.2`)).status).toBe(204)
    expect((await bob().delete(`${shiyan}/overrides/5.2`)).status).toBe(204)
    expect((await bob().get(`${shiyan}/score`)).body.total).toBe(before.total)
  })

  test('remarks and figures are kept with the assessment', async () => {
    const written = await bob().put(`${shiyan}/remarks/21`, { text: '预算已列' })
    expect([written.status, written.body.remarks]).toEqual([200, { '21': '预算已列' }])
    expect((await bob().put(`${shiyan}/remarks/21`, { text: '' })).body.remarks).toEqual({})
    expect((await bob().put(`${shiyan}/remarks/31`, { text: '没有这条' })).status).toBe(404)
    const figures = await bob().put(`${shiyan}/figures`, { budget: 15500.5 })
    expect(figures.body.figures).toEqual({ budget: 15500.5 })
    expect((await criterion('21.1', shiyan))?.proposed).toMatchObject([{ key: '21.1', value: true }])
    expect((await bob().put(`${shiyan}/figures`, { budget: null })).body.figures).toEqual({})
    expect((await bob().put(`${shiyan}/figures`, { budget: -1 })).status).toBe(422)
  })

  test('the plan says what is due, missing and still possible today', async () => {
    const { body, status } = await alice().get(`${yucai}/plan`)
    expect([status, body.today]).toEqual([200, '2026-11-24'])
    const study = body.missing.find((one: { criterion: string }) => one.criterion === '5.2')
    expect(study).toMatchObject({ item: 5, kinds: ['集中学习'], by: null })
    expect(study.suggestedOn).toMatch(/^2026-/)
    expect(body.due.length + body.upcoming.length).toBeGreaterThan(0)
    expect(body.reachable).toBeLessThanOrEqual(body.full)
  })

  test('only the secretary submits, and twenty calls at once submit once with one seal', async () => {
    expect((await bob().post(`${shiyan}/stage`, { to: 'submitted' })).status).toBe(403)
    for (const other of ['admin', 'betty', 'carl'] as const) {
      expect((await house.as(other).post(`${shiyan}/stage`, { to: 'submitted' })).status).toBe(403)
    }
    expect((await house.as('ivy').post(`${shiyan}/stage`, { to: 'submitted' })).status).toBe(404)
    const total = (await bob().get(`${shiyan}/score`)).body.total
    const answers = await Promise.all(Array.from({ length: 20 }, () => submit(house, shiyan)))
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200))
    expect(new Set(answers.map((answer) => answer.bytes.toString())).size).toBe(1)
    const [first] = answers
    if (first === undefined) throw new Error('nobody answered')
    const { snapshot, stage } = first.body
    expect([stage, snapshot.total]).toEqual(['submitted', total])
    expect(snapshot.hash).toMatch(/^[0-9a-f]{64}$/)
    const shown = (await bob().get(shiyan)).body
    expect(shown.snapshot).toMatchObject({ hash: snapshot.hash, total })
    expect(shown.snapshot.code.replaceAll('-', '')).toBe(snapshot.hash.slice(0, 12).toUpperCase())
    expect(shown.history).toMatchObject([{ by: 'bai', byName: '白洁', from: 'draft', to: 'submitted' }])
    expect(await stageRows('stage.submitted')).toBe(1)
  })

  const stageRows = async (action: string): Promise<number> =>
    (await house.database.reader.selectFrom('audit').select('seq').where('action', '=', action).execute()).length

  test('after the submission marks come from what was sealed, whatever the unit or its records become', async () => {
    const before = (await bob().get(`${shiyan}/score`)).body
    const { version, code: _, ...unit } = (await house.as('admin').get('/units/shiyan')).body
    await house.as('admin').put('/units/shiyan', { ...unit, partyGroups: 0 }, { ifMatch: version })
    const after = (await bob().get(`${shiyan}/score`)).body
    expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 })
    for (const refused of [
      await bob().put(`${shiyan}/facts`, { facts: { '2.2': false } }),
      await bob().put(`${shiyan}/overrides/5.2`, { score: 1, reason: '晚了' }),
      await bob().delete(`${shiyan}/overrides/5.2`).then(async () => bob().put(`${shiyan}/remarks/1`, { text: '晚了' })),
      await bob().put(`${shiyan}/figures`, { budget: 1 }),
    ]) {
      expect([refused.status, refused.body.code]).toEqual([409, 'assessment.stage'])
    }
  })

  test('a bureau returns with a reason, the school works on and submits anew', async () => {
    const back = (body: object) => house.as('betty').post(`${shiyan}/stage`, { to: 'returned', ...body })
    const without = await back({})
    expect([without.status, without.body.code]).toEqual([422, 'assessment.reason_needed'])
    const returned = await back({ reason: '第5条请补9月的记录' })
    expect([returned.status, returned.body.stage, returned.body.snapshot]).toEqual([200, 'returned', undefined])
    expect((await back({ reason: '第5条请补9月的记录' })).status).toBe(200)
    expect((await bob().get(shiyan)).body.history.at(-1)).toMatchObject({ to: 'returned', reason: '第5条请补9月的记录' })
    expect((await bob().put(`${shiyan}/facts`, { facts: { '5.2': 12 } })).status).toBe(200)
    const again = await submit(house, shiyan)
    expect(again.body.snapshot.total).toBe((await bob().get(`${shiyan}/score`)).body.total)
    expect(await stageRows('stage.submitted')).toBe(2)
  })

  test('no step but those of the table is taken', async () => {
    const step = async (who: 'bai' | 'betty' | 'ivy', to: string, at = shiyan) => {
      const answer = await house.as(who).post(`${at}/stage`, { to, reason: '试一试' })
      return [answer.status, answer.body?.code]
    }
    expect(await step('betty', 'inspected')).toEqual([409, 'assessment.stage'])
    expect(await step('betty', 'frozen')).toEqual([409, 'assessment.stage'])
    expect(await step('betty', 'signed')).toEqual([422, 'assessment.password_needed'])
    expect(await step('bai', 'returned')).toEqual([403, 'request.forbidden'])
    expect((await house.as('bai').post(`${shiyan}/stage`, { to: 'draft' })).status).toBe(422)
    expect((await house.as('max').post(`${shiyan}/stage`, { to: 'submitted' })).status).toBe(404)
  })

  test('who signs gives the password again; wrong ones are counted; frozen is the end', async () => {
    const hash = await hashPassword(testPassword)
    await write(house.database, (trx) =>
      trx.updateTable('users').set({ password_hash: hash }).where('username', '=', 'bai').execute(),
    )
    await house.as('betty').post(`${shiyan}/stage`, { to: 'inspecting' })
    const inspected = await house.as('betty').post(`${shiyan}/stage`, { to: 'inspected' })
    expect(inspected.status).toBe(200)
    const sign = (password?: string) =>
      house.as('bai').post(`${shiyan}/stage`, { to: 'signed', ...(password === undefined ? {} : { password }) })
    expect([(await sign()).status, (await sign('桃李不言2025')).body.code]).toEqual([422, 'assessment.password_wrong'])
    const signed = await sign(testPassword)
    expect([signed.status, signed.body.stage]).toEqual([200, 'signed'])
    expect((await sign(testPassword)).body).toEqual(signed.body)
    expect(signed.body.snapshot.hash).not.toBe(inspected.body.snapshot.hash)
    for (let wrong = 0; wrong < 5; wrong += 1) await sign('又不对又不对')
    expect((await sign(testPassword)).status).toBe(429)

    const frozen = await house.as('betty').post(`${shiyan}/stage`, { to: 'frozen' })
    expect(frozen.body).toMatchObject({ stage: 'frozen', snapshot: signed.body.snapshot })
    const late = await bob().put(`${shiyan}/facts`, { facts: { '2.2': false } })
    expect([late.status, late.body.code]).toEqual([409, 'round.frozen'])
    const back = await house.as('betty').post(`${shiyan}/stage`, { to: 'returned', reason: '太晚了' })
    expect(back.status).toBe(409)
  })

  test('a save that meets the submission is in its seal or is refused, never after it', async () => {
    await house.as('betty').post(`${yucai}/stage`, { to: 'returned', reason: '再来' })
    for (let round = 0; round < 60; round += 1) {
      const at = newEntry(yucai)
      const title = `第${round}次交错`
      const save = () => alice().put(at, meeting({ title }))
      const calls = round % 3 === 0 ? [save(), submit(house)] : round % 3 === 1 ? [submit(house), save()] : [submit(house), submit(house), save(), save()]
      await Promise.all(calls)
      const kept = (await alice().get(at)).status === 200
      const sealed = await house.database.reader
        .selectFrom('snapshots')
        .select('content')
        .where('unit', '=', 'yucai')
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow()
      expect(sealed.content.includes(at.slice(-36)), title).toBe(kept)
      await house.as('betty').post(`${yucai}/stage`, { to: 'returned', reason: '再来' })
    }
  }, 120_000)
})
