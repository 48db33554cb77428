import { useState } from 'react'
import { useAnswerFacts } from '../../../../api/answer-facts.ts'
import { useFacts } from '../../../../api/facts.ts'
import type { Place } from '../../../../api/names.ts'
import { RequestProblem } from '../../../../api/problem.ts'
import { keepAct } from '../../../../outbox/keep-act.ts'
import { useLocalAnswers } from '../../../../outbox/use-outbox.ts'
import type { GivenFacts } from '../../../../rule/answer-input.ts'
import { answerWords } from './check-questions.ts'
import type { CheckQuestion } from './check-questions.ts'

/**
 * Gives an answer: onto this device first, from where it goes by itself; where the browser keeps nothing, directly. The
 * next question need not wait for a slow line, and a colleague's answer is never written over unseen. True once it is
 * kept somewhere.
 */
export const useKeepAnswer = (place: Place) => {
  const direct = useAnswerFacts(place)
  const server = useFacts(place).data?.facts
  const waiting = useLocalAnswers(place).answers
  const [problem, setProblem] = useState<RequestProblem | null>(null)
  const [pending, setPending] = useState(false)
  const keep = (one: CheckQuestion, facts: GivenFacts) =>
    keepAct(place, {
      kind: 'answer',
      key: one.question.key,
      facts,
      before: Object.fromEntries([one.criterion.id, one.question.key].map((key) => [key, server?.[key] ?? null])),
      question: `第${one.item.no}条，${one.question.question}`,
      words: answerWords(answered(one, facts)),
      choices: one.question.choices.map(({ label, facts: offered }) => ({ label, facts: offered })),
    })
  const give = async (one: CheckQuestion, given: GivenFacts): Promise<boolean> => {
    const facts = factsToSet(one, given)
    // What stands there already, and is not about to be changed from here, needs no call.
    const isThere = Object.entries(facts).every(([key, value]) => JSON.stringify(server?.[key] ?? null) === JSON.stringify(value))
    if (isThere && !waiting.some((act) => act.key === one.question.key)) return true
    setPending(true)
    setProblem(null)
    try {
      await keep(one, facts).catch(() => direct.mutateAsync(facts))
      return true
    } catch (error) {
      setProblem(error instanceof RequestProblem ? error : new RequestProblem({ kind: 'offline' }))
      return false
    } finally {
      setPending(false)
    }
  }
  return { give, problem, pending }
}

const factsToSet = (one: CheckQuestion, given: GivenFacts): GivenFacts => {
  // An answer to a criterion that was said not to apply makes it apply again.
  const whole = one.inapplicable && !(one.criterion.id in given) ? { [one.criterion.id]: null, ...given } : given
  // Of levels null says that none was reached, and the server keeps that as false.
  return one.question.asks === 'levels' && whole[one.question.key] === null ? { ...whole, [one.question.key]: false } : whole
}

const isInapplicable = (value: GivenFacts[string] | undefined): boolean => typeof value === 'object' && value !== null && 'applicable' in value && !value.applicable

/** The question as it stands with these facts, whether they have arrived or not. */
export const answered = (one: CheckQuestion, facts: GivenFacts): CheckQuestion => {
  const inapplicable = one.criterion.id in facts ? isInapplicable(facts[one.criterion.id]) : one.inapplicable
  const value = one.question.key in facts && !isInapplicable(facts[one.question.key]) ? facts[one.question.key] : one.value
  return { ...one, inapplicable, value, answered: inapplicable || value !== undefined, kept: true }
}
