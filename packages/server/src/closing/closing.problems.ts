import { Problem } from '../http/problem.ts'

export const otherSheet = (current: unknown): Problem =>
  new Problem({
    code: 'closing.other_sheet',
    status: 409,
    title: '检查结果又改过',
    detail: '打开之后检查结果又改过，这次没有签。请看过现在的结果再签。',
    current,
  })

export const nothingToSign = (): Problem =>
  new Problem({
    code: 'closing.nothing_to_sign',
    status: 409,
    title: '还没有到签字',
    detail: '检查还没有完成，没有可签的结果。请先在检查汇总里完成检查。',
  })

export const codeUnknown = (): Problem =>
  new Problem({
    code: 'verification.unknown',
    status: 404,
    title: '没有查到这个核验码',
    detail: '没有查到这个核验码。请对照表的页脚再输一次，12位，只有数字和字母A到F。',
  })

export const tooManyChecks = (remainingMs: number): Problem =>
  new Problem({
    code: 'verification.too_many',
    status: 429,
    title: '查得太密',
    detail: `这个网络里查得太密，请过${Math.ceil(remainingMs / 60_000)}分钟再查。`,
    retryAfterSeconds: Math.ceil(remainingMs / 1000),
  })
