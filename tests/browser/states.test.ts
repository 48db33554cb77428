import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { sendFile } from './ask-server.ts'
import { listAsked, listColourAlone } from './measure-meaning.ts'
import { listBarriers, listCut, listHiddenFocus, listSmall, setLetters } from './measure-page.ts'
import { desk, settled, test } from './open-world.ts'
import type { Visitor, World } from './open-world.ts'
import { root } from './run-server.ts'
import { draftId, visits } from './visit-pages.ts'
import { walkTo } from './walk-to.ts'

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

/** Sizes of paper and letters in which a page must be whole: a small phone, and a usual one with letters up to twice as large. */
const sizes = [
  { width: 320, height: 640, letters: 'standard' },
  { width: 320, height: 640, letters: 'larger' },
  { width: 390, height: 844, letters: 'larger' },
  { width: 390, height: 844, letters: 'twice' },
] as const

const listFaults = async ({ page, whenQuiet }: Visitor): Promise<readonly string[]> => {
  const faults = [...(await listBarriers(page)), ...(await listColourAlone(page))]
  await page.setViewportSize({ width: 390, height: 844 })
  await whenQuiet()
  faults.push(...(await listBarriers(page)), ...(await listSmall(page)), ...(await listHiddenFocus(page)))
  for (const { width, height, letters } of sizes) {
    await page.setViewportSize({ width, height })
    await setLetters(page, letters)
    await whenQuiet()
    faults.push(...(await listCut(page)).map((fault) => `${letters} letters on ${width}: ${fault}`))
    if (letters === 'larger') faults.push(...(await listSmall(page, 60)))
  }
  await setLetters(page, 'standard')
  return faults
}

/** What the signed-in context knows of somebody of a school, and of whoever inspects it. */
const known = /^(?:单位|学校|年度|表格?|哪张表|姓名|您?的?名字|岗位|身份|角色|账号|密码)/u
const knowsItself = ['chenjing', 'luoxin', 'heping', 'wangli', 'dengjie', 'gaoyuan']

for (const who of people) {
  test(`Every page that ${who ?? 'somebody not signed in'} can see keeps nobody out, and is whole on a small phone and in large letters`, async ({ demonstration }) => {
    const visitor = await arrive(demonstration, who)
    const { page } = visitor
    visitor.expectStatus(404)
    const faults: string[] = []
    for (const { path } of visits.filter((visit) => visit.who === who)) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(path)
      await settled(visitor)
      for (const { name } of await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => ({ name })))) loaded.add(name)
      const fields = knowsItself.includes(who ?? '') ? await listAsked(page) : []
      if (path.endsWith('/entries/new')) expect(fields.join(), 'fields are found by their labels').toContain('标题')
      const asked = fields.filter((label) => known.test(label))
      faults.push(...[...asked.map((label) => `asks for what is known: ${label}`), ...(await listFaults(visitor))].map((fault) => `${path}: ${fault}`))
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

/**
 * Where everything on the page stands and how large it is; what has no box of its own stands nowhere. Read once there is
 * something to see and nothing stands in for it: the store of the device opens without any call that could be waited for.
 */
const drawOutline = async (page: Page): Promise<readonly string[]> => {
  await page.waitForFunction(() => {
    const shown = [...document.querySelectorAll('main *')].filter((one) => !one.matches('.unseen') && one.getBoundingClientRect().width > 0)
    return shown.length > 0 && document.querySelector('.bones') === null
  })
  return page.evaluate(() =>
    [...document.querySelectorAll('main *')].flatMap((one) => {
      const { x, y, width, height } = one.getBoundingClientRect()
      return width === 0 && height === 0 ? [] : `${one.tagName.toLowerCase()}.${one.getAttribute('class') ?? ''} ${[x + scrollX, y + scrollY, width, height].map(Math.round).join(' ')}`
    }),
  )
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
