// What the tests need from the system and npm cannot bring: asked for by what is there, installed only where it is missing.
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findPostgres } from './postgres.mjs'
import { run } from './runtime.mjs'

/** @param {string} command */
function findCommand(command) {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, command)).find((file) => existsSync(file))
}

/** The browser of the browser tests: CHROMIUM_PATH, else Debian's. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  return named ? (existsSync(named) ? named : undefined) : (findCommand('chromium') ?? findCommand('google-chrome'))
}

function hasChineseFont() {
  const folder = '/usr/share/fonts/opentype/noto'
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('CJK'))
}

/** @type {readonly { name: string, isThere: () => boolean, why: string }[]} */
const needed = [
  { name: 'chromium', isThere: () => findChromium() !== undefined, why: 'the browser tests' },
  { name: 'postgresql', isThere: () => findPostgres() !== undefined, why: 'the server tests on the second engine' },
  { name: 'fonts-noto-cjk', isThere: hasChineseFont, why: 'Chinese text in the browser' },
  { name: 'poppler-utils', isThere: () => findCommand('pdftotext') !== undefined && findCommand('pdftoppm') !== undefined, why: 'reading the printed PDF' },
]

/** Installs what is missing, or says in one sentence what a person must install: a missing part never skips a test. */
export async function installSystemPackages() {
  const missing = needed.filter((part) => !part.isThere())
  if (missing.length === 0) return
  const names = missing.map((part) => part.name)
  const reasons = missing.map((part) => `${part.name} (for ${part.why})`).join(', ')
  const command = `apt-get install -y --no-install-recommends ${names.join(' ')}`
  if (process.getuid?.() !== 0 || !findCommand('apt-get')) {
    throw new Error(`The tests need ${reasons}. On Debian or Ubuntu, run: sudo ${command}`)
  }
  console.log(`Installing ${reasons} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { quiet: true, env })
  const { code, output } = await run('apt-get', command.split(' ').slice(1), { quiet: true, env })
  const absent = needed.filter((part) => !part.isThere()).map((part) => part.name)
  if (code !== 0 || absent.length > 0) throw new Error(`${absent.join(', ')} could not be installed. apt-get says:\n${output.trim().split('\n').slice(-12).join('\n')}`)
}
