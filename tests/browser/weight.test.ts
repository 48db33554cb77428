import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { phone, settled, test } from './open-world.ts'

const home = '/rounds/2026/units/yucai'

test('The first page of a clerk loads at most 170 kB of script in a dozen pieces, and asks each of its questions once', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, '/help')
  const scripts = new Map<string, Promise<Buffer>>()
  const asked: string[] = []
  clerk.page.on('response', (response) => {
    // A script that the phone has and only asks about bears no bytes.
    if (response.request().resourceType() === 'script' && response.status() === 200) scripts.set(response.url(), response.body())
  })
  clerk.page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/api/')) asked.push(pathname.slice('/api/v1'.length))
  })
  // What is fetched ahead begins a second after the page stands: on a slow machine it must not count as the page's own.
  await clerk.page.addInitScript(() => {
    const later = globalThis.setTimeout
    const without = (act: TimerHandler, delay?: number, ...rest: unknown[]) => (delay === 1_000 ? 0 : later(act, delay, ...rest))
    globalThis.setTimeout = without as typeof globalThis.setTimeout
  })
  await clerk.page.goto(home)
  await clerk.page.getByRole('link', { name: '记一笔' }).first().waitFor()
  expect(asked.filter((path) => [home, `${home}/plan`, '/sessions/current'].includes(path)).toSorted()).toEqual([home, `${home}/plan`, '/sessions/current'])
  await settled(clerk)
  const sizes = await Promise.all([...scripts.values()].map(async (body) => gzipSync(await body, { level: 9 }).length))
  expect(sizes.length).toBeGreaterThan(3)
  expect(sizes.length, 'each piece is a wait for the server').toBeLessThanOrEqual(12)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(170_000)
})

test('What was asked for ahead is taken by its own page only: the next visit asks anew', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, home)
  clerk.expectStatus(401)
  await clerk.page.evaluate(() => fetch('/api/v1/sessions/current', { method: 'DELETE' }))
  await clerk.page.goto(home)
  await clerk.page.getByRole('heading', { name: '登录' }).waitFor()
  expect(await clerk.page.getByText('记一笔').count()).toBe(0)
})
