import { expect, test } from 'vitest'
import { ConfigFault, readConfig } from './config.ts'

test('without anything set the server is at home on this machine alone', () => {
  const config = readConfig({})
  expect(config).toMatchObject({
    port: 3000, host: '127.0.0.1', databaseUrl: undefined, adminPassword: undefined, demo: false, trustProxy: false,
  })
  expect(config.dataFolder).toMatch(/data$/)
})

test('an object store is named by its bucket and opened by a key', () => {
  const env = { ZICHA_STORAGE_URL: 'https://host/bucket', ZICHA_STORAGE_KEY: 'key', ZICHA_STORAGE_SECRET: 'secret' }
  expect(readConfig(env).objectStore).toEqual({ url: 'https://host/bucket', key: 'key', secret: 'secret', region: 'us-east-1' })
  expect(readConfig({ ...env, ZICHA_STORAGE_REGION: 'cn-east' }).objectStore?.region).toBe('cn-east')
  expect(readConfig({}).objectStore).toBeUndefined()
})

test('an empty variable is one that is not set', () => {
  expect(readConfig({ ZICHA_ADMIN_PASSWORD: '', ZICHA_PORT: '', ZICHA_DATABASE_URL: '' })).toMatchObject({ port: 3000 })
})

test.each([
  [{ ZICHA_PORT: 'http' }, 'ZICHA_PORT'],
  [{ ZICHA_PORT: '70000' }, 'ZICHA_PORT'],
  [{ ZICHA_DATABASE_URL: 'mysql://x' }, 'ZICHA_DATABASE_URL'],
  [{ ZICHA_ADMIN_PASSWORD: 'short' }, 'ZICHA_ADMIN_PASSWORD'],
  [{ ZICHA_DEMO: 'yes' }, 'ZICHA_DEMO'],
  [{ ZICHA_STORAGE_URL: 'bucket' }, 'ZICHA_STORAGE_URL'],
  [{ ZICHA_STORAGE_URL: 'ftp://host/bucket' }, 'ZICHA_STORAGE_URL'],
  [{ ZICHA_STORAGE_URL: 'https://host/bucket', ZICHA_STORAGE_KEY: 'key' }, 'ZICHA_STORAGE_SECRET'],
])('%o is refused with a sentence that names it', (env, name) => {
  expect(() => readConfig(env)).toThrow(ConfigFault)
  expect(() => readConfig(env)).toThrow(name)
})
