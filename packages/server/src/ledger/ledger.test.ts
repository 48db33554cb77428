import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, shiyan, submit, yucai } from '../testing/open-round.ts'

const hash = (digit: string): string => digit.repeat(64)

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')

  test('a clerk records what happened and sees what it feeds', async () => {
    await openRound(house)
    const at = newEntry(yucai)
    const body = meeting({
      countsAs: ['专题会议', '意识形态研判'],
      title: '第一季度专题会议',
      happenedOn: '2026-11-20',
      note: '同时研判意识形态工作',
      people: 9,
      evidence: [{ reference: '记录本P21', place: '党建室' }, { sha256: hash('a') }],
      capturedAt: '2026-11-20T08:30:00Z',
    })
    const answer = await alice().put(at, body)
    expect(answer.status).toBe(201)
    expect(answer.etag).toBe('"1"')
    expect(answer.body).toEqual({
      ...body,
      id: at.slice(-36),
      recordedAt: '2026-11-24T08:00:00.000Z',
      recordedBy: 'alice',
      late: false,
      feeds: ['2.1', '2.3', '26.1'],
      missing: [hash('a')],
      version: 1,
    })
    expect((await alice().get(at)).body).toEqual(answer.body)
  })

  test('the same call again is the same entry; another content is refused with the one that is there', async () => {
    const at = newEntry(yucai)
    await alice().put(at, meeting())
    const again = await alice().put(at, meeting({ evidence: [] }))
    expect([again.status, again.body.version]).toEqual([200, 1])
    const other = await alice().put(at, meeting({ people: 9 }))
    expect([other.status, other.body.code, other.body.retry]).toEqual([409, 'request.other_content', 'after_change'])
    expect(other.body.current).toMatchObject({ title: '3月集中学习', version: 1 })
  })

  test('a change names the version it comes from, and the former content is kept', async () => {
    const at = newEntry(yucai)
    await alice().put(at, meeting({ note: '原来的话' }))
    const changed = await alice().put(at, meeting({ people: 9 }), { ifMatch: 1 })
    expect([changed.status, changed.body.version, changed.body.people]).toEqual([200, 2, 9])
    expect(changed.body.note).toBe(undefined)
    const stale = await house.as('sun').put(at, meeting({ people: 11 }), { ifMatch: 1 })
    expect([stale.status, stale.body.current.people, stale.body.current.version]).toEqual([412, 9, 2])
    expect((await alice().put(newEntry(yucai), meeting(), { ifMatch: 1 })).status).toBe(412)
    const kept = await house.database.reader
      .selectFrom('entry_versions')
      .select(['version', 'content', 'changed_by'])
      .where('id', '=', at.slice(-36))
      .execute()
    expect(kept.map((row) => ({ ...row, content: JSON.parse(row.content).note }))).toEqual([
      { version: 1, content: '原来的话', changed_by: 'alice' },
    ])
  })

  test('a deleted entry is gone for good, and its name with it', async () => {
    const at = newEntry(yucai)
    await alice().put(at, meeting({ title: '要删的' }))
    expect((await alice().delete(at, { ifMatch: 7 })).status).toBe(412)
    expect((await alice().delete(at)).status).toBe(204)
    for (const answer of [await alice().get(at), await alice().delete(at), await alice().put(at, meeting())]) {
      expect([answer.status, answer.body.code]).toEqual([410, 'entry.deleted'])
    }
    const list = await alice().get(`${yucai}/entries?limit=200`)
    expect(list.body.items.map((one: { title: string }) => one.title)).not.toContain('要删的')
    expect((await alice().delete(newEntry(yucai))).status).toBe(404)
  })

  test('a day outside the year is refused with the day, the year and what to do', async () => {
    const answer = await alice().put(newEntry(yucai), meeting({ happenedOn: '2025-01-05' }))
    expect(answer.status).toBe(422)
    expect(answer.body).toEqual({
      type: '/problems/entry.outside_year',
      title: '活动日期不在本年度',
      status: 422,
      code: 'entry.outside_year',
      detail: '活动日期2025年1月5日不在2026年度内，请改日期，或换到2025年度填写。',
      errors: [{ pointer: '#/happenedOn', detail: '请填2026年内的日期' }],
      retry: 'after_change',
    })
  })

  test('what is no entry is refused at its place and leaves nothing behind', async () => {
    const at = newEntry(yucai)
    const refused = async (changes: object, pointer: string, code = 'request.invalid') => {
      const answer = await alice().put(at, meeting(changes))
      expect([answer.status, answer.body.code]).toEqual([422, code])
      expect(answer.body.errors.map((one: { pointer: string }) => one.pointer)).toContain(pointer)
      expect(answer.body.detail).toMatch(/。$/)
    }
    await refused({ countsAs: ['团建聚餐'] }, '#/countsAs/0', 'entry.unknown_kind')
    await refused({ countsAs: ['党课', '党课'] }, '#/countsAs/1', 'entry.kind_twice')
    await refused({ countsAs: [] }, '#/countsAs')
    await refused({ happenedOn: '2026-02-30' }, '#/happenedOn')
    await refused({ happenedOn: '2026-3-1' }, '#/happenedOn')
    await refused({ title: '  ' }, '#/title')
    await refused({ people: -1 }, '#/people')
    await refused({ people: 2.5 }, '#/people')
    await refused({ evidence: [{ sha256: 'abc' }] }, '#/evidence/0/sha256')
    await refused({ evidence: [{ reference: 'P1' }, { reference: 'P1' }] }, '#/evidence/1', 'entry.evidence_twice')
    for (const server of ['id', 'recordedAt', 'recordedBy', 'late', 'feeds', 'missing', 'version', 'unit', 'score']) {
      await refused({ [server]: 'x' }, `#/${server}`)
    }
    expect((await alice().get(at)).status).toBe(404)
  })

  test('what is recorded more than thirty days after it happened is marked as late', async () => {
    const late = async (happenedOn: string) => (await alice().put(newEntry(yucai), meeting({ happenedOn }))).body.late
    expect(await late('2026-10-25')).toBe(false)
    expect(await late('2026-10-24')).toBe(true)
  })

  test('entries are listed by day, page by page, and a cursor of nobody is refused', async () => {
    for (const day of ['2026-05-03', '2026-01-02', '2026-05-01', '2026-05-01']) {
      await house.as('bob').put(newEntry(shiyan), meeting({ happenedOn: day }))
    }
    const seen: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const path: string = `${shiyan}/entries?limit=3${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`
      const page = await house.as('bob').get(path)
      expect(page.status).toBe(200)
      seen.push(...page.body.items.map((one: { happenedOn: string }) => one.happenedOn))
      next = page.body.next
    }
    expect(seen).toEqual(['2026-01-02', '2026-05-01', '2026-05-01', '2026-05-03'])
    expect((await house.as('bob').get(`${shiyan}/entries?after=nonsense`)).status).toBe(422)
    expect((await house.as('bob').get(`${shiyan}/entries?limit=201`)).status).toBe(422)
  })

  test("another school's entries are not there, whatever their address", async () => {
    const at = newEntry(yucai)
    await alice().put(at, meeting())
    const nested = `${shiyan}/entries/${at.slice(-36)}`
    for (const answer of [
      await house.as('bob').get(at),
      await house.as('bob').put(at, meeting()),
      await house.as('bob').delete(at),
      await house.as('bob').get(nested),
      await house.as('mallory').get(at),
      await house.as('ivy').get(nested),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([404, 'request.not_found'])
    }
    expect((await house.as('ivy').get(at)).status).toBe(200)
    expect((await house.as('ivy').put(at, meeting())).status).toBe(403)
    expect((await house.as('betty').put(at, meeting())).status).toBe(403)
  })

  test('five equal calls at once make one entry and get one answer', async () => {
    const at = newEntry(yucai)
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => alice().put(at, meeting({ title: '重发' }))))
    expect(answers.filter((answer) => answer.status === 201).length).toBe(1)
    expect(answers.filter((answer) => answer.status === 200).length).toBe(4)
    expect(new Set(answers.map((answer) => answer.bytes.toString())).size).toBe(1)
    const rows = await house.database.reader
      .selectFrom('audit')
      .select('seq')
      .where('target', '=', at)
      .execute()
    expect(rows.length).toBe(1)
  })

  test('a change whose answer was lost may be sent again, but not over somebody else’s', async () => {
    const at = newEntry(yucai)
    await alice().put(at, meeting())
    const changed = await alice().put(at, meeting({ people: 9 }), { ifMatch: 1 })
    const resent = await Promise.all([1, 2, 3].map(() => alice().put(at, meeting({ people: 9 }), { ifMatch: 1 })))
    expect(resent.map((answer) => [answer.status, answer.body])).toEqual(resent.map(() => [200, changed.body]))
    await house.as('sun').put(at, meeting({ people: 11 }), { ifMatch: 2 })
    expect((await alice().put(at, meeting({ people: 9 }), { ifMatch: 1 })).status).toBe(412)
  })

  test('every write beneath a school raises its assessment by one', async () => {
    const version = async () => (await alice().get(yucai)).body.version
    const before = await version()
    const at = newEntry(yucai)
    await alice().put(at, meeting())
    await alice().put(at, meeting())
    expect(await version()).toBe(before + 1)
    await alice().delete(at)
    expect(await version()).toBe(before + 2)
  })

  test('after the submission nothing changes, but the same call again still gets its answer', async () => {
    const at = newEntry(yucai)
    await alice().put(at, meeting())
    expect((await submit(house)).status).toBe(200)
    expect((await alice().put(at, meeting())).status).toBe(200)
    for (const answer of [
      await alice().put(newEntry(yucai), meeting()),
      await alice().put(at, meeting({ people: 3 }), { ifMatch: 1 }),
      await alice().delete(at),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'assessment.stage'])
    }
    expect((await alice().get(at)).body.version).toBe(1)
  })
})
