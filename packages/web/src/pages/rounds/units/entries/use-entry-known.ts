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
  const data: EntryKnown | undefined =
    assessment.data !== undefined && form.data !== undefined && kinds.data !== undefined && entries.data !== undefined && plan.data !== undefined
      ? {
          place,
          assessment: assessment.data,
          form: form.data,
          kinds: kindsOfForm(form.data, kinds.data.items),
          past: withLocalEntries(entries.data, local),
          likely: [...new Set([...plan.data.due, ...plan.data.missing, ...plan.data.upcoming].flatMap((line) => line.kinds.slice(0, 1)))],
        }
      : undefined
  return {
    data,
    error: all.find((one) => one.error !== null)?.error ?? null,
    refetch: () => Promise.all(all.map((one) => one.refetch())),
  }
}
