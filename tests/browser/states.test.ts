import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { sendFile } from './ask-server.ts'
import { desk, settled, test } from './open-world.ts'
import type { Visitor, World } from './open-world.ts'
import { root } from './run-server.ts'
import { draftId, visits } from './visit-pages.ts'

const people = [...new Set(visits.map((visit) => visit.who))]

/** Script files that the visits below have loaded. */
const loaded = new Set<string>()

/** Somebody before their first page; for the bureau a table has been put in that is not published yet. */
const arrive = async (world: World, who: string | null): Promise<Visitor> => {
  if (who === null) return world.visit(desk)
  const visitor = await world.enter(who, desk, '/help')
  if (who === 'zhaomin') {
    const table = readFileSync(join(root, 'forms/yangzhou-2022/table.docx'))
    await sendFile(visitor, `/form-drafts/${draftId}/source`, '自查表.docx', docxType, table)
  }
  return visitor
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * What keeps people out who see, hear or move otherwise, by the rules of WCAG 2.2 A and AA. Sizes of targets are
 * measured by listSmall: axe takes what is half under the bottom bar, until one scrolls, for small.
 */
const listBarriers = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).disableRules(['target-size']).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).slice(0, 3).join('; ')}`)
}

/** Targets that a thumb misses: buttons under 44, anything under 24. A link within a sentence is as high as its line. */
const listSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const area = (one: Element) => (one.closest('label') ?? one).getBoundingClientRect()
    const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && area(one).width > 1
    const name = (one: Element) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.trim().slice(0, 12)}`
    const under = (selector: string, least: number) =>
      [...document.querySelectorAll(selector)]
        .filter(isSeen)
        .filter((one) => area(one).height < least - 0.5 || area(one).width < 24)
        .map((one) => `${name(one)} ${Math.round(area(one).width)} × ${Math.round(area(one).height)}, under ${least}`)
    return [...under('.button, .row:is(a, button), .tap, .chip', 44), ...under('button, input, select, textarea', 24)]
  })

/** Whether the page must be moved sideways, in each size of letters, and by what. */
const listOverflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    ['standard', 'large', 'larger'].flatMap((size) => {
      document.documentElement.dataset['text'] = size
      const { scrollWidth } = document.documentElement
      const past = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
      const first = past.map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.trim().slice(0, 20)}`)
      delete document.documentElement.dataset['text']
      return scrollWidth > innerWidth ? [`${size} letters: ${scrollWidth} wide, from ${first.slice(-2).join('; ')}`] : []
    }),
  )

for (const who of people) {
  test(`Every page that ${who ?? 'somebody not signed in'} can see keeps nobody out, and fits a phone of 320`, async ({ demonstration }) => {
    const visitor = await arrive(demonstration, who)
    const { page } = visitor
    visitor.expectStatus(404)
    const faults: string[] = []
    for (const { path } of visits.filter((visit) => visit.who === who)) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(path)
      await settled(visitor)
      for (const { name } of await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => ({ name })))) loaded.add(name)
      const onDesk = await listBarriers(page)
      await page.setViewportSize({ width: 390, height: 844 })
      await visitor.whenQuiet()
      const onPhone = [...(await listBarriers(page)), ...(await listSmall(page))]
      await page.setViewportSize({ width: 320, height: 640 })
      await visitor.whenQuiet()
      faults.push(...[...onDesk, ...onPhone, ...(await listOverflow(page))].map((fault) => `${path}: ${fault}`))
    }
    expect(faults).toEqual([])
  })
}

test('Every page that has an address was visited above', () => {
  const addresses = ['routes.tsx', 'office-routes.tsx'].map((file) => readFileSync(join(root, 'packages/web/src', file), 'utf8')).join('\n')
  const pages = [...addresses.matchAll(/import\('\.\/pages\/[^']*?([A-Za-z]+)\.tsx'\)/gu)].map(([, name]) => name ?? '')
  expect(pages.length).toBeGreaterThan(20)
  const built = readdirSync(join(root, 'packages/web/dist/assets'))
  const own = pages.filter((name) => built.some((file) => file.startsWith(`${name}-`)))
  expect(own.filter((name) => ![...loaded].some((url) => url.includes(`/assets/${name}-`)))).toEqual([])
})

/** Where everything on the page stands and how large it is. */
const drawOutline = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('main *')].map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} ${[x + scrollX, y + scrollY, width, height].map(Math.round).join(' ')}`
    }),
  )

/** As a link inside the pages does: without loading the document anew. */
const walkTo = async (visitor: Visitor, path: string): Promise<void> => {
  await visitor.page.evaluate((address) => {
    history.pushState({}, '', address)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, path)
  await settled(visitor)
}

for (const who of ['chenjing', 'wangli', 'zhaomin', 'gaoyuan']) {
  test(`A page of ${who} looks the same whichever page came before`, async ({ demonstration }) => {
    const visitor = await arrive(demonstration, who)
    await visitor.page.setViewportSize({ width: 390, height: 844 })
    const paths = ['/help', '/me', ...visits.filter((visit) => visit.who === who && visit.path !== '/rounds/2026/units/erzhong').map(({ path }) => path)]
    const fresh = new Map<string, readonly string[]>()
    for (const path of paths) {
      await visitor.page.goto(path)
      await settled(visitor)
      fresh.set(path, await drawOutline(visitor.page))
    }
    // Once round, so that the look of every page is loaded; then each again.
    for (const path of paths) await walkTo(visitor, path)
    for (const path of paths) {
      await walkTo(visitor, path)
      expect(await drawOutline(visitor.page), path).toEqual(fresh.get(path))
    }
  })
}
