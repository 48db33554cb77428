import { namedFindings } from '@zicha/core'
import type { NamedFinding } from '@zicha/core'
import { useState } from 'react'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Stepper } from '../../../../ui/Stepper.tsx'
import { groupFindings, takesByFinding } from './mark-draft.ts'
import type { MarkAbout, MarkDraft, MarkFault } from './mark-draft.ts'

/** 与自查不同: findings as the clause names them, with what it takes for each; or a mark of one's own with one reason. */
export const Differing = (props: {
  readonly about: MarkAbout
  readonly max: number
  readonly draft: MarkDraft
  readonly fault: MarkFault | null
  readonly onDraft: (draft: MarkDraft) => void
}) => {
  const { about, draft, fault, onDraft } = props
  const { named, others } = groupFindings(namedFindings(about.form, about.no, about.sheet.unit))
  const takes = takesByFinding({ ...about, draft })
  const [writing, setWriting] = useState(draft.score !== '' || draft.sentence !== '')
  const count = (finding: NamedFinding): number => draft.counts[finding.id] ?? 0
  const setCount = (finding: NamedFinding, to: number) => onDraft({ ...draft, counts: { ...draft.counts, [finding.id]: to } })
  const isOpen = writing || fault?.field === 'own-reason' || fault?.field === 'free-score'
  return (
    <Section title="与自查不同" aside={<span className="note">按细则选，分自动算</span>}>
      <ul className="rows findings">
        {named.map((finding) => (
          <li key={finding.id}>
            <span className="label">{finding.label}</span>
            <span className="grey takes">{takes.get(finding.id)}</span>
            <Stepper
              name={finding.label}
              count={count(finding)}
              most={finding.repeatable ? 99 : 1}
              onChange={(to) => setCount(finding, to)}
            />
          </li>
        ))}
      </ul>
      <div className="chips others">
        {others.map((finding) => {
          const chosen = count(finding) > 0
          return (
            <label key={finding.id} className={chosen ? 'chip chosen' : 'chip'}>
              <input type="checkbox" checked={chosen} onChange={() => setCount(finding, chosen ? 0 : 1)} />
              {finding.label}
            </label>
          )
        })}
        <button type="button" className="chip more" aria-expanded={isOpen} onClick={() => setWriting(!writing)}>
          写一句
        </button>
      </div>
      {others
        .filter((finding) => count(finding) > 0)
        .map((finding) => (
          <Typed
            key={finding.id}
            id={`amount-${finding.id}`}
            label={`“${finding.label}”扣几分`}
            fault={fault}
            value={draft.amounts[finding.id] ?? ''}
            onValue={(value) => onDraft({ ...draft, amounts: { ...draft.amounts, [finding.id]: value } })}
          />
        ))}
      {isOpen ? (
        <>
          <Typed
            id="free-score"
            label="检查得分"
            hint={`0到${pointsText(props.max)}，可以有半分。空着就按上面选的算。`}
            fault={fault}
            value={draft.score}
            onValue={(score) => onDraft({ ...draft, score })}
          />
          <div className={fault?.field === 'own-reason' ? 'field bad inner' : 'field inner'}>
            <label htmlFor="own-reason">理由</label>
            {fault?.field === 'own-reason' ? (
              <p className="fault" id="own-reason-fault">
                {fault.message}
              </p>
            ) : null}
            <textarea
              id="own-reason"
              className="input"
              rows={2}
              maxLength={400}
              aria-invalid={fault?.field === 'own-reason' ? true : undefined}
              aria-describedby={fault?.field === 'own-reason' ? 'own-reason-fault' : undefined}
              value={draft.sentence}
              onChange={(event) => onDraft({ ...draft, sentence: event.target.value })}
            />
          </div>
        </>
      ) : null}
    </Section>
  )
}

const Typed = (props: {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly fault: MarkFault | null
  readonly value: string
  readonly onValue: (value: string) => void
}) => {
  const bad = props.fault?.field === props.id
  return (
    <div className={bad ? 'field bad inner' : 'field inner'}>
      <label htmlFor={props.id}>{props.label}</label>
      {props.hint === undefined ? null : (
        <p className="hint" id={`${props.id}-hint`}>
          {props.hint}
        </p>
      )}
      {bad ? (
        <p className="fault" id={`${props.id}-fault`}>
          {props.fault?.message}
        </p>
      ) : null}
      <span className="with-unit">
        <input
          id={props.id}
          className="input"
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={bad ? true : undefined}
          aria-describedby={bad ? `${props.id}-fault` : props.hint === undefined ? undefined : `${props.id}-hint`}
          value={props.value}
          onChange={(event) => props.onValue(event.target.value)}
        />
        分
      </span>
    </div>
  )
}
