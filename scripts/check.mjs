// npm run check: types, lint, walls and names of the whole house.
import { english, install } from './install.mjs'
import { stop } from './runtime.mjs'
import { checks, runSteps } from './steps.mjs'

try {
  const { failed } = await runSteps(await install(english), checks)
  process.exitCode = failed > 0 ? 1 : 0
} catch (error) {
  stop(error instanceof Error ? error.message : String(error))
}
