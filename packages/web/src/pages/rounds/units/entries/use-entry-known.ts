import { useMemo } from 'react'
import { useAssessment } from '../../../../api/assessment.ts'
import { useEntries } from '../../../../api/entries.ts'
import { useEntryKinds } from '../../../../api/entry-kinds.ts'
import { useForm } from '../../../../api/form.ts'
import type { Place } from '../../../../api/names.ts'
import { useLocalEntries } from '../../../../outbox/use-outbox.ts'
import { useReckonedPlan } from '../reckoned/use-reckoned.ts'
import type { EntryKnown } from './EntryForm.tsx'
import { kindsOfForm } from './kinds-of-form.ts'
import { withLocalEntries } from './local-entries.ts'

/** The answers that the record form starts from, as one. */
export const useEntryKnown = (place: Place) => {
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const kinds = useEntryKinds()
  const entries = useEntries(place)
  const plan = useReckonedPlan(place)
  const local = useLocalEntries(place)
  const all = [assessment, form, kinds, entries, plan] as const
  const { round, unit } = place
  const [ownAssessment, ownForm, allKinds, recorded, reckoned] = [assessment.data, form.data, kinds.data, entries.data, plan.data]
  // The same as long as its parts are: with each tap this is asked again, and the form need not draw all anew.
  const data = useMemo(
    (): EntryKnown | undefined =>
      ownAssessment === undefined || ownForm === undefined || allKinds === undefined || recorded === undefined || reckoned === undefined
        ? undefined
        : {
            place: { round, unit },
            assessment: ownAssessment,
            form: ownForm,
            kinds: kindsOfForm(ownForm, allKinds.items),
            past: withLocalEntries(recorded, local),
            likely: [...new Set([...reckoned.due, ...reckoned.missing, ...reckoned.upcoming].flatMap((line) => line.kinds.slice(0, 1)))],
          },
    [round, unit, ownAssessment, ownForm, allKinds, recorded, reckoned, local],
  )
  return {
    data,
    error: all.find((one) => one.error !== null)?.error ?? null,
    refetch: () => Promise.all(all.map((one) => one.refetch())),
  }
}
