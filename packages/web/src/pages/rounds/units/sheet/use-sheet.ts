import { useEntries } from '../../../../api/entries.ts'
import type { Place } from '../../../../api/names.ts'
import { usePlan } from '../../../../api/plan.ts'
import { useScore } from '../../../../api/score.ts'
import { useCheck } from '../quick-check/use-check.ts'
import { sheetRows } from './sheet-rows.ts'

/** Everything that the sheet shows, as one answer. */
export const useSheet = (place: Place) => {
  const check = useCheck(place)
  const score = useScore(place)
  const plan = usePlan(place)
  const entries = useEntries(place)
  const data =
    check.data !== undefined && score.data !== undefined && plan.data !== undefined && entries.data !== undefined
      ? {
          ...check.data,
          score: score.data,
          today: plan.data.today,
          lostToDate: plan.data.lost,
          rows: sheetRows({
            form: check.data.form,
            score: score.data,
            plan: plan.data,
            entries: entries.data,
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
