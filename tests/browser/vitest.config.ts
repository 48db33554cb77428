import { defineConfig } from 'vitest/config'

// One file a person's main job, one after another: each has a real browser and a running server to itself.
export default defineConfig({
  test: {
    name: 'browser',
    include: ['tests/browser/**/*.test.ts'],
    pool: 'forks',
    globalSetup: ['tests/browser/prepare-stores.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
  },
})
