// npm test: everything that must hold, from the types to the browser, in one run. Nothing is skipped because a part
// is missing: it is installed, or the run stops with a sentence. `npm test -- packages/core` runs only those tests.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb } from './build-web.mjs'
import { english, install } from './install.mjs'
import { startPostgres } from './postgres.mjs'
import { endRunning, environment, installed, run, stop } from './runtime.mjs'
import { checks, runSteps } from './steps.mjs'
import { findChromium, installSystemPackages } from './system-packages.mjs'

const filters = process.argv.slice(2)
const isBrowserTest = (/** @type {string} */ filter) => filter.replaceAll('\\', '/').includes('tests/browser')
const onlyWithoutServer = filters.length > 0 && filters.every((filter) => /packages.(core|documents|cli|web)|^scripts/.test(filter))

const reports = mkdtempSync(join(tmpdir(), 'zicha-test-'))
/** @type {{ url: string, stop: () => Promise<void> } | undefined} */
let postgres

/** Ends what this run began, and nothing else. */
async function cleanUp() {
  endRunning()
  const server = postgres
  postgres = undefined
  await server?.stop()
  rmSync(reports, { recursive: true, force: true })
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => void cleanUp().finally(() => process.exit(130)))
}

/**
 * One run of the test runner; its report in numbers, so that a run that could not begin counts as failed.
 * @param {string} node
 * @param {string} name
 * @param {readonly string[]} args
 */
async function runTests(node, name, args) {
  const report = join(reports, `${name}.json`)
  const chromium = findChromium()
  const env = environment({
    ...(postgres && { ZICHA_TEST_POSTGRES_URL: postgres.url }),
    ...(chromium && { CHROMIUM_PATH: chromium }),
  })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { code } = await run(node, [installed('vitest', 'vitest.mjs'), 'run', ...args, ...reporters], { env })
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
    // A file that could not be loaded has no tests that failed: it counts as one.
    const unloaded = testResults.filter((/** @type {{ status: string, assertionResults: unknown[] }} */ file) => file.status === 'failed' && file.assertionResults.length === 0).length
    const skipped = numPendingTests + numTodoTests
    if (skipped > 0) console.log(`✗ ${skipped} tests were skipped; a skipped test counts as failed`)
    const failed = numFailedTests + unloaded + skipped
    return { passed: numPassedTests, failed: Math.max(failed, code === 0 ? 0 : 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** @param {string} node */
async function* listRuns(node) {
  if (filters.length === 0) yield await runSteps(node, checks)
  const units = filters.filter((filter) => !isBrowserTest(filter))
  if (filters.length === 0 || units.length > 0) yield await runTests(node, 'units', units)
  if (filters.length > 0 && !filters.some(isBrowserTest)) return
  const web = { name: 'web build', run: () => buildWeb(node, 'Building the pages …') }
  yield await runSteps(node, [web])
  yield await runTests(node, 'browser', ['--config', 'tests/browser/vitest.config.ts', ...filters.filter(isBrowserTest)])
}

/** @returns {Promise<number>} how many failed */
async function testAll() {
  const node = await install(english)
  if (!onlyWithoutServer) {
    await installSystemPackages()
    postgres = await startPostgres()
  }
  const total = { passed: 0, failed: 0 }
  for await (const { passed, failed } of listRuns(node)) {
    total.passed += passed
    total.failed += failed
  }
  await cleanUp()
  console.log(`${total.passed} passed, ${total.failed} failed`)
  return total.failed
}

try {
  process.exitCode = (await testAll()) > 0 ? 1 : 0
} catch (error) {
  await cleanUp()
  stop(error instanceof Error ? error.message : String(error))
}
