import type { PaperSheet, PaperSheetBody } from '../../../../api/contract.ts'

/** What of the paper differs and was not left out: marks and remarks that the paper has, nothing that it leaves empty. */
export const changedItems = (sheet: PaperSheet, out: ReadonlySet<number>): PaperSheetBody['items'] =>
  sheet.items
    .filter(({ no, changes }) => changes && !out.has(no))
    .map(({ no, score, remark }) => ({ no, ...(score === null ? {} : { score }), ...(remark === '' ? {} : { remark }) }))

/** 读到30条，3条和系统里不同，2条没有写分。 */
export const filledWords = ({ items }: PaperSheet): string => {
  const different = items.filter(({ changes }) => changes).length
  const empty = items.filter(({ score, findings }) => score === null && findings.length === 0).length
  return `读到${items.length}条，${different === 0 ? '都和系统里一样' : `${different}条和系统里不同`}${empty === 0 ? '' : `，${empty}条没有写分，不动`}。`
}
