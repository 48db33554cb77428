import { expect } from 'vitest'
import { demonstrationPassword } from '../../packages/server/src/demo/bureau.ts'
import { askServer, tellServer } from './ask-server.ts'
import { desk, phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'

const here = '/rounds/2026/units/yucai'

type Score = { readonly total: number; readonly criteria: readonly { readonly id: string; readonly score: number }[] }

const stageOf = async (person: Visitor, place: string) =>
  (await askServer<{ readonly stage: string }>(person, `${place}`)).stage

test('A secretary sees the three dearest gaps without a tap and without scrolling', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', phone)
  const gaps = secretary.page.locator('section').filter({ has: secretary.page.getByRole('heading', { name: '最要紧的' }) }).getByRole('listitem')
  expect(await gaps.count()).toBe(3)
  const bar = await secretary.page.locator('.bottom').boundingBox()
  for (const gap of await gaps.all()) {
    const box = await gap.boundingBox()
    expect((box?.y ?? 0) + (box?.height ?? 0), 'its lower edge stands above the bar').toBeLessThanOrEqual(bar?.y ?? 0)
    expect(await gap.innerText()).toMatch(/\d分/u)
  }
  expect(secretary.actions).toBe(0)
})

test('A secretary reads a mark and its reason with one action', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli')
  await secretary.tap(secretary.page.getByRole('navigation').getByRole('link', { name: '自查表' }).filter({ visible: true }))
  await settled(secretary)
  const item = secretary.page.locator('#item-5')
  expect(await item.innerText()).toMatch(/\d/u)
  expect(await item.innerText()).toContain('应12次，实10次')
  expect(secretary.actions).toBe(1)
})

test('A secretary overrides a mark with a reason in three actions, and the reason stands beside it', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', desk, `${here}/sheet?item=2`)
  const before = await askServer<Score>(secretary, `${here}/score`)
  expect(before.criteria.find((one) => one.id === '2.3')?.score).toBe(1)
  secretary.countAnew()
  const own = secretary.page.locator('#detail-2')
  await secretary.type(own.getByLabel('改自查分').last(), '0.5')
  await secretary.type(own.getByLabel('理由'), '下半年的记录不够详细')
  await secretary.tap(own.getByRole('button', { name: '保存这个分' }))
  await secretary.page.locator('#item-2').getByText('自己定0.5分（系统算1分）：下半年的记录不够详细').waitFor()
  expect(secretary.actions, 'the mark, the reason, the button').toBe(3)
  await expect.poll(async () => (await askServer<Score>(secretary, `${here}/score`)).total).toBe(before.total - 0.5)
})

test('An own mark without a reason is not stored, the sentence says what to do, and the number stays', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', desk, `${here}/sheet?item=2`)
  const own = secretary.page.locator('#detail-2')
  await secretary.type(own.getByLabel('改自查分').last(), '0.5')
  await secretary.tap(own.getByRole('button', { name: '保存这个分' }))
  expect(await own.getByRole('alert').innerText()).toContain('请写一句理由')
  expect(await own.getByLabel('改自查分').last().inputValue()).toBe('0.5')
  await secretary.type(own.getByLabel('改自查分').last(), '9')
  await secretary.type(own.getByLabel('理由'), '写错了')
  await secretary.tap(own.getByRole('button', { name: '保存这个分' }))
  expect(await own.getByRole('alert').innerText()).toMatch(/最多1分，填了9分/u)
  expect(await own.getByLabel('理由').inputValue()).toBe('写错了')
})

test('A secretary hands a gap to a colleague with one action, by a text for the clipboard', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli')
  await secretary.tap(secretary.page.getByRole('button', { name: /转给同事/u }).first())
  await secretary.page.getByRole('status').filter({ hasText: '已复制' }).waitFor()
  expect(secretary.actions).toBe(1)
  const text = await secretary.page.evaluate(() => navigator.clipboard.readText())
  expect(text).toContain(`${demonstration.server.address}${here}/`)
})

test('A secretary submits with two actions from the check, and is told to whom', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', phone, `${here}/submit`)
  expect(await secretary.page.getByRole('button', { name: '提交给云江市教育局' }).count()).toBe(1)
  await secretary.tap(secretary.page.getByLabel('上面各项看过了，内容属实'))
  await secretary.tap(secretary.page.getByRole('button', { name: '提交给云江市教育局' }))
  await secretary.page.getByRole('heading', { name: '已提交云江市教育局' }).waitFor()
  expect(secretary.actions).toBe(2)
  expect(await stageOf(secretary, here)).toBe('submitted')
})

test('A submission that nobody has looked over is held back with a sentence', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', phone, `${here}/submit`)
  await secretary.tap(secretary.page.getByRole('button', { name: '提交给云江市教育局' }))
  expect(await secretary.page.getByRole('alert').innerText()).toContain('看过再提交')
  expect(await stageOf(secretary, here)).toBe('draft')
})

test('A returned table shows the words of the bureau beside the items, and goes back improved', async ({ demonstration }) => {
  const secretary = await demonstration.enter('yemei')
  await secretary.tap(secretary.page.getByRole('link', { name: /云江市教育局退回了/u }))
  await secretary.page.getByText('7月、8月没有学习记录').waitFor()
  expect(secretary.actions).toBe(1)
  await secretary.page.goto('/rounds/2026/units/xinghe/submit')
  await secretary.tap(secretary.page.getByLabel('上面各项看过了，内容属实'))
  await secretary.tap(secretary.page.getByRole('button', { name: '提交给云江市教育局' }))
  await secretary.page.getByRole('heading', { name: '已提交云江市教育局' }).waitFor()
  expect(await stageOf(secretary, '/rounds/2026/units/xinghe')).toBe('submitted')
})

test('The clerk of a returned table reads who sends it back, and tells them with one tap', async ({ demonstration }) => {
  const clerk = await demonstration.enter('luoxin', phone, '/rounds/2026/units/xinghe/returned')
  await clerk.page.getByText('改好以后，由书记叶梅重新提交').waitFor()
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('button', { name: '改好了，复制一句话给叶梅' }))
  await clerk.page.getByText('到微信里发给叶梅').waitFor()
  expect(clerk.actions).toBe(1)
  expect(await clerk.page.evaluate(() => navigator.clipboard.readText())).toMatch(/改好了.*\/rounds\/2026\/units\/xinghe\/submit$/u)
})

test('At a desk every answer of the quick check stands in the list, as on its own page', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', desk, `${here}/quick-check`)
  const levels = secretary.page.getByRole('button', { name: /都没有/u }).first()
  secretary.countAnew()
  await secretary.tap(levels)
  await expect.poll(() => levels.getAttribute('aria-pressed')).toBe('true')
  expect(secretary.actions).toBe(1)
})

test('A secretary signs with at most three actions and the own password, and a wrong one changes nothing', async ({ demonstration }) => {
  const place = '/rounds/2026/units/zhizhuan'
  const inspector = await demonstration.enter('gaoyuan')
  await tellServer(inspector, 'PUT', `${place}/inspection/settled/5`, { score: 3.5, reason: '一起翻了记录本' })
  await tellServer(inspector, 'POST', `${place}/stage`, { to: 'inspected' })

  const secretary = await demonstration.enter('weiguo')
  secretary.countAnew()
  await secretary.tap(secretary.page.getByRole('link', { name: /去签字/u }))
  secretary.expectStatus(422)
  await secretary.type(secretary.page.getByLabel('魏国，再输一次密码'), '不是这个密码')
  await secretary.tap(secretary.page.getByRole('button', { name: /^签字/u }))
  await secretary.page.getByRole('alert').filter({ hasText: '密码' }).waitFor()
  expect(await stageOf(secretary, place)).toBe('inspected')

  await secretary.page.goto('/')
  await settled(secretary)
  secretary.countAnew()
  await secretary.tap(secretary.page.getByRole('link', { name: /去签字/u }))
  await secretary.type(secretary.page.getByLabel('魏国，再输一次密码'), demonstrationPassword)
  await secretary.tap(secretary.page.getByRole('button', { name: /^签字/u }))
  await secretary.page.getByRole('heading', { name: /^已签字/u }).waitFor()
  expect(secretary.actions, 'the password is one of them').toBeLessThanOrEqual(4)
  expect(await stageOf(secretary, place)).toBe('signed')
})
