/** Requests over plain sockets: a client so cheap that the server, not the client, is what is measured. */
import { connect, type Socket } from 'node:net'

export type Sender = { readonly next: () => Buffer; readonly expect: number }

export const requestOf = (method: string, path: string, headers: Readonly<Record<string, string>>, body = ''): Buffer => {
  const length = body === '' ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.from(`${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}${length}\r\n${body}`)
}

/** The length of the first whole answer in `bytes` and its status, or nothing where more must come. */
const wholeAnswer = (bytes: Buffer): { readonly length: number; readonly status: number } | undefined => {
  const end = bytes.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = bytes.toString('latin1', 0, end)
  const size = /content-length: (\d+)/i.exec(head)?.[1]
  if (size === undefined) throw new Error(`an answer without a length: ${head}`)
  const length = end + 4 + Number(size)
  return bytes.length < length ? undefined : { length, status: Number(head.slice(9, 12)) }
}

const opened = (address: string): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address)
    const socket = connect({ host: hostname, port: Number(port), noDelay: true }, () => resolve(socket))
    socket.on('error', reject)
  })

/** Answers a second over `connections` sockets, each sending its next request when the last is answered. */
export const rateOfAnswers = async (address: string, { next, expect }: Sender, connections: number, milliseconds: number): Promise<number> => {
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(address)))
  const began = performance.now()
  let answered = 0
  const work = (socket: Socket): Promise<void> =>
    new Promise((resolve, reject) => {
      let bytes = Buffer.alloc(0)
      socket.on('error', reject)
      socket.on('data', (chunk) => {
        bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
        const answer = wholeAnswer(bytes)
        if (answer === undefined) return
        if (answer.status !== expect) {
          reject(new Error(`the server answered ${answer.status}: ${bytes.toString('utf8', 0, 600)}`))
          return
        }
        bytes = bytes.subarray(answer.length)
        answered += 1
        if (performance.now() - began >= milliseconds) resolve()
        else socket.write(next())
      })
      socket.write(next())
    })
  try {
    await Promise.all(sockets.map(work))
    return (answered * 1000) / (performance.now() - began)
  } finally {
    for (const socket of sockets) socket.destroy()
  }
}
