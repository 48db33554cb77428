import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { askServer, fetchBytes } from './ask-server.ts'
import { inspectAll } from './inspect-all.ts'
import { desk, phone, settled, test } from './open-world.ts'
import type { Visitor, World } from './open-world.ts'
import { readDocx } from './read-docx.ts'
import { scoreByCommand } from './score-by-command.ts'
import type { Score } from './score-by-command.ts'

const place = '/rounds/2026-yunjiang/units/yucai'
const passwords = { admin: '春天里种下一棵小树', other: '雨后的操场很干净' } as const

/** The first person opens the bureau by the link that the start printed. */
const openBureau = async (world: World): Promise<Visitor> => {
  const admin = await world.visit(desk)
  await admin.page.goto(world.server.said.find((line) => line.includes('token=')) ?? '')
  await settled(admin)
  await admin.type(admin.page.getByLabel('本局名称'), '云江市教育局')
  await admin.type(admin.page.getByLabel('本局代码'), 'yunjiang')
  await admin.type(admin.page.getByLabel('管理员姓名'), '管理员')
  await admin.type(admin.page.getByLabel('管理员密码'), passwords.admin)
  await admin.tap(admin.page.getByRole('button', { name: '设置并登录' }))
  await admin.page.waitForURL('**/units')
  await settled(admin)
  return admin
}

/** Adds a person to the unit at hand and gives the one-time link that is shown once. */
const addPerson = async (office: Visitor, person: { readonly name: string; readonly account: string; readonly role: string }): Promise<string> => {
  await office.tap(office.page.getByRole('button', { name: '加一个人' }))
  const drawer = office.page.getByRole('dialog')
  await office.type(drawer.getByLabel('姓名', { exact: true }), person.name)
  await office.type(drawer.getByLabel(/^账号/u), person.account)
  await office.tap(drawer.getByText(person.role, { exact: true }))
  await office.tap(drawer.getByRole('button', { name: '加上，出一次性链接' }))
  const text = await office.page.locator('#link-text').innerText()
  expect(text).toContain(`账号：${person.account}`)
  await office.page.keyboard.press('Escape')
  await office.page.getByRole('dialog').waitFor({ state: 'detached' })
  return /http\S+/u.exec(text)?.[0] ?? ''
}

/** A person's first visit: the link, a password, and they are at work. */
const begin = async (world: World, link: string, screen = phone): Promise<Visitor> => {
  const person = await world.visit(screen)
  await person.page.goto(link)
  await settled(person)
  await person.type(person.page.getByLabel('密码', { exact: true }), passwords.other)
  await person.tap(person.page.getByRole('button', { name: '设好并登录' }))
  await person.page.waitForURL((url) => !url.pathname.startsWith('/links/') && url.pathname !== '/')
  await settled(person)
  return person
}

/** A record as a clerk makes it: the kind, the day, what else was done there, where the paper lies. */
const record = async (clerk: Visitor, what: { readonly kind: string; readonly on: string; readonly also?: string; readonly reference?: string }): Promise<void> => {
  await clerk.page.goto(`${place}/entries/new?kind=${encodeURIComponent(what.kind)}&on=${what.on}`)
  await settled(clerk)
  if (what.also !== undefined) {
    const group = clerk.page.getByRole('group', { name: /这次会上还做了/u })
    await clerk.tap(group.getByRole('button', { name: '其他' }))
    await clerk.tap(clerk.page.getByRole('dialog').getByRole('button', { name: what.also, exact: true }))
    await clerk.page.keyboard.press('Escape')
  }
  if (what.reference !== undefined) {
    await clerk.tap(clerk.page.getByRole('button', { name: '写存放处' }))
    await clerk.type(clerk.page.getByLabel('第1处：什么本子，第几页'), what.reference)
  }
  await clerk.tap(clerk.page.getByRole('button', { name: '保存', exact: true }))
  await clerk.page.getByRole('status').filter({ hasText: '已记下' }).waitFor()
}

/** Goes through the quick check to its end; every fifth answer is the second one, so that marks are lost too. */
const answerAll = async (clerk: Visitor): Promise<number> => {
  await clerk.page.goto(`${place}/quick-check/next`)
  const allChecked = clerk.page.getByRole('heading', { name: /题都答了/u })
  let before = '还没有一题'
  for (let asked = 0; ; asked += 1) {
    const question = clerk.page.locator('.asked-now h1').filter({ hasNotText: before })
    await question.or(allChecked).first().waitFor()
    if (await allChecked.isVisible()) return asked
    before = await question.innerText()
    const answers = clerk.page.locator('.answers button, .chips button')
    await clerk.tap(asked % 5 === 4 && (await answers.count()) > 1 ? answers.nth(1) : answers.first())
    if (asked > 80) throw new Error(`the questions do not end: ${before}`)
  }
}

const readScore = (person: Visitor) => askServer<Score>(person, `${place}/score`)

test('A newcomer runs a school\'s year from the set-up to the signed Word table, and the command line agrees to the half point', async ({ empty }) => {
  const folder = mkdtempSync(join(tmpdir(), 'zicha-year-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))

  // The office: a bureau, its people, a school with its people, a round.
  const admin = await openBureau(empty)
  await admin.tap(admin.page.getByRole('link', { name: /云江市教育局/u }))
  const bureauLink = await addPerson(admin, { name: '赵敏', account: 'zhaomin', role: '教育局' })
  const inspectorLink = await addPerson(admin, { name: '高远', account: 'gaoyuan', role: '检查人' })

  const bureau = await begin(empty, bureauLink, desk)
  await bureau.page.goto('/units/new')
  await settled(bureau)
  await bureau.type(bureau.page.getByLabel('名称'), '育才小学')
  await bureau.type(bureau.page.getByLabel('代码'), 'yucai')
  for (const choice of ['公办', '小学', '党支部']) await bureau.tap(bureau.page.getByText(choice, { exact: true }))
  await bureau.type(bureau.page.getByLabel('正式党员'), '46')
  await bureau.type(bureau.page.getByLabel('党小组'), '4')
  await bureau.tap(bureau.page.getByRole('group', { name: /离退休/u }).getByText('有', { exact: true }))
  await bureau.tap(bureau.page.getByRole('button', { name: '加上这个单位' }))
  await bureau.page.getByRole('heading', { level: 1, name: '育才小学' }).waitFor()
  const clerkLink = await addPerson(bureau, { name: '陈静', account: 'chenjing', role: '党务干部' })
  const secretaryLink = await addPerson(bureau, { name: '王丽', account: 'wangli', role: '书记' })
  await bureau.page.goto('/rounds/new')
  await settled(bureau)
  await bureau.tap(bureau.page.getByRole('group', { name: '育才小学的检查人' }).getByText('高远'))
  await bureau.tap(bureau.page.getByRole('button', { name: '开始，请1所学校填' }))
  await bureau.page.waitForURL('**/rounds/2026-yunjiang')

  // The school's year: records, then what only people know.
  const clerk = await begin(empty, clerkLink)
  expect(new URL(clerk.page.url()).pathname, 'the first page is where the work is').toBe(place)
  await record(clerk, { kind: '专题会议', on: '2026-03-04', also: '党风廉政研究', reference: '党支部会议记录本第12页' })
  for (const month of ['01', '02', '03', '04', '05', '06', '07', '08', '10', '11']) {
    await record(clerk, { kind: '集中学习', on: `2026-${month}-12` })
  }
  for (const day of ['2026-02-20', '2026-05-20', '2026-08-20']) await record(clerk, { kind: '党课', on: day })
  expect(await answerAll(clerk)).toBeGreaterThan(40)

  // The last answers leave after the last question is over.
  await expect.poll(async () => (await readScore(clerk)).criteria.filter((criterion) => criterion.status === 'unanswered')).toEqual([])
  const own = await readScore(clerk)
  expect(own.total).toBeGreaterThan(40)
  expect(own.total).toBeLessThan(100)
  const byCommand = await scoreByCommand(clerk, place, folder)
  const plain = ({ id, score, max, status, because }: Score['criteria'][number]) => ({ id, score, max, status, because })
  expect(own.criteria.map(plain)).toEqual(byCommand.criteria.map(plain))
  expect(own.items).toEqual(byCommand.items)
  expect(own.sections).toEqual(byCommand.sections)
  expect(own.total).toBe(byCommand.total)

  // The secretary submits, the inspector goes through thirty items, the secretary signs.
  const secretary = await begin(empty, secretaryLink)
  await secretary.page.goto(`${place}/submit`)
  await settled(secretary)
  await secretary.tap(secretary.page.getByLabel('上面各项看过了，内容属实'))
  await secretary.tap(secretary.page.getByRole('button', { name: '提交给云江市教育局' }))
  await secretary.page.getByRole('heading', { name: '已提交云江市教育局' }).waitFor()

  const inspector = await begin(empty, inspectorLink)
  await inspector.tap(inspector.page.getByRole('link', { name: /育才小学/u }))
  const seen = await inspectAll(inspector, async (no) => {
    if (no === 5) await inspector.tap(inspector.page.getByRole('button', { name: /集中学习.*加一/u }))
  })
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  await inspector.page.waitForURL('**/inspect/summary')
  await settled(inspector)
  await inspector.tap(inspector.page.getByRole('button', { name: /^检查完成/u }))
  await inspector.page.getByRole('heading', { name: '已检查' }).waitFor()

  await secretary.page.goto(`${place}/sign`)
  await settled(secretary)
  await secretary.type(secretary.page.getByLabel('王丽，再输一次密码'), passwords.other)
  await secretary.tap(secretary.page.getByRole('button', { name: /^签字/u }))
  await secretary.page.getByRole('heading', { name: /^已签字/u }).waitFor()

  // The published table comes out filled: each mark in the cell of its item.
  const download = await secretary.download(secretary.page.getByRole('link', { name: '下载Word' }))
  const { pathname, search } = new URL(download.url())
  const { rows, text } = readDocx(await fetchBytes(secretary, pathname + search))
  expect(text).toContain('育才小学')
  const inspected = await askServer<{ readonly total: number; readonly items: readonly { readonly no: number; readonly score: number }[] }>(secretary, `${place}/inspection`)
  const cellsOf = (no: number) => rows.find((row) => row[1]?.startsWith(`（${no}）`) === true)?.slice(3, 5)
  for (const { no, score } of own.items) {
    const mark = inspected.items.find((item) => item.no === no)?.score
    expect(cellsOf(no), `item ${no}`).toEqual([String(score), String(mark)])
  }
  expect(rows.find((row) => row[0] === '总分')?.slice(1, 3)).toEqual([String(own.total), String(inspected.total)])
  expect(inspected.total).toBe(own.total - 1)

  await bureau.page.goto(place)
  await settled(bureau)
  await bureau.tap(bureau.page.getByRole('button', { name: '定稿' }))
  // Signed today: the school may still object, and the bureau is told before it ends the year.
  const asked = bureau.page.getByRole('dialog', { name: '这些还没有办完，现在给育才小学定稿？' })
  expect(await asked.innerText()).toMatch(/学校提异议到.+，还有15天。/u)
  await bureau.tap(asked.getByRole('button', { name: '现在定稿' }))
  await bureau.page.getByRole('status').filter({ hasText: '已定稿' }).waitFor()
})
