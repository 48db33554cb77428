/** What a clerk's phone must load before the page of an address answers: the built scripts and all they import at once. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Bench, Measure } from './measure.ts'

const dist = join(import.meta.dirname, '..', 'packages', 'web', 'dist')
const limit = 170_000

const read = (script: string): string => readFileSync(join(dist, 'assets', script), 'utf8')

/** A script's imports that are not put off until they are needed. */
const importsOf = (script: string): readonly string[] =>
  [...read(script).matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)].map((match) => String(match[1]))

const withImports = (scripts: readonly string[]): ReadonlySet<string> => {
  const all = new Set<string>()
  const add = (script: string): void => {
    if (all.has(script)) return
    all.add(script)
    importsOf(script).forEach(add)
  }
  scripts.forEach(add)
  return all
}

const weigh = (what: string, pages: readonly string[]): Measure => {
  const entry = [...readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map((match) => String(match[1]))
  if (entry.length === 0) throw new Error('the built page names no script')
  const built = readdirSync(join(dist, 'assets'))
  const chunks = pages.map((page) => {
    const chunk = built.find((name) => name.startsWith(`${page}-`) && name.endsWith('.js'))
    if (chunk === undefined) throw new Error(`the build has no script for ${page}`)
    return chunk
  })
  const scripts = withImports([...entry, ...chunks])
  const size = [...scripts].reduce((sum, script) => sum + gzipSync(read(script)).length, 0)
  return {
    what,
    against: `${scripts.size} of ${built.filter((name) => name.endsWith('.js')).length} scripts`,
    ours: `${(size / 1000).toFixed(0)} kB`,
    theirs: '',
    line: 'at most 170 kB gzipped',
    holds: size <= limit,
  }
}

export const bench: Bench = {
  name: 'pages',
  run: () => Promise.resolve([weigh("scripts of the clerk's first page", ['HomePage']), weigh('scripts of the page that records', ['NewEntryPage'])]),
}
