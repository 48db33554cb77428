import { once } from 'node:events'
import { connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { expect, test } from 'vitest'
import { openHouse } from '../testing/harness.ts'

const answerOf = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    let text = ''
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()))
    socket.on('close', () => resolve(text))
    socket.on('error', () => resolve(text))
  })

test('an upload without a length is cut at the limit, and the server stays well', async () => {
  const house = await openHouse('embedded')
  try {
    await house.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = house.app.server.address() as AddressInfo
    const signedIn = await house.as('betty').put('/users/dawenjian', { name: '大文件', role: 'bureau', unit: 'yizheng', password: '春风化雨2026' })
    expect(signedIn.status).toBe(201)
    const { body } = await house.asStranger().post('/sessions', { username: 'dawenjian', password: '春风化雨2026', as: 'token' })
    const socket = connect(port, '127.0.0.1')
    const answer = answerOf(socket)
    socket.write(`POST /api/v1/readings HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${body.token}\r\ntransfer-encoding: chunked\r\ncontent-type: text/plain\r\n\r\n`)
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(1024 * 1024, 65), Buffer.from('\r\n')])
    const before = process.memoryUsage().rss
    for (let megabyte = 0; megabyte < 300 && !socket.destroyed && socket.writable; megabyte += 1) {
      if (!socket.write(chunk)) await Promise.race([once(socket, 'drain'), answer])
    }
    expect(await answer).toMatch(/^HTTP\/1\.1 413 /)
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024)
    expect((await house.as('betty').get('/units/yizheng')).status).toBe(200)
  } finally {
    await house.close()
  }
}, 60_000)

test('two lengths for one body, and a head without an end, are refused', async () => {
  const house = await openHouse('embedded')
  try {
    await house.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = house.app.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    const answer = answerOf(socket)
    socket.write('POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 20\r\n\r\n{}')
    expect(await answer).toMatch(/^HTTP\/1\.1 400 /)
    const long = connect(port, '127.0.0.1')
    const refused = answerOf(long)
    long.write(`GET /api/v1/health HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(20_000)}\r\n\r\n`)
    expect(await refused).toMatch(/^HTTP\/1\.1 431 /)
  } finally {
    await house.close()
  }
})
