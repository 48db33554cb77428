// npm run doctor -- --data <folder>: looks at everything that a store holds and changes nothing.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { chinese, install } from './install.mjs'
import { environment, root, stop } from './runtime.mjs'

try {
  const node = await install(chinese)
  const args = [join(root, 'packages', 'server', 'src', 'doctor.ts'), ...process.argv.slice(2)]
  const doctor = spawn(node, args, { cwd: process.cwd(), env: environment(), stdio: 'inherit' })
  doctor.on('error', (error) => stop(`没有查成：${error.message}`))
  doctor.on('close', (code) => process.exit(code ?? 1))
} catch (error) {
  stop(error instanceof Error ? error.message : String(error))
}
