import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import { meeting, newEntry, openRound, shiyan, submit, yucai } from '../testing/open-round.ts'

const list = [
  '日期\t活动内容\t人数\t备注',
  '3.15\t支委会暨意识形态研判\t7\t记录本P21',
  '10月28日\t10月集中学习\t9\t',
  '某天\t集中学习\t9\t',
  '2025.12.30\t党课\t20\t',
  '11.3\t采购课桌\t\t',
  '12月9日\t党课\t20\t',
].join('\n')

type Row = Record<string, unknown> & { readonly findings: readonly { readonly message: string }[] }

forEachEngine((engine) => {
  const house = useHouse(engine)
  const alice = () => house.as('alice')
  const entryOf = (happenedOn: string, title: string, kind = '集中学习') => ({ countsAs: [kind], title, happenedOn })

  test('a preview says what each row will count as, which need a hand, and keeps nothing', async () => {
    await openRound(house)
    await alice().put(newEntry(yucai), { countsAs: ['集中学习'], title: '10月集中学习', happenedOn: '2026-10-28' })
    const { version } = (await alice().get(yucai)).body
    const answer = await alice().post(`${yucai}/imports/preview`, Buffer.from(list), {
      'content-disposition': "attachment; filename*=UTF-8''2026%E5%8F%B0%E8%B4%A6.txt",
    })
    expect(answer.status).toBe(200)
    expect([answer.body.fileName, answer.body.year]).toEqual(['2026台账.txt', 2026])
    const rows = answer.body.rows as readonly Row[]
    expect(rows.map((row) => [row['row'], row['happenedOn'], row['countsAs'], row['late'], row['alreadyThere'], row['ready']])).toEqual([
      [2, '2026-03-15', ['支委会', '意识形态研判'], true, false, true],
      [3, '2026-10-28', ['集中学习'], false, true, true],
      [4, null, ['集中学习'], false, false, false],
      [5, null, ['党课'], false, false, false],
      [6, '2026-11-03', [], false, false, false],
      [7, '2026-12-09', ['党课'], false, false, false],
    ])
    expect(rows[0]).toMatchObject({ title: '支委会暨意识形态研判', people: 7, reference: '记录本P21', feeds: expect.arrayContaining(['18.1', '26.1']) })
    expect(rows[2]?.findings[0]?.message).toContain('日期先空着')
    expect(rows[3]?.findings[0]?.message).toContain('不在2026年度内')
    expect(rows[5]?.findings).toMatchObject([{ code: 'entry.not_yet', message: '12月9日还没有到。办过以后再记。' }])
    expect((await alice().get(yucai)).body.version).toBe(version)
    expect((await alice().get(`${yucai}/entries`)).body.items).toHaveLength(1)
  })

  test('a preview names the columns that stay behind, and no name of a person', async () => {
    const answer = await alice().post(`${yucai}/imports/preview`, Buffer.from('日期\t活动\t地点\t主持人\t参加人员\n3.15\t支委会\t五楼会议室\t王丽\t42'))
    expect(answer.body.left).toEqual(['主持人'])
    expect(answer.body.rows).toMatchObject([{ people: 42, note: '地点：五楼会议室' }])
    expect(JSON.stringify(answer.body)).not.toContain('王丽')
  })

  test('what is longer than a record has room for is told', async () => {
    const answer = await alice().post(`${yucai}/imports/preview`, Buffer.from(`日期\t活动\t原件\n3.15\t支委会\t${'甲'.repeat(300)}\n3.16\t支委会\t${'乙'.repeat(2000)}`))
    const rows = answer.body.rows as readonly Row[]
    expect(rows[0]).toMatchObject({ reference: '甲'.repeat(200), note: '甲'.repeat(300), findings: [] })
    expect(answer.body.rows[1].findings).toEqual([])
    const long = await alice().post(`${yucai}/imports/preview`, Buffer.from(`日期\t活动\t备注\t地点\n3.15\t支委会\t${'甲'.repeat(1990)}\t${'乙'.repeat(40)}`))
    expect(long.body.rows).toMatchObject([{ findings: [{ code: 'import.note_cut', message: '这一行的说明超过2000个字，只带来前面的。请对照原来的记录补。' }] }])
  })

  test('a file that holds no list says why', async () => {
    const answer = await alice().post(`${yucai}/imports/preview`, Buffer.from([0x50, 0x4b, 3, 4, 0, 0]))
    expect([answer.status, answer.body.code]).toEqual([422, 'import.unreadable'])
    expect(answer.body.detail).toMatch(/。$/)
    expect((await house.as('ivy').post(`${yucai}/imports/preview`, Buffer.from(list))).status).toBe(403)
    expect((await house.as('bob').post(`${yucai}/imports/preview`, Buffer.from(list))).status).toBe(404)
  })

  test('chosen rows become entries in one act, late ones marked, and the same call again is the same import', async () => {
    const at = `${yucai}/imports/${randomUUID()}`
    const body = { fileName: '2026台账.txt', entries: [{ row: 2, ...entryOf('2026-03-15', '支委会', '支委会'), evidence: [{ reference: '记录本P21' }] }, { row: 3, ...entryOf('2026-11-11', '11月集中学习') }] }
    const made = await alice().put(at, body)
    expect([made.status, made.body]).toEqual([201, {
      id: at.slice(-36), fileName: '2026台账.txt', entries: [expect.any(String), expect.any(String)], additions: [], late: 1,
      at: '2026-11-24T08:00:00.000Z', by: 'alice', undoneAt: null, version: 1,
    }])
    const [first] = made.body.entries
    expect((await alice().get(`${yucai}/entries/${first}`)).body).toMatchObject({
      title: '支委会', late: true, recordedAt: '2026-11-24T08:00:00.000Z', evidence: [{ reference: '记录本P21' }], version: 1,
    })
    const again = await alice().put(at, body)
    expect([again.status, again.body]).toEqual([200, made.body])
    const other = await alice().put(at, { ...body, entries: body.entries.slice(1) })
    expect([other.status, other.body.current.id]).toEqual([409, made.body.id])
    expect((await house.as('ivy').get(`${yucai}/imports`)).body.items).toEqual([made.body])
    const trail = await house.database.reader.selectFrom('audit').select('action').where('target', '=', at).execute()
    expect(trail).toEqual([{ action: 'import.put' }])
  })

  test('one undo takes the whole import back, what was changed since too, and nothing else', async () => {
    const at = `${shiyan}/imports/${randomUUID()}`
    const bob = house.as('bob')
    const own = newEntry(shiyan)
    await bob.put(own, meeting())
    const { entries } = (await bob.put(at, { entries: [entryOf('2026-04-01', '甲'), entryOf('2026-05-01', '乙')] })).body
    await bob.put(`${shiyan}/entries/${entries[0]}`, entryOf('2026-04-02', '甲（改）'), { ifMatch: 1 })
    expect((await bob.delete(at)).status).toBe(204)
    expect((await bob.delete(at)).status).toBe(204)
    expect((await bob.get(`${shiyan}/entries`)).body.items.map((one: { id: string }) => one.id)).toEqual([own.slice(-36)])
    expect((await bob.get(`${shiyan}/deleted-entries`)).body.items).toHaveLength(2)
    const [undone] = (await bob.get(`${shiyan}/imports`)).body.items
    expect(undone).toMatchObject({ undoneAt: '2026-11-24T08:00:00.000Z', version: 2 })
    const late = await bob.put(at, { entries: [entryOf('2026-04-01', '甲'), entryOf('2026-05-01', '乙')] })
    expect([late.status, late.body.code]).toEqual([410, 'import.undone'])
    expect((await bob.delete(`${shiyan}/imports/${randomUUID()}`)).status).toBe(404)
  })

  test('one row that cannot be taken keeps all out, and every such row is named', async () => {
    const before = (await alice().get(`${yucai}/entries`)).body.items.length
    const at = `${yucai}/imports/${randomUUID()}`
    const refused = await alice().put(at, {
      entries: [entryOf('2026-04-01', '好的'), entryOf('2025-04-01', '去年的'), entryOf('2026-05-01', '没有这一类', '聚餐')],
    })
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([
      422, 'import.rows', '有2行还不能导入，整份都没有导入。请按提示改这几行，或先去掉它们。',
    ])
    expect(refused.body.errors.map((one: { pointer: string }) => one.pointer)).toEqual(['#/entries/1/happenedOn', '#/entries/2/countsAs/0'])
    expect((await alice().get(`${yucai}/entries`)).body.items).toHaveLength(before)
    expect((await alice().put(at, { entries: [] })).status).toBe(422)
    const large = Array.from({ length: 300 }, (_, index) => entryOf('2026-11-11', `第${index + 1}次学习`))
    const whole = await alice().put(at, { entries: large })
    expect([whole.status, whole.body.entries.length, new Set(whole.body.entries).size]).toEqual([201, 300, 300])
  })

  test('photos are put behind what a record names, and the undo takes off those alone', async () => {
    const [own, added, both] = ['a', 'b', 'c'].map((letter) => letter.repeat(64))
    const at = newEntry(yucai)
    await alice().put(at, meeting({ evidence: [{ reference: '记录本P3' }, { sha256: own }, { sha256: both }] }))
    const call = `${yucai}/imports/${randomUUID()}`
    const body = { entries: [{ ...entryOf('2026-09-09', '9月集中学习'), evidence: [{ sha256: added }] }], additions: [{ entry: at.slice(-36), evidence: [added, both] }] }
    const made = await alice().put(call, body)
    expect([made.status, made.body.entries.length, made.body.additions]).toEqual([201, 1, [{ entry: at.slice(-36), evidence: [added] }]])
    expect((await alice().get(at)).body).toMatchObject({
      version: 2, evidence: [{ reference: '记录本P3' }, { sha256: own }, { sha256: both }, { sha256: added }], missing: [own, both, added],
    })
    const again = await alice().put(call, body)
    expect([again.status, again.body]).toEqual([200, made.body])
    expect((await alice().delete(call)).status).toBe(204)
    expect((await alice().get(at)).body).toMatchObject({ version: 3, evidence: [{ reference: '记录本P3' }, { sha256: own }, { sha256: both }] })
  })

  test('photos for a record that is gone or full keep the whole import out', async () => {
    const gone = newEntry(yucai)
    await alice().put(gone, meeting())
    await alice().delete(gone)
    const full = newEntry(yucai)
    await alice().put(full, meeting({ evidence: Array.from({ length: 60 }, (_, page) => ({ reference: `第${page + 1}页` })) }))
    const sha256 = 'd'.repeat(64)
    const call = `${yucai}/imports/${randomUUID()}`
    const refused = await alice().put(call, {
      entries: [entryOf('2026-04-01', '好的')],
      additions: [{ entry: gone.slice(-36), evidence: [sha256] }, { entry: full.slice(-36), evidence: [sha256] }, { entry: randomUUID(), evidence: [sha256] }],
    })
    expect([refused.status, refused.body.errors]).toEqual([422, [
      { pointer: '#/additions/0', detail: '这条记录已经删除，照片没处放。请改记一条新的。' },
      { pointer: '#/additions/1', detail: '一条记录最多放60份材料，加上这些就超过了。请去掉几张。' },
      { pointer: '#/additions/2', detail: '这条记录已经删除，照片没处放。请改记一条新的。' },
    ]])
    expect((await alice().get(full)).body.version).toBe(1)
  })

  test('after the submission nothing is imported and nothing undone', async () => {
    const at = `${yucai}/imports/${randomUUID()}`
    await alice().put(at, { entries: [entryOf('2026-11-20', '最后一次学习')] })
    await submit(house)
    for (const answer of [await alice().put(`${yucai}/imports/${randomUUID()}`, { entries: [entryOf('2026-11-20', '再一次')] }), await alice().delete(at)]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'assessment.stage'])
    }
  })
})
