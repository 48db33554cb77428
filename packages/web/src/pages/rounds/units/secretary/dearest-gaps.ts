import type { PlanAnswer } from '../../../../api/contract.ts'
import { addressOf, lateAddressOf, lineWords } from '../plan-addresses.ts'
import type { PlanLine } from '../plan-addresses.ts'

/** Something that costs points and can still be seen to: by a record, a paper, or an answer. */
export type Gap = {
  readonly kind: 'missing' | 'due' | 'evidence' | 'unanswered'
  readonly what: string
  /** Absent for the open questions, which belong to many items. */
  readonly item: number | null
  readonly loses: number
  /** Last day on which it still counts, where there is one. */
  readonly by: string | null
  readonly to: string
}

/** What can still be repaired or done, the dearest first; among equals what is due earlier. */
export const gapsOf = (plan: PlanAnswer, here: string): readonly Gap[] => {
  const open: readonly Gap[] =
    plan.unanswered.criteria === 0
      ? []
      : [
          {
            kind: 'unanswered',
            what: `${plan.unanswered.criteria}题还没有核对`,
            item: null,
            loses: plan.unanswered.points,
            by: null,
            to: `${here}/quick-check`,
          },
        ]
  return [
    ...open,
    ...plan.missing.filter(({ kinds, loses }) => kinds.length > 0 && loses > 0).map((line) => missingGap(line, here)),
    ...plan.due.filter(({ loses }) => loses > 0).map((line) => dueGap(line, here, plan.today)),
    ...plan.lackingEvidence.map(
      (line): Gap => ({
        kind: 'evidence',
        what: line.what,
        item: line.item,
        loses: line.points,
        by: null,
        to: line.entry === null ? `${here}/sheet?item=${line.item}` : `${here}/entries/${line.entry}`,
      }),
    ),
  ].toSorted((a, b) => b.loses - a.loses || (a.by ?? '9').localeCompare(b.by ?? '9') || (a.item ?? 0) - (b.item ?? 0))
}

const missingGap = (line: PlanLine, here: string): Gap => ({
  kind: 'missing',
  what: lineWords(line),
  item: line.item,
  loses: line.loses,
  by: line.by,
  to: lateAddressOf(here, line),
})

const dueGap = (line: PlanLine, here: string, today: string): Gap => ({
  kind: 'due',
  what: lineWords(line),
  item: line.item,
  loses: line.loses,
  by: line.by,
  to: addressOf(here, line, today),
})
