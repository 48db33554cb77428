import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'

const place = '/rounds/2026/units/erzhong'

type Inspection = {
  readonly total: number | null
  readonly items: readonly {
    readonly no: number
    readonly selfScore: number
    readonly score: number | null
    readonly scores: readonly { readonly inspector: string; readonly score: number; readonly reason: string | null }[]
  }[]
}

const readInspection = (person: Visitor) => askServer<Inspection>(person, `${place}/inspection`)
const itemOf = async (person: Visitor, no: number) => (await readInspection(person)).items.find((item) => item.no === no)
const mainButton = (person: Visitor) => person.page.locator('.inspect-bar .button.primary')
/** The next item comes: another one than this. */
const leaves = (person: Visitor, no: number) => person.page.waitForFunction((left) => !location.pathname.endsWith(`/inspect/${left}`), no)
const shownItem = (person: Visitor) => Number(new URL(person.page.url()).pathname.split('/').at(-1))
const anyItem = (person: Visitor) => person.page.waitForURL(/\/inspect\/\d+$/u)

test('An inspector goes from the own tasks to the item that most needs eyes with one action, and sees why', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan')
  await inspector.tap(inspector.page.getByRole('link', { name: /云江市第二初级中学/u }))
  await anyItem(inspector)
  await inspector.page.getByText(/^要看：/u).waitFor()
  expect(inspector.actions).toBe(1)
})

test('An inspector agrees with one tap and stands at the next item', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${place}/inspect/1`)
  inspector.countAnew()
  await inspector.tap(mainButton(inspector))
  await leaves(inspector, 1)
  await anyItem(inspector)
  expect(inspector.actions).toBe(1)
  await expect.poll(() => itemOf(inspector, 1)).toMatchObject({ score: 2, scores: [{ inspector: 'gaoyuan', score: 2, reason: null }] })
})

test('An inspector differs by a named finding with two taps, and nobody adds up', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${place}/inspect/5`)
  const before = await itemOf(inspector, 5)
  inspector.countAnew()
  await inspector.tap(inspector.page.getByRole('button', { name: /集中学习.*加一/u }))
  await inspector.tap(mainButton(inspector))
  await leaves(inspector, 5)
  expect(inspector.actions).toBe(2)
  await expect.poll(async () => (await itemOf(inspector, 5))?.score).not.toBeNull()
  const after = await itemOf(inspector, 5)
  expect(after?.score).toBe((before?.selfScore ?? 0) - 1)
  expect(after?.scores[0]?.reason).toMatch(/集中学习/u)
})

test('What the school\'s sheet has lost to a cap is not taken again, is said so, and stands as chosen when opened again', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${place}/inspect/18`)
  const { page } = inspector
  const self = (await itemOf(inspector, 18))?.selfScore ?? 0
  const row = (label: string) => page.locator('.findings > li').filter({ hasText: label })
  const committee = row('支委会缺1次')
  const lecture = row('党课缺1次')
  await committee.getByText('已扣完，不再扣').waitFor()
  for (let time = 1; time <= 4; time += 1) await inspector.tap(committee.getByRole('button', { name: /加一$/u }))
  await page.getByRole('button', { name: `打${self}分`, exact: true }).waitFor()
  await inspector.tap(lecture.getByRole('button', { name: /加一$/u }))
  await inspector.tap(lecture.getByRole('button', { name: /加一$/u }))
  await lecture.getByText('共扣1分，已扣完').waitFor()
  await inspector.tap(mainButton(inspector))
  await leaves(inspector, 18)
  const reason = '支委会缺4次，已扣完，不再扣；党课缺2次，扣1分'
  await expect.poll(() => itemOf(inspector, 18)).toMatchObject({ scores: [{ inspector: 'gaoyuan', score: self - 1, reason }] })

  await page.goto(`${place}/inspect/18`)
  await page.getByText(`打了${self - 1}分`).waitFor()
  expect(await committee.locator('output').innerText()).toBe('4')
  expect(await lecture.locator('output').innerText()).toBe('2')
  await page.getByRole('button', { name: '看下一条待看的' }).waitFor()
  await inspector.tap(lecture.getByRole('button', { name: /减一$/u }))
  await inspector.tap(lecture.getByRole('button', { name: /减一$/u }))
  await inspector.tap(page.getByRole('button', { name: `改成${self}分`, exact: true }))
  await leaves(inspector, 18)
  await expect.poll(() => itemOf(inspector, 18)).toMatchObject({ scores: [{ score: self, reason: '支委会缺4次，已扣完，不再扣' }] })
})

test('A mark of one\'s own without a reason is held back, and the number stays', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${place}/inspect/5`)
  await inspector.tap(inspector.page.getByRole('button', { name: '写一句' }))
  await inspector.type(inspector.page.getByLabel('检查得分'), '3.5')
  await inspector.tap(mainButton(inspector))
  await inspector.page.getByRole('alert').waitFor()
  expect(await inspector.page.getByLabel('检查得分').inputValue()).toBe('3.5')
  await inspector.type(inspector.page.getByLabel('理由', { exact: true }), '两次学习没有签到')
  await inspector.tap(mainButton(inspector))
  await leaves(inspector, 5)
  await expect.poll(() => itemOf(inspector, 5)).toMatchObject({ score: 3.5, scores: [{ reason: '两次学习没有签到' }] })
})

test('A whole school of thirty items, three of them different, takes at most fifty taps and no adding up', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan')
  inspector.countAnew()
  await inspector.tap(inspector.page.getByRole('link', { name: /云江市第二初级中学/u }))
  const different = [5, 18, 30]
  const gone: number[] = []
  for (let turn = 1; turn <= 30; turn += 1) {
    await anyItem(inspector)
    const no = shownItem(inspector)
    gone.push(no)
    if (different.includes(no)) {
      // What the school's own sheet has lost to the cap already costs nothing more: the first that still takes.
      const takes = inspector.page.locator('.findings > li').filter({ hasNotText: '已扣完' })
      await inspector.tap(takes.getByRole('button', { name: /加一$/u }).first())
    }
    await inspector.tap(mainButton(inspector))
    await leaves(inspector, no)
  }
  expect(gone.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
  await inspector.page.waitForURL('**/inspect/summary')
  await settled(inspector)
  await inspector.tap(inspector.page.getByRole('button', { name: /^检查完成/u }))
  await inspector.page.getByRole('heading', { name: '已检查' }).waitFor()
  expect(inspector.actions).toBeLessThanOrEqual(50)
  const { items, total } = await readInspection(inspector)
  expect(items.filter((item) => item.score !== item.selfScore).map((item) => item.no)).toEqual(different)
  expect(total).toBe(items.reduce((sum, item) => sum + (item.score ?? 0), 0))
})

test('A colleague\'s mark stays unseen until the own one is given, then one tap settles the difference', async ({ demonstration }) => {
  const first = await demonstration.enter('gaoyuan', phone, `${place}/inspect/5`)
  await first.tap(first.page.getByRole('button', { name: '写一句' }))
  await first.type(first.page.getByLabel('检查得分'), '3.5')
  await first.type(first.page.getByLabel('理由', { exact: true }), '两次学习没有签到')
  await first.tap(mainButton(first))
  await leaves(first, 5)
  await expect.poll(async () => (await itemOf(first, 5))?.scores.length).toBe(1)

  const second = await demonstration.enter('songlan', phone, `${place}/inspect/5`)
  const unseen = await second.page.locator('body').innerText()
  expect(unseen).not.toContain('两次学习没有签到')
  expect(unseen).not.toContain('高远')
  expect((await itemOf(second, 5))?.scores).toEqual([])
  await second.tap(mainButton(second))
  await leaves(second, 5)
  await expect.poll(async () => (await itemOf(second, 5))?.scores.length).toBe(2)
  await second.page.goto(`${place}/inspect/5`)
  await second.page.getByText('两次学习没有签到').waitFor()
  second.countAnew()
  await second.tap(second.page.getByRole('button', { name: '定为高远的3.5分' }))
  await second.page.getByRole('heading', { name: '商定3.5分' }).waitFor()
  expect(second.actions).toBe(1)
  expect((await itemOf(second, 5))?.score).toBe(3.5)
})

test('What was put down and not given yet stays on the device without a network', async ({ demonstration }) => {
  const inspector = await demonstration.enter('gaoyuan', phone, `${place}/inspect/5`)
  await inspector.page.context().setOffline(true)
  await inspector.tap(inspector.page.getByRole('button', { name: /集中学习.*加一/u }))
  await inspector.page.getByText(/^没有网络/u).waitFor({ timeout: 1000 })
  await inspector.page.context().setOffline(false)
  await inspector.page.reload()
  await settled(inspector)
  const stepper = inspector.page.getByRole('group', { name: /集中学习/u }).first()
  expect(await stepper.locator('output').innerText()).toBe('1')
})

test('The summary and the tasks say what the group has done: who marked what differs, and open is what nobody marked', async ({ demonstration }) => {
  const first = await demonstration.enter('gaoyuan', phone, `${place}/inspect/typing`)
  const { items } = await readInspection(first)
  for (const { no, selfScore } of items.filter((item) => item.no !== 7)) {
    await tellServer(first, 'PUT', `${place}/inspections/gaoyuan/items/${no}`, no === 5 ? { score: selfScore - 0.5, reason: '两次学习没有签到' } : { score: selfScore })
  }
  const second = await demonstration.enter('songlan', phone, '/tasks')
  await second.page.getByText('看了29条，其中我0条，还有1条').waitFor()
  await second.page.goto(`${place}/inspect/summary`)
  await second.page.getByRole('heading', { name: '看了29条，其中我0条，还有1条' }).waitFor()
  await second.page.getByText('另有29条是高远看的，打的分在检查完成后列在这里').waitFor()
  expect(await second.page.locator('main').innerText(), 'a colleague’s mark stays unseen').not.toContain('两次学习没有签到')
  await tellServer(second, 'PUT', `${place}/inspections/songlan/items/7`, { score: items.find(({ no }) => no === 7)?.selfScore })
  await second.page.reload()
  await second.page.getByRole('heading', { name: '30条都看了，其中我1条' }).waitFor()
  second.countAnew()
  await second.tap(second.page.getByRole('button', { name: /^检查完成/u }))
  await second.page.getByRole('heading', { name: '已检查' }).waitFor()
  expect(second.actions).toBe(1)
  await second.page.getByText('高远：两次学习没有签到').waitFor()
  await second.page.goto('/tasks')
  await second.page.getByText('已检查，30条都看了，其中我1条，同组高远').waitFor()
})
