import { isInapplicable, keyedParts, questions, scoreForm, toDecimal } from '@zicha/core'
import type { Criterion, Facts } from '@zicha/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { DraftItem } from '../../../api/form-drafts.ts'
import { trialInputs } from '../../../rule/trial-input.tsx'
import type { GivenFacts } from '../../../rule/answer-input.ts'
import { Because, Mark } from '../../../ui/Mark.tsx'
import { exampleFacts, formOfRow, trialYear } from './trial.ts'

/** 试算: answers to be changed, and at once the mark and the sentence that a school will read. */
export const Trial = (props: { readonly item: DraftItem; readonly section: string; readonly criteria: readonly Criterion[]; readonly ready: boolean }) => {
  const { item, criteria } = props
  const [tried, setTried] = useState<Facts>({})
  if (!props.ready) {
    return (
      <TrialSection>
        <p className="say grey">数填好了就算。</p>
      </TrialSection>
    )
  }
  const form = formOfRow(item, props.section, criteria)
  const asked = questions(form, {})
  const keys = new Set(asked.flatMap(({ key, criterion }) => [key, criterion]))
  const parts = new Map(criteria.flatMap((criterion) => keyedParts(criterion).map(({ key, part }) => [key, part] as const)))
  // What was tried before for a rule that is another by now is no answer to it.
  const usable = Object.fromEntries(Object.entries(tried).filter(([key]) => keys.has(key)))
  const facts: Facts = { ...exampleFacts(criteria), ...usable }
  const score = scoreForm(form, { year: trialYear, unit: {}, facts })
  const scored = score.items[0]
  const attempt = (criterion: string, given: GivenFacts) => {
    const { [criterion]: before, ...rest } = tried
    setTried(isInapplicable(before) ? { ...rest, ...given } : { ...tried, ...given })
  }
  return (
    <TrialSection>
      <ul className="trial">
        {asked.map((question) => {
          const part = parts.get(question.key)
          if (part === undefined) return null
          const Input = trialInputs[question.asks]
          return (
            <li key={`${question.key} ${part.kind}`}>
              <span>{question.question}</span>
              <Input
                question={question}
                part={part}
                value={facts[question.key]}
                inapplicable={isInapplicable(facts[question.criterion])}
                onTry={(given) => attempt(question.criterion, given)}
              />
            </li>
          )
        })}
      </ul>
      <div className="trial-result" role="status">
        {scored === undefined ? null : <Mark score={toDecimal(scored.score)} max={toDecimal(scored.max)} />}
        <div>
          {score.criteria.map(({ id, because }) => (
            <p key={id}>
              {criteria.length > 1 ? <span className="grey">{criteria.find((one) => one.id === id)?.title}：</span> : null}
              <Because text={because} />
            </p>
          ))}
        </div>
      </div>
    </TrialSection>
  )
}

const TrialSection = ({ children }: { readonly children: ReactNode }) => (
  <section className="section" aria-labelledby="trial-head">
    <header>
      <h2 id="trial-head">试算</h2>
      <span className="note">改数就重算</span>
    </header>
    {children}
  </section>
)
