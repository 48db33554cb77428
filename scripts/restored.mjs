// npm run restored -- --data <folder>: tells a store that it was put back from a backup.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { chinese, install } from './install.mjs'
import { environment, root, stop } from './runtime.mjs'

try {
  const node = await install(chinese)
  const args = [join(root, 'packages', 'server', 'src', 'restored.ts'), ...process.argv.slice(2)]
  const restored = spawn(node, args, { cwd: process.cwd(), env: environment(), stdio: 'inherit' })
  restored.on('error', (error) => stop(`没有做成：${error.message}`))
  restored.on('close', (code) => process.exit(code ?? 1))
} catch (error) {
  stop(error instanceof Error ? error.message : String(error))
}
