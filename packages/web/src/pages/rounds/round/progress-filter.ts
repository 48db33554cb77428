import { countByStage, standingOf } from '@zicha/core'
import type { Standing } from '@zicha/core'
import type { ProgressAnswer } from '../../../api/contract.ts'

export type ProgressRow = ProgressAnswer['items'][number]

export type Concern = 'not_submitted' | 'lacking_evidence' | 'inspectors_differ'

export type ProgressFilter = {
  readonly standing: Standing | null
  readonly concerns: readonly Concern[]
  readonly sought: string
}

export const noFilter: ProgressFilter = { standing: null, concerns: [], sought: '' }

/** In the order in which a unit passes them; only those in which somebody stands. */
export const standingsOf = (rows: readonly ProgressRow[]): readonly { readonly standing: Standing; readonly count: number }[] => {
  const counts = countByStage(rows)
  return order.map((standing) => ({ standing, count: counts[standing] })).filter(({ count }) => count > 0)
}

const order: readonly Standing[] = [
  'notStarted',
  'draft',
  'returned',
  'submitted',
  'inspecting',
  'inspected',
  'signed',
  'frozen',
]

export const isNotSubmitted = (row: ProgressRow): boolean => row.stage === 'draft' || row.stage === 'returned'

const bears: { readonly [C in Concern]: (row: ProgressRow) => boolean } = {
  not_submitted: isNotSubmitted,
  lacking_evidence: (row) => row.attention.some((word) => word.includes('缺材料')),
  inspectors_differ: (row) => row.attention.some((word) => word.includes('两人分差')),
}

export const concernNames: { readonly [C in Concern]: string } = {
  not_submitted: '未提交',
  lacking_evidence: '缺材料',
  inspectors_differ: '两人分差',
}

/** All concerns chosen must hold. The order of the rows is the order of unit codes and stays: nobody is ranked. */
export const filterProgress = (rows: readonly ProgressRow[], filter: ProgressFilter): readonly ProgressRow[] => {
  const sought = filter.sought.trim().toLowerCase()
  return rows.filter(
    (row) =>
      (filter.standing === null || standingOf(row) === filter.standing) &&
      filter.concerns.every((concern) => bears[concern](row)) &&
      (sought === '' || row.name.toLowerCase().includes(sought) || row.unit.toLowerCase().includes(sought)),
  )
}

/** The rows that a reminder goes to: the chosen ones, or all that are shown; in each case only who has not submitted. */
export const remindedOf = (shown: readonly ProgressRow[], chosen: ReadonlySet<string>): readonly ProgressRow[] =>
  shown.filter((row) => isNotSubmitted(row) && (chosen.size === 0 || chosen.has(row.unit)))
