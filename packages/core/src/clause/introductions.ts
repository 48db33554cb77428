import { readRate } from './rate.ts'
import type { Statement } from './statement.ts'

/** Words that name what is measured: by them steps can be introduced, but by another document they cannot. */
const measured = /率|比例|占比|数量|次数|人数|天数|名次|排名|位次|等次|等级|档次|差距|差值|完成情况/
const elsewhere = /文件|规定|办法|细则|标准|另行/

/** 按整改率计分，100%得20分，90%以上得15分: says only how the marks that follow are found, and has none of its own. */
export const introducesSteps = (statement: Statement, following: readonly Statement[]): boolean => {
  if (!/(?:计|得|评|记|赋|给|扣)分$/.test(statement.text)) return false
  const words = `${statement.lead}${statement.text}`
  if (!/(?:按|依|根据|以)/.test(words) || !measured.test(words) || elsewhere.test(words)) return false
  const rest = following.filter((one) => one.sentence === statement.sentence)
  const [next] = rest
  if (next === undefined || next.kind !== 'amounts') return false
  if (statement.sign === 'takes') return next.sign === 'takes' && /[每再]/.test(next.lead)
  return rest.filter((one) => (one.kind === 'amounts' || one.kind === 'range') && one.sign !== 'takes' && /\d|第[一二三四五]|前|后|优|良/.test(one.lead)).length > 1
}

/** 达到95%得满分，每低1个百分点扣0.5分: where the item's points are not known, the full marks are still those of the deduction behind them. */
export const opensDeduction = (statement: Statement, next: Statement | undefined): boolean =>
  next?.kind === 'amounts' && next.sign === 'takes' && next.sentence === statement.sentence && /^[，；\s]*(?:每|少|缺|低|否则)/.test(next.lead) && readRate(next.lead, next.per) !== undefined

/** 共10项，每项1分，全部达到要求的得满分: the sum of what was counted, said once more. */
export const sumsUp = (statement: Statement, before: Statement | undefined): boolean =>
  before?.kind === 'amounts' && before.sign !== 'takes' && before.sentence === statement.sentence && /全部|均/.test(statement.lead) && readRate(before.lead, before.per) !== undefined
