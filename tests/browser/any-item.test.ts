import { expect } from 'vitest'
import { phone, settled, test } from './open-world.ts'
import { visits } from './visit-pages.ts'
import { walkTo } from './walk-to.ts'

const schools = { chenjing: 'yucai', wangli: 'yucai', heping: 'liuxi' } as const

for (const [who, school] of Object.entries(schools)) {
  test(`From every page of ${who} each of the thirty items stands there with its mark and reason after two actions, open after two from pages with tabs`, async ({ demonstration }) => {
    const visitor = await demonstration.enter(who, phone, '/help')
    const { page } = visitor
    const toSheet = page.locator('nav.tabs').getByRole('link', { name: '自查表' })
    const far: string[] = []
    for (const { path } of visits.filter((visit) => visit.who === who && visit.path.includes(`/units/${school}`))) {
      await walkTo(visitor, path)
      visitor.countAnew()
      // The page before may still stand for a moment: its head is no answer.
      const hasTabs = await toSheet.waitFor({ timeout: 1500 }).then(
        () => true,
        () => false,
      )
      // A page that does one thing has its way back at the top.
      while (!(await toSheet.isVisible())) {
        await visitor.tap(page.getByRole('banner').getByRole('link').first())
        await settled(visitor)
      }
      await visitor.tap(toSheet)
      await page.locator('#item-30').waitFor()
      const items = await page.locator('[id^="item-"]').allInnerTexts()
      expect(items.filter((words) => /\d|未答/u.test(words) && words.length > 20).length, path).toBe(30)
      if (visitor.actions > 2) far.push(`${path}: seen after ${visitor.actions}`)
      if (!hasTabs) continue
      await visitor.tap(page.locator('#toggle-18'))
      await page.locator('#detail-18').waitFor()
      if (visitor.actions > 2) far.push(`${path}: open after ${visitor.actions}`)
    }
    expect(far).toEqual([])
  })
}
