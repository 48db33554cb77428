import { unprocessable } from '../http/problem.ts'
import type { PointedDetail, Problem } from '../http/problem.ts'

export const sheetUnreadable = (message: string): Problem =>
  unprocessable('paper_sheet.unreadable', '这张表读不出来', message, [{ pointer: '#/', detail: message }])

export const sheetRefused = (errors: readonly PointedDetail[]): Problem =>
  unprocessable('paper_sheet.items', '有几条要改', `有${errors.length}条的分填不进去，整张都没有填。请按提示改，或先去掉这几条。`, errors)
