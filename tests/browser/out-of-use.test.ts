import { expect } from 'vitest'
import { test } from './open-world.ts'

test('A merged school is taken out of use with its reason, is offered to no new round, and comes back', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', undefined, '/units/yucai')
  const { page } = bureau
  // A table that is not frozen is told before anything happens.
  bureau.expectStatus(409)
  bureau.countAnew()
  await bureau.type(page.getByLabel('为什么停用'), '并入实验小学')
  await bureau.tap(page.getByRole('button', { name: '停用这所学校' }))
  await page.getByText('还有没定稿的表，现在停用？').waitFor()
  await bureau.tap(page.getByRole('button', { name: '现在停用' }))
  await page.getByText('停用：并入实验小学').waitFor()
  expect(bureau.actions).toBe(3)
  await page.goto(new URL('/rounds/new', page.url()).href)
  await page.getByText('学校与检查人').waitFor()
  expect(await page.locator('.asked').getByText('柳溪村小学').count()).toBe(1)
  expect(await page.locator('.asked').getByText('育才小学').count()).toBe(0)
  await page.goto(new URL('/rounds/2026/units/yucai', page.url()).href)
  await page.getByRole('heading', { name: '育才小学' }).waitFor()
  await page.goto(new URL('/units', page.url()).href)
  await page.getByRole('heading', { name: '已停用' }).waitFor()
  await page.getByRole('link', { name: /育才小学/ }).click()
  await page.getByRole('button', { name: '恢复使用' }).click()
  await page.getByRole('button', { name: '停用这所学校' }).waitFor()
})
