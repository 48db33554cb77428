import { sum, toDecimal, toPoints } from '@zicha/core'
import type { PlanAnswer } from '../../../../api/contract.ts'
import { addressOf, gapPeriods, groupGaps, lackingAddress, lateAddressOf, lineWords } from '../plan-addresses.ts'
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
  /** The same for gaps of one kind in one criterion, so that many of them are told in one line. */
  readonly of: string
  readonly name: string
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
            of: 'unanswered',
            name: '没有核对的题',
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
        of: `${line.criterion} ${line.entry ?? ''} ${line.what}`,
        name: line.what,
        to: lackingAddress(here, line),
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
  of: `missing ${line.criterion} ${line.what}`,
  name: line.what,
})

const dueGap = (line: PlanLine, here: string, today: string): Gap => ({
  kind: 'due',
  what: lineWords(line),
  item: line.item,
  loses: line.loses,
  by: line.by,
  to: addressOf(here, line, today),
  of: `due ${line.criterion} ${line.what}`,
  name: line.what,
})

export type GapRun = { readonly gap: Gap; readonly count: number; readonly loses: number }

/** Gaps of one kind in one criterion as one line each, in the order of their first: 52 weeks would be no list to read. */
export const gatherGaps = (gaps: readonly Gap[]): readonly GapRun[] => {
  const runs = new Map<string, Gap[]>()
  for (const gap of gaps) runs.set(gap.of, [...(runs.get(gap.of) ?? []), gap])
  return [...runs.values()].flatMap((run) => {
    const [gap] = run
    return gap === undefined ? [] : [{ gap, count: run.length, loses: toDecimal(sum(run.map(({ loses }) => toPoints(loses)))) }]
  })
}

/** What several gaps of one kind are called: those missing by all their times, also those that cost nothing more, as the clerk reads them. */
export const runWords = ({ gap, count }: GapRun, plan: PlanAnswer): { readonly title: string; readonly periods: string } => {
  const group = groupGaps(plan.missing).find(({ lines: [line] }) => gap.of === `missing ${line.criterion} ${line.what}`)
  if (count === 1) return { title: gap.what, periods: '' }
  return group === undefined ? { title: `${gap.name}，${count}次`, periods: '' } : { title: gap.name, periods: gapPeriods(group) }
}
