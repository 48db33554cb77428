import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import walls, { coreRooms } from '../.dependency-cruiser.mjs'

/** A house in small: each file is there to be imported, so that one more file with one import is one question. */
const rooms = {
  'packages/core/src/core.ts': "export { points } from './points.ts'\n",
  'packages/core/src/points.ts': 'export const points = 1\n',
  'packages/core/src/rule/rule.ts': 'export interface Rule { readonly kind: string }\n',
  'packages/core/src/score/score-form.ts': 'export const score = 1\n',
  'packages/documents/src/documents.ts': 'export const read = 1\n',
  'packages/documents/src/read/read-docx.ts': 'export const readDocx = 1\n',
  'packages/server/src/contract.ts': 'export const contract = 1\n',
  'packages/server/src/app.ts': 'export const app = 1\n',
  'packages/server/src/ledger/record-entry.ts': 'export const recordEntry = 1\n',
  'packages/server/src/ledger/entries.routes.ts': 'export const routes = 1\n',
  'packages/server/src/assessments/submit.ts': 'export const submit = 1\n',
  'packages/server/src/testing/server.ts': 'export const server = 1\n',
  'packages/server/src/demo/fill.ts': 'export const fill = 1\n',
  'packages/web/src/pages/home.tsx': 'export const Home = () => <p>1</p>\n',
  'packages/web/src/api/entries.ts': 'export const entries = 1\n',
  'packages/web/src/ui/Button.tsx': 'export const Button = () => <button>1</button>\n',
  'packages/cli/src/cli.ts': 'export const cli = 1\n',
}

/** @type {readonly (readonly [wall: string, file: string, source: string])[]} */
const refused = [
  ['no-cycles', 'packages/core/src/rule/award.ts', "import type { Rule } from './rule-of-award.ts'\nexport type Award = Rule\n"],
  ['no-dead-imports', 'packages/core/src/rule/lost.ts', "import { gone } from './gone.ts'\nexport const lost = gone\n"],
  ['no-undeclared-parts', 'packages/core/src/rule/pad.ts', "import { pad } from 'stray'\nexport const padded = pad\n"],
  ['one-door', 'packages/cli/src/score.ts', "import { score } from '../../core/src/score/score-form.ts'\nexport const command = score\n"],
  ['one-door-for-benches-and-browser-tests', 'bench/scoring.bench.ts', "import { score } from '../packages/core/src/score/score-form.ts'\nexport const bench = score\n"],
  ['not-through-the-own-door', 'packages/core/src/score/add.ts', "import { points } from '../core.ts'\nexport const add = points\n"],
  ['core-knows-only-itself', 'packages/core/src/form/parse.ts', "import { read } from '@zicha/documents'\nexport const parse = read\n"],
  ['documents-knows-only-core', 'packages/documents/src/ask.ts', "import { contract } from '@zicha/server'\nexport const ask = contract\n"],
  ['server-knows-only-core-and-documents', 'packages/server/src/http/cli.ts', "import { cli } from '../../../cli/src/cli.ts'\nexport const http = cli\n"],
  ['web-knows-only-core-and-server', 'packages/web/src/pages/read.ts', "import { read } from '@zicha/documents'\nexport const page = read\n"],
  ['cli-knows-only-core-and-documents', 'packages/cli/src/serve.ts', "import { contract } from '@zicha/server'\nexport const serve = contract\n"],
  ['core-is-pure', 'packages/core/src/form/load.ts', "import { readFileSync } from 'node:fs'\nexport const load = readFileSync\n"],
  ['core-roots-know-no-room', 'packages/core/src/calendar.ts', "import type { Rule } from './rule/rule.ts'\nexport type Day = Rule\n"],
  ['core-rule-looks-only-up', 'packages/core/src/rule/mark.ts', "import { score } from '../score/score-form.ts'\nexport const mark = score\n"],
  ['server-ledger-looks-only-up', 'packages/server/src/ledger/entries.queries.ts', "import { submit } from '../assessments/submit.ts'\nexport const query = submit\n"],
  ['server-routes-stay-home', 'packages/server/src/assessments/call.ts', "import { routes } from '../ledger/entries.routes.ts'\nexport const call = routes\n"],
  ['server-rooms-know-no-roof', 'packages/server/src/ledger/restart.ts', "import { app } from '../app.ts'\nexport const restart = app\n"],
  ['server-testing-is-for-tests', 'packages/server/src/main.ts', "export const main = () => import('./testing/server.ts')\n"],
  ['server-demo-only-by-its-flag', 'packages/server/src/main.ts', "import { fill } from './demo/fill.ts'\nexport const main = fill\n"],
  ['server-contracts-are-spoken-words', 'packages/server/src/ledger/entries.contract.ts', "import { recordEntry } from './record-entry.ts'\nexport const schema = recordEntry\n"],
  ['server-contracts-are-pure', 'packages/server/src/ledger/entries.contract.ts', "import { createHash } from 'node:crypto'\nexport const schema = createHash\n"],
  ['web-runs-in-a-browser', 'packages/web/src/pages/save.ts', "import { writeFileSync } from 'node:fs'\nexport const save = writeFileSync\n"],
  ['web-ui-knows-no-noun', 'packages/web/src/ui/List.tsx', "import { entries } from '../api/entries.ts'\nexport const List = () => <ul>{entries}</ul>\n"],
  ['web-api-draws-nothing', 'packages/web/src/api/sheet.ts', "import { Button } from '../ui/Button.tsx'\nexport const sheet = Button\n"],
  ['web-rule-inputs-know-no-page', 'packages/web/src/rule/Award.tsx', "import { Home } from '../pages/home.tsx'\nexport const Award = Home\n"],
  ['no-tests-in-the-program', 'packages/core/src/score/borrow.ts', "import { laws } from './score-form.test.ts'\nexport const borrow = laws\n"],
]

/** @type {readonly (readonly [file: string, source: string])[]} */
const allowed = [
  ['packages/documents/src/fill.ts', "import { points } from '@zicha/core'\nexport const fill = points\n"],
  ['packages/web/src/pages/entries.ts', "import { contract } from '@zicha/server'\nimport { points } from '@zicha/core'\nexport const page = [contract, points]\n"],
  ['packages/core/src/score/mark.ts', "import type { Rule } from '../rule/rule.ts'\nimport { points } from '../points.ts'\nexport const mark = (rule: Rule) => [rule, points]\n"],
  ['packages/server/src/main.ts', "import { app } from './app.ts'\nexport const main = () => [app, import('./demo/fill.ts')]\n"],
  ['packages/server/src/assessments/freeze.ts', "import { recordEntry } from '../ledger/record-entry.ts'\nexport const freeze = recordEntry\n"],
]

/** What the refused files lean on beside the house itself. */
const partners = {
  'packages/core/src/rule/rule-of-award.ts': "import type { Award } from './award.ts'\nexport interface Rule { readonly award: Award }\n",
  'packages/core/src/score/score-form.test.ts': 'export const laws = 1\n',
  'node_modules/stray/package.json': '{"name":"stray","main":"stray.js"}',
  'node_modules/stray/stray.js': 'export const pad = 1\n',
}

let house = ''

/** @param {string} file @param {string} source */
function put(file, source) {
  mkdirSync(dirname(join(house, file)), { recursive: true })
  writeFileSync(join(house, file), source)
}

/** @param {string} file @param {string} source */
async function wallsHitBy(file, source) {
  put(file, source)
  const { forbidden, options } = walls
  const result = await cruise(['.'], { ...options, ruleSet: { forbidden }, validate: true, baseDir: house }, options.enhancedResolveOptions)
  rmSync(join(house, file))
  if (typeof result.output === 'string') throw new Error(result.output)
  return result.output.summary.violations.filter((violation) => violation.from === file).map((violation) => violation.rule.name)
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'zicha-walls-'))
  for (const [name, door] of [['core', 'core'], ['documents', 'documents'], ['server', 'contract'], ['web', ''], ['cli', '']]) {
    const exports = door === '' ? {} : { '.': `./src/${door}.ts` }
    put(`packages/${name}/package.json`, JSON.stringify({ name: `@zicha/${name}`, type: 'module', exports }))
    mkdirSync(join(house, 'node_modules', '@zicha'), { recursive: true })
    symlinkSync(join(house, 'packages', String(name)), join(house, 'node_modules', '@zicha', String(name)))
  }
  put('package.json', JSON.stringify({ name: 'house', type: 'module', devDependencies: { '@zicha/core': '*', '@zicha/documents': '*', '@zicha/server': '*' } }))
  for (const [file, source] of Object.entries({ ...rooms, ...partners })) put(file, source)
})

afterAll(() => rmSync(house, { recursive: true, force: true }))

test.each(refused)('the wall %s refuses %s', async (wall, file, source) => {
  expect(await wallsHitBy(file, source)).toContain(wall)
})

test.each(allowed)('%s stands within the walls', async (file, source) => {
  expect(await wallsHitBy(file, source)).toEqual([])
})

test('every wall that is built has a case here that runs into it, one room standing for its like', () => {
  const names = walls.forbidden.map((rule) => rule.name ?? '')
  const built = names.map((name) => name.replace(/^(core|server)-\w+-looks-only-up$/, '$1-room-looks-only-up'))
  const tried = refused.map(([wall]) => wall.replace(/^(core|server)-\w+-looks-only-up$/, '$1-room-looks-only-up'))
  expect([...new Set(built)].filter((wall) => !tried.includes(wall))).toEqual([])
  expect(names.filter((name) => name.startsWith('core-') && name.endsWith('looks-only-up'))).toHaveLength(coreRooms.length - 1)
})
