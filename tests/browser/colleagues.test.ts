import { expect } from 'vitest'
import { askServer } from './ask-server.ts'
import { settled, test } from './open-world.ts'
import type { Visitor, World } from './open-world.ts'
import { secretsInPhoto, takePhoto } from './photo.ts'

const here = '/rounds/2026/units/yucai'

type Entry = { readonly id: string; readonly title: string; readonly happenedOn: string; readonly recordedBy: string; readonly evidence?: readonly object[] }

const givenBy = async (clerk: Visitor, department: string) =>
  (await askServer<{ readonly items: readonly Entry[] }>(clerk, `${here}/entries?limit=200`)).items.filter((entry) => entry.recordedBy === `${department}(链接)`)

/** The link as it stands in the text that the clerk copied. */
const copiedLink = async (clerk: Visitor): Promise<string> => {
  const text = await clerk.page.evaluate(() => navigator.clipboard.readText())
  const link = /https?:\/\/\S+\/requests\/\S+/u.exec(text)?.[0]
  if (link === undefined) throw new Error(`no link in: ${text}`)
  return link
}

const ask = async (demonstration: World, department: string) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries/new?kind=${encodeURIComponent('党课')}`)
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('link', { name: '请同事补' }))
  await clerk.tap(clerk.page.getByRole('button', { name: department, exact: true }))
  await clerk.page.getByText('已复制').waitFor()
  return clerk
}

const openLink = async (demonstration: World, link: string) => {
  const colleague = await demonstration.visit()
  await colleague.page.goto(new URL(link).pathname)
  await settled(colleague)
  return colleague
}

test('A clerk asks a department for a record in two actions, and the text for WeChat is on the clipboard', async ({ demonstration }) => {
  const clerk = await ask(demonstration, '德育处')
  expect(clerk.actions).toBe(2)
  expect(await clerk.page.evaluate(() => navigator.clipboard.readText())).toMatch(/^德育处：请补一条“党课”.*12月8日前有效：http/su)
})

test('Who is asked is told which month lacks, in the message and on the page', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/requests?criterion=5.2`)
  await clerk.tap(clerk.page.getByRole('button', { name: '团委', exact: true }))
  await clerk.page.getByText('已复制').waitFor()
  expect(await clerk.page.evaluate(() => navigator.clipboard.readText())).toContain('缺9月的。确实办过的才补，没办过请说一声。')
  const colleague = await openLink(demonstration, await copiedLink(clerk))
  await colleague.page.getByText('缺9月的。确实办过的才补，没办过请说一声。').waitFor()
})

test('An open row of the sheet leads to asking for just that criterion', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/sheet?item=5`)
  await clerk.tap(clerk.page.locator('#detail-5').getByRole('link', { name: '请同事补' }).first())
  await clerk.tap(clerk.page.getByRole('button', { name: '团委', exact: true }))
  await clerk.page.getByText('已复制').waitFor()
  expect(clerk.actions).toBe(2)
  const { items } = await askServer<{ readonly items: readonly { readonly criterion: string; readonly from: string }[] }>(clerk, `${here}/requests`)
  expect(items).toMatchObject([{ criterion: '5.1', from: '团委' }])
})

test('A colleague without an account gives the record in three actions; the link is used up with it', async ({ demonstration }) => {
  const clerk = await ask(demonstration, '德育处')
  const link = await copiedLink(clerk)
  const colleague = await openLink(demonstration, link)
  await colleague.type(colleague.page.getByRole('textbox', { name: '日期' }), '2026-11-18')
  await colleague.type(colleague.page.getByLabel('记在什么本子第几页，或文号、链接'), '德育工作记录本第12页')
  await colleague.tap(colleague.page.getByRole('button', { name: '交上去' }))
  await colleague.page.getByText('已交给育才小学').waitFor()
  expect(colleague.actions).toBe(3)
  expect(await givenBy(clerk, '德育处')).toMatchObject([{ title: '党课', happenedOn: '2026-11-18', evidence: [{ reference: '德育工作记录本第12页' }] }])

  // It counts at once, so the clerk is told, until it was looked at.
  await clerk.page.goto(here)
  await settled(clerk)
  await clerk.tap(clerk.page.getByRole('link', { name: '德育处交来1条，看一看' }))
  await clerk.page.getByText('已交来，计在记录里').waitFor()
  await clerk.page.goto(here)
  await settled(clerk)
  expect(await clerk.page.getByText('交来1条').count()).toBe(0)

  const late = await demonstration.visit()
  late.expectStatus(404)
  await late.page.goto(new URL(link).pathname)
  await late.page.getByRole('heading', { name: '这个链接不能再用了' }).waitFor()
  expect(await late.page.locator('main').innerText()).toContain('可以直接交给学校的党务干部')

  await clerk.page.goto(`${here}/requests`)
  await clerk.page.getByText('已交来，计在记录里').waitFor()
})

test('One photo is sent when it is chosen, and carries no place', async ({ demonstration }) => {
  const clerk = await ask(demonstration, '团委')
  const colleague = await openLink(demonstration, await copiedLink(clerk))
  const photo = await takePhoto(colleague.page)
  await colleague.tap(colleague.page.getByRole('radio', { name: /今天/u }))
  await colleague.pickFiles(colleague.page.getByText('拍照或选一张照片'), [{ name: '团课.jpg', mimeType: 'image/jpeg', buffer: photo }])
  await colleague.page.getByText('已上传').waitFor()
  await colleague.tap(colleague.page.getByRole('button', { name: '交上去' }))
  await colleague.page.getByText('已交给育才小学').waitFor()
  const [entry] = await givenBy(clerk, '团委')
  const [piece] = entry?.evidence ?? []
  const sha256 = piece !== undefined && 'sha256' in piece ? String(piece.sha256) : 'none'
  const stored = Buffer.from(await clerk.page.evaluate(async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())], `/api/v1${here}/evidence/${sha256}`))
  expect([...stored.subarray(0, 2)], 'a JPEG').toEqual([0xff, 0xd8])
  for (const secret of secretsInPhoto) expect(stored.includes(secret), secret).toBe(false)
})

test('A photo that was chosen by mistake is taken away in one tap, and nothing of it is given', async ({ demonstration }) => {
  const clerk = await ask(demonstration, '团委')
  const colleague = await openLink(demonstration, await copiedLink(clerk))
  const buffer = await takePhoto(colleague.page)
  await colleague.tap(colleague.page.getByRole('radio', { name: /今天/u }))
  await colleague.pickFiles(colleague.page.getByText('拍照或选一张照片'), [{ name: '错的.jpg', mimeType: 'image/jpeg', buffer }])
  await colleague.page.getByText('已上传').waitFor()
  await colleague.tap(colleague.page.getByRole('button', { name: '去掉错的.jpg' }))
  await colleague.page.getByText('拍照或选一张照片').waitFor()
  await colleague.tap(colleague.page.getByRole('button', { name: '交上去' }))
  await colleague.page.getByText('已交给育才小学').waitFor()
  const [entry] = await givenBy(clerk, '团委')
  expect(entry?.evidence ?? []).toEqual([])
})

test('Without a day, and for a day that has not come, nothing is given, and what was typed stays', async ({ demonstration }) => {
  const clerk = await ask(demonstration, '财务')
  const colleague = await openLink(demonstration, await copiedLink(clerk))
  await colleague.type(colleague.page.getByLabel('标题'), '党费收缴')
  await colleague.tap(colleague.page.getByRole('button', { name: '交上去' }))
  expect(await colleague.page.getByRole('alert').innerText()).toContain('还没有选日期')
  await colleague.type(colleague.page.getByRole('textbox', { name: '日期' }), '2026-12-20')
  await colleague.tap(colleague.page.getByRole('button', { name: '交上去' }))
  expect(await colleague.page.locator('#entry-day .fault').innerText()).toBe('12月20日还没有到。办过以后再记。')
  expect(await colleague.page.getByLabel('标题').inputValue()).toBe('党费收缴')
  expect(await givenBy(clerk, '财务')).toEqual([])
})

test('A request that is withdrawn opens for nobody', async ({ demonstration }) => {
  const clerk = await ask(demonstration, '财务')
  const link = await copiedLink(clerk)
  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('button', { name: /撤回/u }))
  await clerk.page.getByText('给财务的链接已经失效').waitFor()
  expect(clerk.actions).toBe(1)
  const colleague = await demonstration.visit()
  colleague.expectStatus(404)
  await colleague.page.goto(new URL(link).pathname)
  await colleague.page.getByRole('heading', { name: '这个链接不能再用了' }).waitFor()
})
