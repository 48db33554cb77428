// npm run bench: every measure of bench/ in one run. `npm run bench -- scoring` runs one of them.
import { buildWeb } from './build-web.mjs'
import { english, install } from './install.mjs'
import { run, stop } from './runtime.mjs'

try {
  const node = await install(english)
  const built = await buildWeb(node, 'Building the pages …')
  if (built.code !== 0) stop(`The pages could not be built:\n${built.output.trim()}`)
  const { code } = await run(node, ['bench/run-benches.ts', ...process.argv.slice(2)])
  process.exitCode = code
} catch (error) {
  stop(error instanceof Error ? error.message : String(error))
}
