import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { demonstrationPassword } from '../../packages/server/src/demo/bureau.ts'
import { askServer, fetchBytes } from './ask-server.ts'
import { inspectAll } from './inspect-all.ts'
import { desk, phone, settled, test } from './open-world.ts'
import type { Visitor, World } from './open-world.ts'
import { readDocx } from './read-docx.ts'
import { root } from './run-server.ts'
import { writeExcel, writeText, writeWord } from './write-table.ts'
import type { OfficeTable } from './write-table.ts'

/** Nobody prepared for it: another field, its own columns, clauses that say no number. */
const safety: OfficeTable = {
  title: '云江市校园安全工作考核表（2026年度）',
  columns: ['考核项目', '考核内容', '分值', '评分标准', '自查得分', '考核得分', '备注'],
  rows: [
    ['一、组织领导', '成立安全工作领导小组，每学期召开2次安全工作例会。', '20', '每学期召开2次安全工作例会，少1次扣5分，扣完20分为止。', '', '', ''],
    ['一、组织领导', '制定校园安全应急预案。', '10', '有应急预案得10分，预案不完整的扣分。', '', '', ''],
    ['二、日常管理', '每季度开展1次应急疏散演练。', '20', '每季度开展1次应急疏散演练，少1次扣5分，扣完为止。', '', '', ''],
    ['二、日常管理', '落实门卫值班制度。', '20', '发现无人值守的，每次扣4分，扣完20分为止。', '', '', ''],
    ['三、工作成效', '安全教育成效。', '20', '获省级表彰得20分，市级得15分，县级得10分。', '', '', ''],
    ['三、工作成效', '其他工作。', '10', '按上级文件规定加减分。', '', '', ''],
  ],
  total: ['总分', '', '100', '', '', '', ''],
  foot: '考核人签字：',
}

const accept = (bureau: Visitor) => bureau.page.getByRole('button', { name: /^这样读/u })
const publish = (bureau: Visitor) => bureau.page.getByRole('button', { name: '发布', exact: true })
const standing = (bureau: Visitor) => bureau.page.locator('.review-top .standing')

/** Puts a table in from the list of tables; answers how many of its rows are open. */
const putIn = async (world: World, file: { readonly name: string; readonly buffer: Buffer }) => {
  const bureau = await world.enter('zhaomin', desk, '/forms')
  bureau.countAnew()
  await bureau.drop(file)
  await standing(bureau).waitFor()
  await settled(bureau)
  return { bureau, open: await bureau.page.locator('.gutter-tap em').count() }
}

/** Accepts every open row as it is proposed, and publishes. */
const acceptAndPublish = async (bureau: Visitor) => {
  while ((await publish(bureau).count()) === 0) {
    const before = await standing(bureau).innerText()
    await bureau.tap(accept(bureau))
    await bureau.page.waitForFunction((words) => document.querySelector('.review-top .standing')?.textContent !== words, before.replaceAll('\n', ''))
    await bureau.whenQuiet()
  }
  await bureau.tap(publish(bureau))
  await bureau.page.getByRole('heading', { name: '已发布' }).waitFor()
}

const openRound = async (bureau: Visitor) => {
  await bureau.tap(bureau.page.getByRole('link', { name: '用它开一轮' }))
  await bureau.page.getByRole('group', { name: '育才小学的检查人' }).waitFor()
  await bureau.tap(bureau.page.getByRole('group', { name: '育才小学的检查人' }).getByText('高远'))
  await bureau.tap(bureau.page.getByRole('button', { name: /^开始，请/u }))
  await bureau.page.getByRole('heading', { name: '2026年度自查' }).waitFor()
  return decodeURIComponent(new URL(bureau.page.url()).pathname.split('/').at(-1) ?? '')
}

test('The Yangzhou Word table is put in, settled and published in two actions and one for each open row', async ({ demonstration }) => {
  const table = { name: '自查表.docx', buffer: readFileSync(join(root, 'forms/yangzhou-2022/table.docx')) }
  const { bureau, open } = await putIn(demonstration, table)
  expect(await bureau.page.locator('.gutter-tap').count()).toBe(30)
  expect(open, 'rows that a person must look at').toBeLessThanOrEqual(2)
  expect(await bureau.page.evaluate(() => document.documentElement.scrollHeight - innerHeight), 'the panes scroll, the page does not').toBe(0)
  await acceptAndPublish(bureau)
  expect(bureau.actions).toBe(2 + open)
  const forms = await askServer<{ readonly items: readonly { readonly id: string; readonly hash: string | null }[] }>(bureau, '/forms')
  expect(forms.items.find(({ id }) => id === 'yunjiang-2026')?.hash).toMatch(/^[0-9a-f]{64}$/u)
})

test('A table that nobody prepared for runs from the upload to the signed Word file', async ({ demonstration }) => {
  const { bureau, open } = await putIn(demonstration, { name: '校园安全.docx', buffer: writeWord(safety) })
  expect(await bureau.page.locator('.official-table').innerText()).toContain('发现无人值守的，每次扣4分，扣完20分为止。')
  expect(await bureau.page.locator('.sheet-paper mark').allInnerTexts()).toEqual(['预案不完整的扣分', '按上级文件规定加减分'])
  await acceptAndPublish(bureau)
  expect(bureau.actions).toBe(2 + open)
  const here = `/rounds/${await openRound(bureau)}/units/yucai`

  const clerk = await demonstration.enter('chenjing', phone, `${here}/entries/new`)
  await clerk.tap(clerk.page.getByRole('group', { name: '什么活动' }).getByText('应急疏散演练', { exact: true }))
  await clerk.tap(clerk.page.getByRole('button', { name: '保存', exact: true }))
  await clerk.page.getByRole('status').filter({ hasText: '已记下' }).waitFor()
  await clerk.whenQuiet()
  const score = await askServer<{ readonly criteria: readonly { readonly id: string; readonly score: number; readonly because: string }[] }>(clerk, `${here}/score`)
  expect(score.criteria.find(({ id }) => id === '3.1')).toMatchObject({ score: 5, because: '应4次，实1次，缺一季度、二季度、三季度各1次，扣15分，得5分。' })

  await clerk.page.goto(`${here}/quick-check/next`)
  const done = clerk.page.getByRole('heading', { name: /题都答了$/u })
  const choice = clerk.page.locator('.answers .button, .typed-answer .chip')
  while (true) {
    await done.or(choice.first()).first().waitFor()
    await clerk.whenQuiet()
    if (await done.isVisible()) break
    const before = clerk.page.url()
    await clerk.tap((await clerk.page.locator('.answers .button').count()) > 0 ? choice.first() : choice.last())
    await clerk.page.waitForURL((url) => url.href !== before)
  }

  const secretary = await demonstration.enter('wangli', phone, `${here}/submit`)
  await secretary.tap(secretary.page.getByLabel('上面各项看过了，内容属实'))
  await secretary.tap(secretary.page.getByRole('button', { name: '提交给云江市教育局' }))
  await secretary.page.getByRole('heading', { name: '已提交云江市教育局' }).waitFor()

  const inspector = await demonstration.enter('gaoyuan', phone, `${here}/inspect`)
  const seen = await inspectAll(inspector)
  expect(seen.toSorted((a, b) => a - b)).toEqual(safety.rows.map((_, index) => index + 1))
  await inspector.page.waitForURL('**/inspect/summary')
  await settled(inspector)
  await inspector.tap(inspector.page.getByRole('button', { name: /^检查完成/u }))
  await inspector.page.getByRole('heading', { name: '已检查' }).waitFor()

  await secretary.page.goto(`${here}/sign`)
  await settled(secretary)
  await secretary.type(secretary.page.getByLabel('王丽，再输一次密码'), demonstrationPassword)
  await secretary.tap(secretary.page.getByRole('button', { name: /^签字/u }))
  await secretary.page.getByRole('heading', { name: /^已签字/u }).waitFor()

  const { rows, text } = readDocx(await fetchBytes(secretary, `/api/v1${here}/document?format=docx`))
  expect(rows[0]).toEqual(safety.columns)
  expect(text).toContain('按上级文件规定加减分。')
  expect(rows.slice(1, 7).map((cells) => cells.slice(4, 6))).toEqual([
    ['0', '0'],
    ['10', '10'],
    ['5', '5'],
    ['20', '20'],
    ['20', '20'],
    ['10', '10'],
  ])
  expect(rows.at(-1)?.filter((cell) => cell !== '')).toEqual(['总分', '100', '65', '65'])
})

for (const [shape, name, write] of [
  ['an Excel sheet', '校园安全.xlsx', writeExcel],
  ['lines of text', '校园安全.txt', writeText],
] as const) {
  test(`The same table as ${shape} is read alike, published, and printed as a clean table`, async ({ demonstration }) => {
    const { bureau } = await putIn(demonstration, { name, buffer: write(safety) })
    expect(await bureau.page.locator('.sheet-paper mark').allInnerTexts()).toEqual(['预案不完整的扣分', '按上级文件规定加减分'])
    await acceptAndPublish(bureau)
    const here = `/rounds/${await openRound(bureau)}/units/yucai`
    const clerk = await demonstration.enter('chenjing', phone, here)
    const { text } = readDocx(await fetchBytes(clerk, `/api/v1${here}/document?format=docx`))
    for (const [, duty = '', , clause = ''] of safety.rows) {
      expect(text).toContain(duty)
      expect(text).toContain(clause)
    }
  })
}

test('The bureau gives an unread stretch its number by keyboard alone, sees at once what it means, and takes it back', async ({ demonstration }) => {
  const { bureau } = await putIn(demonstration, { name: '校园安全.txt', buffer: writeText(safety) })
  const { page } = bureau
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('第2条')
  await page.getByRole('radio', { name: /读成规则/u }).focus()
  await bureau.press('Space')
  await bureau.press('Control+Enter')
  await page.getByText('还有数没有填好', { exact: false }).first().waitFor()
  await page.getByLabel('几分', { exact: true }).focus()
  await bureau.press('4')
  expect(await page.locator('main').innerText()).not.toContain('还有数没有填好')
  await page.getByRole('group', { name: '有没有“预案不完整”的情形？' }).getByRole('button', { name: '有', exact: true }).focus()
  await bureau.press('Space')
  await page.getByText('扣4分').first().waitFor()
  expect(await page.locator('.trial .because').first().innerText()).toMatch(/扣4分；?.*得6分。$/u)
  await page.getByLabel('几分', { exact: true }).focus()
  await bureau.press('Enter')
  await page.getByRole('heading', { name: '第6条' }).waitFor()
  await bureau.whenQuiet()
  await page.locator('main').focus()
  await bureau.press('u')
  await page.getByRole('heading', { name: '第2条' }).waitFor()
  await bureau.whenQuiet()
  expect(await standing(bureau).innerText()).toContain('还有2处没看')
  await bureau.press('j')
  await page.getByRole('heading', { name: '第3条' }).waitFor()
  await bureau.press('k')
  await page.getByRole('heading', { name: '第2条' }).waitFor()
})

test('Two people who settle one row see each other\'s readings and choose one', async ({ demonstration }) => {
  const { bureau: first } = await putIn(demonstration, { name: '校园安全.txt', buffer: writeText(safety) })
  const second = await demonstration.enter('zhaomin', desk, new URL(first.page.url()).pathname)
  await accept(second).waitFor()
  await first.page.getByRole('radio', { name: /只是提示/u }).check()
  await first.tap(accept(first))
  await first.page.getByRole('heading', { name: '第6条' }).waitFor()
  second.expectStatus(412)
  await second.tap(accept(second))
  await second.page.getByRole('heading', { name: /^赵敏.*改过第2条$/u }).waitFor()
  await second.tap(second.page.getByRole('button', { name: '用我改的' }))
  await second.page.getByRole('heading', { name: '第6条' }).waitFor()
  const [draft] = (await askServer<{ readonly items: readonly { readonly id: string }[] }>(second, '/form-drafts')).items
  const read = await askServer<{ readonly items: readonly { readonly no: number; readonly criteria: readonly { readonly parts: readonly unknown[] }[] }[] }>(second, `/form-drafts/${draft?.id}`)
  expect(read.items.find(({ no }) => no === 2)?.criteria[0]?.parts).toHaveLength(2)
})

test('What is no table is refused with a sentence that names the place, and nothing is kept', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk, '/forms')
  bureau.expectStatus(422)
  await bureau.drop({ name: '通知.txt', buffer: Buffer.from('关于开展检查的通知\n各校要认真落实。') })
  const alert = bureau.page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.innerText()).toMatch(/没有找到评分表/u)
  await bureau.drop({ name: '旧表.doc', buffer: Buffer.from('x') })
  await alert.filter({ hasText: '旧格式' }).waitFor()
  expect((await askServer<{ readonly items: readonly unknown[] }>(bureau, '/form-drafts')).items).toEqual([])
})

test('On a phone the page says that a table is published at a desk', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', phone, '/forms')
  expect(await bureau.page.getByRole('heading', { level: 1 }).innerText()).toBe('发布表格，请到电脑上做')
  expect(await bureau.page.getByRole('button', { name: '放入表格' }).count()).toBe(0)
})

/** What keeps people out who see, hear or move otherwise. */
const listBarriers = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')}`)
}

test('The review keeps nobody out: by day, in the dark, with an editor open, and where it is published', async ({ demonstration }) => {
  const { bureau } = await putIn(demonstration, { name: '校园安全.txt', buffer: writeText(safety) })
  const { page } = bureau
  const faults = [...(await listBarriers(page))]
  await bureau.tap(page.getByRole('button', { name: /^改“/u }).first())
  faults.push(...(await listBarriers(page)))
  await page.evaluate(() => {
    document.documentElement.dataset['ground'] = 'dark'
  })
  faults.push(...(await listBarriers(page)))
  await bureau.tap(page.getByRole('button', { name: '去发布' }))
  faults.push(...(await listBarriers(page)))
  for (const [size, width] of [['standard', 900], ['larger', 900], ['larger', 1440]] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate((text) => {
      document.documentElement.dataset['text'] = text
    }, size)
    if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) faults.push(`${size} letters at ${width} run over`)
  }
  expect(faults).toEqual([])
})
