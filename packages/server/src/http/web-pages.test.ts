import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHouse } from '../testing/harness.ts'
import type { House } from '../testing/harness.ts'

let folder = ''
let built: House | undefined
let bare: House | undefined
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zicha-pages-'))
  await mkdir(join(folder, 'dist', 'assets'), { recursive: true })
  await writeFile(join(folder, 'dist', 'index.html'), '<!doctype html><title>自查通</title>')
  await writeFile(join(folder, 'dist', 'assets', 'main-1a2b.js'), 'export {}')
  await writeFile(join(folder, 'dist', 'sw.js'), '1')
  built = await openHouse('embedded', { pages: join(folder, 'dist') })
  bare = await openHouse('embedded', { pages: join(folder, 'none') })
})
afterAll(async () => {
  await built?.close()
  await bare?.close()
  await rm(folder, { recursive: true, force: true })
})

const get = async (house: House | undefined, url: string) => {
  const answer = await house?.app.inject({ method: 'GET', url })
  if (answer === undefined) throw new Error('the house is closed')
  return answer
}

test('every address that is a page answers the one application, never kept without asking', async () => {
  for (const url of ['/', '/sign-in', '/rounds/2026/units/yucai/entries/new', '/links/abc', '/?token=x', '/rounds/2026.a/units/no.12']) {
    const answer = await get(built, url)
    expect([answer.statusCode, answer.body, answer.headers['cache-control']], url).toEqual([
      200, '<!doctype html><title>自查通</title>', 'no-cache',
    ])
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
  }
})

test('files named by their content are kept for a year, others are asked for each time', async () => {
  const asset = await get(built, '/assets/main-1a2b.js')
  expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
  expect((await get(built, '/sw.js')).headers['cache-control']).toBe('no-cache')
})

test('a missing file, a step out of the folder and an unknown call are 404, not the application', async () => {
  for (const url of ['/assets/gone.js', '/favicon.ico', '/api/v1/nowhere', '/api/other', '/..%2f..%2fetc/passwd.txt', '/assets/../../x.js', '/units/%E0%A4%A']) {
    expect((await get(built, url)).statusCode, url).toBe(404)
  }
})

test('without built pages the API answers and the first page says what to do', async () => {
  const page = await get(bare, '/')
  expect([page.statusCode, page.body.includes('npm start')]).toEqual([503, true])
  expect((await get(bare, '/api/v1/health')).statusCode).toBe(200)
})

test('pages run nothing from elsewhere and sit in no frame', async () => {
  const policy = String((await get(built, '/')).headers['content-security-policy'])
  expect(policy).toMatch(/default-src 'none'/)
  expect(policy).toMatch(/frame-ancestors 'none'/)
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})
