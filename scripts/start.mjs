// npm start: installs what is missing, builds the pages where they are old, and runs the server until it is stopped.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildWeb } from './build-web.mjs'
import { chinese, install } from './install.mjs'
import { environment, root, stop } from './runtime.mjs'

try {
  const node = await install(chinese)
  const built = await buildWeb(node, '正在准备网页，约十秒……')
  if (built.code !== 0) stop(`网页没有生成，数据没有变动。请把下面的话发给维护的人：\n${built.output.trim()}`)
  serve(node)
} catch (error) {
  stop(error instanceof Error ? error.message : String(error))
}

/** @param {string} node */
function serve(node) {
  const args = [join(root, 'packages', 'server', 'src', 'main.ts'), ...process.argv.slice(2)]
  const server = spawn(node, args, { cwd: process.cwd(), env: environment(), stdio: 'inherit' })
  // A terminal already sends Ctrl-C to the whole group: sent twice, it would cut the server's orderly end short.
  process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'))
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => server.kill(signal))
  endWithParent(() => server.kill('SIGTERM'))
  server.on('error', (error) => stop(`自查通没有启动：${error.message}`))
  server.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
}

/**
 * `npm start` stands behind a shell that dies of a signal without passing it on: who then finds another parent is
 * alone, and would keep the port and the data's lock for nobody.
 * @param {() => void} end
 */
function endWithParent(end) {
  if (process.platform === 'win32') return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, 500)
  watch.unref()
}
