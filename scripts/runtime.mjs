// What every script stands on: the folder, the pinned runtime, and one way to run a program.
// Nothing here may need an installed package or a Node newer than 20.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The oldest Node that runs the TypeScript sources without a build. */
export const oldestNode = '22.18'

const windows = process.platform === 'win32'

/** The packages that carry the runtime are named by platform and processor; a Mac brings its own Node. */
function pinnedNode() {
  const platform = windows ? 'win' : process.platform
  return join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', windows ? 'node.exe' : 'node')
}

/** @param {string} version */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number)
  const [needMajor = 0, needMinor = 0] = oldestNode.split('.').map(Number)
  return major > needMajor || (major === needMajor && minor >= needMinor)
}

/** The Node that runs the project: the pinned one, else the running one where it is new enough, else nothing. */
export function findNode() {
  const pinned = pinnedNode()
  if (existsSync(pinned)) return pinned
  return isNewEnough(process.versions.node) ? process.execPath : undefined
}

/** The environment in which every program finds the pinned Node and the installed commands first on its path. */
export function environment(extra = {}) {
  const bin = join(root, 'node_modules', '.bin')
  const node = findNode()
  const path = [...(node ? [dirname(node)] : []), bin, process.env.PATH ?? ''].join(windows ? ';' : ':')
  return { ...process.env, PATH: path, ...extra }
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

/** Ends the programs that `run` began and that still run, so that a run cut short leaves nothing behind. */
export function endRunning() {
  for (const child of running) child.kill('SIGTERM')
}

/**
 * Runs a program to its end. `quiet` keeps its words for the answer instead of showing them.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, uid?: number, gid?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  const { quiet = false, cwd = root, env = environment(), ...identity } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'], ...identity })
    running.add(child)
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/**
 * The script of an installed command, so that it runs under the Node of our choice on every system.
 * @param {string} packageName
 * @param {string} script path inside the package
 */
export function installed(packageName, script) {
  return join(root, 'node_modules', packageName, script)
}

/** @param {string} sentence */
export function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
