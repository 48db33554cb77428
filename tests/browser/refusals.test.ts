import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'

const here = '/rounds/2026/units/yucai'
const newEntry = `${here}/entries/new?kind=${encodeURIComponent('党课')}&on=2026-11-24`
const scolding = /您|！|错误|失败|非法/u

/** The sentence of the summary: short, without scolding, and focused, so that it is heard. */
const readSummary = async ({ page }: Visitor): Promise<string> => {
  const alert = page.getByRole('alert').first()
  await alert.waitFor()
  const sentence = (await alert.innerText()).trim()
  expect(sentence).not.toMatch(scolding)
  return sentence
}

test('A wrong password says what to do, and the name stays', async ({ demonstration }) => {
  const visitor = await demonstration.visit(phone)
  visitor.expectStatus(401)
  await visitor.page.goto('/sign-in')
  await settled(visitor)
  await visitor.type(visitor.page.getByLabel('账号'), 'chenjing')
  await visitor.type(visitor.page.getByLabel('密码', { exact: true }), '这不是她的密码')
  await visitor.tap(visitor.page.getByRole('button', { name: '登录', exact: true }))
  expect(await readSummary(visitor)).toMatch(/账号或密码/u)
  expect(await visitor.page.getByLabel('账号').inputValue()).toBe('chenjing')
})

test('A record with a day outside the year is not stored, and everything typed stays', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, newEntry)
  await clerk.type(clerk.page.getByLabel('标题'), '十一月党课')
  await clerk.type(clerk.page.getByLabel('参加人数'), '41')
  await clerk.tap(clerk.page.getByText('选日期'))
  await clerk.type(clerk.page.getByRole('textbox', { name: '日期' }), '2025-11-24')
  await clerk.tap(clerk.page.getByRole('button', { name: '保存', exact: true }))
  expect(await readSummary(clerk)).toMatch(/2026/u)
  expect(await clerk.page.getByLabel('标题').inputValue()).toBe('十一月党课')
  expect(await clerk.page.getByLabel('参加人数').inputValue()).toBe('41')
})

test('A day that has not come is refused at its field, for a new record and for a stored one, and everything typed stays', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, newEntry)
  const before = await askServer<{ readonly items: readonly { readonly id: string }[] }>(clerk, `${here}/entries?limit=200`)
  const refused = async () => {
    await clerk.tap(clerk.page.getByRole('button', { name: '保存', exact: true }))
    expect(await readSummary(clerk)).toContain('12月20日还没有到。办过以后再记。')
    expect(await clerk.page.locator('#entry-day .fault').innerText()).toBe('12月20日还没有到。办过以后再记。')
  }
  await clerk.type(clerk.page.getByLabel('标题'), '十二月党课')
  await clerk.tap(clerk.page.getByText('选日期'))
  await clerk.type(clerk.page.getByRole('textbox', { name: '日期' }), '2026-12-20')
  await refused()
  expect(await clerk.page.getByLabel('标题').inputValue()).toBe('十二月党课')
  expect(await clerk.page.getByRole('textbox', { name: '日期' }).inputValue()).toBe('2026-12-20')
  await clerk.page.goto(`${here}/entries/${before.items[0]?.id}`)
  await settled(clerk)
  await clerk.type(clerk.page.getByLabel('参加人数'), '17')
  await clerk.type(clerk.page.getByRole('textbox', { name: '日期' }), '2026-12-20')
  await refused()
  expect(await clerk.page.getByLabel('参加人数').inputValue()).toBe('17')
  expect(await askServer(clerk, `${here}/entries?limit=200`), 'nothing is stored').toEqual(before)
})

test('A file that lies about its type is refused with a sentence, and the rest of the record is kept', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, newEntry)
  await clerk.type(clerk.page.getByLabel('标题'), '十一月党课')
  await clerk.pickFiles(clerk.page.getByText('拍照或选照片'), [
    { name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('MZ this is no photo') },
  ])
  await clerk.page.getByText('这张照片打不开').waitFor()
  expect(await clerk.page.getByLabel('标题').inputValue()).toBe('十一月党课')
})

test('Two people who change one record are shown where they differ, and nothing typed is lost', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  const { items } = await askServer<{ readonly items: readonly { readonly id: string; readonly version: number; readonly title: string; readonly countsAs: readonly string[]; readonly happenedOn: string }[] }>(
    clerk,
    `${here}/entries?limit=1`,
  )
  const [entry] = items
  expect(entry).toBeDefined()
  await clerk.page.goto(`${here}/entries/${entry?.id}`)
  await settled(clerk)
  await clerk.type(clerk.page.getByLabel('标题'), '陈静改的标题')

  const secretary = await demonstration.enter('wangli', phone, `${here}/entries/${entry?.id}`)
  await secretary.type(secretary.page.getByLabel('标题'), '王丽改的标题')
  await secretary.tap(secretary.page.getByRole('button', { name: '保存', exact: true }))
  await secretary.page.getByRole('status').filter({ hasText: '已改好' }).waitFor()

  clerk.expectStatus(412)
  await clerk.tap(clerk.page.getByRole('button', { name: '保存', exact: true }))
  await readSummary(clerk)
  await clerk.page.getByText('王丽改的标题').first().waitFor()
  const values = await clerk.page.locator('input, textarea').evaluateAll((fields) => fields.map((field) => (field instanceof HTMLInputElement ? field.value : '')))
  const whole = `${values.join(' ')} ${await clerk.page.locator('main').innerText()}`
  expect(whole).toContain('陈静改的标题')
  expect(await askServer(clerk, `${here}/entries/${entry?.id}`)).toMatchObject({ title: '王丽改的标题' })
})

test('Another school, an unknown page and a page of another role answer the same designed sentence', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, '/help')
  clerk.expectStatus(404)
  for (const path of ['/rounds/2026/units/erzhong', '/rounds/2026/units/erzhong/sheet', '/nowhere', '/units', '/tasks', `${here}/sign`]) {
    await clerk.page.goto(path)
    await settled(clerk)
    expect(await clerk.page.getByRole('heading', { level: 1 }).innerText(), path).toMatch(/^没有这(一项|个页面)，或它不归本单位看。/u)
    expect(await clerk.page.getByRole('link', { name: '返回首页' }).isVisible(), path).toBe(true)
  }
  await clerk.tap(clerk.page.getByRole('link', { name: '返回首页' }))
  await clerk.page.waitForURL(`**${here}`)
})

test('A session that ended asks to sign in and leads back to the page', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, `${here}/sheet`)
  await tellServer(clerk, 'DELETE', '/sessions/current', undefined)
  clerk.expectStatus(401)
  await clerk.page.goto(`${here}/entries`)
  await clerk.page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  expect(new URL(clerk.page.url()).searchParams.get('next')).toBe(`${here}/entries`)
})

test('Without a network the last copy stays with its age', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  await clerk.page.context().setOffline(true)
  await clerk.page.getByText(/没有网络，看到的是.*的/u).waitFor({ timeout: 1000 })
  expect(await clerk.page.getByRole('heading', { name: '本月要做' }).isVisible()).toBe(true)
})
