import { expect } from 'vitest'
import { desk, phone, settled, test } from './open-world.ts'

const linkSaid = (said: readonly string[]) => said.find((line) => /^http.*[?&]token=/u.test(line))

test('The first start prints a one-time link, and its page opens a bureau without any default password', async ({ empty }) => {
  const link = linkSaid(empty.server.said)
  expect(link, empty.server.said.join('\n')).toBeDefined()
  const admin = await empty.visit(desk)
  await admin.page.goto(link ?? '')
  await settled(admin)
  admin.countAnew()
  await admin.type(admin.page.getByLabel('本局名称'), '云江市教育局')
  await admin.type(admin.page.getByLabel('本局代码'), 'yunjiang')
  await admin.type(admin.page.getByLabel('管理员姓名'), '管理员')
  await admin.type(admin.page.getByLabel('管理员密码'), '春天里种下一棵小树')
  await admin.tap(admin.page.getByRole('button', { name: '设置并登录' }))
  await admin.page.waitForURL('**/units')
  await settled(admin)
  expect(admin.actions, 'the token and the account are filled in already').toBe(5)
  expect(await admin.page.locator('main').innerText()).toContain('云江市教育局')

  const late = await empty.visit(desk)
  await late.page.goto(link ?? '')
  await settled(late)
  expect(await late.page.getByLabel('本局名称').count(), 'the link is used up').toBe(0)
})

test('A set-up that cannot be done says which field and what to do, and keeps what was typed', async ({ empty }) => {
  const admin = await empty.visit(phone)
  await admin.page.goto(linkSaid(empty.server.said) ?? '')
  await settled(admin)
  await admin.type(admin.page.getByLabel('本局名称'), '云江市教育局')
  await admin.type(admin.page.getByLabel('本局代码'), 'yunjiang')
  await admin.type(admin.page.getByLabel('管理员姓名'), '张三')
  await admin.tap(admin.page.getByRole('button', { name: '设置并登录' }))
  expect(await admin.page.getByRole('alert').innerText()).toContain('还没有填管理员密码。')

  admin.expectStatus(422)
  await admin.type(admin.page.getByLabel('管理员密码'), '12345678')
  await admin.tap(admin.page.getByRole('button', { name: '设置并登录' }))
  await admin.page.getByRole('alert').filter({ hasText: '密码' }).filter({ hasNotText: '还没有填' }).waitFor()
  expect(await admin.page.getByLabel('本局名称').inputValue()).toBe('云江市教育局')
  expect(await admin.page.getByLabel('管理员姓名').inputValue()).toBe('张三')
  expect(await admin.page.getByLabel('管理员密码').inputValue()).toBe('12345678')
})

test('One button fills an empty store with a bureau whose people are one tap away, under a banner that says so', async ({ empty }) => {
  const visitor = await empty.visit(phone)
  await visitor.page.goto('/')
  await settled(visitor)
  await visitor.tap(visitor.page.getByRole('button', { name: '建一个演示局看看' }))
  await visitor.page.waitForURL('**/demo', { timeout: 60_000 })
  const people = visitor.page.getByRole('button', { name: '进去' })
  await people.first().waitFor()
  expect(await people.count()).toBeGreaterThanOrEqual(12)
  await visitor.tap(people.filter({ hasText: '陈静' }))
  await visitor.page.getByText('演示局，内容都是虚构的').waitFor()
  expect(visitor.actions).toBe(2)
  expect(new URL(visitor.page.url()).pathname).toBe('/rounds/2026/units/yucai')

  await visitor.tap(visitor.page.getByRole('link', { name: '换个人看' }))
  await visitor.tap(people.filter({ hasText: '王丽' }))
  await visitor.page.getByText('演示局，内容都是虚构的').waitFor()
  expect(visitor.actions).toBe(4)
})

test('A used store neither offers nor accepts the demonstration', async ({ empty }) => {
  const admin = await empty.visit(desk)
  await admin.page.goto(linkSaid(empty.server.said) ?? '')
  await settled(admin)
  for (const [label, text] of [['本局名称', '云江市教育局'], ['本局代码', 'yunjiang'], ['管理员姓名', '张三'], ['管理员密码', '春天里种下一棵小树']] as const) {
    await admin.type(admin.page.getByLabel(label), text)
  }
  await admin.tap(admin.page.getByRole('button', { name: '设置并登录' }))
  await admin.page.waitForURL('**/units')
  const stranger = await empty.visit(phone)
  await stranger.page.goto('/')
  await settled(stranger)
  expect(await stranger.page.locator('main').innerText()).not.toContain('演示')
  stranger.expectStatus(409)
  const status = await stranger.page.evaluate(async () => (await fetch('/api/v1/demo', { method: 'POST' })).status)
  expect(status).toBe(409)
})
