import { useState } from 'react'
import type { FormEvent } from 'react'
import type { DecisionBody, Objection } from '../../../../api/contract.ts'
import type { Place } from '../../../../api/names.ts'
import { useDecideObjection } from '../../../../api/objections.ts'
import { problemSentence } from '../../../../api/problem.ts'
import { ChoiceChips } from '../../../../ui/Chips.tsx'
import { outcomeNames } from './objection-words.ts'

type Outcome = DecisionBody['outcome']
const outcomes: readonly Outcome[] = ['upheld', 'partly', 'refused']

/** The bureau's decision in three actions: which, why, send. Agreed in whole, the school's own mark stands unless changed. */
export const DecideObjection = ({ place, objection }: { readonly place: Place; readonly objection: Objection }) => {
  const decide = useDecideObjection(place)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [score, setScore] = useState('')
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const id = objection.id
  const choose = (chosen: Outcome) => {
    setOutcome(chosen)
    setScore(chosen === 'upheld' ? String(objection.selfScore) : '')
    setFault(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (decide.isPending) return
    if (outcome === null) return setFault('还没有选怎么处理。成立、部分成立或维持，选一个。')
    if (reason.trim() === '') return setFault('还没有写理由。学校会看到，也印在决定上。')
    const mark = Number(score.trim())
    if (outcome !== 'refused' && (score.trim() === '' || !Number.isFinite(mark))) return setFault(`改成几分还没有填。请填0到${objection.max}之间的数。`)
    setFault(null)
    const body: DecisionBody = outcome === 'refused' ? { outcome, reason: reason.trim() } : { outcome, score: mark, reason: reason.trim() }
    decide.mutate({ id, body }, { onError: (problem) => setFault(problemSentence(problem)) })
  }
  return (
    <form className="decide" onSubmit={submit} noValidate>
      {fault === null ? null : (
        <p className="miss" role="alert">
          {fault}
        </p>
      )}
      <fieldset>
        <legend className="label">怎么处理</legend>
        <ChoiceChips
          name={`outcome-${id}`}
          even={false}
          choices={outcomes.map((value) => ({ value, label: outcomeNames[value] }))}
          value={outcome}
          onChoose={choose}
        />
      </fieldset>
      {outcome === 'upheld' || outcome === 'partly' ? (
        <p>
          <label className="label" htmlFor={`score-${id}`}>
            改为
          </label>
          <span className="with-unit">
            <input
              id={`score-${id}`}
              className="input"
              inputMode="decimal"
              autoComplete="off"
              value={score}
              onChange={(event) => setScore(event.target.value)}
            />
            分
          </span>
        </p>
      ) : null}
      <p>
        <label className="label" htmlFor={`reason-${id}`}>
          理由
        </label>
        <textarea id={`reason-${id}`} className="input" rows={2} maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      </p>
      <button type="submit" className="button primary">
        {decide.isPending ? '正在保存' : '作出决定'}
      </button>
      <p className="note below">决定只作一次。改分会另外封存一份，原来签字的那份留着。</p>
    </form>
  )
}
