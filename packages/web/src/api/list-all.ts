import { request } from './request.ts'

type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null }

/** A list to its end, 200 at a time. A bureau has some 80 schools and 200 people, a city 1,500 schools. */
export const listAll = async <Item>(path: string, signal: AbortSignal): Promise<readonly Item[]> => {
  const all: Item[] = []
  let after: string | null = null
  do {
    const page: Page<Item> = await request<Page<Item>>(
      `${path}?limit=200${after === null ? '' : `&after=${encodeURIComponent(after)}`}`,
      { signal },
    )
    all.push(...page.items)
    after = page.next
  } while (after !== null)
  return all
}
