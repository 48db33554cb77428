// Builds the pages where they are missing or older than their sources.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment, installed, root, run } from './runtime.mjs'

const web = join(root, 'packages', 'web')
const stamp = join(web, 'dist', '.built-from')

// What the pages are made of: their own folder, the core they run, the contract they speak, and the parts' versions.
const sources = ['packages/web', 'packages/core/src', 'packages/server/src', 'package-lock.json', 'tsconfig.base.json']
const isSpoken = (/** @type {string} */ file) => !file.includes('/server/src/') || /(^|[/.])contract\.ts$/.test(file)

/** @param {string} path @returns {string[]} */
function listFiles(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .filter((name) => name !== 'dist' && name !== 'node_modules' && !/\.test\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => listFiles(join(path, name)))
}

function hashSources() {
  const hash = createHash('sha256')
  const files = sources.flatMap((source) => listFiles(join(root, source))).filter((file) => isSpoken(file.replaceAll('\\', '/')))
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * @param {string} node
 * @param {string} building the sentence shown while the pages are built
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function buildWeb(node, building) {
  const hash = hashSources()
  const built = existsSync(join(web, 'dist', 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (built) return { code: 0, output: '' }
  console.log(building)
  // A NODE_ENV of the caller's (a test's, a shell's) would build the pages with the slow parts meant for development.
  const env = environment({ NODE_ENV: 'production' })
  const result = await run(node, [installed('vite', 'bin/vite.js'), 'build', '--logLevel', 'warn'], { cwd: web, env, quiet: true })
  if (result.code === 0) writeFileSync(stamp, hash)
  return result
}
