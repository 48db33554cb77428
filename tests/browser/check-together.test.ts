import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { readDeviceQueue } from './device-queue.ts'
import { desk, phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'

const here = '/rounds/2026/units/yucai'
type Facts = { readonly facts: Readonly<Record<string, unknown>> }
const factsOf = async (visitor: Pick<Visitor, 'page'>) => (await askServer<Facts>(visitor, `${here}/facts`)).facts

const openQuestions = async (visitor: Pick<Visitor, 'page'>): Promise<void> => {
  const answered = Object.keys(await factsOf(visitor))
  await tellServer(visitor, 'PUT', `${here}/facts`, { facts: Object.fromEntries(answered.map((key) => [key, null])) })
}

test('The whole quick check is one tap a question, from nothing answered to everything, counted', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  await openQuestions(clerk)
  await page.goto(`${here}/quick-check`)
  await settled(clerk)
  const questions = await page.locator('[data-row]').count()
  await clerk.tap(page.getByRole('link', { name: '开始，一题一题答' }))
  clerk.countAnew()
  const done = page.getByRole('heading', { name: `${questions}题都答了` })
  for (let answered = 0; answered < questions; answered += 1) {
    await page.getByText(`第${answered + 1}题，共${questions}题`).waitFor()
    await clerk.tap(page.locator('.answers button, .chips button').first())
  }
  await done.waitFor()
  expect(clerk.actions).toBe(questions)
  await expect.poll(async () => (await readDeviceQueue(page)).filter(({ state }) => state['kind'] !== 'sent').length).toBe(0)
  const { criteria } = await askServer<{ readonly criteria: readonly { readonly status: string }[] }>(clerk, `${here}/score`)
  expect(criteria.filter(({ status }) => status === 'unanswered')).toEqual([])
})

test('Keys 1 2 3 answer on a desk, and what a colleague answers meanwhile appears beside it', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', desk)
  const secretary = await demonstration.enter('wangli', phone)
  const { page } = clerk
  await openQuestions(clerk)
  await page.goto(`${here}/quick-check`)
  await settled(clerk)
  await tellServer(secretary, 'PUT', `${here}/facts`, { facts: { '8.1': true } })
  await page.keyboard.press('j')
  await page.keyboard.press('2')
  await page.keyboard.press('j')
  await page.keyboard.press('1')
  const row = (text: string) => page.locator('[data-row]').filter({ hasText: text }).first()
  await page.locator('[data-row] .chip.chosen').nth(2).waitFor()
  expect(await row('第8条').locator('.chip.chosen').count()).toBe(1)
  await expect.poll(async () => Object.keys(await factsOf(secretary)).length).toBe(3)
  expect((await factsOf(secretary))['8.1']).toBe(true)
})

test('A person says of a duty that it is checked; a change under it takes that back and says whose', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', phone, `${here}/quick-check`)
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = secretary
  const duty = page.locator('#duty-1')
  await secretary.tap(duty.getByRole('button', { name: /已核对$/u }))
  await duty.getByText(/^王丽今天9:3\d核对过$/u).waitFor()
  await page.goto(`${here}/submit`)
  await page.getByText('1项已核对').waitFor()
  const before = (await factsOf(clerk))['1.1']
  await tellServer(clerk, 'PUT', `${here}/facts`, { facts: { '1.1': before !== true } })
  await page.goto(`${here}/quick-check`)
  await duty.getByText(/核对过，陈静今天9:3\d又改了第1条，要再看一遍/u).waitFor()
  await page.goto(`${here}/sheet`)
  await page.getByText('改过，要再核对').first().waitFor()
})

test('The sheet says what colleagues changed since the last look, and how a mark came to be', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, `${here}/sheet`)
  const secretary = await demonstration.enter('wangli', phone)
  const { page } = clerk
  await page.getByRole('heading', { name: /年度自查表/u }).waitFor()
  expect(await page.getByText('上次看').count()).toBe(0)
  await page.goto(here)
  await settled(clerk)
  const before = (await factsOf(secretary))['1.1']
  await tellServer(secretary, 'PUT', `${here}/facts`, { facts: { '1.1': before !== true } })
  await tellServer(secretary, 'PUT', `${here}/overrides/5.1`, { score: 0.5, reason: '记录本缺两次' })
  await page.goto(`${here}/sheet`)
  const since = page.locator('.since-last')
  await since.getByText('王丽答了1题、改了1处分').waitFor()
  await clerk.tap(since.getByRole('button', { name: '第5条' }))
  const history = page.locator('#detail-5 .mark-history')
  await history.getByText('自己定0.5分：记录本缺两次').waitFor()
  expect(await history.locator('li').first().innerText()).toContain('王丽')
})
