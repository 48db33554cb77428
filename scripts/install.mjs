// Brings node_modules to what package-lock.json says, and does nothing where it already is.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, oldestNode, root, run } from './runtime.mjs'

/**
 * npm keeps beside the packages a list of what it really installed: comparing it with the lock file tells more than
 * any time stamp does.
 * @param {string} folder
 */
export function listMissing(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'))
  const present = readPackages(join(folder, 'node_modules', '.package-lock.json'))
  return Object.entries(wanted)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.optional && !entry.devOptional)
    .filter(([path, entry]) => present[path]?.version !== entry.version || !existsSync(join(folder, path)))
    .map(([path]) => path)
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} */
function readPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

/**
 * @param {{ installing: string, refused: (output: string) => string, tooOld: string }} words
 * @returns {Promise<string>} the Node to go on with
 */
export async function install(words) {
  const missing = listMissing(root)
  if (missing.length > 0 || findNode() === undefined) {
    console.log(words.installing)
    // A first install is exact and clean; a later one must not pull node_modules from under a running program.
    const args = existsSync(join(root, 'node_modules')) ? ['install', '--no-save'] : ['ci']
    const { code, output } = await npm([...args, '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'])
    if (code !== 0) throw new Error(words.refused(output.trim().split('\n').slice(0, 20).join('\n')))
  }
  const node = findNode()
  if (node === undefined) throw new Error(words.tooOld)
  return node
}

/** @param {readonly string[]} args */
function npm(args) {
  const script = process.env.npm_execpath
  return script?.endsWith('.js') || script?.endsWith('.cjs')
    ? run(process.execPath, [script, ...args], { quiet: true, env: process.env })
    : run('npm', args, { quiet: true, env: process.env })
}

export const english = {
  installing: 'Installing the packages of package-lock.json …',
  refused: (/** @type {string} */ output) => `The packages could not be installed. npm says:\n${output}`,
  tooOld: `This Node is ${process.version}; the project needs ${oldestNode} or newer, and no Node package exists for this system. Install Node 24 and run this again.`,
}

export const chinese = {
  installing: '正在安装需要的部件，第一次约一分钟……',
  refused: (/** @type {string} */ output) => `部件没有装上，数据没有变动。请检查网络后再运行一次。npm 的原话：\n${output}`,
  tooOld: `这台电脑的 Node 是 ${process.version}，自查通需要 ${oldestNode} 或更新，这个系统没有随带的版本。请安装 Node 24 后再运行一次。`,
}
