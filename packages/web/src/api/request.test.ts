import { afterEach, expect, test, vi } from 'vitest'
import { newId } from './names.ts'
import { problemSentence, referenceOf, RequestProblem } from './problem.ts'
import { request, sendBytes } from './request.ts'

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>(() =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers })),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}
afterEach(() => vi.unstubAllGlobals())

const caught = async (call: Promise<unknown>): Promise<RequestProblem> => {
  try {
    await call
  } catch (error) {
    if (error instanceof RequestProblem) return error
  }
  throw new Error('the call was answered')
}

test('a change carries the version that it was made on', async () => {
  const fetched = answering(200, { version: 4 })
  await request('/units/a', { method: 'PUT', body: { name: '育才小学' }, ifMatch: 3 })
  expect(fetched.mock.calls[0]?.[0]).toBe('/api/v1/units/a')
  expect(fetched.mock.calls[0]?.[1].headers).toMatchObject({ 'if-match': '"3"', 'content-type': 'application/json' })
})

test('a problem keeps the server’s own sentence and what it carries', async () => {
  answering(412, { type: '/problems/x', title: '旧了', status: 412, code: 'http.stale', detail: '刚才有人改过。', retry: 'after_change', current: { version: 5 } })
  const problem = await caught(request('/units/a'))
  expect(problem.kind).toBe('stale')
  expect(problemSentence(problem)).toBe('刚才有人改过。')
  expect(problem.problem.kind === 'refused' && problem.problem.current).toEqual({ version: 5 })
  expect(referenceOf(problem)).toBeUndefined()
})

test('only a fault of the server shows its 编号', async () => {
  answering(507, { type: '/problems/x', title: '满', status: 507, code: 'storage.full', detail: '服务器存满了。', retry: 'later', requestId: 'req-00ab-4f2c' })
  expect(referenceOf(await caught(request('/units/a')))).toBe('4F2C')
  answering(500, { type: '/problems/x', title: '系统', status: 500, code: 'server.fault', detail: '请告诉管理员，编号 4F2C。', retry: 'never', requestId: 'req-00ab-4f2c' })
  expect(referenceOf(await caught(request('/units/a'))), 'the sentence says it').toBeUndefined()
})

test('no network and an answer that is no JSON are told apart, and both say that the words are safe', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')))
  const offline = await caught(request('/units/a'))
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502 })))
  const unreadable = await caught(request('/units/a'))
  expect([offline.kind, unreadable.kind]).toEqual(['offline', 'other'])
  for (const problem of [offline, unreadable]) {
    expect(problemSentence(problem)).toContain('都还在这一页')
    expect(problemSentence(problem).length).toBeLessThanOrEqual(60)
  }
})

test('a page that says OK to everything is no answer: what it was sent is not stored', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>请先登录无线网络</html>', { status: 200 })))
  expect((await caught(request('/units/a', { method: 'PUT', body: {} }))).problem).toEqual({ kind: 'unreadable', status: 200 })
  expect((await caught(sendBytes('/units/a', new Blob(['x']), 'x.jpg'))).problem).toEqual({ kind: 'unreadable', status: 200 })
})

test('a name is made without a secure context too', () => {
  vi.stubGlobal('crypto', { getRandomValues: (bytes: Uint8Array) => bytes.fill(255) })
  expect(newId()).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})
