/**
 * The least that can be called a server: node:http, the recorded SQL of one read and one write on a copy of the store,
 * JSON out. No schema, no right, no log: what all of that costs is the difference to the real one.
 */
import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import { openFile, openUrl, withNewNames, type Recorded } from './recorded-sql.ts'

const place = process.env['ZICHA_BENCH_DATABASE'] ?? ''
const { read, write, id } = JSON.parse(readFileSync(process.env['ZICHA_BENCH_RECORDED'] ?? '', 'utf8')) as Recorded
const store = place.startsWith('postgres') ? openUrl(place) : openFile(place)

const send = (response: ServerResponse, status: number, answer: unknown): void => {
  const text = JSON.stringify(answer)
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) })
  response.end(text)
}

/** A promise is waited for, a value is not: the embedded engine answers at once. */
const after = (rows: unknown, then: (rows: unknown) => void): void => {
  if (rows instanceof Promise) void rows.then(then)
  else then(rows)
}

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    after(store.run(read), (items) => send(response, 200, { items, next: null }))
    return
  }
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const content: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    after(store.run(withNewNames(write, id, request.url?.slice(-36) ?? '')), () => send(response, 201, content))
  })
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`)
})

process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => void store.close().then(() => process.exit(0)))
})
