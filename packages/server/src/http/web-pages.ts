import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFound } from './problem.ts'
import { apiPrefix } from './register-routes.ts'

/** Where the build of packages/web lands. */
export const builtPages = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

const notBuilt = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>自查通</title>
<body><h1>网页还没有生成</h1><p>服务已经启动，数据都在。请停下后用 npm start 启动，它会先生成网页。</p></body></html>`

/** Files lie in assets/ or at the root; codes of units and rounds may hold a dot, so deeper addresses are pages. */
const isFileAddress = (path: string): boolean =>
  path.startsWith('/api/') || path.startsWith('/assets/') || /^\/[^/]+\.[a-z0-9]+$/i.test(path) ||
  /%2f|%5c|\.\./i.test(path)

/**
 * The pages beside the API: files named by their content are kept for a year; every other address that is not a file
 * and not the API is a page of the one application, and answers index.html, read anew so that a new build is seen.
 */
export const serveWebPages = async (app: FastifyInstance, folder: string = builtPages): Promise<void> => {
  const answerPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const path = request.url.split('?')[0] ?? ''
    const isRead = request.method === 'GET' || request.method === 'HEAD'
    if (!isRead || isFileAddress(path)) throw notFound()
    const index = await readFile(join(folder, 'index.html')).catch(() => undefined)
    return reply
      .code(index === undefined ? 503 : 200)
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      .send(index ?? notBuilt)
  }
  if (existsSync(folder)) {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      cacheControl: false,
      // The build leaves a .br and a .gz beside each text file: a school's phone loads a third of the bytes.
      preCompressed: true,
      setHeaders: (reply, path) => {
        const isNamedByContent = path.startsWith(join(folder, 'assets'))
        void reply.header('cache-control', isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  app.get('/', { schema: { hide: true } }, answerPage)
  app.setNotFoundHandler(answerPage)
}

export const isApi = (request: FastifyRequest): boolean => request.url.startsWith(`${apiPrefix}/`)
