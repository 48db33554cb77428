import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { askServer } from './ask-server.ts'
import { desk, phone, settled, test } from './open-world.ts'
import { moveClock } from './pinned-clock.ts'
import { readDocx } from './read-docx.ts'

test('The bureau sees who has not submitted, and has the reminder on the clipboard with one action', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk)
  expect(await bureau.page.locator('body').innerText()).toContain('没有提交的3所')
  await bureau.tap(bureau.page.getByRole('button', { name: '复制提醒文字' }))
  await bureau.page.getByRole('status').filter({ hasText: '已复制' }).waitFor()
  expect(bureau.actions).toBeLessThanOrEqual(2)
  const text = await bureau.page.evaluate(() => navigator.clipboard.readText())
  for (const school of ['柳溪村小学', '星河幼儿园', '育才小学']) expect(text).toContain(school)
  expect(text, 'who has submitted is not reminded').not.toContain('云江中学')
  expect(text).toContain('12月19日')
})

test('The progress of the schools is no ranking', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk)
  const codes = await bureau.page.locator('tbody tr td.drop-second.grey').allInnerTexts()
  expect(codes.length).toBe(6)
  expect(codes).toEqual(codes.toSorted())
})

test('The bureau returns a table with a reason at the item in three actions', async ({ demonstration }) => {
  const place = '/rounds/2026/units/erzhong'
  const bureau = await demonstration.enter('zhaomin', desk, place)
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('button', { name: '第5条要改' }))
  await bureau.type(bureau.page.getByLabel('第5条要改什么'), '10月的学习没有写记录本第几页，请补上。')
  await bureau.tap(bureau.page.getByRole('button', { name: '退回并写明' }))
  await bureau.page.getByRole('status').filter({ hasText: '已退回云江市第二初级中学' }).waitFor()
  expect(bureau.actions).toBe(3)
  expect(await askServer(bureau, `${place}`)).toMatchObject({ stage: 'returned' })

  const secretary = await demonstration.enter('qianhua', phone, `${place}/returned`)
  expect(await secretary.page.getByRole('heading', { name: '要改1条' }).count()).toBe(1)
  expect(await secretary.page.locator('main').innerText()).toContain('10月的学习没有写记录本第几页，请补上。')
})

test('A return without any reason is not sent', async ({ demonstration }) => {
  const place = '/rounds/2026/units/erzhong'
  const bureau = await demonstration.enter('zhaomin', desk, place)
  await bureau.tap(bureau.page.getByRole('button', { name: '退回并写明' }))
  expect(await bureau.page.getByRole('alert').innerText()).toContain('还没有写要改哪几条')
  expect(await askServer(bureau, `${place}`)).toMatchObject({ stage: 'submitted' })
})

test('The bureau resets a password from the list of units in two actions, and the person sets a new one and is in', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/units')
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('link', { name: /柳溪村小学/u }))
  const row = bureau.page.getByRole('listitem').filter({ hasText: 'heping' })
  await bureau.tap(row.getByRole('button', { name: '重设密码' }))
  const drawer = bureau.page.getByRole('dialog')
  await drawer.getByRole('button', { name: '复制给何平' }).waitFor()
  expect(bureau.actions).toBe(2)
  const link = /http\S+/u.exec(await drawer.locator('#link-text').innerText())?.[0] ?? ''

  const clerk = await demonstration.visit(phone)
  await clerk.page.goto(link)
  await settled(clerk)
  await clerk.type(clerk.page.getByLabel('密码', { exact: true }), '雨后的操场很干净')
  await clerk.tap(clerk.page.getByRole('button', { name: '设好并登录' }))
  await clerk.page.waitForURL('**/rounds/2026/units/liuxi')
  expect(clerk.actions, 'nothing to confirm, nothing to sign in again').toBe(2)

  const late = await demonstration.visit(phone)
  late.expectStatus(404)
  late.expectStatus(410)
  await late.page.goto(link)
  await late.page.getByRole('alert').waitFor()
  expect(await late.page.getByLabel('密码', { exact: true }).count(), 'the link is used up').toBe(0)
  await late.page.getByText('密码设过了，用账号和密码登录。', { exact: false }).waitFor()
  await late.tap(late.page.getByRole('alert').getByRole('link', { name: '登录' }))
  await late.page.waitForURL('**/sign-in')
})

test('A second round of the same table and year asks first, and comes with all schools, the table filled in and its notice as a Word draft', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk)
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '轮次' }))
  await bureau.tap(bureau.page.getByRole('link', { name: '开始一轮自查' }))
  await bureau.page.getByRole('status').filter({ hasText: '不到一个月' }).waitFor()
  await bureau.tap(bureau.page.getByRole('button', { name: '开始，请6所学校填' }))
  const question = bureau.page.getByRole('dialog', { name: '这些学校已经在填这一年的这张表，还要再开一轮吗？' })
  await question.getByText(/自查表.*到12月19日：这次选的学校有6所已经在里面/u).waitFor()
  expect((await askServer<{ readonly items: readonly object[] }>(bureau, '/rounds?limit=200')).items, 'nothing is opened by asking').toHaveLength(1)
  const notice = await bureau.download(question.getByRole('button', { name: '再开一轮' }))
  expect(notice.suggestedFilename()).toBe('2026年度自查通知（草稿）.docx')
  const { text: words } = readDocx(readFileSync(await notice.path()))
  for (const part of ['党组织全面从严治党主体责任', '2026年12月20日前', '还没有写年度督查检查考核计划清单的编号', '只有26天', '柳溪村小学']) expect(words).toContain(part)
  await bureau.page.getByRole('heading', { name: '2026年度自查' }).waitFor()
  await settled(bureau)
  expect(bureau.actions).toBe(4)
  const round = decodeURIComponent(new URL(bureau.page.url()).pathname.split('/').at(-1) ?? '')
  expect(round).not.toBe('2026')
  expect(await askServer(bureau, `/rounds/${round}`)).toMatchObject({ form: 'yangzhou-2022', year: 2026, opensOn: '2026-11-24' })

  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('link', { name: '名单与检查人' }))
  await bureau.tap(bureau.page.getByRole('button', { name: '撤回这一轮' }))
  await bureau.tap(bureau.page.getByRole('dialog').getByRole('button', { name: '撤回' }))
  await bureau.page.waitForURL('**/rounds')
  await settled(bureau)
  expect(bureau.actions).toBe(3)
  expect((await askServer<{ readonly items: readonly { readonly id: string }[] }>(bureau, '/rounds?limit=200')).items.map(({ id }) => id)).toEqual(['2026'])
  await bureau.page.goto('/rounds/2026/edit')
  await settled(bureau)
  expect(await bureau.page.getByRole('button', { name: '撤回这一轮' }).count(), 'what schools fill stays').toBe(0)
})

test('The bureau opens the round of a year in three actions, unasked where none of it runs', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk)
  await bureau.page.addInitScript(`(${moveClock.toString()})('2027-09-06T01:30:00.000Z')`)
  await bureau.page.goto('/')
  await settled(bureau)
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('navigation', { name: '目录' }).getByRole('link', { name: '轮次' }))
  await bureau.tap(bureau.page.getByRole('link', { name: '开始一轮自查' }))
  const notice = await bureau.download(bureau.page.getByRole('button', { name: '开始，请6所学校填' }))
  expect(notice.suggestedFilename()).toBe('2027年度自查通知（草稿）.docx')
  await bureau.page.getByRole('heading', { name: '2027年度自查' }).waitFor()
  expect(bureau.actions).toBe(3)
})
