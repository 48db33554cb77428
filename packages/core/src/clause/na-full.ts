import { tidyCondition } from './condition.ts'
import { type Draft, spansOf } from './draft.ts'
import type { Statement } from './statement.ts'

const absent = /(?:没有|无|未|不涉及|不存在|不承担|不需|尚未|不具备|非|除外)/

/** 无积水的得满分，有积水的每处扣1分: what takes marks where it is found is a fault, and its absence a merit. */
const isFault = (condition: string, behind: string): boolean => {
  const thing = /^(?:没有|无)([\u4e00-\u9fa5]{2,12})$/.exec(condition)?.[1]
  return thing !== undefined && new RegExp(`(?:有|每|发现|发生|出现)[^，。；]{0,12}${thing.slice(-2)}[^。；]*扣`).test(behind)
}

/** 无此项任务视同得分, 不涉及的得满分: what does not apply has full marks. */
export const recogniseNaFull = (statement: Statement, plain: string): Draft | undefined => {
  const condition = tidyCondition(statement.lead)
  const isStated = statement.kind === 'full' || (statement.kind === 'exempt' && !/加/.test(statement.text) && /此项|该项|本项|任务|业务|涉及|此处/.test(`${condition}${statement.lead}`))
  if (!isStated || !absent.test(condition) || isFault(condition, plain.slice(statement.end))) return undefined
  if (/未(?:发生|发现|出现|受)|无(?:投诉|事故|违|差错|不良|遗漏|缺)|没有(?:发生|出现|发现)/.test(condition)) return undefined
  return {
    rule: { kind: 'na_full', condition },
    sign: 'gives',
    spans: spansOf(statement),
    assumed: [],
    statement,
    words: statement.lead,
    nth: 0,
  }
}
