// npm run bench: every measure of bench/ in one run. `npm run bench -- scoring` runs one of them.
import { english, install } from './install.mjs'
import { run, stop } from './runtime.mjs'

try {
  const node = await install(english)
  const { code } = await run(node, ['bench/run-benches.ts', ...process.argv.slice(2)])
  process.exitCode = code
} catch (error) {
  stop(error instanceof Error ? error.message : String(error))
}
