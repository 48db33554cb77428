import { isInapplicable, keyedParts, questions, scoreForm, toDecimal } from '@zicha/core'
import type { Criterion, FactValue, Facts, FormPart, Question } from '@zicha/core'
import { useState } from 'react'
import type { DraftItem } from '../../../api/form-drafts.ts'
import type { GivenFacts } from '../../../rule/answer-input.ts'
import { exampleFacts, formOfRow, trialYear } from './trial.ts'

export type TriedQuestion = {
  readonly question: Question
  readonly part: FormPart
  readonly value: FactValue | undefined
  readonly inapplicable: boolean
  readonly onTry: (facts: GivenFacts) => void
}

export type TriedCriterion = { readonly id: string; readonly asked: readonly TriedQuestion[]; readonly because: string }

/** 试算: the row as the core scores it with answers that can be changed. `faulty` criteria wait for their numbers. */
export const useTrial = (item: DraftItem, section: string, criteria: readonly Criterion[], faulty: ReadonlySet<string>) => {
  const [tried, setTried] = useState<Facts>({})
  const sound = criteria.filter(({ id }) => !faulty.has(id))
  const form = formOfRow(item, section, sound)
  const asked = questions(form, {})
  const keys = new Set(asked.flatMap(({ key, criterion }) => [key, criterion]))
  const parts = new Map(sound.flatMap((criterion) => keyedParts(criterion).map(({ key, part }) => [key, part] as const)))
  // What was tried for a rule that is of another kind by now is no answer to it.
  const usable = Object.fromEntries(Object.entries(tried).filter(([key]) => keys.has(key)))
  const facts: Facts = { ...exampleFacts(sound), ...usable }
  const score = scoreForm(form, { year: trialYear, unit: {}, facts })
  const attempt = (criterion: string) => (given: GivenFacts) => {
    const { [criterion]: before, ...rest } = tried
    setTried({ ...(isInapplicable(before) ? rest : tried), ...given })
  }
  const whole = score.items[0]
  return {
    criteria: score.criteria.map(
      ({ id, because }): TriedCriterion => ({
        id,
        because,
        asked: asked.flatMap((question) => {
          const part = parts.get(question.key)
          return part === undefined || question.criterion !== id
            ? []
            : [{ question, part, value: facts[question.key], inapplicable: isInapplicable(facts[id]), onTry: attempt(id) }]
        }),
      }),
    ),
    mark: whole === undefined || faulty.size > 0 ? undefined : { score: toDecimal(whole.score), max: toDecimal(whole.max) },
  }
}
