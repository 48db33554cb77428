import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, shiyan, submit, yucai } from '../testing/open-round.ts'

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')

  test('the history of an entry says who wrote what, and what it said before', async () => {
    await openRound(house)
    const at = newEntry(yucai)
    await alice().put(at, meeting({ people: 9 }))
    house.setClock('2026-11-24T09:00:00Z')
    await house.as('sun').put(at, meeting({ people: 11, note: '补了签到' }), { ifMatch: 1 })
    house.setClock('2026-11-24T10:00:00Z')
    expect((await alice().delete(at)).status).toBe(204)
    house.setClock('2026-11-25T08:00:00Z')
    expect((await alice().post(`${at}/restore`)).body).toMatchObject({ people: 11, version: 4 })
    const history = (await house.as('ivy').get(`${at}/history`)).body
    expect([history.id, history.deleted]).toEqual([at.slice(-36), false])
    type Step = Record<string, unknown> & { content: Record<string, unknown> }
    expect(history.items.map(({ version, at: when, by, byName, what, changed }: Step) => [version, when, by, byName, what, changed])).toEqual([
      [4, '2026-11-25T08:00:00.000Z', 'alice', '李敏', 'restored', []],
      [3, '2026-11-24T10:00:00.000Z', 'alice', '李敏', 'deleted', []],
      [2, '2026-11-24T09:00:00.000Z', 'sun', '孙强', 'changed', ['note', 'people']],
      [1, '2026-11-24T08:00:00.000Z', 'alice', '李敏', 'recorded', []],
    ])
    expect(history.items.map((step: Step) => [step.content['people'], step.content['note']])).toEqual([
      [11, '补了签到'], [11, '补了签到'], [11, '补了签到'], [9, undefined],
    ])
  })

  test('evidence in another order is no change; another piece is', async () => {
    const at = newEntry(shiyan)
    const bob = house.as('bob')
    const [page, file] = [{ reference: '记录本P3' }, { sha256: 'a'.repeat(64) }]
    await bob.put(at, meeting({ people: 46, evidence: [page, file] }))
    await bob.put(at, meeting({ people: 45, evidence: [file, page] }), { ifMatch: 1 })
    await bob.put(at, meeting({ people: 45, evidence: [file] }), { ifMatch: 2 })
    const changed = (await bob.get(`${at}/history`)).body.items.map((step: { readonly changed: readonly string[] }) => step.changed)
    expect(changed).toEqual([['evidence'], ['people'], []])
  })

  test('a deleted entry is listed for thirty days, counts nothing meanwhile, and comes back as it was', async () => {
    house.setClock('2026-03-12T08:00:00Z')
    const at = newEntry(shiyan)
    const bob = house.as('bob')
    await bob.put(at, meeting({ evidence: [{ reference: '记录本P3' }] }))
    await bob.delete(at)
    const listed = (await bob.get(`${shiyan}/deleted-entries`)).body.items
    expect(listed).toMatchObject([
      { id: at.slice(-36), title: '3月集中学习', deletedBy: 'bob', deletedAt: '2026-03-12T08:00:00.000Z', restorableUntil: '2026-04-11T08:00:00.000Z' },
    ])
    expect((await bob.get(`${at}/history`)).body.deleted).toBe(true)
    expect((await bob.get(at)).status).toBe(410)
    house.setClock('2026-04-11T07:59:00Z')
    const back = await bob.post(`${at}/restore`)
    expect([back.status, back.body.evidence, back.body.recordedAt]).toEqual([200, [{ reference: '记录本P3' }], '2026-03-12T08:00:00.000Z'])
    expect((await bob.get(at)).body).toEqual(back.body)
    const again = await bob.post(`${at}/restore`)
    expect([again.status, again.body.version]).toEqual([200, back.body.version])
    expect((await bob.get(`${shiyan}/deleted-entries`)).body.items).toEqual([])
    await bob.delete(at)
    house.setClock('2026-05-20T08:00:00Z')
    expect((await bob.get(`${shiyan}/deleted-entries`)).body.items).toEqual([])
    const tooLate = await bob.post(`${at}/restore`)
    expect([tooLate.status, tooLate.body.code]).toEqual([410, 'entry.deleted'])
    house.setClock('2026-11-24T08:00:00Z')
  })

  test('only the school itself restores, and only while it may still write', async () => {
    const at = newEntry(yucai)
    await alice().put(at, meeting())
    await alice().delete(at)
    expect((await house.as('ivy').post(`${at}/restore`)).status).toBe(403)
    expect((await house.as('bob').get(`${at}/history`)).status).toBe(404)
    expect((await alice().post(`${newEntry(yucai)}/restore`)).status).toBe(404)
    expect((await alice().get(`${newEntry(yucai)}/history`)).status).toBe(404)
    await submit(house)
    const refused = await alice().post(`${at}/restore`)
    expect([refused.status, refused.body.code]).toEqual([409, 'assessment.stage'])
    expect((await alice().get(`${at}/history`)).body.deleted).toBe(true)
  })
})
