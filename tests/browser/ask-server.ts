import type { Visitor } from './open-world.ts'

/** What the server answers this person, asked from their own page with their own session. Raises for refusals. */
export const askServer = async <Answer>({ page }: Pick<Visitor, 'page'>, path: string): Promise<Answer> =>
  (await page.evaluate(async (address) => {
    const response = await fetch(`/api/v1${address}`)
    if (!response.ok) throw new Error(`${response.status} ${address}`)
    return (await response.json()) as unknown
  }, path)) as Answer

/** A call that changes something, for what a test needs to have happened before it begins. Raises for refusals. */
export const tellServer = async (
  { page }: Pick<Visitor, 'page'>,
  method: 'PUT' | 'POST' | 'DELETE',
  path: string,
  body: unknown,
  ifMatch?: number,
): Promise<void> =>
  page.evaluate(
    async ([verb, address, content, version]) => {
      const headers = { 'content-type': 'application/json', ...(version === undefined ? {} : { 'if-match': `"${version}"` }) }
      const response = await fetch(`/api/v1${address}`, { method: verb, headers, body: content })
      if (!response.ok) throw new Error(`${response.status} ${verb} ${address}: ${await response.text()}`)
    },
    [method, path, JSON.stringify(body), ifMatch] as const,
  )

/** A file, sent as the pages send it. Raises for refusals. */
export const sendFile = async ({ page }: Pick<Visitor, 'page'>, path: string, name: string, type: string, bytes: Buffer): Promise<void> =>
  page.evaluate(
    async ([address, fileName, contentType, content]) => {
      const headers = { 'content-type': contentType, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` }
      const body = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
      const response = await fetch(`/api/v1${address}`, { method: 'PUT', headers, body })
      if (!response.ok) throw new Error(`${response.status} ${address}: ${await response.text()}`)
    },
    [path, name, type, bytes.toString('base64')] as const,
  )

/** The bytes behind an address. */
export const fetchBytes = async ({ page }: Pick<Visitor, 'page'>, address: string): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())], address),
  )
