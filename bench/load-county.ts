/** A county, or a city of counties, filled through the contract: schools with a clerk and a secretary, records, photos to send. */
import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { callOnce, type LoadCall } from './load-mix.ts'
import { adminPassword } from './running-server.ts'

export type Place = { readonly unit: string; readonly clerk: string; readonly entries: readonly string[] }
export type County = { readonly round: string; readonly admin: string; readonly bureau: string; readonly places: readonly Place[]; readonly photos: readonly Buffer[] }

const password = 'load-of-the-measure-2026'

const told = async (address: string, token: string, method: string, path: string, body: object): Promise<Readonly<Record<string, unknown>>> => {
  const call: LoadCall = { kind: 'fill', method, path, token, body: Buffer.from(JSON.stringify(body)) }
  const { status, text } = await callOnce(address, call)
  if (status < 200 || status > 299) throw new Error(`${method} ${path} answered ${status}: ${text.slice(0, 300)}`)
  return text === '' ? {} : (JSON.parse(text) as Readonly<Record<string, unknown>>)
}

const signIn = async (address: string, username: string, secret: string): Promise<string> =>
  String((await told(address, '', 'POST', '/sessions', { username, password: secret, as: 'token' }))['token'])

/** In small groups: a server is filled faster by several at once, and never by a thousand. */
const inGroups = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  for (let start = 0; start < all.length; start += 16) await Promise.all(all.slice(start, start + 16).map(work))
}

export const entryOf = (turn: number) => ({
  countsAs: ['集中学习'],
  title: '班子集中学习',
  happenedOn: `2022-${String(1 + (turn % 12)).padStart(2, '0')}-${String(1 + (turn % 28)).padStart(2, '0')}`,
  note: '学习全面从严治党主体责任规定，逐条对照检查。'.repeat(6),
  people: 9,
  evidence: [{ reference: '记录本第12页', place: '党建办' }],
})

/** Photos as the browser sends them: 1920 dots wide, shrunk and stripped, each unlike the others. */
const drawPhotos = (count: number): Promise<readonly Buffer[]> =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      sharp({ create: { width: 1920, height: 1280, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 110 + index, sigma: 9 } } })
        .jpeg({ quality: 82 })
        .toBuffer(),
    ),
  )

export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** `signedIn` of the schools have a session of their own; every school has `entriesEach` records. */
export const fillCounty = async (address: string, size: { readonly schools: number; readonly signedIn: number; readonly entriesEach: number }): Promise<County> => {
  const admin = await signIn(address, 'admin', adminPassword)
  await told(address, admin, 'PUT', '/units/office', { name: '教育局', kind: 'bureau' })
  const codes = Array.from({ length: size.schools }, (_, index) => `s${String(index + 1).padStart(4, '0')}`)
  await inGroups(codes, async (code) => void (await told(address, admin, 'PUT', `/units/${code}`, { name: `第${code.slice(1)}小学`, kind: 'school', parent: 'office', ownership: 'public' })))
  await told(address, admin, 'PUT', '/users/office', { name: '李办', role: 'bureau', unit: 'office', password })
  await told(address, admin, 'PUT', '/rounds/load', { form: 'yangzhou-2022', year: 2022, opensOn: '2022-01-01', dueOn: '2022-12-25', units: codes, inspectors: {} })
  const places: Place[] = []
  await inGroups(codes.slice(0, size.signedIn), async (unit) => {
    await told(address, admin, 'PUT', `/users/${unit}`, { name: '王丽', role: 'clerk', unit, password })
    const clerk = await signIn(address, unit, password)
    const entries = Array.from({ length: size.entriesEach }, () => randomUUID())
    for (const [turn, id] of entries.entries()) await told(address, clerk, 'PUT', `/rounds/load/units/${unit}/entries/${id}`, entryOf(turn))
    places.push({ unit, clerk, entries })
  })
  return { round: 'load', admin, bureau: await signIn(address, 'office', password), places, photos: await drawPhotos(12) }
}

/** The most that a process and those it started ever held, in MB, where the system tells; 0 elsewhere. */
export const residentOf = (pid: number): number => {
  try {
    const started = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
    const own = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    return started.map(residentOf).reduce((sum, one) => sum + one, own)
  } catch {
    return 0
  }
}
