import type { Visitor } from './open-world.ts'

/**
 * Goes through every item of an inspection as the pages lead on, to the summary: item numbers in the order that they came.
 * `before` is called on each item before its mark is given.
 */
export const inspectAll = async (inspector: Visitor, before: (no: number) => Promise<void> = async () => {}): Promise<readonly number[]> => {
  const { page } = inspector
  const seen: number[] = []
  for (let item = await numberAfter(inspector, ''); item !== null; item = await numberAfter(inspector, `/${item}`)) {
    seen.push(item)
    await before(item)
    await inspector.tap(page.locator('.inspect-bar .button.primary'))
    if (seen.length > 200) throw new Error(`the items do not end: ${seen.join(' ')}`)
  }
  return seen
}

const numberAfter = async ({ page }: Visitor, last: string): Promise<number | null> => {
  await page.waitForURL((url) => /\/inspect\/(?:\d+|summary)$/u.test(url.pathname) && (last === '' || !url.pathname.endsWith(`/inspect${last}`)))
  const end = new URL(page.url()).pathname.split('/').at(-1)
  return end === 'summary' ? null : Number(end)
}
