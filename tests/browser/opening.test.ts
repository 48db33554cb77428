import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Form } from '@zicha/core'
import { writeDocument } from '@zicha/documents'
import { expect } from 'vitest'
import { askServer } from './ask-server.ts'
import { desk, phone, settled, test } from './open-world.ts'
import { root } from './run-server.ts'

const eighty = [
  ['单位名称', '学段', '公办/民办', '党员数', '书记姓名', '手机号码', '党务干部'],
  ...Array.from({ length: 80 }, (_, index) => [`云江市第${index + 1}小学`, '小学', '公办', String(10 + index), `书记${'甲乙丙丁'[index % 4]}`, '13800001111', `干部${'子丑寅卯'[index % 4]}`]),
]
const pasted = eighty.map((row) => row.join('\t')).join('\n')

test('The bureau imports 80 schools with their people from a file and has the slips with one-time links in four actions', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/units')
  bureau.countAnew()
  await bureau.pickFiles(bureau.page.getByText('导入名单文件'), [{ name: '学校名单.txt', mimeType: 'text/plain', buffer: Buffer.from(pasted) }])
  await bureau.page.getByText('读到80所学校、160人').waitFor()
  expect(await bureau.page.locator('main').innerText(), 'numbers are named as left out, not read').toMatch(/手机号码没有读进来/u)
  expect(await bureau.page.locator('main').innerText()).not.toContain('13800001111')
  expect((await askServer<{ readonly items: readonly object[] }>(bureau, '/units?limit=200')).items, 'looking keeps nothing').toHaveLength(7)
  await bureau.tap(bureau.page.getByRole('button', { name: '导入80所学校、160人' }))
  await bureau.page.getByText('新建80所学校，加了160人').waitFor()
  const slips = await bureau.download(bureau.page.getByRole('button', { name: '出160人的链接单' }))
  await bureau.page.getByText('链接单出好了').waitFor()
  expect(bureau.actions).toBe(4)
  expect(slips.suggestedFilename()).toBe('账号链接单.pdf')
  expect(readFileSync(await slips.path()).subarray(0, 5).toString()).toBe('%PDF-')
  expect((await askServer<{ readonly items: readonly object[] }>(bureau, '/units?limit=200')).items).toHaveLength(87)

  await bureau.tap(bureau.page.getByRole('button', { name: '复制云江市第2小学的链接' }))
  const text = await bureau.page.evaluate(() => navigator.clipboard.readText())
  const [first = '', second = ''] = [...text.matchAll(/http\S+/gu)].map(([url]) => url)
  expect(text).toMatch(/书记书记乙：http.*\n账号：\S+\n党务干部干部丑：http/u)
  await bureau.tap(bureau.page.getByRole('button', { name: '复制发群的文字' }))
  expect(await bureau.page.evaluate(() => navigator.clipboard.readText()), 'the group gets no link').not.toContain('http')

  const secretary = await demonstration.visit(phone)
  await secretary.page.goto(first)
  await settled(secretary)
  await secretary.type(secretary.page.getByLabel('密码', { exact: true }), '雨后的操场很干净')
  await secretary.tap(secretary.page.getByRole('button', { name: '设好并登录' }))
  await secretary.page.waitForURL((url) => !url.pathname.startsWith('/links'))
  expect(secretary.actions).toBe(2)
  expect(second).not.toBe(first)
})

test('Rows pasted from WPS become schools in the same four actions; the same rows again change nothing', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/units')
  const paste = async () => {
    await bureau.page.evaluate((text) => navigator.clipboard.writeText(text), '学校\t代码\t书记\n滨江小学\tbinjiang\t何平\n柳溪村小学\t\t')
    bureau.countAnew()
    await bureau.tap(bureau.page.getByRole('link', { name: '粘贴学校名单' }))
    await bureau.page.getByText('选一份学校名单').waitFor()
    await bureau.press('Control+v')
    await bureau.page.getByText('读到2所学校').waitFor()
  }
  await paste()
  await bureau.tap(bureau.page.getByRole('button', { name: '导入2所学校、1人' }))
  await bureau.page.getByText('新建1所学校').waitFor()
  await bureau.tap(bureau.page.getByRole('button', { name: '出1人的链接单' }))
  await bureau.page.getByText('链接单出好了').waitFor()
  expect(bureau.actions).toBe(4)
  await bureau.page.goto('/units')
  await settled(bureau)
  await paste()
  expect(await bureau.page.locator('.roster-line').allInnerTexts()).toEqual([expect.stringContaining('和现在一样'), expect.stringContaining('和现在一样')])
  await bureau.tap(bureau.page.getByRole('button', { name: '导入2所学校、1人' }))
  await bureau.page.getByText('没有改动').waitFor()
})

test('Inspectors pasted with the bureau’s own name get their post at the bureau, and no school of that name is made', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/units/import')
  const before = await askServer<{ readonly items: readonly object[] }>(bureau, '/units?limit=200')
  await bureau.page.evaluate((text) => navigator.clipboard.writeText(text), '姓名\t岗位\t单位\n周平\t检查人\t云江市教育局\n吴芳\t检查人\t云江市教育局\n何平\t书记\t滨江小学')
  await bureau.press('Control+v')
  await bureau.page.getByText('读到1所学校、云江市教育局、3人').waitFor()
  const office = bureau.page.locator('.roster-line').first()
  expect(await office.innerText()).toMatch(/云江市教育局.*已有的单位，不是学校.*加2人/su)
  await bureau.tap(bureau.page.getByRole('button', { name: '导入1所学校、3人' }))
  await bureau.page.getByText('新建1所学校，加了3人').waitFor()
  expect((await askServer<{ readonly items: readonly object[] }>(bureau, '/units?limit=200')).items).toHaveLength(before.items.length + 1)
})

test('A list that names a school twice and changes one that is there says both, and shows them by themselves', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/units/import')
  const there = await askServer<{ readonly members: number }>(bureau, '/units/yucai')
  await bureau.page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    `学校\t党员数\t书记\n滨江小学\t31\t何平\n青山小学\t12\t韩梅\n滨江小学\t31\t周红\n育才小学\t${there.members + 3}\t`,
  )
  await bureau.press('Control+v')
  await bureau.page.getByText('读到3所学校、3人').waitFor()
  await bureau.tap(bureau.page.getByRole('button', { name: '只看要留意的2个' }))
  const [twice = '', changed = '', ...others] = await bureau.page.locator('.roster-line').allInnerTexts()
  expect(others).toEqual([])
  expect(twice).toMatch(/写了2次（第2、4行），并成了一所.*2位书记：何平、周红/su)
  expect(changed).toContain(`党员数从${there.members}人改成${there.members + 3}人`)
})

test('A column taken for the wrong thing is put right in place, and a school that cannot come says why', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/units/import')
  await bureau.page.evaluate((text) => navigator.clipboard.writeText(text), '学校\t代码\t负责同志\n滨江小学\tbin jiang!\t何平\n青山小学\tqingshan\t韩梅')
  await bureau.press('Control+v')
  await bureau.page.getByText('读到2所学校、0人').waitFor()
  expect(await bureau.page.locator('.roster-line').first().innerText()).toContain('代码“binjiang!”里有别的字')
  await bureau.page.getByLabel('负责同志').selectOption('党务干部姓名')
  await bureau.page.getByText('读到2所学校、2人').waitFor()
  expect(await bureau.page.locator('.roster-line').nth(1).innerText()).toContain('党务干部韩梅（账号qingshan-dw）')
  await bureau.tap(bureau.page.getByRole('button', { name: '导入1所学校、1人' }))
  await bureau.page.getByText('新建1所学校，加了1人').waitFor()
})

test('How many schools held a meeting this quarter is answered in two actions, with the names to copy', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk)
  bureau.countAnew()
  await bureau.tap(bureau.page.getByRole('button', { name: '开过多少' }))
  await bureau.tap(bureau.page.getByRole('dialog').locator('label.chip').getByText('集中学习', { exact: true }))
  const drawer = bureau.page.getByRole('dialog')
  await drawer.getByRole('status').filter({ hasText: /集中学习：10月到12月，6所中\d所有记录/u }).waitFor()
  expect(bureau.actions).toBe(2)
  const { units, items } = await askServer<{ readonly units: number; readonly items: readonly { readonly name: string; readonly times: number }[] }>(
    bureau,
    `/rounds/2026/held?kind=${encodeURIComponent('集中学习')}&from=2026-10-01&to=2026-12-31`,
  )
  expect(items.filter(({ times }) => times > 0)).toHaveLength(units)
  await bureau.tap(drawer.getByRole('button', { name: '复制文字' }))
  await drawer.getByText('已复制').waitFor()
  const text = await bureau.page.evaluate(() => navigator.clipboard.readText())
  for (const { name } of items) expect(text).toContain(name)
  const sheet = await bureau.download(drawer.getByRole('link', { name: '下载Excel' }))
  expect(sheet.suggestedFilename()).toContain('集中学习')
})

test('A table that a school sent as Word is read back in, each difference looked at, and the school sees who typed it in', async ({ demonstration }) => {
  const place = '/rounds/2026/units/yucai'
  const clerk = await demonstration.enter('chenjing', phone, place)
  const before = await askServer<{ readonly items: readonly { readonly no: number; readonly score: number; readonly max: number }[] }>(clerk, `${place}/score`)
  const first = before.items.find(({ no }) => no === 1)
  const template = readFileSync(join(root, 'forms/yangzhou-2022/table.docx'))
  const form = await askServer<Form>(clerk, '/forms/yangzhou-2022')
  const written = await writeDocument({ form, unit: '育才小学', selfScores: { 1: 0.5, 3: 1 }, inspectionScores: {}, remarks: { 1: '章程正在修订' } }, 'docx', template)
  if (!('bytes' in written)) throw new Error('the sheet was not written')
  expect(first?.score).not.toBe(0.5)

  const bureau = await demonstration.enter('zhaomin', desk, place)
  await bureau.tap(bureau.page.getByRole('link', { name: '按报来的表代填' }))
  await bureau.pickFiles(bureau.page.getByText('选这份表', { exact: true }), [{ name: '育才小学自查表.docx', mimeType: 'application/octet-stream', buffer: Buffer.from(written.bytes) }])
  await bureau.page.getByText('读到30条').waitFor()
  const line = bureau.page.locator('.paper-line').filter({ hasText: '第1条' })
  expect(await line.first().innerText()).toMatch(/表上0\.5分/u)
  await bureau.tap(bureau.page.getByRole('button', { name: /^代填\d条$/u }))
  await bureau.page.getByText('还没有写纸面上谁签的字').first().waitFor()
  await bureau.type(bureau.page.getByLabel('纸面上谁签的字'), '王丽')
  await bureau.tap(bureau.page.getByRole('button', { name: /^代填\d条$/u }))
  await bureau.page.getByText(/已代填\d条/u).waitFor()
  expect(await askServer(bureau, place), 'nothing is submitted by it').toMatchObject({ stage: 'draft', remarks: { 1: '章程正在修订' } })

  await clerk.page.goto(`${place}/sheet?item=1`)
  await settled(clerk)
  await clerk.page.getByText('纸面签字王丽').first().waitFor()
  expect(clerk.page.url()).toContain(place)
})

test('The bureau looks at a school’s first page as the school sees it, and nothing in it can be pressed', async ({ demonstration }) => {
  const place = '/rounds/2026/units/yucai'
  const bureau = await demonstration.enter('zhaomin', desk, place)
  await bureau.tap(bureau.page.getByRole('link', { name: '看学校的首页' }))
  await bureau.page.getByText('这是育才小学党务干部看到的首页，只读。').waitFor()
  await settled(bureau)
  await bureau.page.getByText('本月要做').first().waitFor()
  const box = await bureau.page.getByText('记一笔').first().boundingBox()
  if (box === null) throw new Error('nothing to press')
  await bureau.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  for (let step = 0; step < 4; step += 1) {
    await bureau.page.keyboard.press('Tab')
    const reached = await bureau.page.evaluate(() => document.activeElement?.closest('[inert]') === null)
    expect(reached, 'the keyboard reaches nothing of the school’s').toBe(true)
  }
  expect(bureau.page.url()).toMatch(/\/yucai\?as=school$/u)
  await bureau.tap(bureau.page.getByRole('link', { name: '回到单位详情' }))
  await bureau.page.getByRole('heading', { name: '育才小学' }).waitFor()
})

test('Former schools of inspectors come in with the same list, and a name that is not there is said before anything is kept', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/units')
  const pick = (former: string) => {
    const list = `单位\t姓名\t岗位\t曾任职学校\n云江市教育局\t高远\t检查人\t${former}`
    return bureau.pickFiles(bureau.page.getByText('导入名单文件'), [{ name: '检查人.txt', mimeType: 'text/plain', buffer: Buffer.from(list) }])
  }
  await pick('没有的小学')
  await bureau.page.getByText('高远曾任职的“没有的小学”没有找到').waitFor()
  await bureau.page.goto(new URL('/units', bureau.page.url()).href)
  bureau.countAnew()
  await pick('育才小学、云江中学')
  await bureau.page.getByText('高远曾任职育才小学、云江中学，检查时回避').waitFor()
  await bureau.tap(bureau.page.getByRole('button', { name: '导入1人' }))
  await bureau.page.getByText('记下1人曾任职的学校').waitFor()
  expect(bureau.actions).toBe(3)
  expect(await askServer(bureau, '/users/gaoyuan/former-units')).toMatchObject({ units: ['yucai', 'yunzhong'] })
})
