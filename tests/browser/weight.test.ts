import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import { phone, settled, test } from './open-world.ts'

test('The first page of a clerk loads at most 170 kB of script', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, '/help')
  const scripts = new Map<string, Promise<Buffer>>()
  clerk.page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.set(response.url(), response.body())
  })
  await clerk.page.goto('/rounds/2026/units/yucai')
  await settled(clerk)
  const sizes = await Promise.all([...scripts.values()].map(async (body) => gzipSync(await body, { level: 9 }).length))
  expect(sizes.length).toBeGreaterThan(3)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(170_000)
})
