import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { askServer, fetchBytes, tellServer } from './ask-server.ts'
import { drawPhotos, readDeviceQueue } from './device-queue.ts'
import { desk, phone, settled, test } from './open-world.ts'
import type { Visitor, World } from './open-world.ts'
import { moveClock } from './pinned-clock.ts'
import { walkTo } from './without-network.ts'

const place = '/rounds/2026/units/erzhong'
const withWorker = { ...phone, serviceWorkers: 'allow' } as const

type Item = {
  readonly no: number
  readonly selfScore: number
  readonly score: number | null
  readonly scores: readonly { readonly inspector: string; readonly score: number; readonly reason: string | null; readonly version: number }[]
  readonly photos: readonly { readonly sha256: string; readonly by: string }[]
  readonly seen: readonly { readonly entry: string; readonly by: string }[]
}
const readItems = async (person: Visitor) => (await askServer<{ readonly items: readonly Item[] }>(person, `${place}/inspection`)).items
const itemOf = async (person: Visitor, no: number) => (await readItems(person)).find((item) => item.no === no)
const mainButton = (page: Page) => page.locator('.inspect-bar .button.primary')
const goOffline = (page: Page) => page.context().setOffline(true)
const goOnline = (page: Page) => page.context().setOffline(false)
const nextDay = (page: Page) => page.evaluate(`(${moveClock.toString()})(new Date(Date.now() + 86400000).toISOString())`)

/** Schools and photos that lie on this device. */
const countTaken = (page: Page): Promise<readonly number[]> =>
  page.evaluate(
    () =>
      new Promise<readonly number[]>((found) => {
        const asked = indexedDB.open('zicha-answers')
        asked.onsuccess = () => {
          const transaction = asked.result.transaction(['taken', 'photos'])
          const counts = ['taken', 'photos'].map((name) => transaction.objectStore(name).count())
          transaction.oncomplete = () => {
            asked.result.close()
            found(counts.map((count) => count.result))
          }
        }
      }),
  )

const takeAll = async (inspector: Visitor): Promise<void> => {
  await inspector.tap(inspector.page.getByRole('button', { name: /下载到本机$/u }))
  await inspector.page.getByText(/^已下载 11月24日 9:3\d/u).first().waitFor({ timeout: 30_000 })
  await inspector.page.getByRole('button', { name: /下载到本机$/u }).waitFor({ state: 'detached' })
}

/** An item whose first record bears a file. */
const itemWithPhoto = async (person: Visitor): Promise<number> => {
  const place = yucai
  const { items } = await askServer<{ readonly items: readonly { readonly id: string; readonly evidence?: readonly object[] }[] }>(person, `${place}/entries?limit=200`)
  const withFile = new Set(items.filter(({ evidence = [] }) => evidence.some((one) => 'sha256' in one)).map(({ id }) => id))
  const { criteria } = await askServer<{ readonly criteria: readonly { readonly id: string; readonly entries: readonly string[] }[] }>(person, `${place}/score`)
  const found = criteria.find(({ entries }) => entries.some((id) => withFile.has(id)))
  if (found === undefined) throw new Error('no record of the demonstration bears a photo')
  return Number(found.id.split('.')[0])
}

const barriers = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).disableRules(['target-size']).analyze()
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')}`)
}

const yucai = '/rounds/2026/units/yucai'

/** Yucai is submitted and seen today by Gao Yuan (duties 1 and 2) and Song Lan (the others). */
const sendToYucai = async (demonstration: World): Promise<void> => {
  const secretary = await demonstration.enter('wangli', phone, '/help')
  await tellServer(secretary, 'POST', `${yucai}/stage`, { to: 'submitted' })
  const bureau = await demonstration.enter('zhaomin', phone, '/help')
  const members = [
    { username: 'gaoyuan', sections: [1, 2] },
    { username: 'songlan', sections: [3, 4, 5, 6, 7, 8] },
  ]
  const visits = ['erzhong', 'zhizhuan', 'yunzhong'].map((unit) => ({ unit, day: null as string | null }))
  await tellServer(bureau, 'PUT', '/rounds/2026/groups', { groups: [{ members, visits: [{ unit: 'yucai', day: '2026-11-24' }, ...visits] }] })
}

test('One tap takes today’s school along; without a network its pages, photos and all open anew, and nobody else sees them', async ({ demonstration }) => {
  await sendToYucai(demonstration)
  const inspector = await demonstration.enter('gaoyuan', withWorker, '/tasks')
  const { page } = inspector
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await settled(inspector)
  await page.getByText('未下载').first().waitFor()
  inspector.countAnew()
  await inspector.tap(page.getByRole('button', { name: '把今天的1所下载到本机' }))
  await page.getByText(/^已下载 11月24日 9:3\d/u).first().waitFor({ timeout: 30_000 })
  expect(inspector.actions).toBe(1)
  expect(await barriers(page)).toEqual([])
  const pictured = await itemWithPhoto(inspector)
  await goOffline(page)
  await page.goto('/tasks')
  await page.getByRole('link', { name: /育才小学/u }).click()
  await page.getByRole('heading', { name: /^自查/u }).waitFor()
  await page.getByText(/没有网络，看到的是/u).waitFor()
  await page.getByText(/^我的责任已看0条/u).waitFor()
  await page.goto(`${yucai}/inspect/${pictured}`)
  await page.getByRole('button', { name: /^看全部/u }).click()
  await page.locator('.shot img').first().waitFor()
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.shot img')].every((shot) => shot.naturalWidth > 0))
  const sources = await page.locator('.shot img').evaluateAll((shots) => shots.map((shot) => (shot as HTMLImageElement).src.slice(0, 5)))
  expect(new Set(sources)).toEqual(new Set(['blob:']))
  expect(await barriers(page)).toEqual([])
  await goOnline(page)
  // What the page asks again once the network is back must have its answer before its session ends.
  await page.goto('/help')
  await settled(inspector)
  await page.evaluate(() => fetch('/api/v1/demo/sessions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'chenjing' }) }))
  await page.goto('/')
  await settled(inspector)
  expect(await countTaken(page)).toEqual([0, 0])
})

test('A school is taken off the device on request, and the download that was cut goes on where it was', async ({ demonstration }) => {
  await sendToYucai(demonstration)
  const inspector = await demonstration.enter('gaoyuan', phone, '/tasks')
  const { page } = inspector
  let asked = 0
  await page.route(/\/small$/u, async (route) => {
    asked += 1
    if (asked === 4) {
      await goOffline(page)
      await route.abort()
    } else await route.continue()
  })
  await page.getByRole('button', { name: '把今天的1所下载到本机' }).click()
  await page.getByText(/^断了，没有下载完/u).waitFor()
  const [, half = 0] = await countTaken(page)
  await goOnline(page)
  await page.getByRole('button', { name: '把今天的1所下载到本机' }).click()
  await page.getByText(/^已下载 11月24日/u).waitFor()
  const [taken, whole = 0] = await countTaken(page)
  expect(taken).toBe(1)
  expect(whole).toBeGreaterThan(half)
  await page.getByRole('button', { name: '从本机去掉育才小学' }).click()
  await page.getByRole('button', { name: '去掉', exact: true }).click()
  await page.getByRole('button', { name: '把今天的1所下载到本机' }).waitFor()
  expect(await countTaken(page)).toEqual([0, 0])
})

test('Three days without a network: marks, photos and ticks wait on the device, go by themselves, and are all there once', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, '/tasks')
  const { page } = inspector
  await takeAll(inspector)
  await walkTo(page, `${place}/inspect/5`)
  await mainButton(page).waitFor()
  const photos = await drawPhotos(page, 9)
  await goOffline(page)
  for (let no = 1; no <= 30; no += 1) {
    if (no === 11 || no === 21) await nextDay(page)
    await walkTo(page, `${place}/inspect/${no}`)
    await page.getByText(new RegExp(`^第${no}条`, 'u')).first().waitFor()
    if (no % 10 === 5) await page.locator('.findings').getByRole('button', { name: /加一$/u }).first().click()
    if (no % 10 === 0) {
      await page.locator('input[type=file]').setInputFiles(photos.slice(no / 10 * 3 - 3, no / 10 * 3))
      await page.locator('.site-photos').getByText('已存本机').nth(2).waitFor()
    }
    await mainButton(page).click()
    await page.waitForFunction((left) => !location.pathname.endsWith(`/${left}`), no)
  }
  await walkTo(page, `${place}/inspect/5`)
  inspector.countAnew()
  await inspector.tap(page.getByText('已看原件').first())
  expect(inspector.actions).toBe(1)
  await nextDay(page)
  await walkTo(page, '/outbox')
  await page.getByText('30条打分、1件看过的原件、9张照片存在本机').waitFor()
  expect(await barriers(page)).toEqual([])
  // Twice the line is cut while an answer is on its way: it was stored, and the device does not know.
  let sends = 0
  await page.route(/\/api\/v1\/.*\/inspections\//u, async (route) => {
    if (route.request().method() !== 'PUT') return route.fallback()
    sends += 1
    const response = await route.fetch()
    if (sends === 6 || sends === 25) {
      await goOffline(page)
      await route.abort()
    } else await route.fulfill({ response })
  })
  inspector.countAnew()
  for (let cut = 0; cut < 2; cut += 1) {
    await goOnline(page)
    await page.waitForFunction(() => !navigator.onLine)
  }
  await goOnline(page)
  await page.getByRole('heading', { name: '都上传了' }).waitFor({ timeout: 30_000 })
  expect(inspector.actions).toBe(0)
  const items = await readItems(inspector)
  expect(items.map(({ scores }) => scores.filter((one) => one.inspector === 'gaoyuan').length)).toEqual(items.map(() => 1))
  expect(items.flatMap(({ scores }) => scores.map(({ version }) => version))).toEqual(items.map(() => 1))
  expect(items.filter(({ score, selfScore }) => score !== selfScore).map(({ no }) => no)).toEqual([5, 15, 25])
  expect(items.map(({ photos: kept }) => kept.length)).toEqual(items.map(({ no }) => (no % 10 === 0 ? 3 : 0)))
  expect(new Set(items.flatMap(({ photos: kept }) => kept.map(({ sha256 }) => sha256))).size).toBe(9)
  expect(items.flatMap(({ seen }) => seen)).toMatchObject([{ by: 'gaoyuan' }])
})

test('A mark that was changed on another device meanwhile is shown beside the own one, and a person chooses', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${place}/inspect/5`)
  const { page } = inspector
  await goOffline(page)
  await page.getByRole('button', { name: /集中学习.*加一/u }).click()
  await mainButton(page).click()
  await page.waitForFunction(() => !location.pathname.endsWith('/5'))
  const tablet = await demonstration.enter('gaoyuan', phone, `${place}/inspect/5`)
  await tablet.tap(mainButton(tablet.page))
  await tablet.page.waitForFunction(() => !location.pathname.endsWith('/5'))
  const self = (await itemOf(tablet, 5))?.selfScore ?? 0
  await expect.poll(async () => (await itemOf(tablet, 5))?.score).toBe(self)
  inspector.expectStatus(409)
  await goOnline(page)
  await page.getByText(/没传上去，要看一下/u).first().waitFor()
  expect((await itemOf(tablet, 5))?.score).toBe(self)
  await walkTo(page, '/outbox')
  await page.getByText(/^第5条在另一台设备上打过，两边不一样/u).waitFor()
  await page.getByText(/^本机：.*集中学习/u).waitFor()
  await page.getByText(`服务器：打过${self}分，同意自查`).waitFor()
  await inspector.tap(page.getByRole('button', { name: '用本机的' }))
  await page.getByRole('heading', { name: '都上传了' }).waitFor()
  expect((await itemOf(tablet, 5))?.score).toBe(self - 1)
})

test('A school that was sent back meanwhile: the mark stays on the device, and both sides are said', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${place}/inspect/5`)
  const { page } = inspector
  await goOffline(page)
  await mainButton(page).click()
  await page.waitForFunction(() => !location.pathname.endsWith('/5'))
  const bureau = await demonstration.enter('zhaomin', phone, '/help')
  await tellServer(bureau, 'POST', `${place}/stage`, { to: 'returned', reason: '第5条补一下' })
  inspector.expectStatus(409)
  await goOnline(page)
  await page.getByText(/没传上去，要看一下/u).first().waitFor()
  await walkTo(page, '/outbox')
  await page.getByText(/^第5条打分后，学校的表退回去改了/u).waitFor()
  expect(await readDeviceQueue(page)).toMatchObject([{ act: { kind: 'inspect' }, state: { kind: 'stuck', status: 409 } }])
  expect((await itemOf(bureau, 5))?.scores).toEqual([])
})

test('When the session ended meanwhile the marks wait for their owner: another person on the device neither sees nor sends them', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${place}/inspect/5`)
  const { page } = inspector
  await goOffline(page)
  await mainButton(page).click()
  await page.waitForFunction(() => !location.pathname.endsWith('/5'))
  await page.context().clearCookies()
  inspector.expectStatus(401)
  await goOnline(page)
  await page.waitForURL(/sign-in|inspect/u)
  await page.evaluate(() => fetch('/api/v1/demo/sessions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'songlan' }) }))
  await page.goto('/outbox')
  await page.getByRole('heading', { name: '都上传了' }).waitFor()
  expect((await itemOf(inspector, 5))?.scores).toEqual([])
  await page.evaluate(() => fetch('/api/v1/demo/sessions', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'gaoyuan' }) }))
  await page.goto('/outbox')
  await page.getByRole('heading', { name: '都上传了' }).waitFor()
  await expect.poll(async () => (await itemOf(inspector, 5))?.scores.length).toBe(1)
})

test('A paper original is photographed with two actions, and the school sees the photograph', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${place}/inspect/5`)
  const [photo] = await drawPhotos(inspector.page, 1)
  if (photo === undefined) throw new Error('no photo')
  inspector.countAnew()
  await inspector.pickFiles(inspector.page.getByText('拍现场照片'), [photo])
  expect(inspector.actions).toBe(2)
  await inspector.page.locator('.site-photos').getByText('已上传').waitFor()
  expect((await itemOf(inspector, 5))?.photos).toMatchObject([{ by: 'gaoyuan' }])
})

test('Thirty marks are typed from paper with thirty-one actions on one page, by the keyboard alone', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', desk, `${place}/inspect/typing`)
  const { page } = inspector
  const before = await readItems(inspector)
  const different = [5, 18, 30]
  const typed = (item: Item): number => (different.includes(item.no) ? item.selfScore - 0.5 : item.selfScore)
  await page.getByLabel(/./u).and(page.locator('input.mark')).first().focus()
  inspector.countAnew()
  for (const item of before) {
    // One field is one action: its digits, and Enter that ends it.
    await inspector.type(page.locator('input.mark:focus'), String(typed(item)))
    await page.keyboard.press('Enter')
  }
  expect(await page.locator('#give-typed').evaluate((button) => button === document.activeElement)).toBe(true)
  await inspector.press('Enter')
  expect(inspector.actions).toBe(31)
  await page.waitForURL('**/inspect/summary')
  await expect.poll(async () => (await readItems(inspector)).map(({ score }) => score)).toEqual(before.map(typed))
  const after = await readItems(inspector)
  expect(after.flatMap(({ scores }) => scores.map(({ reason }) => reason)).filter((reason) => reason !== null)).toEqual(
    different.map((no) => `见现场纸质检查表第${no}条`),
  )
})

test('A typed mark that is none is named with its item, and nothing typed is lost', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${place}/inspect/typing`)
  const { page } = inspector
  await page.locator('#mark-1').fill('1')
  await page.locator('#mark-2').fill('99')
  await page.getByRole('button', { name: '录这1条' }).click()
  await page.getByRole('alert').getByText(/^第2条最多/u).waitFor()
  expect(await page.locator('#mark-1').inputValue()).toBe('1')
  expect(await barriers(page)).toEqual([])
  expect((await itemOf(inspector, 1))?.scores).toEqual([])
})

test('What was not found before the visit is one list, the own duties first, and it prints with the sheets', async ({ demonstration }) => {
  await sendToYucai(demonstration)
  const inspector = await demonstration.enter('gaoyuan', phone, `${yucai}/inspect/gaps`)
  const { page } = inspector
  await page.getByText(/^要看的原件/u).waitFor()
  expect(await page.locator('section h2').first().innerText()).toMatch(/^1/u)
  expect(await barriers(page)).toEqual([])
  for (const name of ['打印缺口清单', '打印检查表', '打印我的责任']) {
    const address = (await page.getByRole('link', { name }).getAttribute('href')) ?? ''
    expect((await fetchBytes(inspector, address)).subarray(0, 5).toString(), name).toBe('%PDF-')
  }
})
