import type { Page, Request, Response } from 'playwright-core'
import { judgeSentence } from '../../packages/server/src/testing/judge-sentence.ts'

export type Watching = {
  /** What went wrong on the page: console errors, a broken content policy, refusals nobody expected, calls to elsewhere. */
  readonly listFaults: () => readonly string[]
  /** The next refusals with this status are meant by the test. */
  readonly expectStatus: (status: number) => void
  /** Until nothing is being fetched and what came is drawn. */
  readonly whenQuiet: () => Promise<void>
}

/** Nothing may go wrong in silence: whatever the browser complains of is a fault of the test. */
export const watchPage = (page: Page, address: string): Watching => {
  const faults: string[] = []
  const expected = new Set<number>()
  const open = new Set<Request>()
  const waiting: (() => void)[] = []
  const end = (request: Request) => {
    open.delete(request)
    if (open.size === 0) for (const go of waiting.splice(0)) go()
  }
  page.on('request', (request) => void open.add(request))
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  page.on('console', (message) => {
    // Refused calls are judged by their status below; their line in the console says no more.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(`console: ${message.text()}`)
    if (message.type() === 'warning' && /Content Security Policy/u.test(message.text())) faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`thrown: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${address}/`) && !/^(blob|data):/u.test(url)) faults.push(`call to elsewhere: ${url}`)
  })
  page.on('response', (response) => {
    const path = response.url().slice(address.length)
    // Who asks whether somebody is signed in may learn that nobody is.
    const isQuestion = response.status() === 401 && path === '/api/v1/sessions/current'
    if (response.status() < 400 || isQuestion || expected.has(response.status())) return
    faults.push(`${response.status()} ${response.request().method()} ${path}`)
  })
  page.on('response', (response) => void readRefusal(response).then((sentence) => faults.push(...judgeSentence(sentence))))
  const whenQuiet = async () => {
    do {
      if (open.size > 0) await new Promise<void>((go) => waiting.push(go))
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
    } while (open.size > 0)
  }
  return { listFaults: () => faults, expectStatus: (status) => void expected.add(status), whenQuiet }
}

/** The sentence of a refusal; a page that is left meanwhile takes its answers along. */
const readRefusal = async (response: Response): Promise<string> => {
  if (!(response.headers()['content-type'] ?? '').startsWith('application/problem+json')) return ''
  const body = await response.json().catch(() => null) as { readonly detail?: string } | null
  return body?.detail ?? ''
}
