import { expect } from 'vitest'
import { askServer, fetchBytes, tellServer } from './ask-server.ts'
import { settled, test } from './open-world.ts'
import type { World } from './open-world.ts'
import { readDocx } from './read-docx.ts'

const here = '/rounds/2026/units/yucai'

/** The same table, asked of the same schools a year earlier. */
const openFormerRound = async (demonstration: World) => {
  const bureau = await demonstration.enter('zhaomin')
  const { form, units } = await askServer<{ readonly form: string; readonly units: readonly string[] }>(bureau, '/rounds/2026')
  await tellServer(bureau, 'PUT', '/rounds/2025', { form, units, year: 2025, opensOn: '2025-09-01', dueOn: '2025-12-20', inspectors: {} })
}

test('The evidence index is one tap away from the records, at a real address', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries`)
  for (const name of ['请同事补', '已删除的', '佐证材料目录', '其他格式、日历']) {
    const box = await clerk.page.getByRole('link', { name, exact: true }).boundingBox()
    expect((box?.y ?? Infinity) + (box?.height ?? 0), `${name} is seen without scrolling`).toBeLessThan(844)
  }
  clerk.countAnew()
  const download = await clerk.download(clerk.page.getByRole('link', { name: '佐证材料目录' }))
  expect(clerk.actions).toBe(1)
  expect(download.url()).toContain(`${demonstration.server.address}/api/v1${here}/papers?kind=evidence-index&format=pdf`)
  const { pathname, search } = new URL(download.url())
  expect((await fetchBytes(clerk, pathname + search)).subarray(0, 5).toString()).toBe('%PDF-')
})

test('The book of the year is in Word with every record in it, and the files are in one zip', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/papers`)
  const addressOf = async (name: string) => (await clerk.page.getByRole('link', { name }).getAttribute('href')) ?? 'none'
  const { text } = readDocx(await fetchBytes(clerk, await addressOf('活动记录册，Word')))
  const { items } = await askServer<{ readonly items: readonly { readonly title: string }[] }>(clerk, `${here}/entries?limit=200`)
  expect(items.length).toBeGreaterThan(20)
  expect(items.filter(({ title }) => !text.includes(title)).map(({ title }) => title)).toEqual([])
  expect((await fetchBytes(clerk, await addressOf('下载压缩包'))).subarray(0, 2).toString()).toBe('PK')
})

test('A calendar takes what is due by a private address, until it is ended', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/papers`)
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('button', { name: '生成订阅地址并复制' }))
  await clerk.page.getByText('已复制。').waitFor()
  expect(clerk.actions).toBe(1)
  const { pathname } = new URL(await clerk.page.evaluate(() => navigator.clipboard.readText()))
  const feed = (await fetchBytes(clerk, pathname)).toString('utf8')
  expect(feed).toMatch(/^BEGIN:VCALENDAR/u)
  expect(feed.match(/BEGIN:VEVENT/gu)?.length).toBeGreaterThan(0)
  await clerk.tap(clerk.page.getByRole('button', { name: '停用订阅' }))
  await clerk.page.getByText('已经停用').waitFor()
  clerk.expectStatus(404)
  expect(await clerk.page.evaluate(async (path) => (await fetch(path)).status, pathname)).toBe(404)
})

test('A school sees this year against its last, item by item', async ({ demonstration }) => {
  await openFormerRound(demonstration)
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/years`)
  await settled(clerk)
  expect(await clerk.page.locator('table.years tbody tr').count()).toBe(30)
  const { now, before } = await askServer<{ readonly now: { readonly total: number }; readonly before: { readonly total: number } }>(clerk, `${here}/compare?with=2025`)
  const words = await clerk.page.locator('.years-sum').innerText()
  expect(words).toContain(`2026年度${now.total}分`)
  expect(words).toContain(`2025年度${before.total}分`)
})
