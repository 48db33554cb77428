import { createHash, createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * What goes wrong with one call: `slow` says nothing, `refuse` breaks the line, `error` answers 500, `cut` keeps or sends
 * half of the bytes and says that it is all, `break` ends in the middle of what it announced.
 */
export type S3Fault = 'slow' | 'refuse' | 'error' | 'cut' | 'break'

export type S3Server = {
  /** The bucket's address. */
  readonly url: string
  readonly key: string
  readonly secret: string
  readonly region: string
  /** Asked before each call; undefined lets it through. */
  fault: (call: { readonly method: string; readonly path: string }) => S3Fault | undefined
  readonly objects: Map<string, { bytes: Buffer; keptAt: Date }>
  /** Calls whose signature did not hold. */
  readonly refused: string[]
  readonly stop: () => Promise<void>
}

/** So many names in one page of a list, so that lists of tests have several. */
const page = 3

/** A small object store that speaks S3 over HTTP: PUT, GET, HEAD, DELETE, ListObjectsV2, each with its signature verified. */
export const startS3Server = async (): Promise<S3Server> => {
  const objects: S3Server['objects'] = new Map()
  const refused: string[] = []
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const running: S3Server = {
    url: `http://127.0.0.1:${port}/bucket`,
    key: 'ZICHATESTKEY',
    secret: 'a secret of nobody',
    region: 'us-east-1',
    fault: () => undefined,
    objects,
    refused,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped())
        server.closeAllConnections()
      }),
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '' } = request
    const url = new URL(request.url ?? '/', running.url)
    const fault = running.fault({ method, path: url.pathname })
    if (fault === 'slow') return
    if (fault === 'refuse') return void request.destroy()
    const body = await readAll(request)
    if (fault === 'error') return end(response, 500, '<Error><Code>InternalError</Code></Error>')
    const why = faultOfSignature(request, url, body, running)
    if (why !== undefined) {
      refused.push(`${method} ${url.pathname}: ${why}`)
      return end(response, 403, '<Error><Code>SignatureDoesNotMatch</Code></Error>')
    }
    const name = url.pathname.replace(/^\/bucket\/?/, '')
    if (name === '') return end(response, 200, listing(objects, url.searchParams))
    const found = objects.get(name)
    switch (method) {
      case 'PUT':
        objects.set(name, { bytes: fault === 'cut' ? body.subarray(0, body.length >> 1) : body, keptAt: new Date() })
        return end(response, 200)
      case 'DELETE':
        objects.delete(name)
        return end(response, 204)
      default: {
        if (found === undefined) return end(response, 404)
        const bytes = fault === 'cut' ? found.bytes.subarray(0, found.bytes.length >> 1) : found.bytes
        response.writeHead(200, { 'content-length': bytes.length, 'last-modified': found.keptAt.toUTCString() })
        if (method === 'HEAD') return void response.end()
        if (fault !== 'break') return void response.end(bytes)
        response.write(bytes.subarray(0, bytes.length >> 1))
        setTimeout(() => response.destroy(), 20)
      }
    }
  }
  return running
}

const end = (response: ServerResponse, status: number, body = ''): void => void response.writeHead(status).end(body)

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const listing = (objects: S3Server['objects'], query: URLSearchParams): string => {
  const after = query.get('continuation-token') ?? ''
  const names = [...objects.keys()].filter((name) => name.startsWith(query.get('prefix') ?? '') && name > after).sort()
  const shown = names.slice(0, page)
  const contents = shown.map((name) => {
    const one = objects.get(name)
    return `<Contents><Key>${name}</Key><LastModified>${one?.keptAt.toISOString()}</LastModified><Size>${one?.bytes.length}</Size></Contents>`
  })
  const next = names.length > shown.length ? `<NextContinuationToken>${shown.at(-1)}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`
}

const hash = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const sign = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** Signature version 4, written from its description and not from the client's code: why it does not hold. */
const faultOfSignature = (request: IncomingMessage, url: URL, body: Buffer, { key, secret, region }: S3Server): string | undefined => {
  const header = (name: string): string => String(request.headers[name] ?? '')
  const found = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(header('authorization'))
  if (found === null) return 'no signature'
  const [, owner, day = '', place, signed = '', signature] = found
  if (owner !== key || place !== region) return 'another key or region'
  const at = header('x-amz-date')
  const moment = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'))
  if (!at.startsWith(day) || Math.abs(Date.now() - moment) > 15 * 60_000) return 'another time'
  const content = header('x-amz-content-sha256')
  if (content !== 'UNSIGNED-PAYLOAD' && content !== hash(body)) return 'other bytes'
  if (!signed.split(';').includes('host')) return 'host not signed'
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join('&')
  const headers = signed.split(';').map((name) => `${name}:${header(name).trim().replace(/\s+/g, ' ')}\n`).join('')
  const path = url.pathname.split('/').map((step) => encode(decodeURIComponent(step))).join('/')
  const canonical = [request.method, path, query, headers, signed, content].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', at, scope, hash(canonical)].join('\n')
  const secretKey = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>((made, part) => sign(made, part), `AWS4${secret}`)
  return sign(secretKey, text).toString('hex') === signature ? undefined : 'another signature'
}

const encode = (text: string): string => encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
