// A PostgreSQL server for one run of the tests or the measures: its own data folder, port and password; gone afterwards.
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './runtime.mjs'

const installedAt = '/usr/lib/postgresql'

/** The newest installed server's programs; Debian keeps them off the path. */
export function findPostgres() {
  const versions = existsSync(installedAt) ? readdirSync(installedAt).filter((name) => /^\d+$/.test(name)) : []
  return versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(installedAt, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')))
}

/** PostgreSQL refuses to run as root: as root it runs as the system's postgres user, else as whoever runs the tests. */
function identity() {
  if (process.getuid?.() !== 0) return {}
  const id = (/** @type {string} */ flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}

const settings = {
  listen_addresses: '127.0.0.1',
  max_connections: '200',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_min_messages: 'log',
  log_checkpoints: 'off',
}

// Tests ask what the program does, not what the disk does: only the kill tests need the flush, and ask for it.
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/**
 * @param {{ durable?: boolean }} [options] durable: each commit is flushed, as an office runs it
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPostgres({ durable = false } = {}) {
  const bin = findPostgres()
  if (bin === undefined) throw new Error(`No PostgreSQL server is installed under ${installedAt}.`)
  const who = identity()
  const folder = mkdtempSync(join(tmpdir(), 'zicha-postgres-'))
  const data = join(folder, 'data')
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  mkdirSync(data, { mode: 0o700 })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of [folder, data, passwordFile]) if (who.uid !== undefined) chownSync(path, who.uid, who.gid)

  const made = await run(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'zicha', '--pwfile', passwordFile, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale', 'C.UTF-8', '--no-sync'],
    { quiet: true, cwd: folder, ...who },
  )
  if (made.code !== 0) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`The test database could not be laid out: ${made.output.trim()}`)
  }

  const port = await freePort()
  const flags = Object.entries({ ...settings, ...(durable ? {} : hasty), port: String(port), unix_socket_directories: folder }).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  const server = spawn(join(bin, 'postgres'), ['-D', data, ...flags], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...who })
  let words = ''
  const ready = new Promise((resolve) => {
    server.stderr.on('data', (chunk) => {
      if (words.length < 20_000) words += chunk
      if (words.includes('ready to accept connections')) resolve(true)
    })
  })
  const ended = new Promise((resolve) => server.on('close', () => resolve(false)))
  const stop = async () => {
    // SIGINT is PostgreSQL's fast end: open connections are cut, nothing is left behind.
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }

  if (!(await Promise.race([ready, ended]))) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`The test database did not start: ${words.trim()}`)
  }
  return { url: `postgres://zicha:${password}@127.0.0.1:${port}/postgres`, stop }
}
