import { useEntries } from '../../../../api/entries.ts'
import type { Place } from '../../../../api/names.ts'
import { useLocalEntries } from '../../../../outbox/use-outbox.ts'
import { withLocalEntries } from '../entries/local-entries.ts'
import { useCheck } from '../quick-check/use-check.ts'
import { useReckonedPlan, useReckonedScore } from '../reckoned/use-reckoned.ts'
import { sheetRows } from './sheet-rows.ts'

/** Everything that the sheet shows, as one answer. */
export const useSheet = (place: Place) => {
  const check = useCheck(place)
  const score = useReckonedScore(place)
  const plan = useReckonedPlan(place)
  const entries = useEntries(place)
  const local = useLocalEntries(place)
  const data =
    check.data !== undefined && score.data !== undefined && plan.data !== undefined && entries.data !== undefined
      ? {
          ...check.data,
          score: score.data,
          kept: score.kept,
          entries: entries.data,
          today: plan.data.today,
          lostToDate: plan.data.lost,
          rows: sheetRows({
            form: check.data.form,
            score: score.data,
            plan: plan.data,
            entries: withLocalEntries(entries.data, local),
            asked: check.data.asked,
          }),
        }
      : undefined
  return {
    data,
    error: check.error ?? score.error ?? plan.error ?? entries.error,
    refetch: () => Promise.all([check.refetch(), score.refetch(), plan.refetch(), entries.refetch()]),
  }
}
