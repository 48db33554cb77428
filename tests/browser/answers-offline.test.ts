import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { readDeviceQueue } from './device-queue.ts'
import { phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'

const here = '/rounds/2026/units/yucai'
type Facts = { readonly facts: Readonly<Record<string, unknown>>; readonly version: number }
const factsOf = async (visitor: Pick<Visitor, 'page'>) => (await askServer<Facts>(visitor, `${here}/facts`)).facts

/** Takes the answers back, so that the questions are open again. */
const openQuestions = async (visitor: Pick<Visitor, 'page'>): Promise<void> => {
  const answered = Object.keys(await factsOf(visitor))
  await tellServer(visitor, 'PUT', `${here}/facts`, { facts: Object.fromEntries(answered.map((key) => [key, null])) })
}

const walkTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((address) => {
    history.pushState({}, '', address)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, path)

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
  await page.getByText('3条存在本机', { exact: false }).first().waitFor()
  await page.context().setOffline(false)
  await page.getByText('都上传了').waitFor()
  expect(Object.keys(await factsOf(clerk)).length).toBe(3)
  expect(await readDeviceQueue(page)).toEqual([])
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
