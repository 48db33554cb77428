import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from './testing/postgresql.ts'

const mainFile = new URL('./main.ts', import.meta.url).pathname

type Started = {
  readonly process: ChildProcessByStdio<null, Readable, Readable>
  readonly output: () => string
  readonly errors: () => string
  readonly exit: Promise<number | null>
  readonly url: string
}

let data = ''
const running: Started[] = []
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'zicha-main-'))
})
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.process.kill('SIGKILL')
    await one.exit
  }
  await rm(data, { recursive: true, force: true })
})

/** The program as `npm start` runs it, on a port of its own; ready when its last line has come, or when it has ended. */
const start = async (env: Readonly<Record<string, string>> = {}): Promise<Started> => {
  const child = spawn(process.execPath, [mainFile], {
    env: { PATH: process.env['PATH'] ?? '', ZICHA_DATA: data, ZICHA_PORT: '0', ZICHA_ADMIN_PASSWORD: 'first-password', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const exit = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  const ready = new Promise<void>((resolve) =>
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (/自查通已启动：.*\n/.test(output)) resolve()
    }),
  )
  await Promise.race([ready, exit])
  const url = /http:\/\/\S+$/.exec(output.trim())?.[0] ?? ''
  const started = { process: child, output: () => output, errors: () => errors, exit, url: `${url}/api/v1` }
  running.push(started)
  return started
}

const json = { 'content-type': 'application/json' }
const signIn = async (url: string): Promise<Record<string, string>> => {
  const answer = await fetch(`${url}/sessions`, {
    method: 'POST', headers: json, body: JSON.stringify({ username: 'admin', password: 'first-password', as: 'token' }),
  })
  expect(answer.status).toBe(201)
  const { token } = (await answer.json()) as { token: string }
  return { ...json, authorization: `Bearer ${token}` }
}
const putCity = (url: string, headers: Record<string, string>, code: string): Promise<Response> =>
  fetch(`${url}/units/${code}`, { method: 'PUT', headers, body: JSON.stringify({ name: code, kind: 'city' }) })

test('the last line of the start says the address, and the admin signs in', async () => {
  const server = await start()
  expect(server.output().trim().split('\n').at(-1)).toMatch(/http:\/\/127\.0\.0\.1:\d+$/)
  const headers = await signIn(server.url)
  expect((await putCity(server.url, headers, 'yangzhou')).status).toBe(201)
})

test('without a password the start prints a set-up link once, and keeps only its hash', async () => {
  const server = await start({ ZICHA_ADMIN_PASSWORD: '' })
  const token = /\?token=([\w-]{43})/.exec(server.output())?.[1] ?? 'none'
  const answer = await fetch(`${server.url}/setup`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({
      token, name: '张主任', username: 'zhang', password: '一句自己的话2026', bureau: { code: 'yizheng', name: '仪征市教育局' },
    }),
  })
  expect(answer.status).toBe(201)
  expect(server.errors()).not.toContain(token)
  server.process.kill('SIGTERM')
  expect(await server.exit).toBe(0)
  expect((await readFile(join(data, 'zicha.db'))).includes(token)).toBe(false)
})

test('a second server on the same folder refuses with the pid of the first, which goes on undisturbed', async () => {
  const first = await start()
  const second = await start()
  expect(await second.exit).toBe(1)
  expect(second.output()).toBe('')
  expect(second.errors()).toContain(`进程 ${first.process.pid}`)
  expect((await fetch(`${first.url}/health`)).status).toBe(200)
})

test('of several that start at once exactly one gets the folder', async () => {
  const all = await Promise.all([1, 2, 3].map(() => start()))
  expect(all.filter((one) => one.output().includes('自查通已启动'))).toHaveLength(1)
})

test('killed in the middle of writes, it starts again by itself and every acknowledged write is there', async () => {
  const acknowledged: string[] = []
  for (let life = 0; life < 3; life += 1) {
    const server = await start()
    const headers = await signIn(server.url)
    let alive = true
    const writers = [0, 1, 2, 3].map(async (writer) => {
      for (let turn = 0; alive; turn += 1) {
        const code = `city-${life}-${writer}-${turn}`
        const answer = await putCity(server.url, headers, code).catch(() => undefined)
        if (answer === undefined) return
        if (answer.status === 201) acknowledged.push(code)
        if (acknowledged.length >= (life + 1) * 60) {
          alive = false
          server.process.kill('SIGKILL')
        }
      }
    })
    await Promise.all(writers)
    await server.exit
  }
  const server = await start()
  const headers = await signIn(server.url)
  const found = new Set<string>()
  for (let after: string | null = ''; after !== null; ) {
    const page = (await (await fetch(`${server.url}/units?limit=200&after=${after}`, { headers })).json()) as {
      items: { code: string }[]
      next: string | null
    }
    for (const { code } of page.items) found.add(code)
    after = page.next
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(180)
  expect(acknowledged.filter((code) => !found.has(code))).toEqual([])
}, 60_000)

test('cut off at any moment of the first start, the next one goes on and the store is whole', async () => {
  for (const wait of [150, 300, 450, 550, 650, 750, 850, 1000]) {
    const child = spawn(process.execPath, [mainFile], {
      env: { PATH: process.env['PATH'] ?? '', ZICHA_DATA: data, ZICHA_PORT: '0', ZICHA_ADMIN_PASSWORD: 'first-password' },
      stdio: 'ignore',
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, wait))])
    child.kill('SIGKILL')
    await ended
  }
  const server = await start()
  expect((await putCity(server.url, await signIn(server.url), 'whole')).status).toBe(201)
})

test('told to stop, it finishes what runs, ends with 0 and leaves the folder free', async () => {
  const server = await start()
  const headers = await signIn(server.url)
  const answers = Array.from({ length: 10 }, (_, index) => putCity(server.url, headers, `last-${index}`).catch(() => undefined))
  await putCity(server.url, headers, 'before-stop')
  server.process.kill('SIGTERM')
  expect(await server.exit).toBe(0)
  for (const answer of await Promise.all(answers)) if (answer !== undefined) expect([201, 503]).toContain(answer.status)
  const again = await start()
  expect((await fetch(`${again.url}/units/before-stop`, { headers: await signIn(again.url) })).status).toBe(200)
})

test('a taken port and a bad variable are said in one sentence each', async () => {
  const first = await start()
  const port = new URL(first.url).port
  const other = await mkdtemp(join(tmpdir(), 'zicha-main-'))
  try {
    const second = await start({ ZICHA_PORT: port, ZICHA_DATA: other })
    expect([await second.exit, second.errors().trim().split('\n').at(-1)]).toEqual([1, '这个端口正由别的程序使用，自查通没有启动。请换一个 ZICHA_PORT。'])
    const third = await start({ ZICHA_DEMO: 'perhaps', ZICHA_DATA: other })
    expect([await third.exit, third.errors().trim()]).toEqual([1, 'ZICHA_DEMO 只能是0或1。'])
  } finally {
    await rm(other, { recursive: true, force: true })
  }
})

test('several processes serve one PostgreSQL, and its audit chain has no gap', async () => {
  const remote = await createTestDatabase()
  try {
    const both = await Promise.all([1, 2].map(() => start({ ZICHA_DATABASE_URL: remote.url })))
    const headers = await signIn(both[0]?.url ?? '')
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => putCity(both[index % 2]?.url ?? '', headers, `both-${index}`)),
    )
    expect(answers.every((answer) => answer.status === 201)).toBe(true)
    const same = await Promise.all(Array.from({ length: 6 }, (_, index) => putCity(both[index % 2]?.url ?? '', headers, 'same')))
    expect(same.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 200, 201])
    for (const one of both) one.process.kill('SIGTERM')
    for (const one of both) expect(await one.exit).toBe(0)
    const { openPostgresql } = await import('./database/postgresql.ts')
    const database = openPostgresql(remote.url, () => undefined)
    const rows = await database.reader.selectFrom('audit').select(['seq', 'prev', 'hash']).orderBy('seq').execute()
    await database.close()
    expect(rows.map((row) => row.seq)).toEqual(rows.map((_, index) => index + 1))
    for (const [index, row] of rows.entries()) if (index > 0) expect(row.prev).toBe(rows[index - 1]?.hash)
  } finally {
    await remote.drop()
  }
})

test('the log has a line for each request, without what was written and without secrets', async () => {
  const server = await start()
  const headers = await signIn(server.url)
  await fetch(`${server.url}/units/rizhi`, {
    method: 'PUT', headers, body: JSON.stringify({ name: '机密名称\r\n{"level":60}', kind: 'city' }),
  })
  await fetch(`${server.url}/links/${'t'.repeat(43)}?note=secret`)
  server.process.kill('SIGTERM')
  await server.exit
  const lines = server.errors().trim().split('\n')
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  expect(lines.filter((line) => line.includes('/units/rizhi')).length).toBeGreaterThan(0)
  for (const secret of ['机密', 'first-password', 't'.repeat(43), 'note=secret', headers['authorization']?.slice(7) ?? '?']) {
    expect(server.errors()).not.toContain(secret)
  }
})
