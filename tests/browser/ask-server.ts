import type { Visitor } from './open-world.ts'

/** What the server answers this person, asked from their own page with their own session. Raises for refusals. */
export const askServer = async <Answer>({ page }: Pick<Visitor, 'page'>, path: string): Promise<Answer> =>
  (await page.evaluate(async (address) => {
    const response = await fetch(`/api/v1${address}`)
    if (!response.ok) throw new Error(`${response.status} ${address}`)
    return (await response.json()) as unknown
  }, path)) as Answer

/** The bytes behind an address. */
export const fetchBytes = async ({ page }: Pick<Visitor, 'page'>, address: string): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())], address),
  )
