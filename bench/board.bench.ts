/** A county of 1,500 schools on the bureau's page: how long the board takes to come and to answer each letter and tap. */
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { fillCounties, round } from './filled-counties.ts'
import { median, milliseconds, type Bench, type Measure } from './measure.ts'
import { adminPassword, makeFolder, startServer } from './running-server.ts'

const board = `/rounds/${round}-big`
const most = 100
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/** Milliseconds from the letter typed to the frame in which the rows are the ones looked for. */
const untilFound = (page: Page, sought: string, name: string): Promise<number> =>
  page.evaluate(
    async ([word, first]) => {
      const input = document.querySelector<HTMLInputElement>('#find-unit')
      if (input === null) throw new Error('no field to find a school')
      const began = performance.now()
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, word)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      do await new Promise(requestAnimationFrame)
      while (document.querySelector('tbody th')?.textContent.startsWith(first) !== true && performance.now() - began < 5000)
      return performance.now() - began
    },
    [sought, name] as const,
  )

/** Milliseconds from the tap on a stage to the frame in which it is pressed and the rows stand. */
const untilPressed = (page: Page, index: number): Promise<number> =>
  page.evaluate(async (at) => {
    const button = document.querySelectorAll<HTMLButtonElement>('.stage')[at]
    if (button === undefined) throw new Error(`no stage ${at}`)
    const began = performance.now()
    button.click()
    do await new Promise(requestAnimationFrame)
    while (button.getAttribute('aria-pressed') !== 'true' && performance.now() - began < 5000)
    return performance.now() - began
  }, index)

const within = (what: string, limit: number, time: number): Measure => ({
  what,
  against: "the product's goal",
  ours: milliseconds(time),
  theirs: milliseconds(limit),
  ratio: limit / time,
  line: `within ${limit} ms`,
  holds: time <= limit,
})

const measure = async (context: BrowserContext, address: string): Promise<readonly Measure[]> => {
  const page = await context.newPage()
  const began = performance.now()
  await page.goto(`${address}${board}`)
  await page.locator('tbody tr').first().waitFor()
  const came = performance.now() - began
  await page.waitForFunction(() => document.querySelectorAll('tbody tr').length === 1500)
  const line = await context.newCDPSession(page)
  const letters = async (): Promise<number> => {
    const times: number[] = []
    for (const [sought, name] of [['第1', '第1小学'], ['第14', '第14小学'], ['第149', '第149小学'], ['第1499', '第1499小学'], ['', '第0小学']] as const) {
      times.push(await untilFound(page, sought, name))
    }
    return Math.max(...times)
  }
  const quick = await letters()
  const stages = [await untilPressed(page, 1), await untilPressed(page, 0)]
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  const slow = await letters()
  return [
    within('board of 1,500 schools: first rows', 2500, came),
    within('board of 1,500 schools: slowest letter of a search', most, quick),
    within('board of 1,500 schools: a stage chosen', most, median(stages)),
    within('board of 1,500 schools: slowest letter, a quarter of the speed', 4 * most, slow),
  ]
}

export const bench: Bench = {
  name: 'board',
  run: async () => {
    const { folder, remove } = makeFolder()
    await (await startServer(folder)).stop()
    fillCounties(join(folder, 'zicha.db'))
    const server = await startServer(folder)
    const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: flags })
    try {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      const headers = { origin: server.address }
      const signedIn = await context.request.post(`${server.address}/api/v1/sessions`, { data: { username: 'admin', password: adminPassword }, headers })
      if (!signedIn.ok()) throw new Error(`the admin was not let in: ${signedIn.status()}`)
      return await measure(context, server.address)
    } finally {
      await browser.close()
      await server.stop()
      remove()
    }
  },
}
