import { expect } from 'vitest'
import { phone, test } from './open-world.ts'

test('A clerk sees on the first page what is due this month', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  await clerk.page.screenshot({ path: '/tmp/shot-home.png', fullPage: true })
  expect(await clerk.page.getByRole('heading', { name: '本月要做' }).count()).toBe(1)
})
