import { expect } from 'vitest'
import { tellServer } from './ask-server.ts'
import { desk, phone, settled, test } from './open-world.ts'

test('The bureau comes from the board to the schools that lost at an item in two actions, and to the item of one in a third', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk)
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('link', { name: '各条失分情况' }))
  const table = bureau.page.locator('table.item-losses')
  await table.waitFor()
  const numbers = (await table.locator('tbody tr:not(.duty-line) td:first-child').allInnerTexts()).map(Number)
  expect(numbers, 'in the order of the form').toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  expect(await table.innerText(), 'no school is named').not.toContain('云江')
  await bureau.tap(table.getByRole('link', { name: '主题教育活动' }))
  await bureau.page.locator('table.losers').waitFor()
  expect(bureau.actions).toBe(2)
  const codes = await bureau.page.locator('table.losers tbody td:first-child').allInnerTexts()
  expect(codes.length).toBeGreaterThan(1)
  expect(codes, 'by unit code, not by what they lost').toEqual(codes.toSorted())
  expect(await bureau.page.locator('main').innerText()).toMatch(/3所有自查得分，3所失分，占100%，共失2分/u)

  await bureau.tap(bureau.page.locator('table.losers').getByRole('link', { name: '云江市第二初级中学' }))
  await bureau.page.locator('#item-22').waitFor()
  expect(bureau.actions).toBe(3)
  await expect.poll(() => bureau.page.locator('#item-22').evaluate((item) => Math.abs(item.getBoundingClientRect().top) < innerHeight)).toBe(true)
})

test('The two columns are looked at one by one, unanswered and not applicable apart, items with most losses first where asked for', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', phone, '/rounds/2026/losses')
  const numbers = async () => (await bureau.page.locator('.item-losses tbody tr:not(.duty-line) td:first-child').allInnerTexts()).map(Number)
  await bureau.tap(bureau.page.getByText('失分面大的在前'))
  await expect.poll(async () => (await numbers())[0]).not.toBe(1)
  await bureau.tap(bureau.page.getByText('检查得分', { exact: true }))
  await bureau.page.getByRole('heading', { name: /^按检查得分/u }).waitFor()
  expect(new URL(bureau.page.url()).search).toContain('by=inspection')
  const text = await bureau.page.locator('.item-losses').innerText()
  expect(text).toContain('还没定分')
})

test('The schools of an item go to the clipboard in one action; the city reads them and a school is not let in', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', phone, '/rounds/2026/losses/22')
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('button', { name: '复制名单' }))
  await bureau.page.getByRole('status').filter({ hasText: '已复制' }).waitFor()
  expect(bureau.actions).toBe(1)
  expect(await bureau.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^第22条（.+）按自查得分失分的3所：云江市第二初级中学失1分/u)

  const city = await demonstration.enter('jiangning', desk, '/rounds/2026')
  await city.tap(city.page.getByRole('link', { name: '各条失分情况' }))
  await city.page.locator('table.item-losses').waitFor()
  expect(await city.page.locator('table.item-losses tbody tr:not(.duty-line)').count()).toBe(30)

  const school = await demonstration.enter('chenjing', phone, '/rounds/2026/losses')
  expect(await school.page.locator('table.item-losses').count()).toBe(0)
})

test('By keyboard alone the bureau opens an item, and is told where nobody has submitted yet', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/rounds/2026/losses')
  await bureau.page.getByRole('radio', { name: '自查得分' }).focus()
  await bureau.press('ArrowRight')
  await bureau.page.getByRole('heading', { name: /^按检查得分/u }).waitFor()
  await bureau.page.locator('table.item-losses').getByRole('link', { name: '主题教育活动' }).focus()
  await bureau.press('Enter')
  await bureau.page.getByRole('heading', { name: /^第22条/u }).waitFor()
  expect(await bureau.page.getByRole('radio', { name: '检查得分' }).isChecked(), 'the column stays').toBe(true)

  await tellServer(bureau, 'PUT', '/rounds/leng', {
    form: 'yangzhou-2022', year: 2027, opensOn: '2027-01-05', dueOn: '2027-12-20', listNumber: '江督考办〔2027〕2号', units: ['yucai'], inspectors: {},
  })
  await bureau.page.goto('/rounds/leng/losses')
  await settled(bureau)
  expect(await bureau.page.locator('main').innerText()).toContain('还没有学校提交')
  await bureau.tap(bureau.page.getByRole('link', { name: '看进度' }))
  await bureau.page.waitForURL('**/rounds/leng')
})
