// The checks as a list: `npm run check` runs them, `npm test` runs them before the tests.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findFaults } from './house-rules.mjs'
import { installed, root, run } from './runtime.mjs'

/** @typedef {{ code: number, output: string }} Outcome */
/** @typedef {{ name: string, run: (node: string) => Promise<Outcome> }} Step */

const projects = () => ['.', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)].filter((folder) => existsSync(join(root, folder, 'tsconfig.json')))

/** @type {readonly Step[]} */
export const checks = [
  {
    name: 'types',
    run: async (node) => {
      const outcomes = []
      for (const project of projects()) outcomes.push(await run(node, [installed('typescript', 'bin/tsc'), '-p', project, '--pretty', 'false'], { quiet: true }))
      // A package that others import is read again with each of them: a fault is said once.
      const lines = new Set(outcomes.flatMap(({ output }) => output.split('\n')))
      return { code: outcomes.some(({ code }) => code !== 0) ? 1 : 0, output: [...lines].join('\n') }
    },
  },
  { name: 'lint', run: (node) => run(node, [installed('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings'], { quiet: true }) },
  {
    name: 'walls',
    run: (node) => {
      const folders = ['packages', 'tests', 'bench', 'scripts'].filter((name) => existsSync(join(root, name)))
      return run(node, [installed('dependency-cruiser', 'bin/dependency-cruiser.mjs'), '--config', '.dependency-cruiser.mjs', ...folders], { quiet: true })
    },
  },
  {
    name: 'unused',
    run: (node) => run(node, [installed('knip', 'bin/knip.js'), '--no-progress', '--no-config-hints', '--include', 'files,dependencies,unlisted,unresolved'], { quiet: true }),
  },
  { name: 'names', run: (node) => run(node, [join(root, 'scripts', 'steps.mjs'), 'names'], { quiet: true }) },
]

/** @param {string} node @param {readonly Step[]} steps @returns {Promise<{ passed: number, failed: number }>} */
export async function runSteps(node, steps) {
  let failed = 0
  for (const step of steps) {
    const began = performance.now()
    const { code, output } = await step.run(node)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${code === 0 ? '✓' : '✗'} ${step.name} ${seconds} s`)
    if (code !== 0) {
      failed += 1
      console.log(output.trim())
    }
  }
  return { passed: steps.length - failed, failed }
}

// The names are checked in a process of their own: the list of rooms is TypeScript, which an older Node cannot read.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { rooms } = await import('../packages/server/src/rooms.ts')
  const faults = findFaults(root, rooms)
  for (const fault of faults) console.log(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
