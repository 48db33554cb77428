import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import type { House } from '../testing/harness.ts'
import { meeting, newEntry, openRound, shiyan, submit, yucai } from '../testing/open-round.ts'

const pdf = Buffer.from('%PDF-1.7 a sheet of the youth league')
const pdfName = createHash('sha256').update(pdf).digest('hex')

const ask = async (house: House, body: object, at = yucai): Promise<{ readonly id: string; readonly token: string }> => {
  const answer = await house.as(at === yucai ? 'alice' : 'bob').post(`${at}/requests`, body)
  expect(answer.status, answer.bytes.toString()).toBe(201)
  return { id: answer.body.id, token: String(answer.body.url).split('/').at(-1) ?? '' }
}

forEachEngine((engine) => {
  const house = useHouse(engine)
  const anybody = () => house.asStranger()

  test('a department gives the record that it was asked for, without an account, and the link is used up', async () => {
    await openRound(house)
    const made = await house.as('alice').post(`${yucai}/requests`, { kind: '团队活动', from: '团委', note: '10月的入队仪式' })
    expect(made.status).toBe(201)
    const { url, ...shown } = made.body
    expect(shown).toEqual({
      id: shown.id, criterion: null, kinds: ['团队活动'], asks: '团队活动', from: '团委', note: '10月的入队仪式', state: 'open',
      madeAt: '2026-11-24T08:00:00.000Z', madeBy: 'alice', expiresAt: '2026-12-08T08:00:00.000Z', entry: null, usedAt: null,
    })
    const token = String(url).split('/').at(-1)
    expect(String(url)).toMatch(/^http:\/\/[^/]+\/requests\/[A-Za-z0-9_-]{43}$/)
    expect((await anybody().get(`/requests/${token}`)).body).toEqual({
      school: '育才小学', year: 2026, from: '团委', asks: '团队活动', note: '10月的入队仪式',
      expiresAt: '2026-12-08T08:00:00.000Z', firstDay: '2026-01-01', lastDay: '2026-12-31',
    })
    expect((await anybody().put(`/requests/${token}/evidence/${pdfName}`, pdf)).status).toBe(201)
    const given = { title: '少先队入队仪式', happenedOn: '2026-10-13', people: 45, evidence: { sha256: pdfName } }
    const answer = await anybody().post(`/requests/${token}`, given)
    expect([answer.status, answer.body]).toEqual([201, { school: '育才小学', title: '少先队入队仪式', happenedOn: '2026-10-13' }])
    const again = await anybody().post(`/requests/${token}`, given)
    expect([again.status, again.body]).toEqual([200, answer.body])
    const other = await anybody().post(`/requests/${token}`, { ...given, people: 46 })
    expect([other.status, other.body.code]).toEqual([404, 'request.over'])
    expect((await anybody().get(`/requests/${token}`)).body.code).toBe('request.over')
    const [listed] = (await house.as('alice').get(`${yucai}/requests`)).body.items
    expect(listed).toMatchObject({ id: shown.id, state: 'answered' })
    const entry = (await house.as('alice').get(`${yucai}/entries/${listed.entry}`)).body
    expect(entry).toMatchObject({
      countsAs: ['团队活动'], title: '少先队入队仪式', people: 45, recordedBy: '团委(链接)', missing: [], late: true, version: 1,
    })
    const trail = await house.database.reader.selectFrom('audit').selectAll().orderBy('seq', 'desc').limit(2).execute()
    expect(trail.map((row) => [row.actor, row.action, row.target, row.bureau])).toEqual([
      ['团委(链接)', 'request.give', `${yucai}/requests/${shown.id}`, 'yizheng'],
      ['团委(链接)', 'request.file', `${yucai}/requests/${shown.id}/evidence`, 'yizheng'],
    ])
    const stored = JSON.stringify(await house.database.reader.selectFrom('record_requests').selectAll().execute())
    expect(stored).not.toContain(token)
  })

  test('of the kinds of a criterion the record takes those that its title names', async () => {
    const { token, id } = await ask(house, { criterion: '18.1', from: '办公室' })
    const kinds = (await house.as('alice').get(`${yucai}/requests`)).body.items.find((one: { id: string }) => one.id === id).kinds
    expect(kinds.length).toBeGreaterThan(1)
    await anybody().post(`/requests/${token}`, { title: `${kinds[1]}（补）`, happenedOn: '2026-11-02', evidence: { reference: '记录本P8', place: '办公室' } })
    const { entry } = (await house.as('alice').get(`${yucai}/requests`)).body.items.find((one: { id: string }) => one.id === id)
    expect((await house.as('alice').get(`${yucai}/entries/${entry}`)).body).toMatchObject({
      countsAs: [kinds[1]], evidence: [{ reference: '记录本P8', place: '办公室' }],
    })
  })

  test('a link that was withdrawn, is over or never was opens nothing, and all three look alike', async () => {
    const withdrawn = await ask(house, { kind: '德育活动', from: '德育处' })
    expect((await house.as('alice').delete(`${yucai}/requests/${withdrawn.id}`)).status).toBe(204)
    expect((await house.as('alice').delete(`${yucai}/requests/${withdrawn.id}`)).status).toBe(204)
    const late = await ask(house, { kind: '德育活动', from: '德育处' })
    house.setClock('2026-12-08T08:00:00Z')
    const given = { title: '升旗仪式', happenedOn: '2026-11-02' }
    const answers = [withdrawn.token, late.token, 'x'.repeat(43)].flatMap((token) => [
      anybody().get(`/requests/${token}`),
      anybody().post(`/requests/${token}`, given),
      anybody().put(`/requests/${token}/evidence/${pdfName}`, pdf),
    ])
    const bodies = (await Promise.all(answers)).map((answer) => [answer.status, answer.body.code, answer.body.detail])
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    expect(bodies[0]).toEqual([404, 'request.over', '这个链接用过了、到期了，或不再需要。材料可以直接交给学校的党务干部。'])
    const states = (await house.as('alice').get(`${yucai}/requests`)).body.items
    expect(states.find((one: { id: string }) => one.id === late.id).state).toBe('over')
    house.setClock('2026-11-24T08:00:00Z')
  })

  test('what is asked wrongly is refused with its place', async () => {
    const refused = async (body: object, code: string, pointer: string) => {
      const answer = await house.as('alice').post(`${yucai}/requests`, body)
      expect([answer.status, answer.body.code, answer.body.errors[0]?.pointer]).toEqual([422, code, pointer])
    }
    await refused({ from: '德育处' }, 'request.one_thing', '#/criterion')
    await refused({ criterion: '2.1', kind: '党课', from: '德育处' }, 'request.one_thing', '#/criterion')
    await refused({ criterion: '99.1', from: '德育处' }, 'request.no_criterion', '#/criterion')
    await refused({ kind: '团建聚餐', from: '德育处' }, 'request.no_kind', '#/kind')
    await refused({ kind: '党课', from: '张小明' }, 'request.not_a_department', '#/from')
    const { token } = await ask(house, { kind: '党课', from: '党支部' })
    const outside = await anybody().post(`/requests/${token}`, { title: '党课', happenedOn: '2025-03-01' })
    expect([outside.status, outside.body.code]).toEqual([422, 'entry.outside_year'])
    const unsent = await anybody().post(`/requests/${token}`, { title: '党课', happenedOn: '2026-03-01', evidence: { sha256: pdfName } })
    expect([unsent.status, unsent.body.code]).toEqual([422, 'request.file_not_sent'])
    expect((await anybody().post(`/requests/${token}`, { title: '党课', happenedOn: '2026-03-01' })).status).toBe(201)
  })

  test('a link takes one file, and many calls from one address have to wait', async () => {
    house.setClock('2026-12-08T09:00:00Z')
    const { token } = await ask(house, { kind: '党课', from: '教务处' }, shiyan)
    const second = Buffer.from('%PDF-1.7 another sheet')
    await anybody().put(`/requests/${token}/evidence/${pdfName}`, pdf)
    const name = createHash('sha256').update(second).digest('hex')
    const refused = await anybody().put(`/requests/${token}/evidence/${name}`, second)
    expect([refused.status, refused.body.code]).toEqual([422, 'request.one_file'])
    const statuses = new Set<number>()
    for (let count = 0; count < 45; count += 1) statuses.add((await anybody().get(`/requests/${'y'.repeat(43)}`)).status)
    expect([...statuses]).toEqual([404, 429])
    const waiting = await anybody().get(`/requests/${token}`)
    expect([waiting.status, waiting.body.code, Number(waiting.headers['retry-after']) > 0]).toEqual([429, 'request.too_many', true])
    house.setClock('2026-12-08T09:15:01Z')
    expect((await anybody().get(`/requests/${token}`)).status).toBe(200)
  })

  test('an item has an owner, at any stage, and a request ends with the submission', async () => {
    const open = await ask(house, { kind: '党课', from: '教务处' })
    expect((await house.as('sun').put(`${yucai}/owners/22`, { owner: '德育处' })).body.owners).toMatchObject({ 22: { owner: '德育处', by: 'sun' } })
    expect((await house.as('ivy').get(`${yucai}/owners`)).body.owners['22'].owner).toBe('德育处')
    expect((await house.as('alice').put(`${yucai}/owners/99`, { owner: '德育处' })).status).toBe(404)
    expect((await house.as('betty').put(`${yucai}/owners/22`, { owner: '团委' })).status).toBe(403)
    await house.as('alice').put(newEntry(yucai), meeting())
    expect((await submit(house)).status).toBe(200)
    expect((await anybody().get(`/requests/${open.token}`)).body.code).toBe('request.over')
    expect((await house.as('alice').post(`${yucai}/requests`, { kind: '党课', from: '教务处' })).body.code).toBe('assessment.stage')
    const taken = await house.as('alice').put(`${yucai}/owners/22`, { owner: '' })
    expect([taken.status, taken.body.owners]).toEqual([200, {}])
  })
})
