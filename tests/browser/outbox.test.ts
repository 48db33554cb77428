import { randomUUID } from 'node:crypto'
import type { BrowserContextOptions, Page, Request } from 'playwright-core'
import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { drawPhotos, readDeviceQueue, writeDeviceQueue } from './device-queue.ts'
import { phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'
import { moveClock } from './pinned-clock.ts'
import { walkTo } from './without-network.ts'

const here = '/rounds/2026/units/yucai'
const newEntry = `${here}/entries/new?kind=${encodeURIComponent('党课')}&on=2026-11-24`
const withWorker: BrowserContextOptions = { ...phone, serviceWorkers: 'allow' }

type Entry = {
  readonly id: string
  readonly title: string
  readonly version: number
  readonly recordedAt: string
  readonly recordedBy: string
  readonly countsAs: readonly string[]
  readonly happenedOn: string
  readonly missing: readonly string[]
  readonly evidence?: readonly { readonly sha256?: string }[]
}
const listEntries = async (clerk: Pick<Visitor, 'page'>) => (await askServer<{ readonly items: readonly Entry[] }>(clerk, `${here}/entries?limit=200`)).items
const titled = async (clerk: Pick<Visitor, 'page'>, start: string) => (await listEntries(clerk)).filter(({ title }) => title.startsWith(start))

const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words }).first().waitFor()
const goOffline = (page: Page) => page.context().setOffline(true)
const goOnline = (page: Page) => page.context().setOffline(false)

/** Writes a record on the form that is open and saves it. */
const record = async (page: Page, title: string): Promise<void> => {
  await page.getByLabel('标题').fill(title)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await said(page, title.replace(/^\d+月/u, ''))
}

/** The form, opened from its address; the pages that may follow come with it. */
const openForm = async (clerk: Visitor): Promise<void> => {
  await clerk.page.goto(newEntry)
  await clerk.page.getByLabel('标题').waitFor()
  await settled(clerk)
}

const isWriteOf = (request: Request) => request.method() === 'PUT' && /\/(entries|evidence)\//u.test(request.url())

test('Three days without a network, sixty records and thirty photos: all arrive once and in order, through every cut', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  const before = (await listEntries(clerk)).length
  await openForm(clerk)
  const photos = await drawPhotos(page, 30)
  await goOffline(page)
  for (let index = 0; index < 60; index += 1) {
    if (index === 20 || index === 40) await page.evaluate(`(${moveClock.toString()})(new Date(Date.now() + 86400000).toISOString())`)
    await walkTo(page, `${here}/entries/new?kind=${encodeURIComponent('党课')}&on=2026-11-24&n=${index}`)
    await page.getByLabel('标题').waitFor()
    if (index % 10 === 0) {
      await page.locator('input[type=file]').first().setInputFiles(photos.slice(index / 2, index / 2 + 5))
      await page.getByText('已存本机').nth(4).waitFor()
    }
    await record(page, `断网记的第${index + 1}条`)
  }
  await page.evaluate(`(${moveClock.toString()})(new Date(Date.now() + 86400000).toISOString())`)
  await walkTo(page, '/outbox')
  await page.getByText('60条记录、30张照片存在本机').waitFor()
  const queued = await readDeviceQueue(page)
  expect(queued).toHaveLength(90)
  await walkTo(page, here)
  await page.getByText(/^最早一条存了3天还没上传/u).waitFor()

  // Three times the line is cut while an answer is on its way: it was stored, and the phone does not know.
  const order: string[] = []
  let sends = 0
  await page.route(isWriteUrl, async (route) => {
    if (!isWriteOf(route.request())) return route.fallback()
    sends += 1
    const name = route.request().url().split('/').at(-1) ?? ''
    if (order.at(-1) !== name) order.push(name)
    const response = await route.fetch()
    if (sends === 7 || sends === 30 || sends === 71) {
      await goOffline(page)
      await route.abort()
    } else await route.fulfill({ response })
  })
  for (let cut = 0; cut < 3; cut += 1) {
    await goOnline(page)
    await page.getByText(/没有网络。.*存在本机|最早一条存了3天/u).waitFor()
    await page.waitForFunction(() => !navigator.onLine)
  }
  await goOnline(page)
  await walkTo(page, '/outbox')
  await page.getByRole('heading', { name: '都上传了' }).waitFor({ timeout: 30_000 })
  const arrived = await titled(clerk, '断网记的第')
  expect((await listEntries(clerk)).length - before).toBe(60)
  expect(new Set(arrived.map(({ title }) => title)).size).toBe(60)
  expect(arrived.flatMap(({ missing }) => missing)).toEqual([])
  expect(arrived.reduce((sum, { evidence = [] }) => sum + evidence.length, 0)).toBe(30)
  expect(order).toEqual(queued.map(({ act }) => act.sha256 ?? act.entry))
  const inTime = [...arrived].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).map(({ id }) => id)
  expect(inTime).toEqual(queued.flatMap(({ act }) => (act.entry === undefined ? [] : [act.entry])))
})
const isWriteUrl = /\/api\/v1\/.*\/(entries|evidence)\//u

test('The pages open without a network, show their last copy with its time, and keep what is written', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', withWorker)
  const { page } = clerk
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await page.reload()
  await settled(clerk)
  const keptPaths = () =>
    page.evaluate(async () => {
      const asked = indexedDB.open('zicha-answers')
      const db = await new Promise<IDBDatabase>((opened) => (asked.onsuccess = () => opened(asked.result)))
      const all = db.transaction('answers').objectStore('answers').getAllKeys()
      const keys = await new Promise<IDBValidKey[]>((read) => (all.onsuccess = () => read(all.result)))
      db.close()
      return keys.map(String)
    })
  for (const end of ['/plan', '/entries?limit=200', '/score', '/facts', '/entry-kinds', '/guidance']) {
    await expect.poll(async () => (await keptPaths()).some((path) => path.endsWith(end)), { timeout: 15_000 }).toBe(true)
  }
  await goOffline(page)
  for (const [path, words] of [
    ['/', '本月要做'],
    [`${here}/entries`, '11月'],
    [`${here}/quick-check`, '快速核对'],
    [`${here}/sheet`, '年度自查表'],
  ] as const) {
    await page.goto(path)
    await page.getByRole('heading', { name: words }).first().waitFor()
    await page.getByText(/没有网络，看到的是今天9:3\d的样子/u).waitFor()
  }
  await page.goto(newEntry)
  await record(page, '断网开的党课')
  await said(page, '已存本机')
  await page.getByText('没有网络。1条存在本机，联网后自动上传').waitFor()
  await page.reload()
  await page.getByText('没有网络。1条存在本机，联网后自动上传').waitFor()
  await page.goto(`${here}/entries`)
  await page.getByText('断网开的党课').waitFor()
  await goOnline(page)
  await page.getByText('已存本机').waitFor({ state: 'detached' })
  expect(await titled(clerk, '断网开的党课')).toHaveLength(1)
  const kept = await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()))).flat().map(({ url }) => url))
  expect(kept.filter((url) => url.includes('/api/'))).toEqual([])
})

test('A page that is killed while it sends loses nothing, and two pages without locks send nothing twice', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const context = clerk.page.context()
  await openForm(clerk)
  let held = 0
  await clerk.page.route(isWriteUrl, (route) => {
    if (route.request().method() !== 'PUT') return route.fallback()
    held += 1
  })
  await record(clerk.page, '发到一半的党课')
  await expect.poll(() => held).toBe(1)
  const second = await context.newPage()
  await clerk.page.close()
  await second.goto(here)
  await expect.poll(() => titled({ page: second }, '发到一半的党课')).toHaveLength(1)

  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, 'locks', { value: undefined }))
  await second.goto('/help')
  const puts: string[] = []
  const pages = [await context.newPage(), await context.newPage()]
  for (const page of pages) {
    page.on('request', (request) => (isWriteOf(request) ? puts.push(request.url()) : undefined))
    await page.goto(newEntry)
    await page.getByLabel('标题').waitFor()
  }
  await context.setOffline(true)
  for (const [index, page] of pages.entries()) {
    await record(page, `两页各记${index}`)
    await walkTo(page, newEntry)
    await record(page, `两页再记${index}`)
  }
  await context.setOffline(false)
  await expect.poll(() => titled({ page: second }, '两页')).toHaveLength(4)
  await expect.poll(async () => (await readDeviceQueue(second)).filter(({ state }) => state['kind'] !== 'sent')).toEqual([])
  expect(puts.length).toBe(new Set(puts).size)
})

test('An answer that is dropped after the record was stored, five times over, leaves one record', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  await openForm(clerk)
  let dropped = 0
  await page.route(isWriteUrl, async (route) => {
    if (route.request().method() !== 'PUT') return route.fallback()
    const response = await route.fetch()
    if (dropped === 5) return route.fulfill({ response })
    dropped += 1
    return route.abort()
  })
  await record(page, '没回音的党课')
  for (let again = 1; again <= 5; again += 1) {
    await expect.poll(() => dropped).toBe(again)
    await page.getByText(/1条存在本机，联网后自动上传/u).waitFor()
    await page.evaluate(() => dispatchEvent(new Event('online')))
  }
  await said(page, '已记下')
  expect(await titled(clerk, '没回音的党课')).toMatchObject([{ version: 1 }])
})

test('What is taken back or changed before it went out never goes out in its first words', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  const before = await listEntries(clerk)
  await openForm(clerk)
  await goOffline(page)
  await record(page, '记错的党课')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect.poll(() => readDeviceQueue(page)).toEqual([])
  await walkTo(page, newEntry)
  await record(page, '要改的党课')
  const [item] = await readDeviceQueue(page)
  await walkTo(page, `${here}/entries/${item?.act.entry}`)
  await page.getByText('这一条存在这部手机').waitFor()
  await record(page, '改好的党课')
  expect(await readDeviceQueue(page)).toHaveLength(1)
  await goOnline(page)
  await said(page, '已改好')
  const added = (await listEntries(clerk)).filter(({ id }) => !before.some((one) => one.id === id))
  expect(added).toMatchObject([{ title: '改好的党课', version: 1, id: item?.act.entry }])
})

test('Where two versions meet, both are kept until a person has chosen', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  const [entry] = await listEntries(clerk)
  if (entry === undefined) throw new Error('the demonstration has no records')
  const { countsAs, happenedOn } = entry
  await openForm(clerk)
  await walkTo(page, `${here}/entries/${entry.id}`)
  await settled(clerk)
  await goOffline(page)
  await record(page, '陈静断网改的')
  const conflicting = randomUUID()
  const [edit] = await readDeviceQueue(page)
  if (edit === undefined) throw new Error('nothing was queued')
  await writeDeviceQueue(page, [{ ...edit, seq: (edit.seq ?? 0) + 1, id: randomUUID(), act: { kind: 'entry', entry: conflicting, body: { countsAs, happenedOn, title: '本机的同名记录' }, base: 'none' } }])
  const secretary = await demonstration.enter('wangli', phone, '/help')
  const whole = { countsAs, happenedOn, title: '王丽改的' }
  const changed = await secretary.page.evaluate(
    async ([path, body, version]) => (await fetch(`/api/v1${path}`, { method: 'PUT', headers: { 'content-type': 'application/json', 'if-match': `"${version}"` }, body })).status,
    [`${here}/entries/${entry.id}`, JSON.stringify(whole), String(entry.version)] as const,
  )
  expect(changed).toBe(200)
  await tellServer(secretary, 'PUT', `${here}/entries/${conflicting}`, { ...whole, title: '别处的同名记录' })
  clerk.expectStatus(412)
  clerk.expectStatus(409)
  await goOnline(page)
  await walkTo(page, '/outbox')
  await page.getByText('服务器：王丽改的').waitFor()
  await page.getByText('服务器：别处的同名记录').waitFor()
  await page.locator('.queued').filter({ hasText: '陈静断网改的' }).first().getByRole('button', { name: '用服务器上的' }).click()
  await page.locator('.queued').filter({ hasText: '本机的同名记录' }).first().getByRole('button', { name: '用本机的' }).click()
  await page.getByRole('heading', { name: '都上传了' }).waitFor()
  expect(await askServer(clerk, `${here}/entries/${entry.id}`)).toMatchObject({ title: '王丽改的' })
  expect(await askServer(clerk, `${here}/entries/${conflicting}`)).toMatchObject({ title: '本机的同名记录', version: 2 })
})

test('A refused item at the head holds up nobody, says why, and is put right, exported or dropped', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  await openForm(clerk)
  await goOffline(page)
  for (const title of ['坏了的党课', '也坏了的党课', '好好的党课']) {
    await walkTo(page, newEntry)
    await record(page, title)
  }
  const items = await readDeviceQueue(page)
  await writeDeviceQueue(page, items.slice(0, 2).map((item) => ({ ...item, act: { ...item.act, body: { ...item.act.body, happenedOn: '2025-11-24' } } })))
  clerk.expectStatus(422)
  await goOnline(page)
  await page.getByText('2条没传上去，要看一下').waitFor()
  expect(await titled(clerk, '好好的党课')).toHaveLength(1)
  await page.getByRole('link', { name: '查看' }).click()
  await page.getByText(/2025年11月24日不在2026年度内/u).first().waitFor()
  const download = await clerk.download(page.getByRole('button', { name: '导出坏了的党课' }))
  expect(download.suggestedFilename()).toBe('待上传.zip')
  await page.getByRole('button', { name: '删除也坏了的党课' }).click()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('link', { name: '改坏了的党课' }).click()
  await page.getByText('选日期').click()
  await page.getByRole('textbox', { name: '日期' }).fill('2026-11-23')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await said(page, '已改好')
  expect(await titled(clerk, '坏了的党课')).toMatchObject([{ happenedOn: '2026-11-23' }])
  expect(await titled(clerk, '也坏了的党课')).toEqual([])
})

test('A queue outlives its session: nobody else sees or sends it, its owner goes on, a secretary may take it over', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  const enterAs = async (name: RegExp) => {
    await page.goto('/demo')
    await page.getByRole('button', { name }).click()
    await settled(clerk)
    await page.waitForURL(/\/rounds\//u)
  }
  await openForm(clerk)
  await goOffline(page)
  for (const title of ['陈静存的一', '陈静存的二']) {
    await walkTo(page, newEntry)
    await record(page, title)
  }
  await page.getByText('没有网络。2条存在本机').waitFor()
  // The session ends elsewhere while the phone is away.
  const ended = await page.context().request.delete('/api/v1/sessions/current', { headers: { origin: demonstration.server.address } })
  expect(ended.status()).toBe(204)
  clerk.expectStatus(401)
  await goOnline(page)
  await page.getByRole('heading', { name: '登录' }).waitFor()
  expect(await readDeviceQueue(page)).toHaveLength(2)
  await enterAs(/王丽/u)
  await page.goto('/outbox')
  await page.getByRole('heading', { name: '都上传了' }).waitFor()
  expect(await page.locator('main').innerText()).not.toContain('陈静存的')
  expect(await titled(clerk, '陈静存的')).toEqual([])
  await page.getByText('陈静还有2件没上传').waitFor()
  await enterAs(/陈静/u)
  await expect.poll(() => titled(clerk, '陈静存的')).toMatchObject([{ recordedBy: 'chenjing' }, { recordedBy: 'chenjing' }])

  await openForm(clerk)
  await goOffline(page)
  await record(page, '陈静没传的')
  await page.route('**/api/v1/rounds/**/entries/*', (route) => (route.request().method() === 'PUT' ? route.abort() : route.fallback()))
  await goOnline(page)
  await enterAs(/王丽/u)
  await page.unroute('**/api/v1/rounds/**/entries/*')
  await page.goto('/outbox')
  await page.getByRole('button', { name: /陈静还有1件没上传/u }).click()
  await expect.poll(() => titled(clerk, '陈静没传的')).toMatchObject([{ recordedBy: 'wangli' }])
})
