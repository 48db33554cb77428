import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../database/database.ts'
import { DatabaseFault } from '../database/fault.ts'
import type { FaultKind } from '../database/fault.ts'
import { StorageFault } from '../storage/storage.ts'
import { answerAmidUpload } from './answer-amid-upload.ts'
import { Problem, notFound } from './problem.ts'
import { problemPage, wantsPage } from './problem-page.ts'
import type { ProblemShape } from './values.contract.ts'

/** Whatever was thrown, as one RFC 9457 answer, or as a page for who opened the address in a browser. The only place where errors meet HTTP. */
export const sendProblem = (
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  database: Database,
): FastifyReply => {
  const problem = problemFrom(error, request.id, database)
  // Without a cause it is no fault but a decision, made a thousand times a second when it is made.
  if (problem.status >= 500 && problem.cause !== undefined) request.log.error({ err: error, code: problem.code }, 'request not done')
  else request.log.info({ code: problem.code }, 'request refused')
  if (problem.retryAfterSeconds !== undefined) void reply.header('retry-after', String(problem.retryAfterSeconds))
  // Bytes that are still coming in are not read to their end: the connection goes with the answer.
  const amidUpload = (problem.status === 413 || problem.status === 503) && !request.raw.complete
  if (amidUpload || problem.status === 413 || problem.status === 415) void reply.header('connection', 'close')
  const shape = shapeOf(problem, request.id)
  const asPage = wantsPage(request)
  void reply.code(problem.status).type(asPage ? 'text/html; charset=utf-8' : 'application/problem+json; charset=utf-8')
  const body = asPage ? problemPage(shape, request.url) : JSON.stringify(shape)
  return amidUpload ? answerAmidUpload(request, reply, body) : reply.send(body)
}

const shapeOf = (problem: Problem, requestId: string): ProblemShape => ({
  type: `/problems/${problem.code}`,
  title: problem.title,
  status: problem.status,
  code: problem.code,
  detail: problem.detail,
  ...(problem.errors.length > 0 ? { errors: [...problem.errors] } : {}),
  retry: problem.retry,
  ...(problem.current === undefined ? {} : { current: problem.current }),
  // Only where somebody has to look it up: elsewhere two equal refusals have equal bodies.
  ...(problem.status >= 500 ? { requestId } : {}),
})

const problemFrom = (raw: unknown, requestId: string, database: Database): Problem => {
  const error = database.translate(raw)
  if (error instanceof Problem) return error
  if (error instanceof DatabaseFault) return fromFault(error.kind, error, requestId)
  if (error instanceof StorageFault && error.kind === 'gone') return filesUnreachable(error)
  if (error instanceof StorageFault) return fromFault(error.kind, error, requestId)
  return fromFastify(error, requestId) ?? fromNobody(error, requestId)
}

/** Records go on; whoever sent a file keeps it and sends it again. */
const filesUnreachable = (cause: Error): Problem =>
  later('storage.files_unreachable', '照片暂时存不进去', '存照片和文件的地方暂时连不上，这一件没有存。记录都在，稍后会再传。', 30, cause)

const fromFault = (kind: FaultKind, cause: Error, requestId: string): Problem => {
  switch (kind) {
    case 'busy':
      return later('storage.busy', '正忙', '这会儿用的人多，没有保存。过几秒会再试一次。', 2, cause)
    case 'gone':
      return later('storage.unreachable', '数据库连不上', '数据库暂时连不上，没有保存。稍后再试，已有的数据都在。', 5, cause)
    case 'broken':
      return later('storage.stopped', '暂停写入', `磁盘出了问题，已停止写入。已保存的都在，请告诉管理员，编号 ${shortId(requestId)}。`, 60, cause)
    case 'full':
      return new Problem({
        code: 'storage.full',
        status: 507,
        title: '服务器存满了',
        detail: `服务器存满了，这一条没有存进去，恢复后再传。编号 ${shortId(requestId)}，可告诉管理员。`,
        retryAfterSeconds: 60,
        cause,
      })
    case 'unique':
      return new Problem({
        code: 'storage.taken',
        status: 409,
        title: '已经有了',
        detail: '同样的一项刚刚由别人存过，这次没有保存。请刷新后核对。',
        cause,
      })
    case 'constraint':
      return new Problem({
        code: 'storage.refused',
        status: 422,
        title: '对不上',
        detail: '里面提到的单位、人员或轮次对不上，没有保存。请核对编码。',
        cause,
      })
  }
}

const later = (code: string, title: string, detail: string, seconds: number, cause: Error): Problem =>
  new Problem({ code, status: 503, title, detail, retryAfterSeconds: seconds, cause })

/** What Fastify itself refuses before a route is reached. */
const fromFastify = (error: unknown, requestId: string): Problem | undefined => {
  const known = error as Partial<FastifyError> | null
  switch (known?.code) {
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem({
        code: 'request.type',
        status: 415,
        title: '内容的类型不收',
        detail: '这里只收 application/json。没有保存，请换一种写法再发。',
      })
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem({
        code: 'request.too_large',
        status: 413,
        title: '内容太大',
        detail: '内容超过上限1 MB，没有保存。请分几次发。',
      })
    case 'FST_ERR_BAD_URL':
      return notFound()
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return notJson()
    default:
      return typeof known?.statusCode === 'number' && known.statusCode >= 400 && known.statusCode < 500
        ? new Problem({
            code: 'request.unreadable',
            status: known.statusCode,
            title: '请求看不懂',
            detail: '发来的请求看不懂，没有保存。请核对后再发。',
            cause: error,
          })
        : fromAborted(known, requestId)
  }
}

const fromAborted = (error: Partial<FastifyError> | null, requestId: string): Problem | undefined =>
  error?.code === 'ECONNRESET' || error?.code === 'ERR_STREAM_PREMATURE_CLOSE'
    ? later('request.cut_off', '连接断了', `连接中途断了，没有保存。请再试一次，编号 ${shortId(requestId)}。`, 1, error as Error)
    : undefined

export const notJson = (): Problem =>
  new Problem({
    code: 'request.not_json',
    status: 400,
    title: '不是 JSON',
    detail: '发来的内容不是 JSON，没有保存。请核对括号和引号。',
  })

const fromNobody = (error: unknown, requestId: string): Problem =>
  new Problem({
    code: 'server.fault',
    status: 500,
    title: '系统出了问题',
    detail: `这一步没有做成，已有的数据都在。请告诉管理员，编号 ${shortId(requestId)}。`,
    cause: error,
  })

/** The end of the request's id: enough to find the line in the log, short enough to read out over the phone. */
const shortId = (requestId: string): string => requestId.slice(-4).toUpperCase()
