import { useAssessment } from '../../../../api/assessment.ts'
import { useFacts } from '../../../../api/facts.ts'
import { useForm } from '../../../../api/form.ts'
import type { Place } from '../../../../api/names.ts'
import { unitProfileOf } from '../unit-profile.ts'
import { useLocalAnswers } from '../../../../outbox/use-outbox.ts'
import { checkQuestions } from './check-questions.ts'
import { answered } from './keep-answer.ts'

/** The questions of this unit with their answers so far, those that wait on this device among them; `watched`: what others answer appears by itself. */
export const useCheck = (place: Place, watched = false) => {
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const facts = useFacts(place, watched)
  const local = useLocalAnswers(place).answers
  const data =
    assessment.data !== undefined && form.data !== undefined && facts.data !== undefined
      ? {
          assessment: assessment.data,
          form: form.data,
          given: facts.data.answered,
          asked: checkQuestions(form.data, unitProfileOf(assessment.data), facts.data.facts).map((one) => {
            const last = local.findLast((act) => act.key === one.question.key)
            return last === undefined ? one : answered(one, last.facts)
          }),
        }
      : undefined
  return {
    data,
    error: assessment.error ?? form.error ?? facts.error,
    refetch: () => Promise.all([assessment.refetch(), form.refetch(), facts.refetch()]),
  }
}
