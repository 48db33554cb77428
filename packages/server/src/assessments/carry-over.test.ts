import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { openRound, roundBody, submit, yucai } from '../testing/open-round.ts'

const before = '/rounds/2025/units/yucai'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')
  const rules = randomUUID()

  test('where there is no round before, nothing is offered', async () => {
    await openRound(house)
    expect((await alice().get(`${yucai}/carry-over`)).body).toEqual({ from: null, entries: [], facts: [] })
  })

  test('standing documents and answers of last year are offered, and count nothing until somebody confirms them', async () => {
    house.setClock('2025-11-24T08:00:00Z')
    await house.as('betty').put('/rounds/2025', { ...roundBody, year: 2025, opensOn: '2025-09-01', dueOn: '2025-12-20', inspectors: {} })
    await alice().put(`${before}/entries/${rules}`, {
      countsAs: ['支委会', '制度制定'], title: '修订校长办公会议事规则', happenedOn: '2025-03-04',
      evidence: [{ reference: '校发〔2025〕3号', place: '党建室' }],
    })
    await alice().put(`${before}/entries/${randomUUID()}`, { countsAs: ['党课'], title: '党课', happenedOn: '2025-07-01' })
    const answers = { '1.1': true, '2.2': true, '8.1': true, '11.1': false, '15.1': { applicable: false } }
    expect((await alice().put(`${before}/facts`, { facts: answers })).status).toBe(200)
    house.setClock('2026-11-24T08:00:00Z')
    const total = (await alice().get(`${yucai}/score`)).body.total
    const offer = await house.as('sun').get(`${yucai}/carry-over`)
    expect(offer.body).toEqual({
      from: { round: '2025', year: 2025 },
      entries: [
        { id: rules, title: '修订校长办公会议事规则', happenedOn: '2025-03-04', kinds: ['制度制定'], feeds: ['1.1', '11.1'], carried: false },
      ],
      facts: [
        { key: '1.1', criterion: '1.1', title: expect.any(String), value: true, carried: false },
        { key: '8.1', criterion: '8.1', title: expect.any(String), value: true, carried: false },
        { key: '15.1', criterion: '15.1', title: expect.any(String), value: { applicable: false }, carried: false },
      ],
    })
    expect((await alice().get(`${yucai}/score`)).body.total).toBe(total)
  })

  test('what is confirmed is copied with a note where it comes from, once, however often it is sent', async () => {
    const body = { entries: [rules], facts: ['1.1', '15.1'] }
    const first = await alice().put(`${yucai}/carry-over`, body)
    expect([first.status, first.body.entries[0].carried]).toEqual([200, true])
    expect(first.body.facts.map((one: { key: string; carried: boolean }) => [one.key, one.carried])).toEqual([
      ['1.1', true], ['8.1', false], ['15.1', true],
    ])
    const { version } = (await alice().get(yucai)).body
    expect((await alice().put(`${yucai}/carry-over`, body)).body).toEqual(first.body)
    expect((await alice().get(yucai)).body.version).toBe(version)
    const [copy, ...others] = (await alice().get(`${yucai}/entries`)).body.items
    expect(others).toEqual([])
    expect(copy).toMatchObject({
      countsAs: ['制度制定'], title: '修订校长办公会议事规则', happenedOn: '2026-11-24', late: false, recordedBy: 'alice',
      note: '沿用自2025年度（3月4日），2026年11月24日确认仍有效。', evidence: [{ reference: '校发〔2025〕3号', place: '党建室' }],
    })
    expect((await alice().get(`${yucai}/facts`)).body.facts).toEqual({ '1.1': true, '15.1': { applicable: false } })
    expect((await alice().get(`${yucai}/facts`)).body.answered['1.1'].by).toBe('alice')
    await alice().delete(`${yucai}/entries/${copy.id}`)
    expect((await alice().get(`${yucai}/carry-over`)).body.entries[0].carried).toBe(false)
    expect((await alice().put(`${yucai}/carry-over`, body)).body.entries[0].carried).toBe(true)
    expect((await alice().get(`${yucai}/entries/${copy.id}`)).body.version).toBe(3)
  })

  test('an answer that is otherwise this year is not asked again, and what was not offered is refused', async () => {
    await alice().put(`${yucai}/facts`, { facts: { '8.1': false } })
    expect((await alice().get(`${yucai}/carry-over`)).body.facts.map((one: { key: string }) => one.key)).toEqual(['1.1', '15.1'])
    for (const body of [{ entries: [randomUUID()], facts: [] }, { entries: [], facts: ['8.1'] }, { entries: [], facts: ['2.2'] }]) {
      const answer = await alice().put(`${yucai}/carry-over`, body)
      expect([answer.status, answer.body.code]).toEqual([422, 'carry_over.not_offered'])
    }
    expect((await house.as('ivy').put(`${yucai}/carry-over`, { entries: [], facts: [] })).status).toBe(403)
    expect((await house.as('bob').get(`${yucai}/carry-over`)).status).toBe(404)
    await submit(house)
    await house.as('betty').put('/rounds/2027', { ...roundBody, year: 2027, opensOn: '2027-09-01', dueOn: '2027-12-20', inspectors: {} })
    const next = (await alice().get('/rounds/2027/units/yucai/carry-over')).body
    expect([next.from.year, next.entries.length]).toEqual([2026, 1])
  })
})
