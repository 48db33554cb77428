import type { Finding } from '@zicha/core'
import { Problem, unprocessable } from '../http/problem.ts'

/** What core's check of a mark may find. Its item stands in the address; the reason has a code of its own. */
export const markFaults = (findings: readonly Finding[]): Problem | undefined => {
  const [first] = findings
  if (first === undefined) return undefined
  const code = first.code === 'inspection.reason_needed' ? 'inspection.reason' : first.code
  const title = code === 'inspection.reason' ? '还没有写理由' : '检查得分要改'
  return unprocessable(
    code,
    title,
    first.message,
    findings.map((one) => ({ pointer: `#${one.where}`, detail: one.message })),
  )
}

export const nothingToSettle = (current: unknown): Problem =>
  new Problem({
    code: 'inspection.nothing_to_settle',
    status: 409,
    title: '没有要核的差异',
    detail: '这一条检查人打的分一样，不用再核。没有改动；要改分，请改自己的那一格。',
    current,
  })

export const markYourselfFirst = (): Problem =>
  new Problem({
    code: 'inspection.own_mark_first',
    status: 409,
    title: '请先打自己的分',
    detail: '这一条自己还没有打分，先打分再和同伴核对。没有改动。',
  })

/** The school was sent back meanwhile and came again with another self score: both are shown, a person chooses. */
export const selfChanged = (no: number, against: number, selfScore: number): Problem =>
  new Problem({
    code: 'inspection.self_changed',
    status: 409,
    title: '自查分变了',
    detail: `打分时第${no}条自查是${against}分，学校改后是${selfScore}分。打的分还在，请看一眼再定。`,
    current: { no, selfScore },
  })

export const photoOnly = (): Problem =>
  new Problem({
    code: 'inspection.photo_type',
    status: 415,
    title: '现场只收照片',
    detail: '现场照片收JPG、PNG、WebP，这个文件没有存。请换一张照片再传。',
  })
