const self = /自查|自评/
const marked = /检查得分|检查分|考核得分|考核分|考评得分|考评分|复核|核定|实得分|实际得分|得分|评分$/
const remark = /备注|说明/

/**
 * The columns of a form that is laid out anew: the uploaded table's own, and those that a self-check and an inspection
 * write in where the table has none.
 */
export const printedColumns = (columns: readonly string[]): readonly string[] => {
  const at = columns.findIndex((head) => marked.test(head) && !self.test(head))
  const [before, after] = at === -1 ? [columns, ['检查得分']] : [columns.slice(0, at), columns.slice(at)]
  const whole = columns.some((head) => self.test(head)) ? [...before, ...after] : [...before, '自查得分', ...after]
  return whole.some((head) => remark.test(head)) ? whole : [...whole, '备注']
}
