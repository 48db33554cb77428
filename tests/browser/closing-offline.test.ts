import { expect } from 'vitest'
import { demonstrationPassword } from '../../packages/server/src/demo/bureau.ts'
import { askServer, tellServer } from './ask-server.ts'
import { phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'

const withWorker = { ...phone, serviceWorkers: 'allow' } as const
const inspected = '/rounds/2026/units/zhizhuan'
const signed = '/rounds/2026/units/yunzhong'

/** Opens the pages once with a network, cuts it and opens them again: what each shows of its last copy. */
const readWithoutNetwork = async (visitor: Visitor, paths: readonly string[]): Promise<readonly string[]> => {
  for (const path of paths) {
    await visitor.page.goto(path)
    await settled(visitor)
  }
  await visitor.page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await visitor.page.context().setOffline(true)
  const shown: string[] = []
  for (const path of paths) {
    await visitor.page.goto(path)
    await visitor.page.getByText(/没有网络，看到的是.*的样子/u).waitFor()
    await settled(visitor)
    shown.push(await visitor.page.locator('main').innerText())
  }
  return shown
}

test('Who stands in a school without a network reads what was marked, signed and asked to be put right, and is told what must wait', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', withWorker, '/tasks')
  await inspector.page.getByRole('button', { name: /下载到本机$/u }).click()
  await inspector.page.getByText('已下载', { exact: false }).first().waitFor()
  await inspector.page.getByText('正在下载到本机').waitFor({ state: 'detached' })
  await tellServer(inspector, 'PUT', `${inspected}/inspection/settled/5`, { score: 3.5, reason: '一起翻了记录本' })
  await tellServer(inspector, 'POST', `${inspected}/stage`, { to: 'inspected' })
  const [compared, closing, problems] = await readWithoutNetwork(inspector, [`${inspected}/compare`, `${inspected}/closing`, `${inspected}/rectifications/new`])
  expect(compared).toContain('一起翻了记录本')
  expect(closing).toContain('交签名要有网络，现在没有。签在这里的先存在这台设备。')
  expect(closing).toContain('反馈表PDF（要有网络）')
  expect(problems).toContain('记下要有网络，现在没有。')
})

test('A secretary is not let into signing without a network: nothing is signed, the password stays, and it goes on once it is back', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan')
  await tellServer(inspector, 'PUT', `${inspected}/inspection/settled/5`, { score: 3.5, reason: '一起翻了记录本' })
  await tellServer(inspector, 'POST', `${inspected}/stage`, { to: 'inspected' })
  const secretary = await demonstration.enter('weiguo', phone, `${inspected}/sign`)
  const { page } = secretary
  await page.context().setOffline(true)
  await page.getByLabel('魏国，再输一次密码').fill(demonstrationPassword)
  await page.getByRole('button', { name: /^签字，/u }).click()
  await page.getByRole('alert').filter({ hasText: '没有网络，没有签字' }).waitFor()
  expect((await askServer<{ readonly stage: string }>(inspector, inspected)).stage).toBe('inspected')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: /^签字，/u }).click()
  await page.getByRole('heading', { name: /^已签字/u }).waitFor()
})

test('An objection written without a network is not sent, outlives the page, and is sent once it is back', async ({ demonstration }) => {
  const secretary = await demonstration.enter('dengjie', withWorker)
  const { page } = secretary
  const [before] = await readWithoutNetwork(secretary, [`${signed}/objections`])
  expect(before).toContain('提异议要有网络，现在没有。')
  const item = page.getByLabel('对哪一条')
  await item.selectOption((await item.locator('option').nth(1).getAttribute('value')) ?? '')
  await page.getByLabel('理由').fill('那一次有记录本，第23页')
  await page.getByRole('button', { name: '提交异议' }).click()
  await page.getByRole('alert').filter({ hasText: '没有连上' }).waitFor()
  await page.reload()
  await page.getByText('上次没有存的还在这里').waitFor()
  expect(await page.getByLabel('理由').inputValue()).toBe('那一次有记录本，第23页')
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '提交异议' }).click()
  await page.getByRole('heading', { name: '1条异议在办' }).waitFor()
  const { items } = await askServer<{ readonly items: readonly { readonly reason: string }[] }>(secretary, `${signed}/objections`)
  expect(items.map(({ reason }) => reason)).toEqual(['那一次有记录本，第23页'])
})

test('What a school is going to do about a problem, written without a network, is there again and goes with one press', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${signed}/rectifications/new?item=5`)
  await inspector.page.getByLabel('什么问题').fill('9月集中学习没有记录')
  await inspector.page.getByRole('button', { name: '记下' }).click()
  await inspector.whenQuiet()
  const secretary = await demonstration.enter('dengjie', withWorker)
  const { page } = secretary
  const { items } = await askServer<{ readonly items: readonly { readonly id: string }[] }>(secretary, `${signed}/rectifications`)
  const [told] = await readWithoutNetwork(secretary, [`${signed}/rectifications/${items[0]?.id ?? ''}`])
  expect(told).toContain('交措施要有网络，现在没有。写好的留在这台设备。')
  await page.getByLabel('整改措施').fill('12月5日补一次')
  await page.getByRole('button', { name: '定下措施' }).click()
  await page.getByRole('alert').filter({ hasText: '没有连上' }).waitFor()
  await page.reload()
  await page.getByText('上次没有存的还在这里').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '定下措施' }).click()
  await page.getByRole('heading', { name: '书记批准' }).waitFor()
})
