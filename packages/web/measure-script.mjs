// How much script each page loads, gzipped, from the built pieces: `node packages/web/measure-script.mjs`.
// Exits 1 where a page goes beyond what a school's phone is given.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const built = new URL('./dist/', import.meta.url)
const most = 170_000

/** @type {Record<string, { file: string, src?: string, isEntry?: boolean, imports?: string[] }>} */
const pieces = JSON.parse(readFileSync(new URL('pieces.json', built), 'utf8'))

/** @param {string} name @param {Set<string>} seen */
const listFiles = (name, seen) => {
  const piece = pieces[name]
  if (piece === undefined || seen.has(piece.file)) return seen
  seen.add(piece.file)
  for (const needed of piece.imports ?? []) listFiles(needed, seen)
  return seen
}

/** @param {string} file */
const sizeOf = (file) => (file.endsWith('.js') ? gzipSync(readFileSync(new URL(file, built))).length : 0)

const entry = Object.keys(pieces).find((name) => pieces[name]?.isEntry === true)
if (entry === undefined) throw new Error('pieces.json names no entry: build the pages first')

const pages = Object.keys(pieces).filter((name) => /Page\.tsx$|UnitHome\.tsx$/.test(name))
const sizes = pages
  .map((page) => {
    const files = listFiles(page, listFiles(entry, new Set()))
    return { page, size: [...files].reduce((all, file) => all + sizeOf(file), 0) }
  })
  .sort((a, b) => b.size - a.size)

for (const { page, size } of sizes) console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${page.replace(/^src\/pages\//, '')}`)
const over = sizes.filter(({ size }) => size > most)
if (over.length > 0) {
  console.error(`${over.length} pages load more than ${most / 1000} kB of script`)
  process.exitCode = 1
}
