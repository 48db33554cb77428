import type { Finding } from '@zicha/core'
import { unprocessable } from '../http/problem.ts'
import type { Problem } from '../http/problem.ts'

export const tableNotReadable = (findings: readonly Finding[]): Problem =>
  unprocessable(
    'reading.not_readable',
    '表格读不出来',
    findings[0]?.message ?? '这个文件里没有读到评分表。原文件没有改动，请核对后再放入。',
    findings.slice(0, 20).map(({ where, message }) => ({ pointer: `#/${where}`, detail: message })),
  )

export const tableTooHard = (): Problem =>
  unprocessable('reading.too_hard', '表格太复杂', '这个文件太大或太复杂，没有读完。请在 WPS 里另存一份，只留评分表再放入。')
