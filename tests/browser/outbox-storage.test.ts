import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { readDeviceQueue } from './device-queue.ts'
import { phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'
import { runServer } from './run-server.ts'

const here = '/rounds/2026/units/yucai'
const newEntry = `${here}/entries/new?kind=${encodeURIComponent('党课')}&on=2026-11-24`
type Entry = { readonly id: string; readonly title: string; readonly missing: readonly string[] }

const titled = async (clerk: Pick<Visitor, 'page'>, start: string) =>
  (await askServer<{ readonly items: readonly Entry[] }>(clerk, `${here}/entries?limit=200`)).items.filter(({ title }) => title.startsWith(start))

const record = async (page: Page, title: string): Promise<void> => {
  await page.getByLabel('标题').fill(title)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('status').filter({ hasText: title }).first().waitFor()
}
const openForm = async (clerk: Visitor): Promise<void> => {
  await clerk.page.goto(newEntry)
  await settled(clerk)
}
const deleteQueue = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((done, refused) => {
        const asked = indexedDB.deleteDatabase('zicha-outbox')
        asked.onsuccess = () => done()
        asked.onerror = () => refused(new Error('the queue was not deleted'))
      }),
  )

test('A queue that is cleared under the open page is written anew; one cleared while nobody looked is said', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  await openForm(clerk)
  await page.context().setOffline(true)
  await record(page, '被清过的党课')
  await deleteQueue(page)
  await expect.poll(async () => (await readDeviceQueue(page)).length).toBe(1)
  await page.context().setOffline(false)
  await page.getByRole('status').filter({ hasText: '已记下' }).waitFor()
  expect(await titled(clerk, '被清过的党课')).toHaveLength(1)

  await openForm(clerk)
  await page.context().setOffline(true)
  await record(page, '没来得及传的党课')
  // Another address of the same site, where no page of ours could write it anew; nothing else gets through.
  await page.route('**/*', (route) => (new URL(route.request().url()).pathname === '/icon.svg' ? route.fallback() : route.abort()))
  await page.context().setOffline(false)
  await page.goto('/icon.svg')
  await deleteQueue(page)
  await page.unroute('**/*')
  await page.goto(here)
  await page.getByText('浏览器清掉了本机存的1条，没来得及上传。请对照记录补记。').waitFor()
  expect(await titled(clerk, '没来得及传的党课')).toEqual([])
})

test('What an earlier release queued is sent by this one, and a queue of a later release is left alone', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, '/help')
  const { page } = clerk
  const kept = JSON.parse(readFileSync(new URL('fixtures/outbox-format-1.json', import.meta.url), 'utf8')) as KeptQueue
  await fillQueue(page, 1, kept)
  await page.goto(here)
  await expect.poll(() => titled(clerk, '旧版存的')).toHaveLength(2)
  expect((await titled(clerk, '旧版存的')).flatMap(({ missing }) => missing)).toEqual([])
  await deleteQueue(page)
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const asked = indexedDB.open('zicha-outbox', 99)
        asked.onsuccess = () => {
          asked.result.close()
          done()
        }
      }),
  )
  await page.goto(here)
  await page.getByText('自查通刚更新过').waitFor()
})

test('Answers and own marks that an earlier release queued are sent by this one', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, '/help')
  const { page } = clerk
  await tellServer(clerk, 'PUT', `${here}/facts`, { facts: { '1.1': null } })
  await fillQueue(page, 2, JSON.parse(readFileSync(new URL('fixtures/outbox-format-2.json', import.meta.url), 'utf8')) as KeptQueue)
  await page.goto(here)
  await expect.poll(() => titled(clerk, '旧版存的')).toHaveLength(1)
  expect((await askServer<{ readonly facts: Readonly<Record<string, unknown>> }>(clerk, `${here}/facts`)).facts['1.1']).toBe(false)
  const { criteria } = await askServer<{ readonly criteria: readonly { readonly id: string; readonly override?: { readonly reason: string } }[] }>(clerk, `${here}/score`)
  expect(criteria.find(({ id }) => id === '2.1')?.override?.reason).toBe('旧版存的理由')
})

type KeptQueue = { readonly items: readonly Readonly<Record<string, unknown>>[]; readonly bytes: readonly { readonly owner: string; readonly sha256: string; readonly type: string; readonly base64: string }[] }

/** As the first release made it, under the number of the release that left it; never changed, whatever later ones do. */
const fillQueue = (page: Page, version: number, kept: KeptQueue): Promise<void> =>
  page.evaluate(
    ([number, given]) =>
      new Promise<void>((done, refused) => {
        const asked = indexedDB.open('zicha-outbox', number)
        asked.onerror = () => refused(new Error('no queue'))
        asked.onupgradeneeded = () => {
          const db = asked.result
          db.createObjectStore('items', { keyPath: 'seq', autoIncrement: true }).createIndex('owner', 'owner')
          db.createObjectStore('bytes', { keyPath: ['owner', 'sha256'] })
          db.createObjectStore('owners', { keyPath: 'owner' })
          db.createObjectStore('lease')
        }
        asked.onsuccess = () => {
          const transaction = asked.result.transaction(['items', 'bytes'], 'readwrite')
          for (const item of given.items) transaction.objectStore('items').add(item)
          for (const { base64, ...one } of given.bytes) {
            const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer
            transaction.objectStore('bytes').add({ ...one, bytes })
          }
          transaction.oncomplete = () => {
            asked.result.close()
            done()
          }
        }
      }),
    [version, kept] as const,
  )

test('A server that was set back to an older copy is offered again what it lacks', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { page } = clerk
  const folder = mkdtempSync(join(tmpdir(), 'zicha-restored-'))
  try {
    await openForm(clerk)
    await record(page, '备份前的党课')
    await page.getByRole('status').filter({ hasText: '已记下' }).waitFor()
    await demonstration.server.stop()
    const copy = join(folder, 'data')
    cpSync(demonstration.store, copy, { recursive: true })
    const port = new URL(demonstration.server.address).port
    const later = await runServer(demonstration.store, { ZICHA_PORT: port })
    await openForm(clerk)
    await record(page, '备份后的党课')
    await page.getByRole('status').filter({ hasText: '已记下' }).waitFor()
    const [before] = await titled(clerk, '备份前')
    await page.goto(`${here}/entries/${before?.id}`)
    await settled(clerk)
    await record(page, '备份前的党课，后来改过')
    await expect.poll(() => titled(clerk, '备份前的党课，后来改过')).toHaveLength(1)
    const given = async () => ({
      answer: (await askServer<{ readonly facts: Readonly<Record<string, unknown>> }>(clerk, `${here}/facts`)).facts['8.1'],
      mark: (await askServer<{ readonly criteria: readonly { readonly id: string; readonly override?: { readonly reason: string } }[] }>(clerk, `${here}/score`)).criteria.find(({ id }) => id === '5.1')?.override?.reason,
    })
    const earlier = await given()
    await page.goto(`${here}/quick-check/8-1`)
    await page.locator('.answers button').nth(1).click()
    await page.waitForURL((url) => !url.pathname.endsWith('/8-1'))
    await page.goto(`${here}/sheet?item=5`)
    const own = page.locator('#detail-5 .own-mark').first()
    await own.getByLabel('改自查分').fill('0.5')
    await own.getByLabel('理由').fill('备份后定的分')
    await own.getByRole('button', { name: '保存这个分' }).click()
    await expect.poll(async () => (await given()).mark).toBe('备份后定的分')
    const after = await given()
    expect(after.answer).not.toEqual(earlier.answer)
    await later.stop()
    giveNewEpoch(copy)
    const restored = await runServer(copy, { ZICHA_PORT: port })
    try {
      clerk.expectStatus(404)
      await page.goto(here)
      await page.getByText('服务器换回了旧的一份，2条记录、1题、1处自己定的分要再传一遍').waitFor()
      await page.getByRole('link', { name: '查看' }).click()
      await page.getByText('备份后的党课').waitFor()
      for (const button of await page.getByRole('button', { name: '再传一遍' }).all()) await button.click()
      await page.getByRole('heading', { name: '都上传了' }).waitFor()
      expect((await titled(clerk, '备份')).map(({ title }) => title).sort()).toEqual(['备份前的党课，后来改过', '备份后的党课'])
      expect(await given()).toEqual(after)
      expect(restored.listErrors()).toEqual([])
    } finally {
      await restored.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** What whoever puts a backup back says to it before the server starts. */
const giveNewEpoch = (store: string): void => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../packages/server/src/restored.ts', import.meta.url)), '--data', store])
}

test('What this browser cannot keep is said before the first record, and the record still goes out', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, '/help')
  const { page } = clerk
  await page.context().addInitScript(() => {
    StorageManager.prototype.estimate = () => Promise.resolve({ quota: 20 * 1024 * 1024, usage: 0 })
  })
  await openForm(clerk)
  await page.getByText('这部手机留给网页的空间不够存照片').waitFor()
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError')
    }
  })
  await record(page, '存不下的党课')
  await page.getByRole('status').filter({ hasText: '已记下' }).waitFor()
  expect(await readDeviceQueue(page)).toEqual([])

  await page.context().addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }))
  await openForm(clerk)
  await page.getByText('这个浏览器不让网页在本机存东西').waitFor()
  await record(page, '直接传的党课')
  await page.getByRole('status').filter({ hasText: '已记下' }).waitFor()
  expect(await titled(clerk, '直接传的党课')).toHaveLength(1)
  expect(await titled(clerk, '存不下的党课')).toHaveLength(1)
})
