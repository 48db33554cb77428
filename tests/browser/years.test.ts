import { expect } from 'vitest'
import { askServer } from './ask-server.ts'
import { desk, phone, settled, test } from './open-world.ts'
import type { World } from './open-world.ts'

const here = '/rounds/2026/units/yucai'

/** Next year's round, opened while this year's table is still due, by hand as the bureau does. */
const openNextYear = async (demonstration: World): Promise<string> => {
  const bureau = await demonstration.enter('zhaomin', desk, '/rounds/new')
  await bureau.type(bureau.page.getByLabel('年度', { exact: true }), '2027')
  expect(await bureau.page.getByLabel('截止').inputValue()).toBe('2027-12-20')
  expect(await bureau.page.getByLabel('照片保存到').inputValue()).toBe('2028-12-31')
  await bureau.download(bureau.page.getByRole('button', { name: '开始，请6所学校填' }))
  await bureau.page.getByRole('heading', { name: '2027年度自查' }).waitFor()
  const round = decodeURIComponent(new URL(bureau.page.url()).pathname.split('/').at(-1) ?? '')
  expect(await askServer(bureau, `/rounds/${round}`)).toMatchObject({ year: 2027, opensOn: '2027-01-01', dueOn: '2027-12-20' })
  return `/rounds/${round}/units/yucai`
}

test('With next year’s round open, the school stays with the table that is due, and reaches the other year in one action', async ({ demonstration }) => {
  const next = await openNextYear(demonstration)
  for (const [username, screen] of [['chenjing', phone], ['wangli', desk]] as const) {
    const school = await demonstration.enter(username, screen)
    expect(new URL(school.page.url()).pathname).toBe(here)
    school.countAnew()
    await school.choose(school.page.getByLabel('换年度').filter({ visible: true }), '2027年度')
    await school.page.waitForURL(`**${next}`)
    await settled(school)
    expect(school.actions).toBe(1)
    await school.page.goto(`${next}/entries`)
    await settled(school)
    await school.choose(school.page.getByLabel('换年度').filter({ visible: true }), '2026年度')
    await school.page.waitForURL(`**${here}/entries`)
    await school.page.goto('/me')
    await school.tap(school.page.getByRole('link', { name: /2027年度/u }))
    await school.page.waitForURL(`**${next}`)
  }
})

test('A school with one round sees its year and nothing to choose', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone)
  await clerk.page.getByText('2026年度', { exact: true }).waitFor()
  expect(await clerk.page.getByLabel('换年度').count()).toBe(0)
})
