import { takeAskedAhead } from './asked-ahead.ts'
import type { ProblemShape } from './contract.ts'
import { closeAnswers, findKept, keepAnswer } from './kept-answers.ts'
import { RequestProblem } from './problem.ts'
import { turnSession } from './session-turn.ts'

export type Call = {
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly body?: unknown
  /** The version that the change was made on; the server refuses it (412) where another came between. */
  readonly ifMatch?: number
  readonly signal?: AbortSignal
  /** Only the server's own answer will do, no kept copy. */
  readonly fresh?: boolean
}

export const base = '/api/v1'

/** One call to the server. Answers the JSON as the contract types it, or throws a RequestProblem. */
export const request = async <Answer>(path: string, call: Call = {}): Promise<Answer> =>
  (call.method ?? 'GET') === 'GET' ? ((await read(path, call)) as Answer) : ((await write(path, call)) as Answer)

/** What was read is kept on a school's own device; where the server cannot be reached, the last copy answers. */
const read = async (path: string, call: Call): Promise<unknown> => {
  try {
    const value = await send(path, call)
    void keepAnswer(path, value)
    return value
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error
    if (error.kind === 'signed_out') void closeAnswers()
    const kept = error.problem.kind !== 'refused' && call.fresh !== true ? await findKept(path) : undefined
    if (kept === undefined) throw error
    return kept.value
  }
}

const write = async (path: string, call: Call): Promise<unknown> => {
  turnSession(path)
  try {
    return await send(path, call)
  } finally {
    turnSession(path)
  }
}

const send = async (path: string, call: Call): Promise<unknown> => {
  const method = call.method ?? 'GET'
  const response = await reach(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(call.ifMatch === undefined ? {} : { 'if-match': `"${call.ifMatch}"` }),
    },
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    ...(call.signal === undefined ? {} : { signal: call.signal }),
  })
  return readJson(response)
}

/** Bytes of a stored file. */
export const readBytes = async (path: string, signal?: AbortSignal): Promise<{ readonly bytes: ArrayBuffer; readonly type: string }> => {
  const response = await reach(path, signal === undefined ? {} : { signal })
  if (!response.ok) await readJson(response)
  try {
    return { bytes: await response.arrayBuffer(), type: response.headers.get('content-type') ?? '' }
  } catch {
    throw new RequestProblem({ kind: 'offline' })
  }
}

/** Bytes of a chosen file. The name goes as RFC 6266 `filename*`. */
export const sendBytes = async <Answer>(path: string, file: Blob, name: string, signal?: AbortSignal, method: 'PUT' | 'POST' = 'PUT'): Promise<Answer> => {
  const response = await reach(path, {
    method,
    headers: {
      'content-type': file.type === '' ? 'application/octet-stream' : file.type,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/gu, percent)}`,
    },
    body: file,
    ...(signal === undefined ? {} : { signal }),
  })
  return (await readJson(response)) as Answer
}

const percent = (letter: string): string => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`

const reach = async (path: string, init: RequestInit): Promise<Response> => {
  try {
    const ahead = init.method === 'GET' ? await takeAskedAhead(`${base}${path}`) : undefined
    return ahead ?? (await fetch(`${base}${path}`, { ...init, credentials: 'same-origin' }))
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new RequestProblem({ kind: 'offline' })
  }
}

const readJson = async (response: Response): Promise<unknown> => {
  if (response.status === 204) return undefined
  const value: unknown = await response.json().catch(() => undefined)
  // The page of a hotel's or a school's own network says OK to everything, and is no answer of ours.
  if (response.ok && value !== undefined) return value
  throw new RequestProblem(
    isProblem(value) ? { kind: 'refused', ...value } : { kind: 'unreadable', status: response.status },
  )
}

const isProblem = (value: unknown): value is ProblemShape =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value && 'status' in value
