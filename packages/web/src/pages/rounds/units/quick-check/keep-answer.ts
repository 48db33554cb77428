import { useState } from 'react'
import { useAnswerFacts } from '../../../../api/answer-facts.ts'
import type { Place } from '../../../../api/names.ts'
import { RequestProblem } from '../../../../api/problem.ts'
import { keepAct } from '../../../../outbox/outbox.ts'
import { useLocalAnswers } from '../../../../outbox/use-outbox.ts'
import type { GivenFacts } from '../../../../rule/answer-input.ts'
import { answerWords } from './check-questions.ts'
import type { CheckQuestion } from './check-questions.ts'

/**
 * Gives an answer: to the server where there is a line, else onto this device, from where it goes by itself. An answer
 * behind one that still waits goes the same way, so that the last one counts. True once it is kept somewhere.
 */
export const useKeepAnswer = (place: Place) => {
  const direct = useAnswerFacts(place)
  const waiting = useLocalAnswers(place).answers
  const [problem, setProblem] = useState<RequestProblem | null>(null)
  const [pending, setPending] = useState(false)
  const keep = (one: CheckQuestion, facts: GivenFacts) =>
    keepAct(place, {
      kind: 'answer',
      key: one.question.key,
      facts,
      before: Object.fromEntries(Object.keys(facts).map((key) => [key, key === one.question.key ? (one.value ?? null) : one.inapplicable ? { applicable: false } : null])),
      question: `第${one.item.no}条，${one.question.question}`,
      words: answerWords(answered(one, facts)),
      choices: one.question.choices.map(({ label, facts: offered }) => ({ label, facts: offered })),
    })
  const give = async (one: CheckQuestion, given: GivenFacts): Promise<boolean> => {
    // An answer to a criterion that was said not to apply makes it apply again.
    const facts = one.inapplicable && !(one.criterion.id in given) ? { [one.criterion.id]: null, ...given } : given
    setPending(true)
    setProblem(null)
    try {
      if (!navigator.onLine || waiting.some((act) => act.key === one.question.key)) {
        await keep(one, facts)
        return true
      }
      try {
        await direct.mutateAsync(facts)
        return true
      } catch (error) {
        if (!(error instanceof RequestProblem) || (error.kind !== 'offline' && error.kind !== 'signed_out')) throw error
        await keep(one, facts)
        return true
      }
    } catch (error) {
      setProblem(error instanceof RequestProblem ? error : new RequestProblem({ kind: 'offline' }))
      return false
    } finally {
      setPending(false)
    }
  }
  return { give, problem, pending }
}

const isInapplicable = (value: GivenFacts[string] | undefined): boolean => typeof value === 'object' && value !== null && 'applicable' in value && !value.applicable

/** The question as it stands with these facts, whether they have arrived or not. */
export const answered = (one: CheckQuestion, facts: GivenFacts): CheckQuestion => {
  const inapplicable = one.criterion.id in facts ? isInapplicable(facts[one.criterion.id]) : one.inapplicable
  const value = one.question.key in facts && !isInapplicable(facts[one.question.key]) ? facts[one.question.key] : one.value
  return { ...one, inapplicable, value, answered: inapplicable || value !== undefined, kept: true }
}
