const self = /自查|自评/
const marked = /检查得分|检查分|考核得分|考核分|考评得分|考评分|复核|核定|实得分|实际得分|得分|评分$/
const remark = /备注|说明/

/**
 * The columns of a form that is laid out anew: the uploaded table's own, and those that a self-check and an inspection
 * write in where the table has none.
 */
export const printedColumns = (columns: readonly string[]): readonly string[] => [
  ...columns,
  ...(columns.some((head) => self.test(head)) ? [] : ['自查得分']),
  ...(columns.some((head) => marked.test(head) && !self.test(head)) ? [] : ['检查得分']),
  ...(columns.some((head) => remark.test(head)) ? [] : ['备注']),
]
