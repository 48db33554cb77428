import { readFileSync, readdirSync } from 'node:fs'
import { constants, getPriority } from 'node:os'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { drawPhoto } from './draw-photo.ts'

const picture = (width: number): Promise<Buffer> => sharp({ create: { width, height: 20, channels: 3, background: '#b3261e' } }).png().toBuffer()

/** Long enough in drawing to be met in the midst of it. */
const large = (): Promise<Buffer> =>
  sharp({ create: { width: 4000, height: 4000, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 120, sigma: 30 } } })
    .png({ compressionLevel: 1 })
    .toBuffer()

/** The processes that draw for this test, by what Linux tells of every process. */
const drawing = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && told(name, 'cmdline').includes('photo-process.ts') && new RegExp(`\\) [RSD] ${process.pid} `).test(told(name, 'stat')))
    .map(Number)

const told = (pid: string, what: string): string => {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch {
    return ''
  }
}

test('photos that come together are drawn at once, each answered with its own picture', async () => {
  const widths = [40, 55, 70, 85]
  const drawn = await Promise.all(widths.map(async (width) => drawPhoto({ want: 'redrawn', bytes: await picture(width) })))
  const got = await Promise.all(drawn.map(async (one) => (one.ok ? (await sharp(one.bytes).metadata()).width : undefined)))
  expect(got).toEqual(widths)
  expect(drawing()).toHaveLength(1)
})

test('each thread of it gives way to whoever answers people, and it knows nothing of the surroundings', async () => {
  await drawPhoto({ want: 'redrawn', bytes: await picture(40) })
  const [pid] = drawing()
  const threads = readdirSync(`/proc/${pid}/task`)
  expect(threads.length).toBeGreaterThan(3)
  expect(threads.map((thread) => getPriority(Number(thread)))).toEqual(threads.map(() => constants.priority.PRIORITY_BELOW_NORMAL))
  expect(told(String(pid), 'environ')).not.toContain('PATH=')
})

test('a process that died is started anew, and the photo it was drawing is drawn', async () => {
  await drawPhoto({ want: 'redrawn', bytes: await picture(40) })
  const [first] = drawing()
  const under = drawPhoto({ want: 'reduced', bytes: await large() })
  process.kill(first ?? 0, 'SIGKILL')
  const drawn = await under
  expect(drawn.ok && (await sharp(drawn.bytes).metadata()).width).toBe(1280)
  expect(drawing()).not.toEqual([first])
}, 60_000)

test('a photo over which it dies twice is said to be unreadable, and the next one is drawn', async () => {
  await drawPhoto({ want: 'redrawn', bytes: await picture(40) })
  const [first] = drawing()
  const under = drawPhoto({ want: 'reduced', bytes: await large() })
  process.kill(first ?? 0, 'SIGKILL')
  const second = await vi.waitFor(() => {
    const found = drawing().find((pid) => pid !== first)
    if (found === undefined) throw new Error('not started yet')
    return found
  }, 20_000)
  process.kill(second, 'SIGKILL')
  expect(await under).toEqual({ ok: false, why: 'not_readable' })
  expect((await drawPhoto({ want: 'redrawn', bytes: await picture(40) })).ok).toBe(true)
}, 60_000)

test('what is no picture is said to be unreadable, and the next one is drawn', async () => {
  expect(await drawPhoto({ want: 'redrawn', bytes: Buffer.from('\xff\xd8\xff no picture', 'latin1') })).toEqual({ ok: false, why: 'not_readable' })
  expect((await drawPhoto({ want: 'redrawn', bytes: await picture(40) })).ok).toBe(true)
})
