import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { settled, test } from './open-world.ts'
import type { World } from './open-world.ts'

const here = '/rounds/2026/units/yucai'
const before = '/rounds/2025/units/yucai'
const rules = '5a1f6c0e-8d2b-4c3e-9f10-6b7d8e9f0a1b'

/** A year before this one, with a standing document and answers that usually hold. */
const fillFormerYear = async (demonstration: World) => {
  const bureau = await demonstration.enter('zhaomin')
  const { form, units } = await askServer<{ readonly form: string; readonly units: readonly string[] }>(bureau, '/rounds/2026')
  await tellServer(bureau, 'PUT', '/rounds/2025', { form, units, year: 2025, opensOn: '2025-09-01', dueOn: '2025-12-20', inspectors: {} })
  const clerk = await demonstration.enter('chenjing', undefined, '/help')
  const entry = { countsAs: ['制度制定'], title: '修订校长办公会议事规则', happenedOn: '2025-03-04', evidence: [{ reference: '校发〔2025〕3号' }] }
  await tellServer(clerk, 'PUT', `${before}/entries/${rules}`, entry)
}

test('What stood last year is taken over with one press, after a person looked at it', async ({ demonstration }) => {
  await fillFormerYear(demonstration)
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/carry-over`)
  const listed = async () => (await askServer<{ readonly items: readonly { readonly title: string }[] }>(clerk, `${here}/entries?limit=200`)).items.map(({ title }) => title)
  const earlier = await listed()
  expect(await clerk.page.locator('main').innerText()).toContain('修订校长办公会议事规则')
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('button', { name: /样还有效$/u }))
  await clerk.page.getByText('都确认过了').waitFor()
  expect(clerk.actions).toBe(1)
  expect((await listed()).length).toBe(earlier.length + 1)
})

test('The clerk’s first page leads to what waits for a yes, and says nothing where nothing waits', async ({ demonstration }) => {
  const first = await demonstration.enter('chenjing')
  expect(await first.page.getByText('可能还有效').count()).toBe(0)
  await fillFormerYear(demonstration)
  await first.page.goto(here)
  await settled(first)
  await first.tap(first.page.getByRole('link', { name: /可能还有效/u }))
  await first.page.getByText('修订校长办公会议事规则').waitFor()
})

test('A complaint goes to the bureau with the page it is about, is answered, and the answer is read by who wrote it', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/sheet`)
  clerk.countAnew()
  await clerk.tap(clerk.page.locator('.foot-links').getByRole('link', { name: '投诉建议' }))
  await clerk.type(clerk.page.getByLabel('要说的话'), '照片要得太多，能不能只写第几页')
  await clerk.tap(clerk.page.getByRole('button', { name: '送出', exact: true }))
  await clerk.page.getByText('已送到').waitFor()
  expect(clerk.actions).toBe(3)

  const bureau = await demonstration.enter('zhaomin', undefined, '/suggestions')
  expect(await bureau.page.locator('main').innerText()).toContain(`写在 ${here}/sheet`)
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('button', { name: '答复', exact: true }))
  await bureau.type(bureau.page.getByLabel(/^答复/u), '写第几页就行，不用照片。')
  await bureau.tap(bureau.page.getByRole('button', { name: '送出答复' }))
  await bureau.page.getByRole('heading', { name: '已答复' }).waitFor()
  expect(bureau.actions).toBe(3)

  await clerk.page.goto('/contact')
  await clerk.page.getByText('答复：写第几页就行，不用照片。').waitFor()
})

test('A secretary hands the clerk’s post over in three actions; both may work, and the successor sets a password of their own', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', undefined, '/handover')
  secretary.countAnew()
  await secretary.tap(secretary.page.getByRole('radio', { name: /陈静/u }))
  await secretary.type(secretary.page.getByLabel('接手人姓名'), '周敏敏')
  await secretary.tap(secretary.page.getByRole('button', { name: '交接，出一次性链接' }))
  const link = secretary.page.locator('#link-text')
  await link.waitFor()
  expect(secretary.actions).toBe(3)
  const path = /https?:\/\/[^\s]+(\/links\/[\w-]+)/u.exec(await link.innerText())?.[1] ?? '/none'

  const successor = await demonstration.visit()
  await successor.page.goto(path)
  await successor.type(successor.page.getByLabel('密码', { exact: true }), '一句够长的话就行')
  await successor.tap(successor.page.getByRole('button', { name: '设好并登录' }))
  await successor.page.waitForURL(new RegExp(`${here}$`, 'u'))
  expect((await askServer<{ readonly items: readonly object[] }>(successor, `${here}/entries?limit=200`)).items.length).toBeGreaterThan(20)
  const former = await demonstration.enter('chenjing')
  expect(former.page.url()).toContain(here)
})

test('Everybody can read what is kept of their school, how much of it, and that it is no register of people', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, '/storage')
  const words = await clerk.page.locator('main').innerText()
  const { items } = await askServer<{ readonly items: readonly { readonly what: string; readonly count: number }[] }>(clerk, '/storage-facts')
  for (const { what, count } of items) expect(words).toMatch(new RegExp(`${what.replace(/[（）]/gu, '.')}\\s*${count}[条件张]`, 'u'))
  expect(words).toContain('不记名单')
})
