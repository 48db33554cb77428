/** What a school's phone must load before a page answers: the page's built piece and all that it imports at once. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Bench, Measure } from './measure.ts'

const dist = join(import.meta.dirname, '..', 'packages', 'web', 'dist')
const limit = 170_000

/** The build's own list of pieces: by source file, what it was built to and what it needs at once. */
type Pieces = Readonly<Record<string, { readonly file: string; readonly isEntry?: boolean; readonly imports?: readonly string[] }>>

const filesOf = (pieces: Pieces, name: string, seen: Set<string>): Set<string> => {
  const piece = pieces[name]
  if (piece === undefined) throw new Error(`the build has no piece for ${name}`)
  if (seen.has(piece.file)) return seen
  seen.add(piece.file)
  for (const needed of piece.imports ?? []) filesOf(pieces, needed, seen)
  return seen
}

const weigh = (pieces: Pieces, page: string): number => {
  const entry = Object.keys(pieces).find((name) => pieces[name]?.isEntry === true)
  if (entry === undefined) throw new Error('the build names no entry')
  const files = [...filesOf(pieces, page, filesOf(pieces, entry, new Set()))].filter((file) => file.endsWith('.js'))
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
}

const measure = (what: string, page: string, size: number): Measure => ({
  what,
  against: page.split('/').at(-1) ?? page,
  ours: `${(size / 1000).toFixed(0)} kB`,
  theirs: '',
  line: 'at most 170 kB gzipped',
  holds: size <= limit,
})

const clerkHome = 'src/pages/rounds/units/UnitHome.tsx'

export const bench: Bench = {
  name: 'pages',
  run: () => {
    const pieces = JSON.parse(readFileSync(join(dist, 'pieces.json'), 'utf8')) as Pieces
    const pages = Object.keys(pieces).filter((name) => /(?:Page|Home)\.tsx$/.test(name))
    const heaviest = pages
      .map((page) => ({ page, size: weigh(pieces, page) }))
      .reduce((most, one) => (one.size > most.size ? one : most))
    return Promise.resolve([
      measure("scripts of the clerk's first page", clerkHome, weigh(pieces, clerkHome)),
      measure('scripts of the heaviest page', heaviest.page, heaviest.size),
    ])
  },
}
