import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { desk, phone, settled, test } from './open-world.ts'

const round = '/rounds/2026'

test('The bureau forms groups with avoidance in three actions, and the round says who inspects which school', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk)
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('link', { name: '分配检查' }))
  await bureau.page.getByText('分成1组，还没有保存').waitFor()
  await bureau.tap(bureau.page.getByRole('button', { name: '保存分配' }))
  await bureau.page.getByRole('status').filter({ hasText: '已存好' }).waitFor()
  expect(bureau.actions).toBeLessThanOrEqual(3)
  const { inspectors } = (await askServer(bureau, round)) as { readonly inspectors: Readonly<Record<string, readonly string[]>> }
  expect(Object.keys(inspectors)).toHaveLength(6)
  expect(inspectors['yucai']).toEqual(['gaoyuan', 'songlan'])

  const inspector = await demonstration.enter('songlan', phone)
  expect(await inspector.page.locator('main').innerText()).toContain('12月21日')
})

test('A school where an inspector worked is not to be chosen, and a clash names who and which school', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, `${round}/groups`)
  await bureau.tap(bureau.page.getByRole('button', { name: '设回避学校' }).first())
  const drawer = bureau.page.getByRole('dialog')
  await bureau.tap(drawer.getByLabel('育才小学'))
  await bureau.tap(drawer.getByRole('button', { name: '保存' }))
  await bureau.page.getByText('育才小学还没有分组').waitFor()
  expect(await bureau.page.getByText('高远待过').count()).toBeGreaterThan(0)
  await bureau.page.getByLabel('几人一组').selectOption('1')
  await bureau.page.getByText('分成2组，还没有保存').waitFor()
  expect(await bureau.page.getByRole('radio', { name: /育才小学归第2组/u }).isChecked(), 'the other group sees it').toBe(true)
  await bureau.page.getByLabel('高远在第几组').selectOption('1')
  expect(await bureau.page.getByRole('alert').innerText()).toContain('高远在')
  expect(await bureau.page.getByRole('button', { name: '保存分配' }).isDisabled()).toBe(true)
})

test('With a draw chosen, saving takes off the schools that were not drawn, says so before, and keeps those that were marked', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, `${round}/groups`)
  const listVisits = async () =>
    (await askServer<{ readonly groups: readonly { readonly visits: readonly { readonly unit: string; readonly day: string }[] }[] }>(bureau, `${round}/groups`)).groups.flatMap(
      ({ visits }) => visits,
    )
  await bureau.tap(bureau.page.getByRole('button', { name: '保存分配' }))
  await bureau.page.getByRole('status').filter({ hasText: '已存好' }).waitFor()
  expect(await listVisits()).toHaveLength(6)
  await bureau.page.goto(`${round}/draws`)
  await bureau.type(bureau.page.getByLabel('种子'), '6 3 5 2')
  await bureau.tap(bureau.page.getByRole('button', { name: '抽签' }))
  await bureau.page.getByRole('heading', { name: '第1次抽中2所' }).waitFor()
  await settled(bureau)

  await bureau.page.goto(`${round}/groups`)
  const schools = bureau.page.locator('.matrix tbody tr')
  await schools.nth(5).waitFor()
  expect(await schools.count(), 'what was saved opens as it stands').toBe(6)
  await bureau.tap(bureau.page.getByLabel('只分第1次抽签抽中的2所'))
  await bureau.page.getByText('没抽中的3所，保存后不再分给检查人').waitFor()
  expect(await bureau.page.locator('main').innerText()).toContain('云江中等专业学校没抽中，但已有检查得分，仍留在组里。')
  expect([await schools.count(), await bureau.page.locator('.matrix thead').innerText()]).toEqual([3, expect.stringContaining('，3所')])
  await bureau.tap(bureau.page.getByLabel('只分第1次抽签抽中的2所'))
  expect(await schools.count(), 'all are back in view').toBe(6)
  await bureau.tap(bureau.page.getByLabel('只分第1次抽签抽中的2所'))
  await bureau.tap(bureau.page.getByRole('button', { name: '保存分配' }))
  await bureau.page.getByRole('status').filter({ hasText: '已存好' }).waitFor()
  expect((await listVisits()).map(({ unit }) => unit).toSorted()).toEqual(['xinghe', 'yunzhong', 'zhizhuan'])
  const { inspectors } = await askServer<{ readonly inspectors: object }>(bureau, round)
  expect(Object.keys(inspectors).toSorted(), 'the round says the same').toEqual(['xinghe', 'yunzhong', 'zhizhuan'])
})

test('A holiday that comes later marks the visits of its day and offers the next working day', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, `${round}/groups`)
  await bureau.tap(bureau.page.getByRole('button', { name: '保存分配' }))
  await bureau.page.getByRole('status').filter({ hasText: '已存好' }).waitFor()
  await settled(bureau)
  const calendar = '/units/yunjiang/calendar'
  const { version } = await askServer<{ readonly version: number }>(bureau, calendar)
  const holidays = [{ name: '校庆', from: '2026-12-21', to: '2026-12-21' }]
  await tellServer(bureau, 'PUT', calendar, { springStartsOn: '02-10', autumnStartsOn: '08-15', holidays }, version)
  await bureau.page.goto(`${round}/groups`)
  await bureau.page.getByText('12月21日放假（校庆），却排了3所。').waitFor()
  await bureau.tap(bureau.page.getByRole('button', { name: '柳溪村小学改到12月22日' }))
  await bureau.page.getByText('12月21日放假（校庆），却排了2所。').waitFor()
  await bureau.tap(bureau.page.getByRole('button', { name: '都改到12月22日' }))
  expect(await bureau.page.getByText('放假（校庆）').count()).toBe(0)
  await bureau.tap(bureau.page.getByRole('button', { name: '保存分配' }))
  await bureau.page.getByRole('status').filter({ hasText: '已存好' }).waitFor()
  const { groups } = await askServer<{ readonly groups: readonly { readonly visits: readonly { readonly day: string }[] }[] }>(bureau, `${round}/groups`)
  expect(new Set(groups.flatMap(({ visits }) => visits.map(({ day }) => day)))).toEqual(new Set(['2026-12-22']))
})

test('The printed page is a schedule of groups, duties, days and schools without a control, and chips stand in columns', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, `${round}/groups`)
  const leftEdges = (name: string) =>
    bureau.page.getByRole('group', { name: `${name}看哪几项责任` }).locator('.chip').evaluateAll((chips) => chips.map((chip) => chip.getBoundingClientRect().left))
  expect(await leftEdges('高远'), 'chosen ones are as wide as others').toEqual(await leftEdges('宋岚'))
  await bureau.page.emulateMedia({ media: 'print' })
  const seen = await bureau.page.locator('body').innerText()
  for (const words of ['2026年度检查安排', '云江市教育局', '草稿，还没有保存', '高远', '抓谋划推进责任', '12月21日', '星期一', '柳溪村小学']) expect(seen).toContain(words)
  expect(seen).not.toContain('分配')
  expect(await bureau.page.locator('.frame').locator('button:visible, input:visible, select:visible, a:visible').count()).toBe(0)
})

test('A draw is made by its seed, stays when another is made, and its record is a file', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, `${round}/draws`)
  bureau.countAnew()
  await bureau.type(bureau.page.getByLabel('种子'), '6 3 5 2')
  await bureau.tap(bureau.page.getByRole('button', { name: '抽签' }))
  await bureau.page.getByRole('heading', { name: '第1次抽中2所' }).waitFor()
  expect(bureau.actions).toBe(2)
  const first = await bureau.page.locator('.drawn').first().innerText()
  await settled(bureau)
  await bureau.type(bureau.page.getByLabel('种子'), '1 1 1 1')
  await bureau.tap(bureau.page.getByRole('button', { name: '抽签' }))
  await bureau.page.getByRole('heading', { name: '第2次抽中2所' }).waitFor()
  expect(await bureau.page.locator('.drawn').last().innerText(), 'the first stays as it was').toBe(first)
  const record = await bureau.download(bureau.page.getByRole('link', { name: '抽签记录Word' }).first())
  expect(record.suggestedFilename()).toMatch(/抽签记录_2026_2\.docx$/u)
})
