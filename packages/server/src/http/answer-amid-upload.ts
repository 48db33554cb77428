import type { FastifyReply, FastifyRequest } from 'fastify'

const mostThrownAway = 32 * 1024 * 1024
const longestMs = 2_000

/**
 * Answers while bytes still come in. The whole answer goes out first; then what comes is thrown away, for a while and up
 * to a bound, before the connection ends. Ended at once, the sender's system would see a reset and drop the answer unread.
 */
export const answerAmidUpload = (request: FastifyRequest, reply: FastifyReply, body: string): FastifyReply => {
  reply.hijack()
  const { raw } = reply
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
  raw.writeHead(reply.statusCode, { 'content-length': Buffer.byteLength(body) })
  raw.write(body)
  let left = mostThrownAway
  const end = (): void => {
    clearTimeout(timer)
    request.raw.off('data', throwAway)
    raw.end()
  }
  const throwAway = (chunk: Buffer): void => {
    left -= chunk.byteLength
    if (left < 0) end()
  }
  const timer = setTimeout(end, longestMs)
  request.raw.on('data', throwAway)
  request.raw.once('end', end)
  request.raw.once('close', end)
  request.raw.resume()
  return reply
}
