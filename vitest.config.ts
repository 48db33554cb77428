import { defineConfig } from 'vitest/config'

// Tests share their module graph within a worker (isolate: false): each file is written to leave nothing behind, and
// the run is several times shorter. Processes, not threads: sharp, argon2 and the typesetter are native, and the
// tests of the command line and of the start change process.env.
const shared = { pool: 'forks' as const, isolate: false, setupFiles: ['scripts/same-seed.ts'] }

// The tool reads its settings by the default export.
export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      ...['core', 'documents', 'cli', 'server'].map((name) => ({
        test: {
          ...shared,
          name,
          include: [`packages/${name}/src/**/*.test.ts`],
          testTimeout: name === 'core' ? 20_000 : 60_000,
          hookTimeout: 60_000,
        },
      })),
      // Pages share one document per file: it is laid anew for each.
      { test: { ...shared, isolate: true, name: 'web', include: ['packages/web/src/**/*.test.{ts,tsx}'], testTimeout: 20_000 } },
      { test: { ...shared, name: 'house', include: ['scripts/**/*.test.mjs', 'tests/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
})
