import type { Finding } from '@zicha/core'
import { Problem, unprocessable } from '../http/problem.ts'
import type { PointedDetail } from '../http/problem.ts'

/** Why nothing could be read of a file, as the reader found it. */
export const listUnreadable = (finding: Finding): Problem =>
  unprocessable('import.unreadable', '清单读不出来', finding.message, [{ pointer: `#/${finding.where}`, detail: finding.message }])

/** All rows that cannot be taken, in one answer; none was taken. */
export const rowsRefused = (rows: number, errors: readonly PointedDetail[]): Problem =>
  unprocessable('import.rows', '有几行要改', `有${rows}行还不能导入，整份都没有导入。请按提示改这几行，或先去掉它们。`, errors)

export const importUndone = (): Problem =>
  new Problem({
    code: 'import.undone',
    status: 410,
    title: '这次导入已经撤销',
    detail: '这次导入已经撤销，记录在“已删除”里，30天内可找回。要再导入，请重新放入清单。',
  })

export const nothingToImport = (): Problem =>
  unprocessable('import.nothing', '没有可导入的', '这一份里没有勾上的，什么也没有导入。请勾上要导入的再试。', [
    { pointer: '#/entries', detail: '至少要有一条' },
  ])

/** Of a record that photos were to be put to. */
export const recordGone = '这条记录已经删除，照片没处放。请改记一条新的。'
export const tooManyFiles = (most: number): string => `一条记录最多放${most}份材料，加上这些就超过了。请去掉几张。`
