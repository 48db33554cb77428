#!/usr/bin/env node
// Runs on an older Node too: finds the Node that the repository brings along and goes on under it, or says what to do.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const runsTypeScript = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)

if (runsTypeScript) {
  module.enableCompileCache?.()
  const { main } = await import('../src/main.ts')
  process.exitCode = await main(process.argv.slice(2))
} else {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const brought = [`node-${system}-${process.arch}/bin/${name}`, `.bin/${name}`]
    .map((path) => fileURLToPath(new URL(`../../../node_modules/${path}`, import.meta.url)))
    .find((path) => existsSync(path) && path !== process.execPath)
  if (brought === undefined) {
    process.stderr.write(`这里的 Node 是 ${process.versions.node}，太旧了。请在项目目录里运行 npm ci，再试一次。\n`)
    process.exitCode = 2
  } else {
    const again = spawnSync(brought, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
    process.exitCode = again.status ?? 2
  }
}
