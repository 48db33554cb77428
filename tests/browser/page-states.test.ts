import type { Locator, Page, Route } from 'playwright-core'
import { expect } from 'vitest'
import { listBarriers, listCut } from './measure-page.ts'
import { phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'
import { draftId, visits } from './visit-pages.ts'
import { walkTo } from './walk-to.ts'

const signedIn = ['chenjing', 'wangli', 'dengjie', 'gaoyuan', 'zhaomin', 'jiangning'] as const

/** Of a page with a question in its address the bare one stands for all; a table that is not published is laid by others. */
const pathsOf = (who: string): readonly string[] =>
  visits.filter((visit) => visit.who === who && !visit.path.includes('?') && !visit.path.endsWith(draftId)).map(({ path }) => path)

/** The server knows who is there, and can do nothing else. */
const breakServer = async ({ page }: Visitor): Promise<void> => {
  const detail = '这一步没有做成，已有的数据都在。请告诉管理员，编号 4F2C。'
  const body = JSON.stringify({ type: '/problems/server.fault', title: '系统出了问题', status: 500, code: 'server.fault', detail, retry: 'never', requestId: 'req-4f2c' })
  const isAboutWho = (route: Route) => route.request().url().endsWith('/sessions/current')
  await page.route('**/api/v1/**', (route) => (isAboutWho(route) ? route.continue() : route.fulfill({ status: 500, contentType: 'application/problem+json', body })))
}

const isDone = (waiting: Promise<unknown>): Promise<boolean> =>
  waiting.then(
    () => true,
    () => false,
  )

const isSoon = (what: Locator): Promise<boolean> => isDone(what.waitFor({ timeout: 1000 }))

/** More than the links at its foot. */
const isSaying = (page: Page): Promise<boolean> => isDone(page.waitForFunction(() => (document.querySelector('main')?.innerText.trim().length ?? 0) > 12, undefined, { timeout: 3000 }))

for (const who of signedIn) {
  test(`Every page of ${who} says what happened and what is safe where the server is broken, and keeps nobody out`, async ({ demonstration }) => {
    const visitor = await demonstration.enter(who, phone, '/help')
    const { page } = visitor
    visitor.expectStatus(500)
    await breakServer(visitor)
    const faults: string[] = []
    let broken = 0
    for (const path of pathsOf(who)) {
      await walkTo(visitor, path)
      if (!(await isSaying(page))) faults.push(`${path}: says nothing`)
      const words = await page.locator('main').innerText()
      const times = words.split('编号 4F2C').length - 1
      // What a page asks for besides may be missing from it; a page beside its printed pages says it for each.
      if (times > (path.endsWith('/sign') ? 2 : 1)) faults.push(`${path}: says it ${times} times`)
      if (times > 0 && (await page.getByRole('button', { name: '再试一次' }).count()) === 0) faults.push(`${path}: nothing to press`)
      if (times > 0 && broken === 0) faults.push(...(await listBarriers(page)).map((fault) => `${path}: ${fault}`))
      faults.push(...(await listCut(page)).map((fault) => `${path}: ${fault}`))
      broken += times
    }
    expect(faults).toEqual([])
    expect(broken).toBeGreaterThan(1)
  })

  test(`Every page of ${who} shows within a second that the network is gone, keeps what it showed, and keeps nobody out`, async ({ demonstration }) => {
    const visitor = await demonstration.enter(who, phone, '/help')
    const { page } = visitor
    visitor.expectStatus(404)
    const faults: string[] = []
    for (const [index, path] of pathsOf(who).entries()) {
      await walkTo(visitor, path)
      const word = page.getByText(/^(?:现在)?没有网络(?!时|也能)|现在没有/u)
      expect(await word.count(), `${path} says it before`).toBe(0)
      const before = await page.locator('h1, h2').allInnerTexts()
      await page.context().setOffline(true)
      if (!(await isSoon(word.first()))) faults.push(`${path}: nothing says that the network is gone`)
      const after = await page.locator('h1, h2').allInnerTexts()
      const lost = before.filter((heading) => !after.includes(heading))
      if (lost.length > 0) faults.push(`${path}: lost ${lost.join(' ')}`)
      if (index === 0) faults.push(...(await listBarriers(page)).map((fault) => `${path}: ${fault}`))
      faults.push(...(await listCut(page)).map((fault) => `${path}: ${fault}`))
      await page.context().setOffline(false)
    }
    expect(faults).toEqual([])
  })
}

test('Where even who is there cannot be asked, the page says so and leads home', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, '/help')
  clerk.expectStatus(503)
  const body = JSON.stringify({ type: '/problems/storage.unreachable', title: '连不上', status: 503, code: 'storage.unreachable', detail: '数据库暂时连不上，没有保存。稍后再试，已有的数据都在。', retry: 'later' })
  await clerk.page.route('**/api/v1/**', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body }))
  for (const path of ['/', '/rounds/2026/units/yucai', '/tasks']) {
    await clerk.page.goto(path)
    await clerk.page.locator('main').getByText('数据库暂时连不上').waitFor()
    expect(await clerk.page.getByRole('button', { name: '再试一次' }).count(), path).toBe(1)
    expect(await clerk.page.getByRole('banner').getByRole('link').count(), path).toBeGreaterThan(0)
  }
  expect(await listBarriers(clerk.page)).toEqual([])
})

test('What waits on the device is one tap away from where it was kept', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', { ...phone, serviceWorkers: 'allow' }, '/outbox')
  const { page } = clerk
  await page.goto('/rounds/2026/units/yucai/entries/new?kind=%E5%85%9A%E8%AF%BE&on=2026-11-24')
  await settled(clerk)
  await page.context().setOffline(true)
  await clerk.tap(page.getByRole('button', { name: '保存', exact: true }))
  await page.getByText('没有网络。1条存在本机，联网后自动上传').waitFor()
  clerk.countAnew()
  await clerk.tap(page.getByRole('link', { name: '查看', exact: true }))
  await page.getByRole('heading', { name: '待上传', level: 1 }).waitFor({ state: 'attached' })
  await page.getByText('11月党课').waitFor()
  expect(clerk.actions).toBe(1)
})

test('Nothing turns or flickers before 400 ms; after that grey rows stand there until the answer comes', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, '/help')
  const { page } = clerk
  await page.addInitScript(() => {
    const began: Record<string, number> = {}
    Object.assign(globalThis, { began })
    const note = () => {
      for (const name of ['main', '.bones']) if (document.querySelector(name) !== null) began[name] ??= performance.now()
    }
    new MutationObserver(note).observe(document, { childList: true, subtree: true })
  })
  let answer = (): void => undefined
  const answered = new Promise<void>((go) => (answer = go))
  await page.route('**/api/v1/rounds/**', async (route) => {
    await answered
    await route.continue()
  })
  await page.goto('/rounds/2026/units/yucai/entries')
  await page.getByRole('status', { name: '正在取内容' }).first().waitFor()
  const began = await page.evaluate(() => (globalThis as unknown as { readonly began: Readonly<Record<string, number>> }).began)
  expect((began['.bones'] ?? 0) - (began['main'] ?? 0)).toBeGreaterThanOrEqual(390)
  expect(await page.evaluate(() => document.getAnimations().length), 'nothing moves').toBe(0)
  expect(await listBarriers(page)).toEqual([])
  answer()
  await page.getByRole('heading', { name: '11月' }).waitFor()
  expect(await page.locator('.bones').count()).toBe(0)
})
