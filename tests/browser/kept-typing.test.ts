import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
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

type Calendar = { readonly springStartsOn: string; readonly autumnStartsOn: string; readonly version: number }

test('Where a colleague saved other semesters meanwhile, theirs are shown, and the own wait until they are taken up or dropped', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/calendar')
  const { page } = bureau
  const unit = (await askServer<{ readonly user: { readonly unit: string } }>(bureau, '/sessions/current')).user.unit
  const month = page.getByRole('textbox', { name: '春季学期从哪天起，月' })
  const waiting = page.getByText('上次没有存的还在。这里后来改过，现在看到的是改过的。')
  const openAgain = async () => {
    await page.goto('/forms')
    await settled(bureau)
    await page.goto('/calendar')
    await month.waitFor()
    await settled(bureau)
  }
  const saveElsewhere = async (springStartsOn: string) => {
    const there = await askServer<Calendar>(bureau, `/units/${unit}/calendar`)
    await tellServer(bureau, 'PUT', `/units/${unit}/calendar`, { springStartsOn, autumnStartsOn: there.autumnStartsOn }, there.version)
  }
  await month.fill('3')
  await saveElsewhere('02-20')
  await saveElsewhere('04-20')
  await openAgain()
  await waiting.waitFor()
  expect(await month.inputValue()).toBe('4')
  await page.getByRole('button', { name: '用上次写的' }).click()
  expect(await month.inputValue()).toBe('3')
  await page.getByRole('button', { name: '看后来改的' }).click()
  expect(await month.inputValue()).toBe('4')
  // Words typed on the newer ones do not push out those that wait, nor the other way round.
  await month.fill('5')
  await openAgain()
  expect(await month.inputValue()).toBe('5')
  await page.getByRole('button', { name: '用上次写的' }).click()
  expect(await month.inputValue()).toBe('3')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('各校按新的学期算').waitFor()
  expect((await askServer<Calendar>(bureau, `/units/${unit}/calendar`)).springStartsOn).toMatch(/^0?3-/u)
  await openAgain()
  await waiting.waitFor()
  await page.getByRole('button', { name: '不要上次的' }).click()
  await openAgain()
  expect([await waiting.count(), await month.inputValue()]).toEqual([0, '3'])
})

test('A mark half set while the secretary set another is offered beside it, not lost and not saved over it', async ({ demonstration }) => {
  const here = '/rounds/2026/units/yucai'
  const clerk = await demonstration.enter('chenjing', phone, `${here}/sheet?item=5`)
  const secretary = await demonstration.enter('wangli', phone)
  const { page } = clerk
  const own = page.locator('#detail-5 .own-mark').first()
  const score = own.getByLabel('改自查分')
  await score.fill('0.5')
  await own.getByLabel('理由').fill('记录本缺两次')
  const criterion = ((await score.getAttribute('id')) ?? '').replace('score-', '')
  await tellServer(secretary, 'PUT', `${here}/overrides/${criterion}`, { score: 1, reason: '书记看过' })
  await page.reload()
  await own.getByText('这里后来改过', { exact: false }).waitFor()
  expect(await own.innerText()).toContain('自己定1分')
  expect(await score.inputValue()).toBe('')
  await clerk.tap(own.getByRole('button', { name: '用上次写的' }))
  expect([await score.inputValue(), await own.getByLabel('理由').inputValue()]).toEqual(['0.5', '记录本缺两次'])
  await own.getByText('存了会代替后来改的', { exact: false }).waitFor()
  await clerk.tap(own.getByRole('button', { name: '不改了' }))
  await page.reload()
  await own.getByText('自己定1分', { exact: false }).waitFor()
  expect(await own.getByText('后来改', { exact: false }).count()).toBe(0)
})
