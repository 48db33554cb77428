import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { readDeviceQueue } from './device-queue.ts'
import { desk, phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'
import { readyToLeave, walkTo } from './without-network.ts'

const here = '/rounds/2026/units/yucai'
type Change = { readonly kind: string; readonly by: string; readonly givenBy?: string; readonly criterion: string; readonly key?: string; readonly score?: number | null; readonly reason?: string | null }
const changesSince = async (visitor: Pick<Visitor, 'page'>, since: string) => (await askServer<{ readonly items: readonly Change[] }>(visitor, `${here}/mark-changes?since=${since}`)).items
const newestChange = async (visitor: Pick<Visitor, 'page'>) => (await askServer<{ readonly items: readonly { readonly at: string }[] }>(visitor, `${here}/mark-changes`)).items[0]?.at ?? '2026-01-01T00:00:00.000Z'

test('Answers and own marks of an account that was closed go on under the secretary, and both names stay with each', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const bureau = await demonstration.enter('zhaomin', desk)
  const { page } = clerk
  const answered = (await askServer<{ readonly facts: Readonly<Record<string, unknown>> }>(clerk, `${here}/facts`)).facts
  await tellServer(clerk, 'PUT', `${here}/facts`, { facts: Object.fromEntries(Object.keys(answered).map((key) => [key, null])) })
  const since = await newestChange(clerk)
  await page.goto(`${here}/sheet?item=5`)
  await page.locator('#detail-5').waitFor()
  await readyToLeave(page)
  await walkTo(page, `${here}/quick-check/next`)
  await page.locator('.asked-now h1').waitFor()
  await settled(clerk)
  await page.context().setOffline(true)
  const question = await page.locator('.asked-now h1').innerText()
  await page.locator('.answers button, .chips button').first().click()
  await expect.poll(() => page.locator('h1').first().innerText()).not.toBe(question)
  await walkTo(page, `${here}/sheet?item=5`)
  const own = page.locator('#detail-5 .own-mark').first()
  await own.getByLabel('改自查分').fill('0.5')
  await own.getByLabel('理由').fill('只开了一次')
  await own.getByRole('button', { name: '保存这个分' }).click()
  await own.getByText('已存本机', { exact: false }).waitFor()
  const queued = await readDeviceQueue(page)
  expect(queued.map(({ act }) => act.kind)).toEqual(['answer', 'mark'])

  await tellServer(bureau, 'PUT', '/users/chenjing', { name: '陈静', role: 'clerk', unit: 'yucai', active: false }, 1)
  clerk.expectStatus(401)
  await page.context().setOffline(false)
  await page.getByRole('heading', { name: '登录' }).waitFor()
  expect(await changesSince(bureau, since)).toEqual([])
  expect(await readDeviceQueue(page)).toHaveLength(2)

  await page.goto('/demo')
  await page.getByRole('button', { name: /王丽/u }).click()
  await page.waitForURL(/\/rounds\//u)
  await page.goto('/outbox')
  await page.getByRole('button', { name: /陈静还有2件没上传/u }).click()
  await expect.poll(async () => (await changesSince(bureau, since)).length).toBe(2)
  const changes = await changesSince(bureau, since)
  expect(changes.map(({ by, givenBy }) => [by, givenBy])).toEqual([['wangli', '陈静'], ['wangli', '陈静']])
  expect(changes.find(({ kind }) => kind === 'mark')).toMatchObject({ score: 0.5, reason: '只开了一次（陈静记，王丽代传）' })

  const item = changes.find(({ kind }) => kind === 'answer')?.criterion.split('.')[0] ?? ''
  await page.goto(`${here}/sheet?item=${item}`)
  await page.locator('.mark-history').getByText('陈静（王丽代传）').first().waitFor()
  await bureau.page.goto('/audit')
  await settled(bureau)
  const rows = bureau.page.getByRole('row').filter({ hasText: '王丽，代陈静传' })
  expect(await rows.count()).toBe(2)
  expect(await rows.filter({ hasText: '答了核对题' }).count()).toBe(1)
})

test('What the secretary changes before it goes out is the secretary’s own', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  const since = await newestChange(clerk)
  await page.goto(`${here}/sheet?item=5`)
  await page.locator('#detail-5').waitFor()
  await readyToLeave(page)
  await settled(clerk)
  const setMark = async (score: string, reason: string) => {
    const own = page.locator('#detail-5 .own-mark').first()
    await own.getByLabel('改自查分').fill(score)
    await own.getByLabel('理由').fill(reason)
    await own.getByRole('button', { name: '保存这个分' }).click()
    await own.getByText('已存本机', { exact: false }).waitFor()
  }
  await page.context().setOffline(true)
  await setMark('0.5', '只开了一次')
  await page.route('**/api/v1/rounds/**/overrides/*', (route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback()))
  await page.context().setOffline(false)
  await page.goto('/demo')
  await page.getByRole('button', { name: /王丽/u }).click()
  await page.waitForURL(/\/rounds\//u)
  await page.goto(`${here}/sheet?item=5`)
  await page.locator('#detail-5').waitFor()
  await readyToLeave(page)
  await settled(clerk)
  await walkTo(page, '/outbox')
  await page.getByText('陈静还有1件没上传').waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: /陈静还有1件没上传/u }).click()
  await expect.poll(async () => (await readDeviceQueue(page)).map(({ owner }) => owner)).toEqual(['wangli'])
  await walkTo(page, `${here}/sheet?item=5`)
  await page.locator('#detail-5').waitFor()
  await setMark('1', '书记核过，开过一次半')
  await page.unroute('**/api/v1/rounds/**/overrides/*')
  await page.context().setOffline(false)
  // The clerk's may be on its way already: then it goes first, and the secretary's follows.
  await expect.poll(async () => (await changesSince(clerk, since))[0]).toMatchObject({ by: 'wangli', score: 1, reason: '书记核过，开过一次半' })
  const [last] = await changesSince(clerk, since)
  expect(last).not.toHaveProperty('givenBy')
})
