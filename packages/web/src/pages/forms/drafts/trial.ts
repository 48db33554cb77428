import { keyedParts, periodsInYear } from '@zicha/core'
import type { Criterion, FactValue, Facts, Form, FormPart } from '@zicha/core'
import type { DraftItem } from '../../../api/form-drafts.ts'

/** The year in which an example is reckoned; any year gives the same marks. */
export const trialYear = 2026

/** The row as a form of its own, so that the core scores it as it will score the whole. */
export const formOfRow = (item: DraftItem, section: string, criteria: readonly Criterion[]): Form => ({
  id: 'trial',
  title: section,
  titleLines: [section],
  edition: '',
  heading: '',
  unitLine: '',
  dateLine: '',
  columns: [],
  totalRow: '',
  signatureLine: '',
  total: item.points,
  sections: [{ no: 1, name: section, points: item.points, items: [item.no] }],
  items: [{ no: item.no, section: 1, points: item.points, duty: item.duty, clause: item.clause }],
  criteria,
})

/** An answer that shows the rule at work: one short of the count, one finding, the second level. */
const exampleOf = (part: FormPart): FactValue | undefined => {
  switch (part.kind) {
    case 'award':
    case 'all_or_nothing':
      return true
    case 'shortfall':
      return Math.max(0, part.required.count * periodsInYear[part.required.per] - 1)
    case 'per_occurrence':
      return 1
    case 'deduct_if':
    case 'zero_if':
    case 'veto':
      return false
    case 'tiers': {
      const label = (part.levels[1] ?? part.levels[0])?.label ?? ''
      return part.combine === 'sum' ? [label] : label
    }
    case 'grade_bands': {
      const band = part.bands[1] ?? part.bands[0]
      return band === undefined ? undefined : 'points' in band ? band.label : band.max
    }
    case 'bonus':
      return part.each === undefined ? true : 1
    case 'percentage':
      return part.points
    case 'discretionary':
      return part.deducts === true && part.max >= 0.5 ? Math.round(part.max * 1000 - 500) / 1000 : part.max
    case 'na_full':
      return undefined
  }
}

export const exampleFacts = (criteria: readonly Criterion[]): Facts =>
  Object.fromEntries(
    criteria.flatMap((criterion) =>
      keyedParts(criterion).flatMap(({ key, part }) => {
        const example = exampleOf(part)
        return example === undefined ? [] : [[key, example] as const]
      }),
    ),
  )
