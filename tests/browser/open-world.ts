import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { test as base, expect, inject } from 'vitest'
import { countActions } from './count-actions.ts'
import type { Acting } from './count-actions.ts'
import { moveClock, pinnedNow } from './pinned-clock.ts'
import { runServer } from './run-server.ts'
import type { RunningServer } from './run-server.ts'
import { watchPage } from './watch-page.ts'
import type { Watching } from './watch-page.ts'

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true }
export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }

export type Visitor = Acting & Pick<Watching, 'expectStatus' | 'whenQuiet'>

/** One server with its own store, and the people who visit it, each with a browser profile of their own. */
export type World = {
  readonly server: RunningServer
  /** The data folder of the server. */
  readonly store: string
  /** Somebody who is not signed in. */
  readonly visit: (screen?: BrowserContextOptions) => Promise<Visitor>
  /** Somebody of the demonstration, signed in, on their first page or at `path`. */
  readonly enter: (username: string, screen?: BrowserContextOptions, path?: string) => Promise<Visitor>
}

const openWorld = async (browser: Browser, store: string) => {
  const server = await runServer(store)
  const visitors: { readonly visitor: Visitor; readonly watching: Watching }[] = []
  const visit: World['visit'] = async (screen = phone) => {
    const context = await browser.newContext({
      // Only who tests working without a network meets the worker: what it answers, tests of calls would not see.
      serviceWorkers: 'block',
      ...screen,
      baseURL: server.address,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    context.setDefaultTimeout(15_000)
    await context.addInitScript(`(${moveClock.toString()})(${JSON.stringify(pinnedNow)})`)
    const page = await context.newPage()
    const watching = watchPage(page, server.address)
    const acting = countActions(page)
    const visitor: Visitor = Object.defineProperties({} as Visitor, {
      ...Object.getOwnPropertyDescriptors(acting),
      expectStatus: { value: watching.expectStatus },
      whenQuiet: { value: watching.whenQuiet },
    })
    visitors.push({ visitor, watching })
    return visitor
  }
  const enter: World['enter'] = async (username, screen = phone, path = '/') => {
    const visitor = await visit(screen)
    await visitor.page.goto('/help')
    const status = await visitor.page.evaluate(async (name) => {
      const headers = { 'content-type': 'application/json' }
      return (await fetch('/api/v1/demo/sessions', { method: 'POST', headers, body: JSON.stringify({ username: name }) })).status
    }, username)
    expect(status, `${username} enters the demonstration`).toBe(201)
    await visitor.page.goto(path)
    await settled(visitor)
    return visitor
  }
  return { server, store, visit, enter, visitors }
}

/** Until the page has something to say and waits for nothing. */
export const settled = async ({ page, whenQuiet }: Visitor): Promise<void> => {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await whenQuiet()
}

type Fixtures = {
  /** The demonstration bureau, fresh for each test. */
  readonly demonstration: World
  /** A server that nobody ever used. */
  readonly empty: World
  readonly browser: Browser
}

const withWorld = async (
  browser: Browser,
  failed: () => boolean,
  fill: (folder: string) => void,
  use: (world: World) => Promise<void>,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'zicha-world-'))
  const store = join(folder, 'data')
  fill(store)
  const { visitors, ...world } = await openWorld(browser, store)
  const faults: string[] = []
  try {
    await use(world)
  } finally {
    for (const [index, { visitor, watching }] of visitors.entries()) {
      faults.push(...watching.listFaults())
      if (failed()) {
        const picture = join(mkdtempSync(join(tmpdir(), 'zicha-failed-')), `visitor-${index + 1}.png`)
        await visitor.page.screenshot({ path: picture, fullPage: true }).catch(() => undefined)
        console.log(`what visitor ${index + 1} saw at ${visitor.page.url()}: ${picture}`)
      }
      await visitor.page.context().close()
    }
    await world.server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  expect(faults, 'faults that the browser reported').toEqual([])
  expect(world.server.listErrors(), 'faults in the log of the server').toEqual([])
}

export const test = base.extend<Fixtures>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads from this pattern which parts are asked for
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  demonstration: async ({ browser, task }, use) => {
    const fill = (folder: string) => cpSync(inject('demonstrationStore'), folder, { recursive: true })
    await withWorld(browser, () => task.result?.state === 'fail', fill, use)
  },
  empty: async ({ browser, task }, use) => {
    await withWorld(browser, () => task.result?.state === 'fail', (folder) => mkdirSync(folder), use)
  },
})
