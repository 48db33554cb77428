import { expect } from 'vitest'
import { demonstrationPassword } from '../../packages/server/src/demo/bureau.ts'
import { askServer } from './ask-server.ts'
import { desk, phone, settled, test } from './open-world.ts'
import type { Visitor } from './open-world.ts'

const here = '/rounds/2026/units/yucai'

type Score = { readonly criteria: readonly { readonly status: string }[] }

/** What has the focus, by its accessible words, and whether a person sees it: drawn around, and under nothing. */
const focused = ({ page }: Visitor) =>
  page.evaluate(() => {
    const one = document.activeElement
    if (!(one instanceof HTMLElement) || one === document.body) return { words: '', seen: true }
    const shown = one.matches('input[type=radio], input[type=checkbox], .unseen') ? (one.closest('label') ?? one) : one
    const { left, top, width, height } = shown.getBoundingClientRect()
    const spot = document.elementFromPoint(left + Math.min(width / 2, 40), top + Math.min(height / 2, 20))
    const style = getComputedStyle(shown)
    const isDrawn = (style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none'
    const label = one instanceof HTMLInputElement ? (one.labels?.[0]?.textContent ?? one.getAttribute('aria-label') ?? '') : one.textContent
    return { words: label.trim(), seen: isDrawn && spot !== null && (shown.contains(spot) || spot.contains(shown)) }
  })

/** Tab until the focus is where these words are; every stop on the way must be seen. */
const tabTo = async (visitor: Visitor, words: RegExp): Promise<void> => {
  const passed: string[] = []
  for (let stops = 0; stops < 60; stops += 1) {
    await visitor.page.keyboard.press('Tab')
    const at = await focused(visitor)
    expect(at.seen, `the focus is seen at “${at.words}”`).toBe(true)
    if (words.test(at.words)) return
    passed.push(at.words)
  }
  throw new Error(`no stop with ${words.source} among ${passed.join(', ')}`)
}

test('A clerk signs in and answers the quick check by keyboard alone, the focus always seen', async ({ demonstration }) => {
  const clerk = await demonstration.visit(desk)
  // A page asks for its answers while its script is on the way, before it knows that nobody is signed in.
  clerk.expectStatus(401)
  await clerk.page.goto(`${here}/quick-check`)
  await settled(clerk)
  expect(new URL(clerk.page.url()).pathname).toBe('/sign-in')
  await tabTo(clerk, /^账号/u)
  await clerk.page.keyboard.type('chenjing')
  await tabTo(clerk, /^密码/u)
  await clerk.page.keyboard.type(demonstrationPassword)
  await clerk.page.keyboard.press('Enter')
  await clerk.page.getByRole('heading', { level: 1, name: '快速核对' }).waitFor()
  expect(new URL(clerk.page.url()).pathname, 'back where the address led').toBe(`${here}/quick-check`)
  await clerk.whenQuiet()

  await tabTo(clerk, /^接着答/u)
  await clerk.page.keyboard.press('Enter')
  const open = async () =>
    (await askServer<Score>(clerk, `${here}/score`)).criteria.filter(
      (criterion) => criterion.status === 'unanswered',
    ).length
  await clerk.page.locator('.asked-now h1').waitFor()
  const before = await open()
  for (let answered = 1; answered <= 3; answered += 1) {
    await clerk.whenQuiet()
    const question = await clerk.page.locator('.asked-now h1').innerText()
    // Where a person gives marks there is no first answer to press: the marks are stops of their own.
    if ((await clerk.page.locator('.answers button').count()) > 0) await clerk.page.keyboard.press('1')
    else {
      await tabTo(clerk, /^[\d.]+$/u)
      await clerk.page.keyboard.press('Enter')
    }
    await clerk.page.locator('.asked-now h1').filter({ hasNotText: question }).waitFor()
  }
  // An answer leaves after the next question stands.
  await expect.poll(open).toBe(before - 3)
})

test('A sheet of which nothing is answered is answered whole by keyboard alone', async ({ demonstration }) => {
  const clerk = await demonstration.enter('heping', desk, '/rounds/2026/units/liuxi/quick-check/next')
  const { page } = clerk
  const allChecked = page.getByRole('heading', { name: /题都答了/u })
  const read = async () => (await askServer<Score>(clerk, '/rounds/2026/units/liuxi/score')).criteria.filter(({ status }) => status === 'unanswered').length
  const open = await read()
  expect(open).toBeGreaterThan(40)
  let question = '快速核对没有这样一题'
  for (let answered = 0; answered <= open; answered += 1) {
    const next = page.locator('.asked-now h1').filter({ hasNotText: question })
    await next.or(allChecked).first().waitFor()
    if (await allChecked.isVisible()) break
    question = await next.innerText()
    if ((await page.locator('.answers button').count()) > 0) await page.keyboard.press('1')
    else {
      await tabTo(clerk, /^[\d.]+$/u)
      await page.keyboard.press('Enter')
    }
  }
  await allChecked.waitFor()
  await expect.poll(read).toBe(0)
})

test('The sheet opens, marks and closes by keyboard, and the focus comes back', async ({ demonstration }) => {
  const secretary = await demonstration.enter('wangli', desk, `${here}/sheet`)
  const { page } = secretary
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  await page.locator('#detail-2').waitFor()
  await page.waitForFunction(() => document.activeElement?.hasAttribute('data-own-mark') === true)
  await page.keyboard.type('0.5')
  await page.locator('#detail-2').getByLabel('理由').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('#detail-2').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('toggle-2')
})

test('A drawer keeps the focus inside, closes with Escape and gives the focus back', async ({ demonstration }) => {
  const clerk = await demonstration.enter('chenjing', phone, `${here}/entries/new`)
  const { page } = clerk
  await page.getByRole('button', { name: /^全部\d+种$/u }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  expect((await focused(clerk)).words).toMatch(/^全部\d+种$/u)
})
