import type { Finding } from '@zicha/core'
import { bare } from '../layout/printable.ts'

export const refused = (code: string, where: string, message: string): Finding => ({ code, level: 'error', where, message })

export const noTable = refused(
  'document.template_no_table',
  'template',
  '这份Word里没有找到“具体责任、评分细则”这样的表头。请换成局里印发的自查表。',
)

export const unknownRow = (no: number, published: string): Finding =>
  refused(
    'document.template_row_unknown',
    `表格第${no}行`,
    `Word表第${no}行“${bare(published).slice(0, 12)}”在自查表里没有对应的条目。请核对版本。`,
  )

export const otherWording = (no: number, item: number, part: string): Finding =>
  refused(
    'document.template_wording_differs',
    `表格第${no}行`,
    `Word表第${no}行第${item}条的${part}与自查表不一样。请换成同一版的Word表。`,
  )
