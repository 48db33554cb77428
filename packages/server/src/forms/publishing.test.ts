import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { seal } from '@zicha/core'
import { expect, test } from 'vitest'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import type { Answer } from '../testing/harness.ts'
import type { Username } from '../testing/people.ts'
import { storeZip } from '../testing/store-zip.ts'
import { hospitalSafety, schoolFire, wordTable } from '../testing/uploaded-tables.ts'
import type { DraftItem, FormDraft } from './publishing.contract.ts'

const shippedTable = fileURLToPath(new URL('../../../../forms/yangzhou-2022/table.docx', import.meta.url))

/** What may not be taken in, and the part that the sentence names. */
const refusedFiles: readonly (readonly [string, () => Buffer, string, RegExp])[] = [
  ['an empty file', () => Buffer.alloc(0), 'reading.not_readable', /空的/],
  ['a PDF', () => Buffer.from('%PDF-1.7 scanned'), 'reading.not_readable', /PDF/],
  ['a picture', () => Buffer.from('ffd8ffe000104a46', 'hex'), 'reading.not_readable', /图片/],
  ['a program named as a table', () => Buffer.from('MZ this is a program'), 'reading.not_readable', /程序/],
  ['a Word file that is cut', () => hospitalSafety.bytes.subarray(0, 900), 'reading.not_readable', /[\u4e00-\u9fff]{4}/],
  [
    'a Word file with macros',
    () => storeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', 'word/vbaProject.bin': 'x' }),
    'reading.not_readable',
    /宏/,
  ],
  [
    'a document type that would fetch from elsewhere',
    () => storeZip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document>&b;</w:document>' }),
    'reading.not_readable',
    /[\u4e00-\u9fff]{4}/,
  ],
  [
    'a scanned page in a Word file',
    () =>
      storeZip({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml': '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p/></w:body></w:document>',
        'word/media/image1.png': 'picture',
      }),
    'reading.not_readable',
    /扫描/,
  ],
  ['more rows than any table has', () => Buffer.from(`安全考核表\n${'1.有制度得1分。1分\n'.repeat(6_000)}`), 'reading.not_readable', /5000行/],
  ['more items than any table has', () => Buffer.from(`安全考核表\n${'1.有制度得1分。1分\n'.repeat(700)}`), 'form_draft.too_many_rows', /700条/],
  [
    'a table without points',
    () => wordTable(['安全责任分工表'], [['考核项目', '考核内容', '评分标准'], ['组织', '有人负责安全工作', '明确到人'], ['值班', '夜间有人值班', '查看排班']], []),
    'form_draft.no_points',
    /评分标准.*分值/,
  ],
]

forEachEngine((engine) => {
  const house = useHouse(engine)
  const headersOf = (name: string) => ({ 'content-disposition': `attachment; filename*=utf-8''${encodeURIComponent(name)}` })
  const upload = (uuid: string, bytes: Buffer, name: string, who: Username = 'betty'): Promise<Answer> =>
    house.as(who).put(`/form-drafts/${uuid}/source`, bytes, { headers: headersOf(name) })
  const settle = (uuid: string, item: Pick<DraftItem, 'no' | 'version'>, body: object, who: Username = 'betty'): Promise<Answer> =>
    house.as(who).put(`/form-drafts/${uuid}/items/${item.no}`, body, { ifMatch: item.version })
  const itemOf = (draft: FormDraft, no: number): DraftItem => {
    const item = draft.items.find((one) => one.no === no)
    if (item === undefined) throw new Error(`no item ${no}`)
    return item
  }
  const draftOf = async (uuid: string): Promise<FormDraft> => (await house.as('betty').get(`/form-drafts/${uuid}`)).body
  const rowsOf = async (table: 'form_drafts' | 'form_draft_items' | 'audit'): Promise<number> =>
    (await house.database.reader.selectFrom(table).select((count) => count.fn.countAll().as('all')).execute()).map((row) => Number(row.all))[0] ?? 0
  const keptFiles = async (): Promise<number> => {
    const names: string[] = []
    for await (const { sha256 } of house.services.storage.list()) names.push(sha256)
    return names.length
  }

  test.each(refusedFiles)('%s is refused with a sentence, and nothing is kept of it', async (_what, make, code, sentence) => {
    const before = [await rowsOf('form_drafts'), await rowsOf('form_draft_items'), await rowsOf('audit'), await keptFiles()]
    const answer = await upload(randomUUID(), make(), '表.docx')
    expect([answer.status, answer.body.code]).toEqual([422, code])
    expect(answer.body.detail).toMatch(sentence)
    expect([await rowsOf('form_drafts'), await rowsOf('form_draft_items'), await rowsOf('audit'), await keptFiles()]).toEqual(before)
  })

  test('a file above the limit is refused before it is read', async () => {
    const answer = await upload(randomUUID(), Buffer.alloc(20 * 1024 * 1024 + 1), '大.docx')
    expect([answer.status, answer.body.code]).toEqual([413, 'request.too_large'])
  })

  test('the same upload again is the same draft; other bytes under its name are refused with what is there', async () => {
    const uuid = randomUUID()
    const first = await upload(uuid, hospitalSafety.bytes, hospitalSafety.name)
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ bureau: 'yizheng', fileName: hospitalSafety.name, title: '2026年度医院安全生产工作考核评分表', total: 20, createdBy: 'betty', published: null })
    const again = await upload(uuid, hospitalSafety.bytes, hospitalSafety.name)
    expect([again.status, again.body]).toEqual([200, first.body])
    const other = await upload(uuid, schoolFire.bytes, schoolFire.name)
    expect([other.status, other.body.current.title]).toEqual([409, first.body.title])
    expect((await house.as('betty').get('/form-drafts')).body.items[0]).toMatchObject({ id: uuid, openCount: 1, published: null })
  })

  test('each row shows what was read, what was not, and what stands open', async () => {
    const uuid = randomUUID()
    const draft: FormDraft = (await upload(uuid, hospitalSafety.bytes, hospitalSafety.name)).body
    const odd = itemOf(draft, 6)
    expect(odd.unread.map(({ start, end, text }) => [odd.clause.slice(start, end), text])).toEqual([['得分再乘以当年系数', '得分再乘以当年系数']])
    expect(odd.open).toEqual(['“得分再乘以当年系数”没有读懂，请补上规则，或确认不计分。'])
    for (const item of draft.items) for (const { start, end } of item.read) expect(item.clause.slice(start, end)).not.toBe('')
    expect(itemOf(draft, 1).read[0]?.criterion).toBe('1.1')
    expect(itemOf(draft, 1).where).not.toBe('')
    expect(draft.entryKinds.map((kind) => kind.name)).toEqual(['安全生产专题会议', '安全检查', '应急演练'])
  })

  test('a stretch left out on purpose and a corrected rule settle their row; the reading that was stays nobody’s', async () => {
    const uuid = randomUUID()
    const draft: FormDraft = (await upload(uuid, hospitalSafety.bytes, hospitalSafety.name)).body
    const odd = itemOf(draft, 6)
    const leftOut = odd.unread.map(({ start, end }) => ({ start, end }))
    const settled = await settle(uuid, odd, { criteria: odd.criteria, leftOut })
    expect(settled.body).toMatchObject({ unread: [], leftOut, open: [], settled: { by: 'betty' }, version: 2 })
    // The answer was lost on the way: the same change again is there already.
    expect((await settle(uuid, odd, { criteria: odd.criteria, leftOut })).body).toEqual(settled.body)
    expect((await draftOf(uuid)).openCount).toBe(0)

    const meeting = itemOf(draft, 1)
    const [read] = meeting.criteria
    const own = { ...read, parts: [{ kind: 'shortfall', required: { count: 1, per: 'month' }, deduct_each: 0.5, cap: 4, what: '安全例会', fedBy: ['安全例会'] }] }
    expect((await settle(uuid, meeting, { criteria: [own] })).body.open).toEqual([])
    expect((await draftOf(uuid)).entryKinds.map((kind) => kind.name)).toContain('安全例会')
  })

  test('a settling that is taken back leaves the row open again, and the table unpublished', async () => {
    const uuid = randomUUID()
    const odd = itemOf((await upload(uuid, hospitalSafety.bytes, hospitalSafety.name)).body, 6)
    const settled: DraftItem = (await settle(uuid, odd, { criteria: odd.criteria })).body
    expect(settled.open).toEqual([])
    const back = await settle(uuid, settled, { criteria: odd.criteria, settled: false })
    expect(back.body).toMatchObject({ open: odd.open, settled: null, version: 3 })
    expect((await draftOf(uuid)).openCount).toBe(1)
  })

  test('criteria are held to the rules of a form: exact points, known members, ids of the row', async () => {
    const uuid = randomUUID()
    const draft: FormDraft = (await upload(uuid, hospitalSafety.bytes, hospitalSafety.name)).body
    const item = itemOf(draft, 3)
    const [criterion] = item.criteria
    const refusals: readonly (readonly [object, RegExp])[] = [
      [{ ...criterion, points: 1.23456 }, /criteria\/0\/points/],
      [{ ...criterion, ponits: 1 }, /criteria\/0/],
      [{ ...criterion, id: '4.1' }, /criteria\/0\/id/],
      [{ ...criterion, parts: [{ kind: 'guess', points: 1 }] }, /criteria\/0\/parts\/0/],
      [{ ...criterion, parts: [{ kind: 'award', points: 2, condition: '有', fedBy: ['安全检查'] }] }, /fedBy/],
    ]
    for (const [one, pointer] of refusals) {
      const answer = await settle(uuid, item, { criteria: [one] })
      expect([answer.status, answer.body.code]).toEqual([422, 'form_draft.criteria'])
      expect(answer.body.errors[0].pointer).toMatch(pointer)
    }
    expect((await settle(uuid, item, { criteria: [criterion], leftOut: [{ start: 0, end: 999 }] })).body.code).toBe('form_draft.left_out')
    expect((await settle(uuid, item, { criteria: [criterion], points: 2.00001 })).body.code).toBe('form_draft.points')
    expect(itemOf(await draftOf(uuid), 3)).toEqual(item)
    expect((await house.as('betty').put(`/form-drafts/${uuid}/items/99`, { criteria: [criterion] }, { ifMatch: 1 })).status).toBe(404)
  })

  test('several people settle different rows at once; on the same row the second sees what the first saved', async () => {
    const uuid = randomUUID()
    const draft: FormDraft = (await upload(uuid, hospitalSafety.bytes, hospitalSafety.name)).body
    const answers = await Promise.all(draft.items.map((item, at) => settle(uuid, item, { criteria: item.criteria }, at % 2 === 0 ? 'betty' : 'admin')))
    expect(answers.map((answer) => answer.status)).toEqual(draft.items.map(() => 200))
    const item = itemOf(draft, 3)
    const stale = await settle(uuid, item, { criteria: [{ ...item.criteria[0], title: '别的' }] })
    expect([stale.status, stale.body.current.version, stale.body.current.settled.by]).toEqual([412, 2, 'betty'])
    const without = await house.as('betty').put(`/form-drafts/${uuid}/items/3`, { criteria: [{ ...item.criteria[0], title: '别的' }] })
    expect(without.status).toBe(409)
  })

  test('sums that do not add up keep their row open, whoever looked at it, until they do', async () => {
    const uuid = randomUUID()
    const draft: FormDraft = (await upload(uuid, schoolFire.bytes, schoolFire.name)).body
    const item = itemOf(draft, 5)
    const [criterion] = item.criteria
    const short = await settle(uuid, item, { criteria: [{ ...criterion, points: 4, parts: [{ kind: 'per_occurrence', deduct_each: 0.5, unit: '具', cap: 4, condition: '灭火器失效' }] }] })
    expect(short.body.open).toEqual(['各评分点合起来4分，表上写5分。请核对分值。'])
    const refused = await house.as('betty').post(`/form-drafts/${uuid}/publish`, { id: 'fire-short', edition: '一' })
    expect([refused.status, refused.body.code]).toEqual([422, 'form_draft.open'])
    expect(refused.body.detail).toContain('第1、5条')
    const fewer = await settle(uuid, { no: 5, version: 2 }, { criteria: short.body.criteria, points: 4 })
    expect(fewer.body.open).toEqual([])
    // The sum of the whole table is shown at its first row.
    expect(itemOf(await draftOf(uuid), 1).open.at(-1)).toBe('总分：各责任合起来19分，表上写20分。请核对分值。')
    const sections = [{ no: 3, name: '设施设备', points: 4 }]
    const head = await house.as('betty').put(`/form-drafts/${uuid}`, { sections }, { ifMatch: draft.version })
    expect((await house.as('betty').put(`/form-drafts/${uuid}`, { sections }, { ifMatch: draft.version })).body).toEqual(head.body)
    expect([head.status, head.body.total, head.body.sections[2]]).toEqual([200, 19, { no: 3, name: '设施设备', points: 4 }])
    expect(itemOf(await draftOf(uuid), 1).open).toHaveLength(1)
  })

  test('a title that the Word file does not bear: a clean table is laid out', async () => {
    const uuid = randomUUID()
    const draft: FormDraft = (await upload(uuid, hospitalSafety.bytes, hospitalSafety.name)).body
    expect(draft.fillsSource).toBe(true)
    const named = await house.as('betty').put(`/form-drafts/${uuid}`, { title: '医院安全考核表' }, { ifMatch: draft.version })
    expect(named.body).toMatchObject({ title: '医院安全考核表', fillsSource: false, version: 2 })
    const back = await house.as('betty').put(`/form-drafts/${uuid}`, { title: draft.title }, { ifMatch: 2 })
    expect(back.body).toMatchObject({ title: draft.title, fillsSource: true })
    expect((await house.as('betty').put(`/form-drafts/${uuid}`, { sections: [{ no: 9, name: '没有', points: 1 }] }, { ifMatch: 3 })).body.code).toBe('form_draft.sections')
  })

  test('a published edition never changes: its hash is that of its canonical form, the same call answers the same', async () => {
    const uuid = randomUUID()
    const draft: FormDraft = (await upload(uuid, hospitalSafety.bytes, hospitalSafety.name)).body
    await settle(uuid, itemOf(draft, 6), { criteria: itemOf(draft, 6).criteria })
    const body = { id: 'hospital-2026', edition: '2026年版' }
    const publish = (who: Username, as: object = body) => house.as(who).post(`/form-drafts/${uuid}/publish`, as)
    const [one, other] = await Promise.all([publish('betty'), publish('betty')])
    expect([one.status, other.status].toSorted((a, b) => a - b)).toEqual([200, 201])
    expect(other.body).toEqual(one.body)
    expect(one.body).toMatchObject({ ...body, title: draft.title, total: 20, publishedAt: '2026-11-24T08:00:00.000Z' })
    const { hash, publishedAt, ...form } = (await house.as('alice').get('/forms/hospital-2026')).body
    expect([hash, publishedAt]).toEqual([one.body.hash, one.body.publishedAt])
    expect(seal(form).hash).toBe(hash)
    expect((await publish('betty', { ...body, edition: '另一版' })).status).toBe(409)
    const late = await settle(uuid, { no: 1, version: 1 }, { criteria: itemOf(draft, 1).criteria })
    expect([late.status, late.body.code]).toEqual([409, 'form_draft.published'])
    expect((await house.as('betty').delete(`/form-drafts/${uuid}`)).status).toBe(204)
    expect((await house.as('betty').get(`/form-drafts/${uuid}`)).status).toBe(404)
    expect((await house.as('alice').get('/forms/hospital-2026')).status).toBe(200)
    const listed = (await house.as('betty').get('/forms')).body.items
    expect(listed.find((edition: { id: string }) => edition.id === 'hospital-2026')).toEqual(one.body)
    expect(listed.find((edition: { id: string }) => edition.id === 'yangzhou-2022')).toMatchObject({ hash: null, publishedAt: null })
  })

  test('a code that a form bears already is refused: shipped or another bureau’s', async () => {
    const uuid = randomUUID()
    await upload(uuid, schoolFire.bytes, schoolFire.name, 'gao')
    const draft: FormDraft = (await house.as('gao').get(`/form-drafts/${uuid}`)).body
    await settle(uuid, itemOf(draft, 1), { criteria: itemOf(draft, 1).criteria }, 'gao')
    for (const id of ['yangzhou-2022', 'hospital-2026']) {
      const taken = await house.as('gao').post(`/form-drafts/${uuid}/publish`, { id, edition: '一' })
      expect([taken.status, taken.body.code]).toEqual([409, 'form_draft.code_taken'])
    }
    expect((await house.as('gao').post(`/form-drafts/${uuid}/publish`, { id: 'gaoyou-fire', edition: '一' })).status).toBe(201)
  })

  test('what is another bureau’s is not there: drafts, editions, rounds and changes', async () => {
    const foreign = await house.as('betty').get('/forms/gaoyou-fire')
    const nothing = await house.as('betty').get('/forms/nothing-like-it')
    expect([foreign.status, foreign.body]).toEqual([404, nothing.body])
    expect((await house.as('betty').get('/forms')).body.items.map((edition: { id: string }) => edition.id)).not.toContain('gaoyou-fire')
    expect((await house.as('carl').get('/forms')).body.items.map((edition: { id: string }) => edition.id)).toContain('gaoyou-fire')
    expect((await house.as('mallory').get('/forms/gaoyou-fire')).status).toBe(200)
    expect((await house.as('betty').get('/forms/hospital-2026/changes?since=gaoyou-fire')).status).toBe(404)
    const [draft] = (await house.as('gao').get('/form-drafts')).body.items
    expect((await house.as('betty').get(`/form-drafts/${draft.id}`)).status).toBe(404)
    expect((await house.as('betty').delete(`/form-drafts/${draft.id}`)).status).toBe(404)
    const round = { form: 'gaoyou-fire', year: 2026, opensOn: '2026-09-01', dueOn: '2026-12-20', units: ['yucai'], inspectors: {} }
    const opened = await house.as('betty').put('/rounds/foreign', round)
    expect([opened.status, opened.body.code]).toEqual([422, 'round.unknown_form'])
  })

  test('an inspector lent to another bureau reads the form that they inspect by, and no other of it', async () => {
    const round = { form: 'gaoyou-fire', year: 2026, opensOn: '2026-09-01', dueOn: '2026-12-20', units: ['chengbei'], inspectors: { chengbei: ['ivy'] } }
    expect((await house.as('ivy').get('/forms/gaoyou-fire')).status).toBe(404)
    expect((await house.as('gao').put('/rounds/gaoyou-2026', round)).status).toBe(201)
    expect((await house.as('ivy').get('/forms/gaoyou-fire')).status).toBe(200)
    expect((await house.as('ian').get('/forms/gaoyou-fire')).status).toBe(404)
  })

  test('an entry counts as the kinds of its round’s form and of the vocabulary, and as no other', async () => {
    const at = '/rounds/gaoyou-2026/units/chengbei/entries'
    const record = (kind: string) => house.as('mallory').put(`${at}/${randomUUID()}`, { countsAs: [kind], title: kind, happenedOn: '2026-03-10' })
    expect((await record('疏散演练')).body.feeds).toEqual(['4.1'])
    expect((await record('集中学习')).status).toBe(201)
    expect((await record('安全生产专题会议')).status).toBe(422)
    expect((await house.as('mallory').get('/entry-kinds')).body.items.map((kind: { name: string }) => kind.name)).not.toContain('疏散演练')
  })

  test('a new edition tells what it changes and what that costs schools', async () => {
    const uuid = randomUUID()
    const text = schoolFireAs('每季度开展1次消防安全教育课，缺1次扣1分', '每月开展1次消防安全教育课，缺1次扣0.5分')
    const draft: FormDraft = (await upload(uuid, Buffer.from(text), '消防.txt', 'gao')).body
    for (const item of draft.items.filter((one) => one.open.length > 0)) await settle(uuid, item, { criteria: item.criteria }, 'gao')
    expect((await house.as('gao').post(`/form-drafts/${uuid}/publish`, { id: 'gaoyou-fire-2', edition: '二' })).status).toBe(201)
    const changes = await house.as('mallory').get('/forms/gaoyou-fire-2/changes?since=gaoyou-fire')
    expect(changes.body).toEqual({
      since: 'gaoyou-fire',
      changes: [
        { item: 3, what: 'wording', message: '第3条的文字有改动。' },
        { item: 3, what: 'rule', message: '第3条由全年4次改为12次。' },
      ],
      cost: ['第3条：每年多记8次。'],
    })
  })

  test('two tables in one file: the first is read, and a finding names the other', async () => {
    const one = [['考核内容', '分值', '评分标准'], ['安全检查', '2', '每月检查一次，少一次扣0.5分']]
    const bytes = twoTables(one, [['考核内容', '分值', '评分标准'], ['消防演练', '2', '每年演练一次，少一次扣2分']])
    const draft: FormDraft = (await upload(randomUUID(), bytes, '两张表.docx')).body
    expect(draft.items).toHaveLength(1)
    expect(draft.findings.find((finding) => finding.code === 'reading.second_table')).toMatchObject({ where: '第2张表' })
  })

  test('the shipped Word table, uploaded as any other, is understood but for a few rows', async () => {
    const uuid = randomUUID()
    const draft: FormDraft = (await upload(uuid, await readFile(shippedTable), '扬州.docx')).body
    expect([draft.items.length, draft.total, draft.fillsSource]).toEqual([30, 100, true])
    expect(draft.openCount).toBeLessThanOrEqual(3)
    expect(draft.burden.length).toBeGreaterThanOrEqual(3)
    expect(draft.burden.length).toBeLessThanOrEqual(5)
    for (const line of draft.burden) expect([line.items.length > 0, line.alternative !== '']).toEqual([true, true])
  })

  test('each write has its row in the trail of the bureau that it was done for', async () => {
    const rows = await house.database.reader.selectFrom('audit').select(['action', 'bureau', 'actor']).execute()
    const actions = new Set(rows.map((row) => row.action))
    for (const action of ['form_draft.upload', 'form_draft_item.put', 'form_draft.put', 'form_draft.delete', 'form.publish']) expect(actions).toContain(action)
    expect(rows.filter((row) => row.actor === 'admin').every((row) => row.bureau === 'yizheng')).toBe(true)
  })
})

/** The fire table as a text file, with one wording changed. */
const schoolFireAs = (from: string, to: string): string =>
  [
    '学校消防安全工作评分表',
    '一级指标\t二级指标\t分值\t评分细则',
    '组织管理\t消防工作制度\t3\t制度健全得3分，缺一项扣1分',
    '组织管理\t消防安全会议\t2\t每学期召开1次消防安全会议，少1次扣1分',
    '宣传教育\t消防安全教育课\t4\t每季度开展1次消防安全教育课，缺1次扣1分',
    '宣传教育\t疏散演练\t6\t每月组织一次疏散演练，每少1次扣0.5分',
    '设施设备\t灭火器配置\t5\t灭火器过期或失效的，每具扣0.5分，扣完为止',
  ]
    .join('\n')
    .replace(from, to)

const twoTables = (one: readonly (readonly string[])[], other: readonly (readonly string[])[]): Buffer => {
  const table = (rows: readonly (readonly string[])[]) =>
    `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:p><w:r><w:t>${cell}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
  const line = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  return storeZip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${line('安全考核表')}${table(one)}${line('消防考核表')}${table(other)}</w:body></w:document>`,
  })
}
