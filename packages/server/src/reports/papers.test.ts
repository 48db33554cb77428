import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listArchiveNames } from '../evidence/archive-names.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, roundBody, yucai } from '../testing/open-round.ts'
import { readZip } from '../testing/read-zip.ts'

const papers = ['one', 'two'].map((text) => Buffer.from(`%PDF-1.7 ${text}`))
const hashes = papers.map((bytes) => createHash('sha256').update(bytes).digest('hex'))

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')

  test('the year comes out as a book and as an index of evidence, in three faces', async () => {
    await openRound(house)
    await alice().put(newEntry(yucai), meeting({ evidence: [{ sha256: hashes[0] }, { sha256: hashes[1] }, { reference: '记录本P9', place: '党建室' }] }))
    await alice().put(newEntry(yucai), { countsAs: ['德育活动'], title: '升旗仪式', happenedOn: '2026-09-01', evidence: [{ sha256: 'f'.repeat(64) }] })
    for (const [index, bytes] of papers.entries()) await alice().put(`${yucai}/evidence/${hashes[index]}`, bytes)
    for (const kind of ['ledger', 'evidence-index']) {
      for (const [format, start] of [['docx', 'PK'], ['pdf', '%PDF'], ['xlsx', 'PK']] as const) {
        const answer = await house.as('ivy').get(`${yucai}/papers?kind=${kind}&format=${format}`)
        expect([answer.status, answer.bytes.subarray(0, start.length).toString()]).toEqual([200, start])
        const name = `育才小学_${kind === 'ledger' ? '活动记录册' : '佐证材料目录'}_2026.${format}`
        expect(answer.headers['content-disposition']).toContain(encodeURIComponent(name))
      }
    }
    expect((await house.as('bob').get(`${yucai}/papers?kind=ledger&format=pdf`)).status).toBe(404)
    expect((await alice().get(`${yucai}/papers?kind=ledger&format=odt`)).status).toBe(422)
  })

  test('the table of a school that wrote nothing yet has an empty column, not noughts counted from nothing', async () => {
    const numbersIn = async (): Promise<number> => {
      const { bytes } = await house.as('bai').get('/rounds/2026/units/shiyan/document?format=docx')
      const words = readZip(bytes).get('word/document.xml')?.toString() ?? ''
      return [...words.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].filter(([, text = '']) => /^\d+(?:\.\d+)?$/.test(text)).length
    }
    const printed = await numbersIn()
    await house.as('bob').put(newEntry('/rounds/2026/units/shiyan'), meeting())
    expect(await numbersIn()).toBeGreaterThan(printed + 3)
    expect(printed).toBeLessThan(3)
  })

  test('all files of the year come in one zip, named by school, item, day and number', async () => {
    const answer = await alice().get(`${yucai}/evidence.zip`)
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/zip'])
    expect(listArchiveNames(answer.bytes)).toEqual(['育才小学_第5条_2026-03-11_01.pdf', '育才小学_第5条_2026-03-11_02.pdf'])
    expect(answer.bytes.includes(papers[1] ?? '')).toBe(true)
    expect((await house.as('bob').get(`${yucai}/evidence.zip`)).status).toBe(404)
  })

  test('this year stands against another one, item by item, and only a year that one may read', async () => {
    house.setClock('2025-11-24T08:00:00Z')
    await house.as('betty').put('/rounds/2025', { ...roundBody, year: 2025, opensOn: '2025-09-01', dueOn: '2025-12-20', inspectors: {} })
    const formerAt = '/rounds/2025/units/yucai'
    await alice().put(`${formerAt}/entries/${randomUUID()}`, { countsAs: ['集中学习'], title: '学习', happenedOn: '2025-03-11' })
    await alice().put(`${formerAt}/facts`, { facts: { '2.2': true, '2.3': true } })
    const formerTotal = (await house.as('sun').post(`${formerAt}/stage`, { to: 'submitted' })).body.snapshot.total
    house.setClock('2026-11-24T08:00:00Z')
    const { body } = await alice().get(`${yucai}/compare?with=2025`)
    expect(body).toMatchObject({ sameForm: true, before: { round: '2025', year: 2025, total: formerTotal, entries: 1 }, now: { year: 2026, entries: 2 } })
    expect(body.items).toHaveLength(30)
    const item = body.items[1]
    expect(item).toMatchObject({ no: 2, max: 3, before: 2, entriesBefore: 0, entriesNow: 0 })
    expect([item.difference, item.open], 'unanswered is not lost').toEqual([null, true])
    expect(body.items[4]).toMatchObject({ entriesNow: 1, entriesBefore: 1 })
    await alice().put(`${yucai}/facts`, { facts: { '2.2': false, '2.3': false } })
    house.setClock('2027-01-04T08:00:00Z')
    const over = (await alice().get(`${yucai}/compare?with=2025`)).body.items[1]
    expect([over.difference, over.open], 'answered, and the year is over').toEqual([over.now - 2, false])
    house.setClock('2024-11-24T08:00:00Z')
    const early = (await alice().get(`${yucai}/compare?with=2025`)).body
    expect(early.now.begun).toBe(false)
    expect(early.items.filter((one: { difference: number | null }) => one.difference !== null && one.difference < 0)).toEqual([])
    house.setClock('2026-11-24T08:00:00Z')
    // Ivy inspects this year only.
    expect((await house.as('ivy').get(`${yucai}/compare?with=2025`)).status).toBe(404)
    expect((await alice().get(`${yucai}/compare?with=1999`)).status).toBe(404)
  })

  test('the calendar feed opens by its own address, says what is due and nothing of what was recorded', async () => {
    const made = await alice().post(`${yucai}/calendar-link`)
    expect([made.status, made.body.url]).toEqual([201, expect.stringMatching(/\/api\/v1\/calendars\/[A-Za-z0-9_-]{43}\.ics$/)])
    const path = new URL(made.body.url).pathname.replace('/api/v1', '')
    const feed = await house.asStranger().get(path)
    expect([feed.status, feed.headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = feed.bytes.toString()
    const lines = text.split('\r\n')
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const unfolded = text.replaceAll('\r\n ', '')
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20261220\r\nSUMMARY:2026年度自查截止\r\n')
    expect(unfolded).toMatch(/DTSTART;VALUE=DATE:20261130\r\nSUMMARY:[^\r]*（第5条，11月）/)
    const uids = [...unfolded.matchAll(/UID:(.*)/g)].map((found) => found[1])
    expect(new Set(uids).size).toBe(uids.length)
    expect(unfolded).not.toMatch(/升旗仪式|李敏|VALARM/)
    const newer = new URL((await alice().post(`${yucai}/calendar-link`)).body.url).pathname.replace('/api/v1', '')
    expect((await house.asStranger().get(path)).status).toBe(404)
    expect((await house.asStranger().get(newer)).status).toBe(200)
    expect((await alice().delete(`${yucai}/calendar-link`)).status).toBe(204)
    expect((await house.asStranger().get(newer)).status).toBe(404)
    const rows = await house.database.reader.selectFrom('audit').select(['action', 'target']).where('action', 'like', 'calendar%').execute()
    expect(rows.map((row) => [row.action, row.target])).toEqual([
      ['calendar-link.make', `${yucai}/calendar-link`], ['calendar-link.make', `${yucai}/calendar-link`], ['calendar-link.end', `${yucai}/calendar-link`],
    ])
  })

  test('whoever asks sees how much of them is stored, where, and until when', async () => {
    await house.as('betty').put('/rounds/2026', { ...roundBody, keepEvidenceUntil: '2027-12-31' }, { ifMatch: 1 })
    const { body } = await alice().get('/storage-facts')
    const count = (kind: string) => body.items.find((one: { kind: string }) => one.kind === kind)
    expect(body.engine).toBe(engine)
    expect(count('entries')).toEqual({ kind: 'entries', what: '活动记录', where: 'database', count: 3 })
    expect(count('evidence')).toEqual({ kind: 'evidence', what: '照片和文件', where: 'folder', count: 2, bytes: 24 })
    expect(count('people').count).toBe(2)
    expect(body.rounds.map((one: object) => Object.values(one))).toEqual([['2026', 2026, '2027-12-31'], ['2025', 2025, '2026-12-31']])
    const other = (await house.as('mallory').get('/storage-facts')).body
    expect(other.items.find((one: { kind: string }) => one.kind === 'entries').count).toBe(0)
    expect(other.rounds).toEqual([])
    const bureau = (await house.as('betty').get('/storage-facts')).body
    expect(bureau.items.find((one: { kind: string }) => one.kind === 'people').count).toBe(7)
    const short = await house.as('betty').put('/rounds/2026', { ...roundBody, keepEvidenceUntil: '2026-12-01' }, { ifMatch: 2 })
    expect([short.status, short.body.code]).toEqual([422, 'round.kept_too_short'])
  })
})
