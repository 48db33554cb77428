import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { sendFile, tellServer } from './ask-server.ts'
import { desk, phone, settled, test } from './open-world.ts'
import type { World } from './open-world.ts'
import { takePhoto } from './photo.ts'

const here = '/rounds/2025/units/yucai'
const entry = `${here}/entries/5a3f1c52-0a1e-4d53-8c3b-6d1e9a1c2f77`

/** Last year's round with one record and its photo, kept until a day that is past. */
const lastYear = async (demonstration: World) => {
  const bureau = await demonstration.enter('zhaomin', desk)
  await tellServer(bureau, 'PUT', '/rounds/2025', {
    form: 'yangzhou-2022', year: 2025, opensOn: '2025-09-01', dueOn: '2025-12-20', keepEvidenceUntil: '2026-06-30', units: ['yucai'], inspectors: {},
  })
  const clerk = await demonstration.enter('chenjing', phone)
  const bytes = await takePhoto(clerk.page)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await tellServer(clerk, 'PUT', entry, { countsAs: ['集中学习'], title: '3月集中学习', happenedOn: '2025-03-11', evidence: [{ sha256 }, { reference: '记录本第3页' }] })
  await sendFile(clerk, `${here}/evidence/${sha256}`, '学习.jpg', 'image/jpeg', bytes)
  return { bureau, clerk, sha256 }
}

test('A school deletes photos whose keeping is over, asked for once more; the record says so and keeps everything else', async ({ demonstration }) => {
  const { clerk, sha256 } = await lastYear(demonstration)
  await clerk.page.goto('/storage')
  await settled(clerk)
  const year = clerk.page.getByRole('listitem').filter({ hasText: '2025年度' })
  expect(await year.innerText()).toMatch(/2025年度，留到2026年6月30日.*照片1张，.*保存期限已过，可以删除/su)
  expect(await clerk.page.getByRole('listitem').filter({ hasText: '2026年度' }).innerText()).not.toContain('可以删除')
  clerk.countAnew()
  await clerk.tap(year.getByRole('button', { name: '删除到期的照片' }))
  expect(await year.innerText()).toContain('删了不能找回')
  await clerk.tap(year.getByRole('button', { name: '删除1张照片' }))
  await year.getByText('已删除1张照片').waitFor()
  expect(clerk.actions).toBe(2)
  expect(await year.innerText()).toContain('另有1张已按保存期限删除')
  expect((await clerk.page.request.get(`/api/v1${here}/evidence/${sha256}`)).status()).toBe(410)
  await clerk.page.goto(entry)
  await settled(clerk)
  await clerk.page.getByText('照片已按保存期限删除').waitFor()
  expect(await clerk.page.locator('input[aria-label="第1处：什么本子，第几页"]').inputValue()).toBe('记录本第3页')
})

test('The bureau deletes those of all its schools, and says in a new round until when photos are kept', async ({ demonstration }) => {
  const { bureau } = await lastYear(demonstration)
  await bureau.page.goto('/storage')
  await settled(bureau)
  const year = bureau.page.getByRole('listitem').filter({ hasText: '2025年度' })
  await bureau.tap(year.getByRole('button', { name: '删除到期的照片' }))
  await bureau.tap(year.getByRole('button', { name: '删除1张照片' }))
  await year.getByText('已删除1张照片').waitFor()
  await bureau.page.goto('/rounds/2025/edit')
  await settled(bureau)
  expect(await bureau.page.getByLabel('照片保存到').inputValue()).toBe('2026-06-30')
})

test('Photographs that an inspector took end with the others; both columns say so instead of offering a dead link', async ({ demonstration }) => {
  const bureau = await demonstration.enter('zhaomin', desk)
  await tellServer(bureau, 'PUT', '/rounds/2025', {
    form: 'yangzhou-2022', year: 2025, opensOn: '2025-09-01', dueOn: '2025-12-20', keepEvidenceUntil: '2026-06-30', units: ['yucai'], inspectors: { yucai: ['gaoyuan'] },
  })
  await tellServer(await demonstration.enter('wangli', phone), 'POST', `${here}/stage`, { to: 'submitted' })
  const inspector = await demonstration.enter('gaoyuan', phone)
  const bytes = await takePhoto(inspector.page)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await tellServer(inspector, 'PUT', `${here}/inspections/gaoyuan/items/5`, { score: 0, reason: '没有记录' })
  await sendFile(inspector, `${here}/inspections/gaoyuan/items/5/photos/${sha256}`, '记录本第3页.jpg', 'image/jpeg', bytes)
  await bureau.page.goto('/storage')
  await settled(bureau)
  const year = bureau.page.getByRole('listitem').filter({ hasText: '2025年度' })
  expect(await year.innerText()).toContain('其中检查时拍的1张')
  await bureau.tap(year.getByRole('button', { name: '删除到期的照片' }))
  await bureau.tap(year.getByRole('button', { name: '删除1张照片' }))
  await year.getByText('已删除1张照片').waitFor()
  await bureau.page.goto(`${here}/compare`)
  await settled(bureau)
  const row = bureau.page.getByRole('row').filter({ hasText: '第5条' })
  await row.locator('summary').click()
  expect(await row.innerText()).toMatch(/拍的第1张，照片已按保存期限删除/u)
  expect(await row.getByRole('link').count()).toBe(0)
  await inspector.page.goto(`${here}/inspect/5`)
  await settled(inspector)
  const piece = inspector.page.locator('.site-photos li')
  expect(await piece.innerText()).toMatch(/记录本第3页\.jpg[\s\S]*照片已按保存期限删除/u)
  expect(await piece.getByRole('link').count()).toBe(0)
})

test('The evidence of a year is taken along whole or item by item', async ({ demonstration }) => {
  const { clerk } = await lastYear(demonstration)
  await clerk.page.goto(`${here}/papers`)
  await settled(clerk)
  await clerk.tap(clerk.page.getByText('按条目下载'))
  const download = await clerk.download(clerk.page.getByRole('link', { name: /第5条/u }))
  expect(download.suggestedFilename()).toMatch(/_佐证材料_第5条_2025\.zip$/u)
})
