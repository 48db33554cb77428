// What no compiler checks: names of files and folders, the length of files, and what a lock file may say.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const drawers = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'lib', 'misc', 'types', 'manager'])
const longest = { lines: 300, share: 0.95 }
// The server's folders that no room order holds: they are for tests and for the demonstration.
const besideTheRooms = ['testing', 'demo']

/** @param {string} folder @returns {string[]} paths of source files, from the top, with forward slashes */
export function listSources(folder) {
  /** @param {string} path @returns {string[]} */
  const walk = (path) =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      if (entry.name === 'node_modules' || entry.name === 'dist' || entry.name.startsWith('.')) return []
      const inside = path === '' ? entry.name : `${path}/${entry.name}`
      return entry.isDirectory() ? walk(inside) : /\.(ts|tsx|mjs)$/.test(entry.name) ? [inside] : []
    })
  return ['packages', 'scripts', 'tests', 'bench'].filter((name) => existsSync(join(folder, name))).flatMap(walk)
}

/** @param {readonly string[]} files */
export function findDrawers(files) {
  return files.flatMap((file) => {
    const drawer = file.split('/').map((part) => part.replace(/\..*$/, '')).find((part) => drawers.has(part))
    return drawer ? [`${file}: "${drawer}" is a drawer, not a room; name it by its noun or verb`] : []
  })
}

/** The kinds as data spell them, from the one place that lists them. @param {string} partSource text of core/src/rule/part.ts */
export function listKinds(partSource) {
  return [...partSource.matchAll(/from '\.\/([a-z-]+)\.ts'/g)].map((match) => String(match[1]))
}

/**
 * `all_or_nothing` in data is `all-or-nothing.ts` in core/rule, in core/clause and in web/rule: one spelling, one place each.
 * @param {readonly string[]} files
 * @param {(file: string) => string} read
 */
export function findMisspeltKinds(files, read) {
  const rules = 'packages/core/src/rule/'
  const part = `${rules}part.ts`
  if (!files.includes(part)) return [`${part} is missing: it lists the kinds of rules`]
  const kinds = listKinds(read(part))
  const faults = kinds.flatMap((kind) => {
    const file = `${rules}${kind}.ts`
    if (!files.includes(file)) return [`${file} is missing for the kind ${kind}`]
    const spelt = kind.replaceAll('-', '_')
    return read(file).includes(`kind: '${spelt}'`) ? [] : [`${file} must hold the kind '${spelt}'`]
  })
  const other = files.filter((file) => file.startsWith(rules) && !file.endsWith('.test.ts')).flatMap((file) => {
    const name = basename(file, '.ts')
    const declared = read(file).match(/^\s*readonly kind: '([a-z_]+)'$/m)?.[1]
    return declared && kinds.includes(declared.replaceAll('_', '-')) && declared.replaceAll('_', '-') !== name
      ? [`${file} holds the kind '${declared}'; it must be named ${declared.replaceAll('_', '-')}.ts`]
      : []
  })
  return [...faults, ...other, ...findOtherSpellings(files, kinds)]
}

/** `allOrNothing.ts` and `all_or_nothing.ts` are the same kind spelt otherwise; a component is `AllOrNothing.tsx`. @param {readonly string[]} files @param {readonly string[]} kinds */
function findOtherSpellings(files, kinds) {
  const plain = (/** @type {string} */ name) => name.replace(/[-_]/g, '').toLowerCase()
  const pascal = (/** @type {string} */ kind) => kind.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase())
  return files.flatMap((file) => {
    const name = basename(file).replace(/(\.test)?\.(ts|tsx|mjs)$/, '')
    const kind = kinds.find((one) => plain(one) === plain(name))
    return kind === undefined || name === kind || (file.endsWith('.tsx') && name === pascal(kind)) ? [] : [`${file} is the kind ${kind}, spelt otherwise`]
  })
}

/** Long files are few: of a hundred files, ninety-five stay under three hundred lines. @param {readonly number[]} lengths */
export function isShort(lengths) {
  const sorted = [...lengths].sort((a, b) => a - b)
  const at = sorted[Math.ceil(sorted.length * longest.share) - 1]
  return at === undefined || at < longest.lines
}

/** @param {string} lock text of package-lock.json */
export function findAddresses(lock) {
  return /"resolved": "https?:/.test(lock) ? ['package-lock.json records download addresses; lock again with the settings of .npmrc'] : []
}

/**
 * @param {readonly string[]} folders the server's folders
 * @param {readonly string[]} rooms
 */
export function findUnlistedRooms(folders, rooms) {
  return folders
    .filter((folder) => !rooms.includes(folder) && !besideTheRooms.includes(folder))
    .map((folder) => `packages/server/src/${folder} stands in no order; add it to rooms.ts`)
}

/** `new Date()` without an argument asks the clock, which the core does not have. @param {readonly string[]} files @param {(file: string) => string} read */
export function findClocks(files, read) {
  return files
    .filter((file) => file.startsWith('packages/core/src/') && !file.endsWith('.test.ts') && /new Date\(\)/.test(read(file)))
    .map((file) => `${file} asks the clock; today is an argument`)
}

/**
 * @param {string} folder the top of the project
 * @param {readonly string[]} rooms the server's rooms
 * @returns {string[]} faults, empty where the house is in order
 */
export function findFaults(folder, rooms) {
  const files = listSources(folder)
  const read = (/** @type {string} */ file) => readFileSync(join(folder, file), 'utf8')
  const lengths = files.map((file) => ({ file, lines: read(file).split('\n').length }))
  const server = join(folder, 'packages/server/src')
  const serverFolders = readdirSync(server, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const long = lengths.filter(({ lines }) => lines >= longest.lines).map(({ file, lines }) => `${file}: ${lines} lines`)
  return [
    ...findDrawers(files),
    ...findMisspeltKinds(files, read),
    ...findClocks(files, read),
    ...findUnlistedRooms(serverFolders, rooms),
    ...findAddresses(read('package-lock.json')),
    ...(isShort(lengths.map(({ lines }) => lines)) ? [] : [`too many long files; split by question: ${long.join(', ')}`]),
  ]
}
