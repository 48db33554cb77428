import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { readDeviceQueue } from './device-queue.ts'
import { phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'
import { readyToLeave, walkTo } from './without-network.ts'

const here = '/rounds/2026/units/yucai'
type Facts = { readonly facts: Readonly<Record<string, unknown>>; readonly version: number }
const factsOf = async (visitor: Pick<Visitor, 'page'>) => (await askServer<Facts>(visitor, `${here}/facts`)).facts

/** Takes the answers back, so that the questions are open again. */
const openQuestions = async (visitor: Pick<Visitor, 'page'>): Promise<void> => {
  const answered = Object.keys(await factsOf(visitor))
  await tellServer(visitor, 'PUT', `${here}/facts`, { facts: Object.fromEntries(answered.map((key) => [key, null])) })
}

/** Answers the question that is shown with its first choice; one tap. Resolves with its words once the next one stands. */
const answerFirst = async (page: Page): Promise<string> => {
  const question = await page.locator('.asked-now h1').innerText()
  await page.locator('.answers button, .chips button').first().click()
  await expect.poll(() => page.locator('h1').first().innerText()).not.toBe(question)
  return question
}

test('Questions answered without a network are kept on the phone, shown as such, and arrive by themselves', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  await openQuestions(clerk)
  await page.goto(`${here}/quick-check/next`)
  await page.locator('.asked-now h1').waitFor()
  await settled(clerk)
  await page.context().setOffline(true)
  const given = [await answerFirst(page), await answerFirst(page), await answerFirst(page)]
  expect(new Set(given).size).toBe(3)
  const queued = await readDeviceQueue(page)
  expect(queued.map(({ act }) => act.kind)).toEqual(['answer', 'answer', 'answer'])
  await walkTo(page, '/outbox')
  await page.getByText('3题存在本机', { exact: false }).first().waitFor()
  await page.context().setOffline(false)
  await page.getByText('都上传了').waitFor()
  expect(Object.keys(await factsOf(clerk)).length).toBe(3)
  expect((await readDeviceQueue(page)).map(({ state }) => state['kind'])).toEqual(['sent', 'sent', 'sent'])
})

test('Where a colleague answered otherwise meanwhile, both answers stand and the person chooses', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const secretary = await demonstration.enter('wangli', phone)
  const { page } = clerk
  await openQuestions(clerk)
  await page.goto(`${here}/quick-check/next`)
  await page.locator('.asked-now h1').waitFor()
  await settled(clerk)
  await page.context().setOffline(true)
  await answerFirst(page)
  const [item] = await readDeviceQueue(page)
  const act = item?.act as unknown as { readonly key: string; readonly facts: Readonly<Record<string, unknown>>; readonly choices: readonly { readonly facts: Readonly<Record<string, unknown>>; readonly label: string }[] }
  const other = act.choices.find((choice) => JSON.stringify(choice.facts) !== JSON.stringify(act.facts) && act.key in choice.facts)
  await tellServer(secretary, 'PUT', `${here}/facts`, { facts: other?.facts ?? {} })
  await walkTo(page, '/outbox')
  await page.context().setOffline(false)
  await page.getByText('同事也答了这一题', { exact: false }).waitFor()
  await page.getByText(`服务器：${other?.label ?? ''}`, { exact: false }).waitFor()
  expect((await factsOf(secretary))[act.key]).toEqual(other?.facts[act.key])
  await page.getByRole('button', { name: '用本机的' }).click()
  await page.getByText('都上传了').waitFor()
  expect((await factsOf(secretary))[act.key]).toEqual(act.facts[act.key])
})

test('What lies on the phone counts at once: the first page asks for it no more, and says what the server says later', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  await page.goto(here)
  await settled(clerk)
  const asked = page.getByRole('link', { name: /记一笔/u }).and(page.locator('main .row'))
  const title = await asked.first().locator('.title').innerText()
  const address = (await asked.first().getAttribute('href')) ?? ''
  await page.goto(address)
  await page.getByLabel('标题').waitFor()
  await readyToLeave(page)
  await settled(clerk)
  await page.context().setOffline(true)
  await page.getByLabel('标题').fill('断网开的会')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await walkTo(page, here)
  await page.getByText('存在本机的1条已经算在里面').waitFor()
  const row = page.locator('main .row').filter({ hasText: title })
  await row.filter({ hasText: '存在本机' }).waitFor()
  expect(await row.filter({ hasText: '记一笔' }).count(), title).toBe(0)
  const lead = async () => (await page.locator('.lead h1').innerText()) + (await page.locator('.lead p').first().innerText())
  const reckonedHere = await lead()
  await page.context().setOffline(false)
  await page.getByText('存在本机').first().waitFor({ state: 'detached' })
  expect(await lead()).toBe(reckonedHere)
})

test('An own mark given without a network stands in the sheet with its total, and the server comes to the same', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  await page.goto(`${here}/sheet?item=5`)
  await page.locator('#detail-5').waitFor()
  await readyToLeave(page)
  await settled(clerk)
  const total = () => page.locator('.sum .now b').innerText()
  const before = await total()
  await page.context().setOffline(true)
  const own = page.locator('#detail-5 .own-mark').first()
  await own.getByLabel('改自查分').fill('0.5')
  await own.getByLabel('理由').fill('只开了一次，记录不全')
  await own.getByRole('button', { name: '保存这个分' }).click()
  await own.getByText('已存本机', { exact: false }).waitFor()
  const here1 = await total()
  expect(here1).not.toBe(before)
  await page.getByText('已经算在里面', { exact: false }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await walkTo(page, '/outbox')
  await page.getByText('第5条改分：自查0.5分').waitFor()
  await page.context().setOffline(false)
  await page.getByText('都上传了').waitFor()
  expect(String((await askServer<{ readonly total: number }>(clerk, `${here}/score`)).total)).toBe(here1)
})

test('A mark that the secretary set meanwhile is met, not written over', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const secretary = await demonstration.enter('wangli', phone)
  const { page } = clerk
  await page.goto(`${here}/sheet?item=5`)
  await page.locator('#detail-5').waitFor()
  await readyToLeave(page)
  await settled(clerk)
  await page.context().setOffline(true)
  const own = page.locator('#detail-5 .own-mark').first()
  await own.getByLabel('改自查分').fill('0.5')
  await own.getByLabel('理由').fill('只开了一次')
  await own.getByRole('button', { name: '保存这个分' }).click()
  await own.getByText('已存本机', { exact: false }).waitFor()
  const [item] = await readDeviceQueue(page)
  const criterion = (item?.act as { readonly criterion?: string } | undefined)?.criterion ?? ''
  await tellServer(secretary, 'PUT', `${here}/overrides/${criterion}`, { score: 1, reason: '书记看过' })
  await walkTo(page, '/outbox')
  await page.context().setOffline(false)
  await page.getByText('服务器：1分，书记看过', { exact: false }).waitFor()
  await page.getByRole('button', { name: '用服务器上的' }).click()
  await page.getByText('都上传了').waitFor()
  const score = await askServer<{ readonly criteria: readonly { readonly id: string; readonly override?: { readonly score: number } }[] }>(secretary, `${here}/score`)
  expect(score.criteria.find(({ id }) => id === criterion)?.override?.score).toBe(1)
})

test('Nothing is handed in while answers still lie on the phone', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', phone)
  const { page } = secretary
  await openQuestions(secretary)
  await page.goto(`${here}/quick-check/next`)
  await page.locator('.asked-now h1').waitFor()
  await settled(secretary)
  await page.route('**/api/v1/rounds/**/facts', (route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback()))
  await answerFirst(page)
  await walkTo(page, `${here}/submit`)
  await page.getByLabel('上面各项看过了').check()
  await page.getByRole('button', { name: /^提交给/u }).click()
  await page.getByText('还有1题存在本机，没有上传').first().waitFor()
})
