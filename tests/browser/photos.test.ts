import { expect } from 'vitest'
import { askServer } from './ask-server.ts'
import { desk, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'
import { secretsInPhoto, takePhoto } from './photo.ts'

const here = '/rounds/2026/units/yucai'

type Entry = {
  readonly id: string
  readonly title: string
  readonly happenedOn: string
  readonly countsAs: readonly string[]
  readonly late: boolean
  readonly evidence?: readonly { readonly sha256?: string }[]
  readonly missing: readonly string[]
}

const listEntries = async (clerk: Visitor) => (await askServer<{ readonly items: readonly Entry[] }>(clerk, `${here}/entries?limit=200`)).items
const filesOf = (entry: Entry | undefined) => (entry?.evidence ?? []).flatMap(({ sha256 }) => (sha256 === undefined ? [] : [sha256]))

/** As they lie in a phone: one with the camera's own moment, one that a chat named, one that a person named, one that says nothing. */
const photosOf = async (clerk: Visitor, day: string) => [
  { name: 'DSC_0001.JPG', mimeType: 'image/jpeg', buffer: await takePhoto(clerk.page, { takenAt: `${day.replaceAll('-', ':')} 16:40:05`, hue: 10 }) },
  { name: `微信图片_${day.replaceAll('-', '')}164210.jpg`, mimeType: 'image/jpeg', buffer: await takePhoto(clerk.page, { hue: 20 }) },
  { name: '2月3日党课.jpg', mimeType: 'image/jpeg', buffer: await takePhoto(clerk.page, { hue: 30 }) },
  { name: '会议.jpg', mimeType: 'image/jpeg', buffer: await takePhoto(clerk.page, { hue: 40 }) },
]

const aRecord = async (clerk: Visitor): Promise<Entry> => {
  const all = await listEntries(clerk)
  const found = all.find((entry) => all.filter((one) => one.happenedOn === entry.happenedOn).length === 1 && entry.happenedOn > '2026-03')
  if (found === undefined) throw new Error('the demonstration has no day with one record')
  return found
}

test('Photos become records, or join the record of their day, in three actions, and one undo takes all of it back', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries`)
  const before = await listEntries(clerk)
  const record = await aRecord(clerk)
  const photos = await photosOf(clerk, record.happenedOn)
  clerk.countAnew()
  await clerk.pickFiles(clerk.page.getByText('从照片补', { exact: true }), photos)
  await clerk.page.getByText('选了4张照片，分成3组').waitFor()
  const rows = clerk.page.locator('.list-row')
  expect(await rows.nth(0).innerText()).toMatch(/2月3日，新记：党课.*1张照片，算作党课，计入第.*条，会标“补录”/su)
  expect(await rows.nth(1).innerText()).toContain(`日${record.title}`)
  expect(await rows.nth(1).innerText()).toContain('2张照片')
  expect(await rows.nth(2).innerText()).toContain('看不出是哪天拍的')
  expect(await listEntries(clerk), 'looking keeps nothing').toEqual(before)
  await clerk.page.getByText('导入后可以整次撤销').waitFor()
  await clerk.tap(clerk.page.getByRole('button', { name: '导入2组' }))
  await clerk.page.getByText('已导入3张照片').waitFor()
  expect(clerk.actions).toBe(3)

  await expect.poll(() => clerk.page.locator('.piece .done').allInnerTexts(), { timeout: 15_000 }).toEqual(['已上传', '已上传', '已上传'])
  const after = await listEntries(clerk)
  const made = after.filter((entry) => !before.some((one) => one.id === entry.id))
  expect(made).toMatchObject([{ title: '党课', happenedOn: '2026-02-03', countsAs: ['党课'], late: true, missing: [] }])
  // Chosen once more, none of them comes a second time.
  const again = await demonstration.enter('chenjing', undefined, `${here}/entries`)
  await again.pickFiles(again.page.getByText('从照片补', { exact: true }), photos.slice(0, 3))
  await again.page.getByText('2组已经有了').waitFor()
  expect(await again.page.locator('.list-row').first().innerText()).toContain('已经在2月3日“党课”里，不用再放。')
  const joined = after.find(({ id }) => id === record.id)
  expect(filesOf(joined)).toHaveLength(filesOf(record).length + 2)
  expect(joined).toMatchObject({ happenedOn: record.happenedOn, countsAs: record.countsAs, missing: record.missing })
  for (const sha256 of filesOf(made[0])) {
    const bytes = Buffer.from(await (await clerk.page.request.get(`/api/v1${here}/evidence/${sha256}`)).body())
    for (const secret of secretsInPhoto) expect(bytes.includes(secret), `${secret} stays on the phone`).toBe(false)
  }

  clerk.countAnew()
  await clerk.tap(clerk.page.getByRole('button', { name: '撤销这次导入' }))
  await clerk.page.getByText('这次导入已经撤销').waitFor()
  expect(clerk.actions).toBe(1)
  const undone = await listEntries(clerk)
  expect(undone.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(filesOf(undone.find(({ id }) => id === record.id))).toEqual(filesOf(record))
})

test('A photo that says no day gets one from a person, and may then join a record or become one', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', undefined, `${here}/entries`)
  const record = await aRecord(clerk)
  const buffer = await takePhoto(clerk.page, { hue: 50 })
  const broken = { name: 'IMG_20260312.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') }
  await clerk.pickFiles(clerk.page.getByText('从照片补', { exact: true }), [{ name: '会.jpg', mimeType: 'image/jpeg', buffer }, broken])
  await clerk.page.getByText('没有一张能打开').waitFor()
  expect(await clerk.page.locator('.list-row').first().innerText()).toContain('IMG_20260312.jpg：这张照片打不开')
  const row = clerk.page.locator('.list-row').last()
  await row.getByLabel('没有日期1张照片，日期').fill(record.happenedOn)
  expect(await row.innerText()).toContain(`日${record.title}`)
  await row.getByLabel(/放到哪条记录/u).selectOption({ label: '记一条新的' })
  expect(await row.innerText()).toContain('还没有活动类型')
  await row.getByLabel(/算作/u).selectOption('党课')
  await clerk.tap(clerk.page.getByRole('button', { name: '导入1组' }))
  await clerk.page.getByText('已导入1张照片').waitFor()
  expect((await listEntries(clerk)).filter(({ title, happenedOn }) => title === '党课' && happenedOn === record.happenedOn)).toHaveLength(1)
})

test('At a desk a whole folder is chosen, and the names of its folders say what was held', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', desk, `${here}/entries/photos`)
  await clerk.page.getByText('选照片文件夹', { exact: true }).waitFor()
  expect(await clerk.page.locator('input[webkitdirectory]').count()).toBe(1)
})
