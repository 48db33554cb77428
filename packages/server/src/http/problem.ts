import type { ProblemShape } from './values.contract.ts'

export type Retry = ProblemShape['retry']
export type PointedDetail = { readonly pointer: string; readonly detail: string }

export type ProblemOptions = {
  /** `room.what`; never renamed, never used for another thing. */
  readonly code: string
  readonly status: number
  /** What kind of problem it is, the same for each of its kind. */
  readonly title: string
  /** The sentence for the person: what happened, what is safe, what to do. */
  readonly detail: string
  readonly retry?: Retry
  readonly errors?: readonly PointedDetail[]
  /** The resource as it stands, for 409 and 412. */
  readonly current?: unknown
  readonly retryAfterSeconds?: number
  readonly cause?: unknown
}

/** A request that cannot be done. Thrown at the edges, answered once, in http/send-problem.ts. */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly retry: Retry
  readonly errors: readonly PointedDetail[]
  readonly current: unknown
  readonly retryAfterSeconds: number | undefined

  constructor(options: ProblemOptions) {
    super(options.detail, { cause: options.cause })
    this.name = 'Problem'
    this.code = options.code
    this.status = options.status
    this.title = options.title
    this.detail = options.detail
    this.retry = options.retry ?? usualRetry(options.status)
    this.errors = options.errors ?? []
    this.current = options.current
    this.retryAfterSeconds = options.retryAfterSeconds
  }
}

const usualRetry = (status: number): Retry => {
  if (status === 401) return 'after_sign_in'
  if (status === 429 || status === 503 || status === 507) return 'later'
  return status === 403 || status === 404 || status === 410 || status === 500 ? 'never' : 'after_change'
}

/** 422 with the fields that are meant: `unprocessable('entry.outside_year', '活动日期不在本年度', '…', [{pointer, detail}])`. */
export const unprocessable = (
  code: string,
  title: string,
  detail: string,
  errors: readonly PointedDetail[] = [],
): Problem => new Problem({ code, status: 422, title, detail, errors })

/** One body for what is not there and for what is not theirs, so that nobody learns which it was. */
export const notFound = (): Problem =>
  new Problem({
    code: 'request.not_found',
    status: 404,
    title: '没有找到',
    detail: '没有这一项，或它不归本单位看。请核对地址，或返回首页。',
  })

export const forbidden = (detail = '这件事由别的岗位来办，当前账号不能操作。数据没有变动。'): Problem =>
  new Problem({ code: 'request.forbidden', status: 403, title: '没有这项权限', detail })

export const otherContent = (current: unknown): Problem =>
  new Problem({
    code: 'request.other_content',
    status: 409,
    title: '同名的内容不一样',
    detail: '这个编号下已有另一份内容，没有改动它。请对照后再决定保留哪一份。',
    current,
  })

export const stale = (current: unknown): Problem =>
  new Problem({
    code: 'request.stale',
    status: 412,
    title: '别人先改过',
    detail: '打开之后有人改过这一项，这次没有保存。请对照两份内容再选。',
    current,
  })

export const signInNeeded = (): Problem =>
  new Problem({
    code: 'session.none',
    status: 401,
    title: '需要登录',
    detail: '登录到期了，或还没有登录。写好的内容都在，请登录后接着做。',
  })
