/**
 * A school's phone: 390 × 844, a quarter of this machine's speed, 1.6 Mbit/s, 150 ms. What its owner waits for, against
 * the goals of the product. A phone of its own speed is not in this room: the figures are for comparing two versions.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core'
import { median, milliseconds, type Bench, type Measure } from './measure.ts'
import { makeFolder, startServer } from './running-server.ts'

const home = '/rounds/2026/units/yucai'
const flags = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

type Seen = { readonly lcp: number; readonly cls: number; readonly inp: number; readonly gap: number; readonly answers: readonly number[] }

/** Kept from the first moment of each page on: what was drawn when, what moved, how long taps took, the longest pause between two frames, and between a tap and the frame that shows its answer. */
const watch = (): void => {
  const seen = { lcp: 0, cls: 0, inp: 0, gap: 0, answers: [] as number[] }
  Object.assign(globalThis, { seen })
  const observe = (type: string, note: (entry: PerformanceEntry & { readonly value?: number; readonly hadRecentInput?: boolean }) => void, more: object = {}): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, ...more })
  observe('largest-contentful-paint', (entry) => (seen.lcp = entry.startTime))
  observe('layout-shift', (entry) => (seen.cls += entry.hadRecentInput === true ? 0 : (entry.value ?? 0)))
  observe('event', (entry) => (seen.inp = Math.max(seen.inp, entry.duration)), { durationThreshold: 16 })
  let tapped = 0
  addEventListener('click', (event) => (tapped = event.timeStamp), true)
  new MutationObserver(() => {
    if (tapped === 0) return
    const from = tapped
    tapped = 0
    requestAnimationFrame(() => void seen.answers.push(performance.now() - from))
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  let last = 0
  const frame = (at: number): void => {
    if (last > 0) seen.gap = Math.max(seen.gap, at - last)
    last = at
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
}

const readSeen = (page: Page): Promise<Seen> => page.evaluate(() => (globalThis as unknown as { readonly seen: Seen }).seen)
const forget = (page: Page): Promise<void> => page.evaluate(() => void Object.assign((globalThis as unknown as { readonly seen: object }).seen, { inp: 0, gap: 0, answers: [] }))

const asSchoolPhone = async (context: BrowserContext): Promise<{ readonly page: Page; readonly line: CDPSession }> => {
  const page = await context.newPage()
  await page.addInitScript(watch)
  const line = await context.newCDPSession(page)
  await line.send('Network.enable')
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 })
  await line.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return { page, line }
}

/** Milliseconds from the address to the page that can be used. */
const untilUsable = async (page: Page, address: string): Promise<number> => {
  const began = performance.now()
  await page.goto(address, { waitUntil: 'commit' })
  await page.getByRole('link', { name: /记一笔/u }).first().waitFor()
  return performance.now() - began
}

/** Three questions of the quick check, a tap each. */
const answerQuestions = async (page: Page, address: string): Promise<Seen> => {
  await page.goto(`${address}${home}/quick-check/next`)
  await page.locator('.answers button').first().waitFor()
  await page.waitForLoadState('networkidle')
  await forget(page)
  for (let turn = 0; turn < 3; turn += 1) {
    const question = await page.locator('.asked-now h1').innerText()
    await page.locator('.answers button, .chips button').first().tap()
    await page.locator('.asked-now h1').filter({ hasNotText: question }).waitFor()
  }
  return readSeen(page)
}

const drawPhoto = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4000, 3000)
    const pen = canvas.getContext('2d')
    if (pen === null) throw new Error('no canvas')
    for (let row = 0; row < 300; row += 1) {
      pen.fillStyle = `hsl(${row * 7} 50% ${30 + (row % 40)}%)`
      pen.fillRect(0, row * 10, 4000, 10)
    }
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer())]
  })

const held = (what: string, ours: number, most: number, say: (value: number) => string, against: string): Measure => ({
  what,
  against,
  ours: say(ours),
  theirs: say(most),
  ratio: most / Math.max(ours, 0.001),
  line: `at most ${say(most)}`,
  holds: ours <= most,
})

const measure = async (context: BrowserContext, address: string, folder: string): Promise<readonly Measure[]> => {
  const { page, line } = await asSchoolPhone(context)
  const first = await untilUsable(page, `${address}${home}`)
  await page.waitForLoadState('networkidle')
  const drawn = await readSeen(page)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.waitForLoadState('networkidle')
  const second = await untilUsable(page, `${address}${home}`)
  await line.send('Network.emulateNetworkConditions', { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 })
  const offline = await untilUsable(page, `${address}${home}`)
  await line.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 200_000 })
  await page.goto(`${address}${home}/entries/new`)
  await page.getByLabel('标题').waitFor()
  await page.waitForLoadState('networkidle')
  await forget(page)
  const chips = page.locator('.chips button')
  for (let turn = 0; turn < Math.min(6, await chips.count()); turn += 1) await chips.nth(turn).tap()
  const tapped = await readSeen(page)
  const answered = await answerQuestions(page, address)
  await page.goto(`${address}${home}/entries/new`)
  await page.getByLabel('标题').waitFor()
  await page.waitForLoadState('networkidle')
  // From the disk, as a phone hands it over: bytes sent through the driver would be unpacked by the page itself.
  const photo = join(folder, 'p.jpg')
  writeFileSync(photo, Buffer.from(await drawPhoto(page)))
  await forget(page)
  await page.locator('input[type=file]').first().setInputFiles(photo)
  await page.getByLabel('标题').pressSequentially('十一月集中学习，照片边传边写', { delay: 30 })
  await page.getByText(/已存本机|上传中|已上传/u).first().waitFor()
  const typed = await readSeen(page)
  const goal = "the product's goal"
  return [
    held('school phone: usable, first time', first, 2500, milliseconds, goal),
    held('school phone: usable, again', second, 1000, milliseconds, goal),
    held('school phone: usable, again, no network', offline, 1000, milliseconds, goal),
    held('school phone: largest part drawn (LCP)', drawn.lcp, 2500, milliseconds, goal),
    held('school phone: what moved (CLS)', drawn.cls, 0.05, (value) => value.toFixed(3), goal),
    held('school phone: answer to a tap (INP)', tapped.inp, 200, milliseconds, goal),
    held('school phone: a tap on a kind, until it is seen', median(tapped.answers), 100, milliseconds, goal),
    held('school phone: a tap on an answer, until it is seen', median(answered.answers), 100, milliseconds, goal),
    held('school phone: longest pause while a photo shrinks and one types', typed.gap, 200, milliseconds, `${goal} of 50 ms, four times for the slowed processor`),
  ]
}

export const bench: Bench = {
  name: 'phone',
  run: async () => {
    const { folder, remove } = makeFolder()
    const server = await startServer(folder, { demonstration: true })
    const browser = await chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: flags })
    try {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
      const answer = await context.request.post(`${server.address}/api/v1/demo/sessions`, { data: { username: 'chenjing' }, headers: { origin: server.address } })
      if (answer.status() !== 201) throw new Error(`the demonstration did not let the clerk in: ${answer.status()}`)
      return await measure(context, server.address, folder)
    } finally {
      await browser.close()
      await server.stop()
      remove()
    }
  },
}
