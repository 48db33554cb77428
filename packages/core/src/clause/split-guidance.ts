import { findStatements } from './statement.ts'
import { toPlainText } from './plain-text.ts'

/** Words of someone speaking to colleagues, which no official clause has. */
const spoken = /我(?:们)?(?:着重|多说|简要|再|要|想|强调|收到)|大家|拜托|多说两句|比如[：:，]?|举[^，。]{0,8}例子|可以参照|可参照|着重提醒|会上另讲|请各(?:学校|单位|村|科室)|人家来检查/

export const soundsSpoken = (text: string): boolean => spoken.test(text)

export type SplitClause = { readonly clause: string; readonly guidance: string }

/**
 * Parts an official clause from advice that was written into the same cell: what follows the last sentence that speaks of marks,
 * and brackets behind a mark that speak of none. What papers to show stays with the clause, as long as nobody is being talked to.
 */
export const splitGuidance = (text: string): SplitClause => {
  if (text.length > 20_000) return { clause: text, guidance: '' }
  const plain = toPlainText(text)
  const { statements, boundaries } = findStatements(plain)
  const last = statements.at(-1)
  if (last === undefined) return { clause: text, guidance: '' }
  const end = sentenceEnd(boundaries.sentence, last.end, plain)
  const cuts = boundaries.brackets
    .filter((bracket) => bracket.open < end)
    .filter((bracket) => !statements.some((one) => one.start > bracket.open && one.start < bracket.close))
    .filter((bracket) => /(?:分|为止)\s*$/.test(plain.slice(0, bracket.open)) && !/除外|以[上下]|含/.test(plain.slice(bracket.open, bracket.close)))
  const guidance: string[] = []
  let clause = ''
  let from = 0
  for (const cut of cuts) {
    clause += text.slice(from, cut.open)
    guidance.push(text.slice(cut.open + 1, cut.close))
    from = cut.close + 1
  }
  clause += text.slice(from, end)
  const tail = text.slice(end)
  if (namesPapers(tail)) clause += tail
  else if (tail.trim() !== '') guidance.push(unwrap(tail.trim()))
  return { clause: clause.replace(/\s+(?=[。；，])/g, '').trim(), guidance: guidance.join('\n') }
}

const sentenceEnd = (sentence: Uint16Array, index: number, plain: string): number => {
  const number = sentence[Math.max(0, index - 1)]
  let end = index
  while (end < plain.length && sentence[end] === number) end++
  return end
}

const namesPapers = (tail: string): boolean =>
  /提供|查阅|查看|佐证|附/.test(tail) && !/可以|大家|必须|比如|例如|参照|我|请/.test(tail) && !soundsSpoken(tail)

const unwrap = (text: string): string => (/^（[^（）]*）$/.test(text) ? text.slice(1, -1) : text)
