import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** As a link inside the pages does: without loading the document anew. */
export const walkTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((address) => {
    history.pushState({}, '', address)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, path)

/** The rules that reckon on the phone and the page of what waits come once a page is quiet: only then may the network go. */
export const readyToLeave = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const came = performance.getEntriesByType('resource').map(({ name }) => name)
    return ['reckon-here', 'OutboxPage'].every((part) => came.some((name) => name.includes(part) && name.endsWith('.js')))
  })
}

/** Until the page's own script came and the device holds its copy of an answer. */
export const readyToOpen = async (page: Page, script: string, path: string): Promise<void> => {
  await page.waitForFunction((name) => performance.getEntriesByType('resource').some((one) => one.name.includes(name) && one.name.endsWith('.js')), script)
  await expect.poll(() => holdsCopy(page, path)).toBe(true)
}

const holdsCopy = (page: Page, path: string): Promise<boolean> =>
  page.evaluate(
    (key) =>
      new Promise<boolean>((found) => {
        const asked = indexedDB.open('zicha-answers')
        asked.onsuccess = () => {
          const count = asked.result.transaction('answers').objectStore('answers').count(key)
          count.onsuccess = () => {
            asked.result.close()
            found(count.result > 0)
          }
        }
      }),
    path,
  )
