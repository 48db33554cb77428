import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> }

/** A database of its own on the server that ZICHA_TEST_POSTGRES_URL names. Missing: the test fails, it is not skipped. */
export const createTestDatabase = async (): Promise<TestDatabase> => {
  const server = process.env['ZICHA_TEST_POSTGRES_URL']
  if (server === undefined || server === '') {
    throw new Error('ZICHA_TEST_POSTGRES_URL is not set: run `npm test`, or name a PostgreSQL server to test on.')
  }
  const name = `zicha_test_${randomBytes(6).toString('hex')}`
  await onServer(server, `create database ${name} template template0 encoding 'UTF8'`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) }
}

const onServer = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
