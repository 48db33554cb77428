import { expect } from 'vitest'
import { askServer, tellServer } from './ask-server.ts'
import { phone, settled, test } from './open-world.ts'
import type { Visitor, World } from './open-world.ts'
import { readyToOpen, walkTo } from './without-network.ts'

const here = '/rounds/2026/units/yucai'
const before = '/rounds/2025/units/yucai'
const [meeting, own] = ['ad2b7c1e-5f60-4a3b-8c9d-0e1f2a3b4c5d', '0b9c8d7e-6f5a-4b3c-9d2e-1f0a9b8c7d6e']

type Entry = { readonly title: string; readonly countsAs: readonly string[]; readonly people?: number }

const kinds = (clerk: Visitor) => clerk.page.getByRole('group', { name: '什么活动' }).locator('label')
const also = (clerk: Visitor) => clerk.page.getByRole('group', { name: /这次会上还做了/u })

/** The year before, in which a November meeting was three things at once and an activity had a name of the school's own. */
const fillFormerYear = async (demonstration: World): Promise<void> => {
  const bureau = await demonstration.enter('zhaomin', phone, '/help')
  const { form, units } = await askServer<{ readonly form: string; readonly units: readonly string[] }>(bureau, '/rounds/2026')
  await tellServer(bureau, 'PUT', '/rounds/2025', { form, units, year: 2025, opensOn: '2025-09-01', dueOn: '2025-12-20', inspectors: {} })
  const clerk = await demonstration.enter('chenjing', phone, '/help')
  await tellServer(clerk, 'PUT', `${before}/entries/${meeting}`, { title: '支部换届大会', happenedOn: '2025-11-18', countsAs: ['换届', '计划', '责任清单'], people: 41 })
  await tellServer(clerk, 'PUT', `${before}/entries/${own}`, { title: '银杏树下的故事会', happenedOn: '2025-05-12', countsAs: ['典型宣传', '德育活动'] })
}

test('What belonged to this month last year is offered, and what that meeting was besides is taken over with one tap', async ({ demonstration }) => {
  await fillFormerYear(demonstration)
  const clerk = await demonstration.enter('chenjing', phone, `${here}/entries/new`)
  expect((await kinds(clerk).allInnerTexts()).slice(2, 4)).toEqual(['换届', '计划'])
  clerk.countAnew()
  await clerk.tap(kinds(clerk).filter({ hasText: '换届' }))
  expect(await also(clerk).innerText()).toContain('去年11月18日那次还做了计划、责任清单。')
  expect(await also(clerk).locator('input:checked').count(), 'nothing is chosen by itself').toBe(0)
  await clerk.tap(clerk.page.getByRole('button', { name: '套用' }))
  await clerk.tap(clerk.page.getByRole('button', { name: '保存', exact: true }))
  await clerk.page.getByRole('status').filter({ hasText: '已记下' }).waitFor()
  expect(clerk.actions).toBe(3)
  const { items } = await askServer<{ readonly items: readonly Entry[] }>(clerk, `${here}/entries?limit=200`)
  const entry = items.find(({ countsAs }) => countsAs[0] === '换届')
  expect(entry?.countsAs).toEqual(['换届', '计划', '责任清单'])
  expect(entry?.people, 'who came last year is not who came now').toBeUndefined()
})

test('A name of the school’s own brings what it counted as last year to the front, also without a network', async ({ demonstration }) => {
  await fillFormerYear(demonstration)
  const clerk = await demonstration.enter('chenjing', phone)
  await readyToOpen(clerk.page, 'NewEntryPage', `${here}/last-year`)
  await clerk.whenQuiet()
  await clerk.page.context().setOffline(true)
  await walkTo(clerk.page, `${here}/entries/new`)
  await clerk.type(clerk.page.getByLabel('标题'), '2026年银杏树下故事会')
  await clerk.page.waitForFunction(() => document.querySelector('#entry-kind label')?.textContent === '典型宣传')
  expect((await kinds(clerk).allInnerTexts()).slice(0, 2)).toEqual(['典型宣传', '德育活动'])
  await clerk.page.context().setOffline(false)
  await settled(clerk)
})
