import { expect } from 'vitest'
import { askServer } from './ask-server.ts'
import { settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'

const here = '/rounds/2026/units/yucai'

type Entry = { readonly id: string; readonly title: string; readonly happenedOn: string; readonly version: number }

const listEntries = async (clerk: Visitor) => (await askServer<{ readonly items: readonly Entry[] }>(clerk, `${here}/entries?limit=200`)).items

const firstEntry = async (clerk: Visitor): Promise<Entry> => {
  const [entry] = await listEntries(clerk)
  if (entry === undefined) throw new Error('the demonstration has no records')
  return entry
}

test('What a record said before is shown beside what it says now, with who changed it', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  const entry = await firstEntry(clerk)
  await clerk.page.goto(`${here}/entries/${entry.id}`)
  await clerk.type(clerk.page.getByLabel('标题'), `${entry.title}（补充）`)
  await clerk.tap(clerk.page.getByRole('button', { name: '保存', exact: true }))
  await clerk.page.getByRole('status').filter({ hasText: '已改好' }).waitFor()
  await clerk.page.goto(`${here}/entries/${entry.id}`)
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('link', { name: '看改过什么' }))
  await clerk.page.getByRole('heading', { name: '陈静改了标题' }).waitFor()
  expect(clerk.actions).toBe(1)
  expect(await clerk.page.locator('main').innerText()).toContain(`（原来：${entry.title}）`)
})

test('A deleted record is taken back with one tap from the list of deleted ones, as it was', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing')
  const before = await listEntries(clerk)
  const entry = await firstEntry(clerk)
  await clerk.page.goto(`${here}/entries/${entry.id}`)
  await clerk.tap(clerk.page.getByRole('button', { name: '删除这条记录' }))
  await clerk.tap(clerk.page.getByRole('button', { name: '删除', exact: true }))
  await expect.poll(async () => (await listEntries(clerk)).length).toBe(before.length - 1)
  await clerk.page.goto(`${here}/entries`)
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('link', { name: '已删除的' }))
  await clerk.tap(clerk.page.getByRole('button', { name: /^找回/u }))
  await clerk.page.getByRole('status').filter({ hasText: '已找回' }).waitFor()
  expect(clerk.actions).toBe(2)
  const after = await listEntries(clerk)
  expect(after.map(({ id, title, happenedOn }) => ({ id, title, happenedOn }))).toEqual(before.map(({ id, title, happenedOn }) => ({ id, title, happenedOn })))
  await clerk.page.goto(`${here}/entries`)
  await settled(clerk)
  expect(await clerk.page.locator(`a[href$="/entries/${entry.id}"]`).count(), 'it stands in the list again').toBe(1)
})

test('A secretary hands an item to a department in two actions, and a request for it names that department first', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', undefined, `${here}/sheet?item=18`)
  secretary.countAnew()
  await secretary.tap(secretary.page.getByRole('button', { name: '定一个第18条的责任部门' }))
  await secretary.tap(secretary.page.getByRole('button', { name: '团委', exact: true }))
  await secretary.page.getByText('责任部门：团委').waitFor()
  expect(secretary.actions).toBe(2)
  await secretary.page.goto(`${here}/requests?criterion=18.3`)
  await settled(secretary)
  expect(await secretary.page.locator('.whom button').first().innerText()).toBe('团委')
})

test('Late records, and those of one item, are found with one action each, and by what is typed', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries`)
  const { items } = await askServer<{ readonly items: readonly { readonly late: boolean; readonly feeds: readonly string[] }[] }>(clerk, `${here}/entries?limit=200`)
  const ofItem18 = items.filter(({ feeds }) => feeds.some((criterion) => criterion.startsWith('18.'))).length
  const late = items.filter((entry) => entry.late).length
  const links = clerk.page.locator('main a')
  const shown = () => links.evaluateAll((all) => all.filter((link) => /\/entries\/[0-9a-f-]{36}$/u.test((link as HTMLAnchorElement).pathname)).length)
  expect(late).toBeGreaterThan(0)
  expect(await shown()).toBe(items.length)
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('button', { name: `补录${late}条` }))
  await expect.poll(shown).toBe(late)
  expect(clerk.actions).toBe(1)
  await clerk.tap(clerk.page.getByRole('button', { name: /^全部/u }))
  clerk.countAnew()
  await clerk.choose(clerk.page.getByLabel('只看一条用到的'), '18')
  await expect.poll(shown).toBe(ofItem18)
  expect(clerk.actions).toBe(1)
  await clerk.page.reload()
  await settled(clerk)
  expect(await shown(), 'the address keeps it').toBe(ofItem18)
  await clerk.choose(clerk.page.getByLabel('只看一条用到的'), '')
  await clerk.type(clerk.page.getByLabel('找记录'), '第18条')
  await expect.poll(shown).toBe(ofItem18)
  await clerk.type(clerk.page.getByLabel('找记录'), '补录')
  await expect.poll(shown).toBe(late)
})
