import { expect } from 'vitest'
import { askServer } from './ask-server.ts'
import { settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'

const here = '/rounds/2026/units/yucai'

const list = ['日期\t活动内容\t人数\t备注', '3.17\t支委会暨意识形态研判\t7\t记录本P21', '10月26日\t10月集中学习补课\t9\t', '某天\t集中学习\t9\t', '2025.12.30\t党课\t20\t'].join('\n')

type Entry = { readonly id: string; readonly title: string; readonly happenedOn: string; readonly countsAs: readonly string[]; readonly late: boolean; readonly evidence?: readonly object[] }

const listEntries = async (clerk: Visitor) => (await askServer<{ readonly items: readonly Entry[] }>(clerk, `${here}/entries?limit=200`)).items

const newEntries = async (clerk: Visitor, before: readonly Entry[]) =>
  (await listEntries(clerk)).filter((entry) => !before.some((one) => one.id === entry.id)).sort((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1))

const chooseList = (clerk: Visitor) =>
  clerk.pickFiles(clerk.page.getByText('导入旧记录'), [{ name: '2026台账.txt', mimeType: 'text/plain', buffer: Buffer.from(list) }])

test('An old list becomes records in three actions from the page of records, and one undo takes all of it back', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries`)
  const before = await listEntries(clerk)
  clerk.countAnew()
  await chooseList(clerk)
  await clerk.page.getByText('读到4行').waitFor()
  expect(await listEntries(clerk), 'looking keeps nothing').toEqual(before)
  await clerk.tap(clerk.page.getByRole('button', { name: '导入2条' }))
  await clerk.page.getByText('已导入2条').waitFor()
  expect(clerk.actions).toBe(3)
  expect(await newEntries(clerk, before)).toMatchObject([
    { happenedOn: '2026-03-17', title: '支委会暨意识形态研判', countsAs: ['支委会', '意识形态研判'], late: true, evidence: [{ reference: '记录本P21' }] },
    { happenedOn: '2026-10-26', countsAs: ['集中学习'] },
  ])
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('button', { name: '撤销这次导入' }))
  await clerk.page.getByText('这次导入已经撤销').waitFor()
  expect(clerk.actions).toBe(1)
  expect((await listEntries(clerk)).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
})

test('Each row says what it counts as and why it cannot come yet; put right in place, it comes along', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries`)
  const before = await listEntries(clerk)
  await chooseList(clerk)
  await clerk.page.getByText('读到4行').waitFor()
  const rows = clerk.page.locator('.list-row')
  expect(await rows.count(), 'no row is left out').toBe(4)
  expect(await rows.nth(0).innerText()).toMatch(/3月17日，支委会暨意识形态研判.*算作支委会、意识形态研判，计入第.*条.*会标“补录”/su)
  expect(await rows.nth(2).innerText()).toContain('还没有日期')
  expect(await rows.nth(3).innerText()).toContain('2026年度')
  await clerk.type(clerk.page.getByLabel('第4行集中学习，日期'), '2026-09-16')
  await clerk.tap(clerk.page.getByRole('button', { name: '导入3条' }))
  await clerk.page.getByText('已导入3条').waitFor()
  expect((await newEntries(clerk, before)).map((entry) => entry.happenedOn)).toEqual(['2026-03-17', '2026-09-16', '2026-10-26'])
})

test('Pasted rows are read at once; those that are there already, or whose day has not come, are marked and do not come', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries/import`)
  const before = await listEntries(clerk)
  const [known] = before
  if (known === undefined) throw new Error('the demonstration has no records')
  await clerk.page.evaluate((text) => navigator.clipboard.writeText(text), `日期\t活动\n${known.happenedOn}\t${known.title}\n2026-11-20\t党课\n12月9日\t廉政教育`)
  clerk.countAnew()
  await clerk.tap(clerk.page.getByLabel('或者粘贴几行'))
  await clerk.press('Control+v')
  await clerk.page.getByText('读到3行').waitFor()
  const ahead = clerk.page.locator('.list-row').last()
  expect(await ahead.innerText()).toMatch(/^12月9日，廉政教育.*12月9日还没有到。办过以后再记。/su)
  expect(await ahead.getByRole('checkbox').isChecked()).toBe(false)
  expect(await clerk.page.locator('.list-row').first().innerText()).toContain('已经有同一天同名的记录')
  await clerk.tap(clerk.page.getByRole('button', { name: '导入1条' }))
  await clerk.page.getByText('已导入1条').waitFor()
  expect(clerk.actions).toBe(3)
  expect(await newEntries(clerk, before)).toMatchObject([{ happenedOn: '2026-11-20', countsAs: ['党课'] }])
})

test('The preview shows what comes along with a row, and names the columns that stay behind', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries/import`)
  const before = await listEntries(clerk)
  await clerk.page.evaluate((text) => navigator.clipboard.writeText(text), '日期\t活动\t地点\t主持人\t参加人员\t备注\n2026-11-20\t党课\t五楼会议室\t王丽\t42\t照片3张')
  await clerk.tap(clerk.page.getByLabel('或者粘贴几行'))
  await clerk.press('Control+v')
  await clerk.page.getByText('没有带来：主持人。').waitFor()
  expect(await clerk.page.locator('.list-row').innerText()).toContain('42人，照片3张；地点：五楼会议室')
  await clerk.tap(clerk.page.getByRole('button', { name: '导入1条' }))
  await clerk.page.getByText('已导入1条').waitFor()
  expect(await newEntries(clerk, before)).toMatchObject([{ people: 42, note: '照片3张；地点：五楼会议室' }])
})

test('A file that holds no list says so in words, and another can be chosen at once', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries/import`)
  await settled(clerk)
  clerk.expectStatus(422)
  await clerk.pickFiles(clerk.page.getByText('选一份清单', { exact: true }), [{ name: '坏的.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]) }])
  const words = await clerk.page.getByRole('alert').innerText()
  expect(words).toMatch(/。$/u)
  expect(words).not.toMatch(/错误|失败|非法/u)
  await clerk.pickFiles(clerk.page.getByText('选一份清单', { exact: true }), [{ name: '好的.txt', mimeType: 'text/plain', buffer: Buffer.from(list) }])
  await clerk.page.getByText('读到4行').waitFor()
})
