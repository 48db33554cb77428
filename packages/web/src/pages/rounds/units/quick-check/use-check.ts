import { useAssessment } from '../../../../api/assessment.ts'
import { useFacts } from '../../../../api/facts.ts'
import { useForm } from '../../../../api/form.ts'
import type { Place } from '../../../../api/names.ts'
import { unitProfileOf } from '../unit-profile.ts'
import { checkQuestions } from './check-questions.ts'

/** The questions of this unit with their answers so far. */
export const useCheck = (place: Place) => {
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const facts = useFacts(place)
  const data =
    assessment.data !== undefined && form.data !== undefined && facts.data !== undefined
      ? {
          assessment: assessment.data,
          form: form.data,
          asked: checkQuestions(form.data, unitProfileOf(assessment.data), facts.data.facts),
        }
      : undefined
  return {
    data,
    error: assessment.error ?? form.error ?? facts.error,
    refetch: () => Promise.all([assessment.refetch(), form.refetch(), facts.refetch()]),
  }
}
