/**
 * The least that can be called a server: node:http, the recorded SQL of one read and one write on a copy of the store,
 * JSON out. No schema, no right, no log: what all of that costs is the difference to the real one.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import type { Statement } from './record-statements.ts'

export type Recorded = {
  readonly read: readonly Statement[]
  readonly write: readonly Statement[]
  /** The name of the entry that the recorded write made: each request puts its own in its place. */
  readonly id: string
}

const file = process.env['ZICHA_BENCH_DATABASE'] ?? ''
const recorded = JSON.parse(readFileSync(process.env['ZICHA_BENCH_RECORDED'] ?? '', 'utf8')) as Recorded

const database = new DatabaseSync(file)
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON')

const known = new Map<string, StatementSync>()
const prepared = (sql: string): StatementSync => {
  const statement = known.get(sql) ?? database.prepare(sql)
  known.set(sql, statement)
  return statement
}

/** The audit chain counts by itself: a recorded number would be taken already. */
let sequence = 1_000_000_000
const sequenceAt = (sql: string): number => {
  const columns = /^insert into "?audit"? \(([^)]*)\)/i.exec(sql)?.[1]?.split(',').map((column) => column.trim().replaceAll('"', ''))
  return columns?.indexOf('seq') ?? -1
}

type Step = { readonly statement: StatementSync; readonly values: readonly SQLInputValue[]; readonly sequenceAt: number }
const stepsOf = (statements: readonly Statement[]): readonly Step[] =>
  statements.map(({ sql, values }) => ({ statement: prepared(sql), values, sequenceAt: sequenceAt(sql) }))

const read = stepsOf(recorded.read)
const write = stepsOf(recorded.write)

const answerRead = (): string => {
  let rows: unknown = []
  for (const { statement, values } of read) rows = statement.all(...values)
  return JSON.stringify({ items: rows, next: null })
}

const answerWrite = (id: string, body: string): string => {
  const content: unknown = JSON.parse(body)
  for (const step of write) {
    const values = step.values.map((value, index) => {
      if (index === step.sequenceAt) return (sequence += 1)
      return typeof value === 'string' && value.includes(recorded.id) ? value.replaceAll(recorded.id, id) : value
    })
    step.statement.all(...values)
  }
  return JSON.stringify(content)
}

const server = createServer((request, response) => {
  const send = (status: number, text: string): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) })
    response.end(text)
  }
  if (request.method === 'GET') {
    send(200, answerRead())
    return
  }
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => send(201, answerWrite(request.url?.slice(-36) ?? '', Buffer.concat(chunks).toString('utf8'))))
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`)
})
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => {
    database.close()
    process.exit(0)
  })
})
