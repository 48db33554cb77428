import { add, formatPoints, keyedParts, subtract, sum, toPoints, zero } from '@zicha/core'
import type { Criterion, Form, FormItem, FormPart, Points } from '@zicha/core'
import type { LedgerEntry, PlanAnswer, ScoreAnswer } from '../../../../api/contract.ts'
import type { CheckQuestion } from '../quick-check/check-questions.ts'
import type { PlanLine } from '../plan-addresses.ts'

export type CriterionMark = ScoreAnswer['criteria'][number]

/** One criterion of an item as the sheet shows it. */
export type SheetCriterion = {
  readonly criterion: Criterion
  readonly mark: CriterionMark
  readonly asked: readonly CheckQuestion[]
  /** Counts that records feed, with the months or periods in which one is missing. */
  readonly counted: readonly FormPart[]
  readonly gaps: readonly PlanLine[]
  readonly lacking: readonly PlanAnswer['lackingEvidence'][number][]
}

/** One of the thirty rows. */
export type SheetRow = {
  readonly item: FormItem
  readonly score: number
  /** Points that are lost for certain; what nobody answered is not lost. */
  readonly lost: Points
  readonly unanswered: number
  readonly unansweredPoints: Points
  readonly lacking: number
  readonly entries: readonly LedgerEntry[]
  readonly criteria: readonly SheetCriterion[]
}

export type SheetInput = {
  readonly form: Form
  readonly score: ScoreAnswer
  readonly plan: PlanAnswer
  readonly entries: readonly LedgerEntry[]
  readonly asked: readonly CheckQuestion[]
}

export const sheetRows = ({ form, score, plan, entries, asked }: SheetInput): readonly SheetRow[] =>
  form.items.map((item) => {
    const criteria = form.criteria.flatMap((criterion): readonly SheetCriterion[] => {
      const mark = score.criteria.find((one) => one.id === criterion.id)
      if (criterion.item !== item.no || mark === undefined) return []
      return [
        {
          criterion,
          mark,
          asked: asked.filter((one) => one.criterion.id === criterion.id),
          counted: keyedParts(criterion).map(({ part }) => part).filter((part) => part.fedBy.length > 0),
          gaps: plan.missing.filter((line) => line.criterion === criterion.id),
          lacking: plan.lackingEvidence.filter((line) => line.criterion === criterion.id),
        },
      ]
    })
    const ids = new Set(criteria.flatMap((one) => one.mark.entries))
    const open = criteria.filter((one) => one.mark.status === 'unanswered')
    return {
      item,
      score: score.items.find((one) => one.no === item.no)?.score ?? 0,
      lost: sum(criteria.map((one) => lostOf(one.mark))),
      unanswered: open.length,
      unansweredPoints: sum(open.map((one) => toPoints(one.mark.max))),
      lacking: criteria.reduce((count, one) => count + one.lacking.length, 0),
      entries: entries.filter((entry) => ids.has(entry.id)),
      criteria,
    }
  })

const lostOf = (mark: CriterionMark): Points =>
  mark.status === 'unanswered' ? zero : subtract(toPoints(mark.max), toPoints(mark.score))

export type Show = 'all' | 'lost' | 'unanswered' | 'lacking'

export const isShown = (row: SheetRow, show: Show, word: string): boolean => {
  const shown =
    show === 'all' ||
    (show === 'lost' && row.lost > 0) ||
    (show === 'unanswered' && row.unanswered > 0) ||
    (show === 'lacking' && row.lacking > 0)
  return shown && (word === '' || holdsWord(row, word))
}

const holdsWord = ({ item, criteria }: SheetRow, word: string): boolean =>
  String(item.no) === word.replace(/[第条]/gu, '') ||
  item.duty.includes(word) ||
  item.clause.includes(word) ||
  criteria.some(({ criterion }) => criterion.title.includes(word))

/** 已失2.5分。还有2处没答，共8分没有算进去。 */
export const standingWords = (rows: readonly SheetRow[]): { readonly lost: Points; readonly open: string } => {
  const lost = rows.reduce<Points>((all, row) => add(all, row.lost), zero)
  const unanswered = rows.reduce((all, row) => all + row.unanswered, 0)
  const points = rows.reduce<Points>((all, row) => add(all, row.unansweredPoints), zero)
  return {
    lost,
    open: unanswered === 0 ? '每一处都答了。' : `还有${unanswered}处没答，共${formatPoints(points)}分没有算进去。`,
  }
}
