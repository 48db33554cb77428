import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashPassword } from '../accounts/password-hash.ts'
import { write } from '../database/transaction.ts'
import { forEachEngine, useHouse } from '../testing/harness.ts'
import type { House } from '../testing/harness.ts'
import { testPassword } from '../testing/people.ts'
import { readZip, wordRows } from '../testing/read-zip.ts'
import { hospitalSafety, schoolFire, tidySchool } from '../testing/uploaded-tables.ts'
import type { UploadedTable } from '../testing/uploaded-tables.ts'
import type { DraftItem, FormDraft } from './publishing.contract.ts'

type Chain = {
  readonly table: UploadedTable
  readonly id: string
  /** Rows that a person must settle before it can be published. */
  readonly open: readonly number[]
  readonly fillsSource: boolean
  /** Kind of entry → days. */
  readonly entries: Readonly<Record<string, readonly string[]>>
  readonly facts: Readonly<Record<string, unknown>>
  readonly items: readonly number[]
  /** The inspector's marks where they are unlike the self scores. */
  readonly marks: Readonly<Record<number, number>>
  readonly heads: readonly string[]
}

const months = (...numbers: readonly number[]): readonly string[] => numbers.map((month) => `2026-${String(month).padStart(2, '0')}-10`)

const chains: readonly Chain[] = [
  {
    table: hospitalSafety,
    id: 'hospital-safety-2026',
    open: [6],
    fillsSource: true,
    entries: { 安全生产专题会议: months(1, 5, 8), 安全检查: months(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), 应急演练: months(6) },
    facts: { '3.1': true, '5.1': 2, '6.1': 0 },
    items: [3, 3, 2, 2, 2, 3],
    marks: { 2: 2.5, 6: 2 },
    heads: ['考核项目', '考核内容', '分值', '评分标准', '自查得分', '检查得分', '备注'],
  },
  {
    table: schoolFire,
    id: 'school-fire-2026',
    open: [1],
    fillsSource: false,
    entries: { 消防安全会议: months(3), 消防安全教育课: months(2, 4, 7, 11), 疏散演练: months(1, 2, 3, 4, 5, 6, 9, 10, 11) },
    facts: { '1.1': 1, '5.1': 3 },
    items: [2, 1, 4, 4.5, 3.5],
    marks: { 5: 3 },
    heads: ['一级指标', '二级指标', '分值', '评分细则', '自查得分', '得分', '备注'],
  },
  {
    table: tidySchool,
    id: 'tidy-school-2026',
    open: [4],
    fillsSource: false,
    entries: { 卫生大扫除: months(3, 4, 5, 6, 9, 10, 11), 爱国卫生活动: months(4, 10) },
    facts: { '2.1': 1, '4.1': 0.5 },
    items: [0, 2.5, 2, 0.5],
    marks: {},
    heads: ['考核项目', '考核内容', '分值', '评分标准', '自查得分', '检查得分', '备注'],
  },
]

const upload = (house: House, uuid: string, table: UploadedTable) =>
  house.as('betty').put(`/form-drafts/${uuid}/source`, table.bytes, {
    headers: { 'content-type': table.type, 'content-disposition': `attachment; filename*=utf-8''${encodeURIComponent(table.name)}` },
  })

const settleAsRead = async (house: House, uuid: string, item: DraftItem): Promise<void> => {
  const kept = await house.as('betty').put(`/form-drafts/${uuid}/items/${item.no}`, { criteria: item.criteria }, { ifMatch: item.version })
  expect([kept.status, kept.body.open]).toEqual([200, []])
}

forEachEngine((engine) => {
  const house = useHouse(engine)

  test.each(chains)('from the upload of $table.name to the printed result', async (chain) => {
    const uuid = randomUUID()
    const draft: FormDraft = (await upload(house, uuid, chain.table)).body
    expect(draft.items.filter((item) => item.open.length > 0).map((item) => item.no)).toEqual(chain.open)
    expect([draft.openCount, draft.fillsSource]).toEqual([chain.open.length, chain.fillsSource])

    const publish = () => house.as('betty').post(`/form-drafts/${uuid}/publish`, { id: chain.id, edition: '2026年版' })
    const early = await publish()
    expect([early.status, early.body.code, early.body.errors[0].pointer]).toEqual([422, 'form_draft.open', `#/items/${chain.open[0]}`])
    for (const no of chain.open) await settleAsRead(house, uuid, draft.items.find((item) => item.no === no) as DraftItem)
    const published = await publish()
    expect(published.status).toBe(201)

    const round = `round-${chain.id}`
    const opened = await house.as('betty').put(`/rounds/${round}`, {
      form: chain.id,
      year: 2026,
      opensOn: '2026-09-01',
      dueOn: '2026-12-20',
      listNumber: '清单3号',
      units: ['yucai'],
      inspectors: { yucai: ['ivy'] },
    })
    expect([opened.status, opened.body.title]).toEqual([201, `2026年度${published.body.title}`])

    const at = `/rounds/${round}/units/yucai`
    const form = (await house.as('alice').get(`/forms/${chain.id}`)).body
    expect(form.entryKinds.map((kind: { name: string }) => kind.name)).toEqual(Object.keys(chain.entries))
    const before = (await house.as('alice').get(`${at}/plan`)).body
    expect(before.due.concat(before.missing).some((line: { kinds: string[] }) => line.kinds.some((kind) => kind in chain.entries))).toBe(true)
    for (const [kind, days] of Object.entries(chain.entries)) {
      for (const happenedOn of days) {
        const entry = await house.as('alice').put(`${at}/entries/${randomUUID()}`, { countsAs: [kind], title: kind, happenedOn })
        expect([entry.status, entry.body.feeds.length]).toEqual([201, 1])
      }
    }
    expect((await house.as('alice').put(`${at}/facts`, { facts: chain.facts })).status).toBe(200)
    const score = (await house.as('sun').get(`${at}/score`)).body
    expect(score.items.map((item: { score: number }) => item.score)).toEqual(chain.items)

    expect((await house.as('sun').post(`${at}/stage`, { to: 'submitted' })).status).toBe(200)
    const marks = chain.items.map((self, index) => chain.marks[index + 1] ?? self)
    for (const [index, mark] of marks.entries()) {
      const reason = mark === chain.items[index] ? {} : { reason: '现场看到的不一样' }
      expect((await house.as('ivy').put(`${at}/inspections/ivy/items/${index + 1}`, { score: mark, ...reason })).status).toBe(201)
    }
    expect((await house.as('betty').post(`${at}/stage`, { to: 'inspected' })).status).toBe(200)
    const hash = await hashPassword(testPassword)
    await write(house.database, (trx) => trx.updateTable('users').set({ password_hash: hash }).where('username', '=', 'sun').execute())
    expect((await house.as('sun').post(`${at}/stage`, { to: 'signed', password: testPassword })).status).toBe(200)

    const document = await house.as('betty').get(`${at}/document?format=docx`)
    expect(document.status).toBe(200)
    const rows = wordRows(document.bytes)
    expect(rows[0]).toEqual(chain.heads)
    const columns = [chain.heads.indexOf('自查得分'), chain.heads.findIndex((head) => /^(检查得分|得分)$/.test(head))]
    const printed = rows.slice(1, 1 + chain.items.length).map((row) => columns.map((column) => row[column]))
    expect(printed).toEqual(chain.items.map((self, index) => [String(self), String(marks[index])]))
    const sums = [chain.items, marks].map((all) => String(Math.round(all.reduce((sum, one) => sum + one, 0) * 100) / 100))
    expect(rows.at(-1)).toEqual(expect.arrayContaining(sums))
    const left = readZip(document.bytes).get('customXml/item1.xml')?.toString()
    expect(left).toBe(chain.fillsSource ? '<office>安监科</office>' : undefined)
    for (const format of ['pdf', 'xlsx']) expect((await house.as('betty').get(`${at}/document?format=${format}`)).status).toBe(200)

    const [line] = (await house.as('betty').get(`/rounds/${round}/progress`)).body.items
    expect([line.stage, line.criteria]).toEqual(['signed', form.criteria.length])
  })
})
