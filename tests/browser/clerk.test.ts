import { expect } from 'vitest'
import { askServer, fetchBytes } from './ask-server.ts'
import { settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'
import { secretsInPhoto, takePhoto } from './photo.ts'
import { readDocx } from './read-docx.ts'

const here = '/rounds/2026/units/yucai'

type Entry = {
  readonly id: string
  readonly title: string
  readonly happenedOn: string
  readonly countsAs: readonly string[]
  readonly late: boolean
  readonly people?: number
  readonly feeds: readonly string[]
  readonly evidence?: readonly { readonly sha256?: string; readonly reference?: string; readonly place?: string }[]
}

const listEntries = async (clerk: Visitor) =>
  (await askServer<{ readonly items: readonly Entry[] }>(clerk, `${here}/entries?limit=200`)).items

/** The records that were not there before. */
const newEntries = async (clerk: Visitor, before: readonly Entry[]) =>
  (await listEntries(clerk)).filter((entry) => !before.some((one) => one.id === entry.id))

const section = (clerk: Visitor, title: string) => clerk.page.locator('section').filter({ has: clerk.page.getByRole('heading', { name: title }) })
const save = (clerk: Visitor) => clerk.page.getByRole('button', { name: '保存', exact: true })
const saidSaved = (clerk: Visitor) => clerk.page.getByRole('status').filter({ hasText: '已记下' })

test('A clerk sees what is due this month without any action', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  expect(await section(clerk, '本月要做').isVisible()).toBe(true)
  expect(clerk.actions).toBe(0)
})

test('A clerk logs an event just held from its due card in at most four actions, and it counts', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  const before = await listEntries(clerk)
  clerk.countAnew()
  await clerk.tap(section(clerk, '往后要做').getByRole('link', { name: /四季度党课/u }))
  await clerk.tap(save(clerk))
  await saidSaved(clerk).waitFor()
  expect(clerk.actions).toBeLessThanOrEqual(4)
  const [entry, ...others] = await newEntries(clerk, before)
  expect(others).toEqual([])
  expect(entry).toMatchObject({ happenedOn: '2026-11-24', countsAs: ['党课'], late: false })
  expect(entry?.feeds).toContain('18.3')
  expect(await clerk.page.getByRole('link', { name: /四季度党课/u }).count(), 'the card is gone').toBe(0)
})

test('What repeats itself is recorded as last time with three actions: who came and where the book lies are filled in', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  const before = await listEntries(clerk)
  const last = before.filter(({ countsAs }) => countsAs[0] === '党课').sort((one, other) => (one.happenedOn < other.happenedOn ? 1 : -1))[0]
  expect(last?.people).toBeGreaterThan(0)
  clerk.countAnew()
  await clerk.tap(section(clerk, '往后要做').getByRole('link', { name: /四季度党课/u }))
  await clerk.tap(clerk.page.getByRole('button', { name: '套用' }))
  await clerk.tap(save(clerk))
  await saidSaved(clerk).waitFor()
  expect(clerk.actions).toBe(3)
  const [entry] = await newEntries(clerk, before)
  expect(entry).toMatchObject({ happenedOn: '2026-11-24', countsAs: last?.countsAs, people: last?.people })
  expect(entry?.evidence?.map(({ place }) => place)).toEqual(last?.evidence?.map(({ place }) => place))
})

test('A clerk makes one meeting count for another item with one action more', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  const before = await listEntries(clerk)
  clerk.countAnew()
  await clerk.tap(section(clerk, '往后要做').getByRole('link', { name: /下半年班子专题会议/u }))
  await clerk.page.getByRole('group', { name: /这次会上还做了/u }).waitFor()
  const openedAt = clerk.actions
  const chip = clerk.page.getByRole('group', { name: /这次会上还做了/u }).locator('label').first()
  const also = (await chip.innerText()).trim()
  await clerk.tap(chip)
  expect(clerk.actions - openedAt).toBe(1)
  await clerk.tap(save(clerk))
  await saidSaved(clerk).waitFor()
  expect(clerk.actions).toBeLessThanOrEqual(4)
  const [entry] = await newEntries(clerk, before)
  expect(entry?.countsAs).toEqual(['专题会议', also])
  expect(new Set(entry?.feeds.map((criterion) => criterion.split('.')[0])).size, 'items that it feeds').toBeGreaterThan(1)
})

test('A clerk sees why an item lacks points with one action', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  await clerk.tap(clerk.page.getByRole('navigation').getByRole('link', { name: '自查表' }).filter({ visible: true }))
  await settled(clerk)
  const why = clerk.page.locator('#item-5')
  expect(await why.innerText()).toMatch(/集中学习.*缺9月/su)
  expect(clerk.actions).toBe(1)
})

test('A photo is sent when it is chosen, and stored without the place and the device that took it', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries/new?kind=${encodeURIComponent('党课')}&on=2026-11-24`)
  const photo = await takePhoto(clerk.page)
  for (const secret of secretsInPhoto) expect(photo.includes(secret), `${secret} before`).toBe(true)
  const before = await listEntries(clerk)
  await clerk.pickFiles(clerk.page.getByText('拍照或选照片'), [{ name: '党课现场.jpg', mimeType: 'image/jpeg', buffer: photo }])
  await clerk.page.getByText('已上传').waitFor()
  expect(clerk.actions, 'the button and the picker; nothing to confirm').toBe(2)
  await clerk.tap(save(clerk))
  await saidSaved(clerk).waitFor()
  const [entry] = await newEntries(clerk, before)
  const sha256 = entry?.evidence?.[0]?.sha256 ?? 'none'
  const stored = await fetchBytes(clerk, `/api/v1${here}/evidence/${sha256}`)
  expect([...stored.subarray(0, 2)], 'a JPEG').toEqual([0xff, 0xd8])
  for (const secret of secretsInPhoto) expect(stored.includes(secret), `${secret} after`).toBe(false)
})

test('A page in a record book is evidence like an upload', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries/new?kind=${encodeURIComponent('党课')}&on=2026-11-24`)
  const before = await listEntries(clerk)
  await clerk.tap(clerk.page.getByRole('button', { name: '写存放处' }))
  await clerk.type(clerk.page.getByLabel('第1处：什么本子，第几页'), '党课记录本第12页')
  await clerk.type(clerk.page.getByLabel('第1处：放在哪里'), '党建室2号柜')
  await clerk.tap(save(clerk))
  await saidSaved(clerk).waitFor()
  expect(clerk.actions).toBeLessThanOrEqual(4)
  const [entry] = await newEntries(clerk, before)
  expect(entry?.evidence).toEqual([{ reference: '党课记录本第12页', place: '党建室2号柜' }])
})

test('What was just saved is taken back with one action', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  const before = await listEntries(clerk)
  await clerk.tap(section(clerk, '往后要做').getByRole('link', { name: /四季度党课/u }))
  await clerk.tap(save(clerk))
  await saidSaved(clerk).waitFor()
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('button', { name: '撤销' }))
  await section(clerk, '往后要做').getByRole('link', { name: /四季度党课/u }).waitFor()
  expect(clerk.actions).toBe(1)
  await expect.poll(() => listEntries(clerk)).toEqual(before)
})

test('A late record is said to be late, and the offer to repair asks nobody to invent', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  const missing = section(clerk, '已经缺的')
  expect(await missing.innerText()).toContain('确实开过就补录；没开过，请如实空着。')
  const before = await listEntries(clerk)
  await clerk.tap(missing.getByRole('link', { name: /9月集中学习/u }))
  await clerk.type(clerk.page.getByRole('textbox', { name: '日期' }), '2026-09-16')
  expect(await clerk.page.getByText('会标“补录”').isVisible()).toBe(true)
  await clerk.tap(save(clerk))
  await saidSaved(clerk).waitFor()
  expect(await newEntries(clerk, before)).toMatchObject([{ happenedOn: '2026-09-16', late: true }])
})

test('The quick check asks one tap a question and leads on by itself to the last', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  await clerk.tap(clerk.page.getByRole('link', { name: /快速核对/u }).filter({ visible: true }).first())
  const open = (await askServer<{ readonly criteria: readonly { readonly status: string }[] }>(clerk, `${here}/score`)).criteria
  expect(open.some((criterion) => criterion.status === 'unanswered')).toBe(true)
  clerk.countAnew()
  const allChecked = clerk.page.getByRole('heading', { name: /题都答了/u })
  const asked: string[] = []
  for (;;) {
    const question = clerk.page.locator('h1:not(.unseen)').filter({ hasNotText: asked.at(-1) ?? '快速核对没有这样一题' })
    await question.or(allChecked).first().waitFor()
    if (await allChecked.isVisible()) break
    asked.push(await question.innerText())
    await clerk.tap(clerk.page.locator('.answers button, .chips button').first())
    expect(clerk.actions, `one tap for: ${asked.at(-1)}`).toBe(asked.length)
    if (asked.length > 60) throw new Error(`the questions do not end: ${asked.slice(-3).join(' ')}`)
  }
  const stillOpen = async () =>
    (await askServer<{ readonly criteria: readonly { readonly status: string }[] }>(clerk, `${here}/score`)).criteria.filter(({ status }) => status === 'unanswered')
  await expect.poll(stillOpen).toEqual([])
})

test('The filled Word table is one tap away, at an address of its own', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  const download = await clerk.download(clerk.page.getByRole('link', { name: '下载填好的Word表' }))
  expect(clerk.actions).toBe(1)
  expect(download.url()).toContain(`${demonstration.server.address}/api/v1${here}/document?format=docx`)
  expect(download.suggestedFilename()).toMatch(/育才小学.*\.docx$/u)
  const bytes = await fetchBytes(clerk, new URL(download.url()).pathname + new URL(download.url()).search)
  const { text } = readDocx(bytes)
  expect(text).toContain('育才小学')
})

test('补材料 leads where it can be put right: a record of the fitting kind, the evidence on top, gone once the place is named', async ({ demonstration }) => {
  const clerk = await demonstration.enter('luoxin')
  const lacking = section(clerk, '缺材料').getByRole('link', { name: /述职报告/u })
  clerk.countAnew()
  await clerk.tap(lacking)
  await clerk.page.getByText('第7条要述职报告。').waitFor()
  await clerk.tap(clerk.page.getByRole('button', { name: '写存放处' }))
  await clerk.type(clerk.page.getByLabel('第1处：什么本子，第几页'), '党建档案盒第3册')
  await clerk.tap(clerk.page.locator('label').filter({ hasText: '今天' }))
  await clerk.tap(save(clerk))
  await saidSaved(clerk).waitFor()
  expect(clerk.actions).toBe(5)
  const { items } = await askServer<{ readonly items: readonly Entry[] }>(clerk, '/rounds/2026/units/xinghe/entries?limit=200')
  expect(items.find(({ title }) => title === '述职报告')).toMatchObject({ countsAs: ['述职'], evidence: [{ reference: '党建档案盒第3册' }] })
  await settled(clerk)
  expect(await lacking.count(), 'nothing is lacking there any more').toBe(0)
})

test('A typed title brings the kinds that it names to the front and chooses none; after a choice it offers the others', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries/new`)
  const chips = clerk.page.getByRole('group', { name: '什么活动' }).locator('label')
  const title = clerk.page.getByLabel('标题')
  await clerk.type(title, '支委会：廉政教育暨意识形态研判')
  await clerk.page.waitForFunction(() => document.querySelector('#entry-kind label')?.textContent === '支委会')
  expect((await chips.allInnerTexts()).slice(0, 3)).toEqual(['支委会', '廉政教育', '意识形态研判'])
  expect(await clerk.page.getByRole('group', { name: '什么活动' }).locator('input:checked').count()).toBe(0)
  expect(await title.evaluate((field) => field === document.activeElement), 'the focus stays in the title').toBe(true)
  await clerk.tap(chips.first())
  const also = clerk.page.getByRole('group', { name: /这次会上还做了/u })
  expect((await also.locator('label').allInnerTexts()).slice(0, 2)).toEqual(['廉政教育', '意识形态研判'])
  expect(await also.locator('input:checked').count()).toBe(0)
  expect(clerk.actions).toBe(2)
})
