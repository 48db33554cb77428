// The walls of the house, every one at level error. docs/architecture.md says why they stand where they stand.
import { rooms as serverRooms } from './packages/server/src/rooms.ts'

/** In the order of the flow: a room may import the rooms before it and the files at the root of core, nothing else. */
export const coreRooms = ['rule', 'clause', 'ledger', 'form', 'facts', 'score', 'plan', 'assessment', 'inspection', 'summary']

const doors = ['packages/core/src/core.ts', 'packages/documents/src/documents.ts', 'packages/server/src/contract.ts']
const exactly = (/** @type {string} */ path) => `^${path.replaceAll('.', '\\.')}$`
const anyDoor = doors.map(exactly)

/** Which packages each package may know; what is absent here is a wall. @type {Record<string, readonly string[]>} */
const mayKnow = {
  core: [],
  documents: ['core'],
  cli: ['core', 'documents'],
  server: ['core', 'documents'],
  web: ['core', 'server'],
}

// A generator of random values (`form.arbitrary.ts`) stands beside its type and belongs to the tests.
const tests = '\\.(test|arbitrary)\\.tsx?$'
const contracts = '(^|[/.])contract\\.ts$'

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

const everywhere = [
  wall('no-cycles', 'Two files that need each other are one thought in two places. Type imports count.', {}, { circular: true }),
  wall('no-dead-imports', 'The imported file does not exist.', {}, { couldNotResolve: true }),
  wall('no-undeclared-parts', 'A package is used that no package.json names.', {}, { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] }),
  wall(
    'no-tests-in-the-program',
    'A program file does not import a test.',
    { pathNot: [tests, '^tests/', '^bench/'] },
    { path: tests },
  ),
]

const packages = Object.entries(mayKnow)
const betweenPackages = [
  wall(
    'one-door',
    'From outside, a package is its door: core.ts, documents.ts, contract.ts.',
    { path: '^packages/([^/]+)/' },
    { path: '^packages/', pathNot: ['^packages/$1/', ...anyDoor] },
  ),
  wall(
    'one-door-for-benches-and-browser-tests',
    'Measures and browser tests use what users use; lent to them are a running server and the clauses read by hand.',
    { path: '^(tests|bench|scripts)/' },
    { path: '^packages/', pathNot: [...anyDoor, '^packages/server/src/(testing|demo)/', '^packages/server/src/rooms\\.ts$', '^packages/core/src/clause/corpus/'] },
  ),
  wall(
    'not-through-the-own-door',
    'Inside a package a file imports the file itself, never the package\'s door.',
    { path: '^packages/([^/]+)/src/' },
    // cli and web have no door: nobody may import them.
    { path: ['^packages/$1/src/(core|documents|contract)\\.ts$'] },
  ),
  ...packages.map(([name, known]) => {
    const forbidden = packages.map(([other]) => other).filter((other) => other !== name && !known.includes(other))
    return wall(
      `${name}-knows-only-${known.join('-and-') || 'itself'}`,
      `${name} may import ${known.join(' and ') || 'no other package'}.`,
      { path: `^packages/${name}/` },
      { path: `^packages/(${forbidden.join('|')})/` },
    )
  }),
]

const insideCore = [
  wall(
    'core-is-pure',
    'The core has no system under it: no files, no clock, no network. It runs in the browser as it runs here.',
    { path: '^packages/core/src/', pathNot: tests },
    { dependencyTypes: ['core'] },
  ),
  wall(
    'core-roots-know-no-room',
    'points, calendar, finding and problem lie under all rooms.',
    { path: '^packages/core/src/[^/]+\\.ts$', pathNot: ['^packages/core/src/core\\.ts$', tests] },
    { path: '^packages/core/src/[^/]+/' },
  ),
  ...coreRooms.slice(0, -1).map((room, index) =>
    wall(
      `core-${room}-looks-only-up`,
      `${room} may import ${coreRooms.slice(0, index).join(', ') || 'no other room'}.`,
      { path: `^packages/core/src/${room}/`, pathNot: tests },
      { path: `^packages/core/src/(${coreRooms.slice(index + 1).join('|')})/` },
    ),
  ),
]

const insideServer = [
  ...serverRooms.slice(0, -1).map((room, index) =>
    wall(
      `server-${room}-looks-only-up`,
      `${room} may use ${serverRooms.slice(0, index).join(', ') || 'no other room'}: the order of packages/server/src/rooms.ts.`,
      { path: `^packages/server/src/${room}/`, pathNot: tests },
      { path: `^packages/server/src/(${serverRooms.slice(index + 1).join('|')})/` },
    ),
  ),
  wall(
    'server-routes-stay-home',
    'Rooms meet in use cases, queries, contracts and problems; a route is called by HTTP alone.',
    { path: '^packages/server/src/([^/]+)/', pathNot: tests },
    { path: '^packages/server/src/[^/]+/.*\\.routes\\.ts$', pathNot: '^packages/server/src/$1/' },
  ),
  wall(
    'server-rooms-know-no-roof',
    'app.ts and main.ts put the rooms together; no room reaches for them.',
    { path: `^packages/server/src/(${serverRooms.join('|')})/`, pathNot: tests },
    { path: '^packages/server/src/(app|main)\\.ts$' },
  ),
  wall(
    'server-testing-is-for-tests',
    'The program does not reach the testing room.',
    { path: '^packages/server/src/', pathNot: [tests, '^packages/server/src/testing/'] },
    { path: '^packages/server/src/testing/' },
  ),
  wall(
    'server-demo-only-by-its-flag',
    'The demonstration is loaded when ZICHA_DEMO asks for it: by a dynamic import, never statically.',
    { path: '^packages/server/src/', pathNot: [tests, '^packages/server/src/(testing|demo)/'] },
    { path: '^packages/server/src/demo/', dependencyTypesNot: ['dynamic-import'] },
  ),
  wall(
    'server-contracts-are-spoken-words',
    'A contract reaches the browser: it may import the core, zod and other contracts, no server code.',
    { path: `^packages/server/src/.*${contracts}` },
    { path: '^packages/server/src/', pathNot: contracts },
  ),
  wall(
    'server-contracts-are-pure',
    'A contract reaches the browser, where no Node is.',
    { path: `^packages/server/src/.*${contracts}` },
    { dependencyTypes: ['core'] },
  ),
]

const insideWeb = [
  wall('web-runs-in-a-browser', 'No Node in the pages.', { path: '^packages/web/src/', pathNot: tests }, { dependencyTypes: ['core'] }),
  wall(
    'web-ui-knows-no-noun',
    'Buttons and sheets know neither pages nor calls nor rules.',
    { path: '^packages/web/src/ui/' },
    { path: '^packages/web/src/(pages|api|outbox|rule)/' },
  ),
  wall('web-api-draws-nothing', 'Calls know no page.', { path: '^packages/web/src/(api|outbox)/' }, { path: '^packages/web/src/(pages|ui|rule)/' }),
  wall('web-rule-inputs-know-no-page', 'An input serves every page.', { path: '^packages/web/src/rule/' }, { path: '^packages/web/src/pages/' }),
]

export default {
  forbidden: [...everywhere, ...betweenPackages, ...insideCore, ...insideServer, ...insideWeb],
  options: {
    // TypeScript 7 no longer offers the interface this tool parses with; swc does, and it sees type imports.
    parser: /** @type {const} */ ('swc'),
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|\\.cache)/' },
    combinedDependencies: true,
    moduleSystems: /** @type {import('dependency-cruiser').ModuleSystemType[]} */ (['es6']),
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types', 'node'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.css', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
