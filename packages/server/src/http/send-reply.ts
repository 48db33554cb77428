import type { FastifyReply } from 'fastify'
import type { FileReply, Reply } from './reply.ts'

/** The answer on the wire: ETag from `version`, files always as attachments. */
export const sendReply = (reply: FastifyReply, answer: Reply<unknown>): FastifyReply => {
  if (answer.kind === 'bytes') return sendFile(reply, answer.file)
  if (answer.headers !== undefined) void reply.headers(answer.headers)
  if (answer.kind === 'nothing') return reply.code(204).send()
  const version = versionOf(answer.body)
  if (version !== undefined) void reply.header('etag', `"${version}"`)
  return reply.code(answer.status).type('application/json; charset=utf-8').send(JSON.stringify(answer.body))
}

const versionOf = (body: unknown): number | undefined =>
  typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number'
    ? body.version
    : undefined

const sendFile = (reply: FastifyReply, answer: FileReply): FastifyReply => {
  void reply
    .code(200)
    .type(answer.type)
    .header('content-disposition', attachment(answer.name))
    // Whatever a browser makes of the bytes, it runs nothing of them.
    .header('content-security-policy', "default-src 'none'; sandbox")
  if (answer.etag !== undefined) void reply.header('etag', `"${answer.etag}"`)
  const size = answer.size ?? (answer.bytes instanceof Uint8Array ? answer.bytes.byteLength : undefined)
  if (size !== undefined) void reply.header('content-length', size)
  return reply.send(answer.bytes instanceof Uint8Array ? Buffer.from(answer.bytes) : answer.bytes)
}

/** RFC 6266: a plain name for old programs, the real one in UTF-8. */
export const attachment = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
