import type { Page } from 'playwright-core'

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
