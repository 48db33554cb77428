import type { Finding } from '@zicha/core'
import { Problem, unprocessable } from '../http/problem.ts'

/** A list of duties without marks is no scoring table: nothing could be reckoned from it. */
export const noPoints = (columns: readonly string[]): Problem =>
  unprocessable(
    'form_draft.no_points',
    '表里没有分值',
    `“${columns.slice(0, 4).join('、')}”各列里都没有分值，不能算分。请在表里补上每条的分值，再放入。`,
  )

export const tooManyRows = (rows: number, most: number): Problem =>
  unprocessable('form_draft.too_many_rows', '条目太多', `表里有${rows}条，一张表最多${most}条。没有保存，请分成几张表再放入。`)

export const criteriaRefused = (findings: readonly Finding[]): Problem =>
  unprocessable(
    'form_draft.criteria',
    '评分规则要改',
    `${findings[0]?.message ?? '评分规则的写法不对。'}这一条没有保存。`,
    findings.slice(0, 20).map(({ where, message }) => ({ pointer: `#/${where.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`, detail: message })),
  )

export const inexactPoints = (): Problem =>
  unprocessable('form_draft.points', '分值要改', '分值最多三位小数。这一条没有保存，请改短一些。', [
    { pointer: '#/points', detail: '最多三位小数' },
  ])

export const outsideClause = (): Problem =>
  unprocessable('form_draft.left_out', '位置不在细则里', '不计分的一段不在这条细则里。没有保存，请重新选。', [
    { pointer: '#/leftOut', detail: '应在细则的开头和结尾之间' },
  ])

export const noSuchSection = (): Problem =>
  unprocessable('form_draft.sections', '没有这一项责任', '表里没有这一项责任。没有保存，请核对编号。', [
    { pointer: '#/sections', detail: '编号应是表里有的' },
  ])

/** An edition never changes, and the draft that it came from tells how it was settled. */
export const alreadyPublished = (current: unknown): Problem =>
  new Problem({
    code: 'form_draft.published',
    status: 409,
    title: '这张表已经发布',
    detail: '这张表已经发布，不再改动，这次没有保存。要改，请放入新表，另发一版。',
    current,
  })

/** Refused while a row is open: the first sentence names it, the pointers name the others. */
export const rowsOpen = (open: readonly { readonly no: number; readonly line: string }[]): Problem => {
  const rows = [...new Set(open.map(({ no }) => no))]
  const named = rows.length <= 6 ? `第${rows.join('、')}条` : `第${rows.slice(0, 5).join('、')}等${rows.length}条`
  return unprocessable(
    'form_draft.open',
    '还有没核对的',
    `${named}还没有核对好，没有发布。已核对的都保存着，请先定下这几条。`,
    open.slice(0, 60).map(({ no, line }) => ({ pointer: `#/items/${no}`, detail: `第${no}条：${line}` })),
  )
}

export const formUnsound = (findings: readonly Finding[]): Problem =>
  unprocessable(
    'form_draft.unsound',
    '表还不能发布',
    `${findings[0]?.message ?? '表里有写法不对的地方。'}没有发布，已核对的都保存着。`,
    findings.slice(0, 20).map(({ where, message }) => ({ pointer: `#/${where}`, detail: message })),
  )

export const codeTaken = (id: string): Problem =>
  new Problem({
    code: 'form_draft.code_taken',
    status: 409,
    title: '编号已经有了',
    detail: `编号“${id}”已经有一张表在用，没有发布。请换一个编号，比如加上年份。`,
  })
