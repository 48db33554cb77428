import { expect } from 'vitest'
import { desk, phone, settled, test } from './open-world.ts'

test('The city reads its counties by stage and where points were lost, and takes it along as Excel, in one action each', async ({ demonstration }) => {
  const city = await demonstration.enter('jiangning', desk)
  const table = await city.page.locator('table.counties').innerText()
  expect(table).toContain('云江市教育局')
  expect(table).toContain('合计')
  const losses = city.page.locator('table.losses tbody tr')
  expect(await losses.count()).toBe(30)
  const numbers = await losses.locator('td:first-child').allInnerTexts()
  expect(numbers.map(Number), 'in the order of the form').toEqual(numbers.map((_, index) => index + 1))
  expect(await city.page.locator('main').innerText(), 'no school is named').not.toContain('育才小学')
  city.countAnew()
  const file = await city.download(city.page.getByRole('link', { name: '导出Excel' }))
  expect([city.actions, file.suggestedFilename().endsWith('.xlsx')]).toEqual([1, true])
})

test('From the overview the city reads a county and a school, and can change neither', async ({ demonstration }) => {
  const city = await demonstration.enter('jiangning', phone)
  await city.tap(city.page.getByRole('link', { name: '云江市教育局' }))
  await settled(city)
  expect(await city.page.getByRole('button', { name: '复制提醒文字' }).count()).toBe(0)
  expect(await city.page.getByRole('link', { name: '分配检查' }).count()).toBe(0)
  await city.tap(city.page.getByRole('link', { name: '云江中学' }))
  await settled(city)
  expect(city.actions).toBe(2)
  expect(await city.page.getByRole('button', { name: /退回/u }).count()).toBe(0)
})
