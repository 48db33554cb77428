import type { Page } from 'playwright-core'

/** As a link inside the pages does: without loading the document anew. */
export const walkTo = (page: Page, path: string): Promise<void> =>
  page.evaluate((address) => {
    history.pushState({}, '', address)
    dispatchEvent(new PopStateEvent('popstate', { state: {} }))
  }, path)

/** The rules that reckon on the phone, the page of what waits and 记一笔 come once a page is quiet: only then may the network go. */
export const readyToLeave = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const came = performance.getEntriesByType('resource').map(({ name }) => name)
    return ['reckon-here', 'OutboxPage', 'NewEntryPage'].every((part) => came.some((name) => name.includes(part) && name.endsWith('.js')))
  })
}
