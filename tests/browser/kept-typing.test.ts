import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { desk, phone, settled, test } from './open-world.ts'
import { root } from './run-server.ts'

test('What was typed into a row of a table and not saved is there again after the page was left', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/forms')
  const { page } = bureau
  await bureau.drop({ name: '自查表.docx', buffer: readFileSync(join(root, 'forms/yangzhou-2022/table.docx')) })
  await page.locator('.review-top .standing').waitFor()
  await settled(bureau)
  await page.goto(`${page.url().split('?')[0] ?? ''}?item=1`)
  await page.getByRole('heading', { name: '第1条' }).waitFor()
  const open = page.locator('.review-pane').getByRole('button', { name: /^改“/u }).first()
  const name = page.getByLabel('评分点叫什么').first()
  await open.click()
  await name.fill('两项议事规则都有')
  await page.goto('/forms')
  await settled(bureau)
  await page.goBack()
  await page.getByRole('heading', { name: '第1条' }).waitFor()
  await open.click()
  expect(await name.inputValue()).toBe('两项议事规则都有')
})

test('Semesters changed and not saved are brought back with a word, and thrown away in one press', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/calendar')
  const { page } = bureau
  const month = page.getByRole('textbox', { name: '春季学期从哪天起，月' })
  const before = await month.inputValue()
  await month.fill('3')
  await page.goto('/forms')
  await settled(bureau)
  await page.goto('/calendar')
  await page.getByText('上次没有存的还在这里').waitFor()
  expect(await month.inputValue()).toBe('3')
  await page.getByRole('button', { name: '不要了' }).click()
  expect(await month.inputValue()).toBe(before)
})

test('A mark half set, with its reason, outlives the page on a phone', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, '/rounds/2026/units/yucai/sheet?item=5')
  const { page } = clerk
  const own = page.locator('#detail-5 .own-mark').first()
  await own.getByLabel('改自查分').fill('0.5')
  await own.getByLabel('理由').fill('记录本缺两次')
  await page.reload()
  await own.getByLabel('理由').waitFor()
  expect([await own.getByLabel('改自查分').inputValue(), await own.getByLabel('理由').inputValue()]).toEqual(['0.5', '记录本缺两次'])
})
