import type { EntryKind, Form } from '@zicha/core'
import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { AssessmentAnswer, EntryBody, LastYear, LedgerEntry } from '../../../../api/contract.ts'
import { useLastYear } from '../../../../api/last-year.ts'
import type { Place } from '../../../../api/names.ts'
import { memberFaults } from '../../../../api/problem.ts'
import type { RequestProblem } from '../../../../api/problem.ts'
import type { Base } from '../../../../outbox/base.ts'
import { BottomBar } from '../../../../ui/BottomBar.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import type { Fault } from '../../../../ui/ErrorSummary.tsx'
import { dayOf, today } from '../../../../ui/day-words.ts'
import { Field } from '../../../../ui/Field.tsx'
import { unitProfileOf } from '../unit-profile.ts'
import { SignInAgain } from '../../../../ui/ProblemSummary.tsx'
import { CountsPreview } from './CountsPreview.tsx'
import { DayField } from './DayField.tsx'
import { bodyOf, faultsOf, fieldAtPointer, titleOf } from './entry-draft.ts'
import type { EntryDraft } from './entry-draft.ts'
import { EvidenceField, useChosenFiles } from './EvidenceField.tsx'
import { AlsoField, KindField } from './KindFields.tsx'
import { useNamedKinds } from './named-kinds.ts'
import { useKeepEntry } from './use-keep-entry.ts'
import './entry-form.css'

const none: LastYear['items'] = []

/** Everything that the form already knows, so that nobody is asked for it. */
export type EntryKnown = {
  readonly place: Place
  readonly assessment: AssessmentAnswer
  readonly form: Form
  readonly kinds: readonly EntryKind[]
  readonly past: readonly LedgerEntry[]
  readonly likely: readonly string[]
}

export const EntryForm = (props: {
  readonly known: EntryKnown
  readonly draft: EntryDraft
  readonly onChange: (change: Partial<EntryDraft> | ((draft: EntryDraft) => EntryDraft)) => void
  /** What is being changed: a version, or what still waits on this device; absent for a new record. */
  readonly base?: Base
  /** When the stored record was first recorded: a change of it is as late as that was. */
  readonly recordedAt?: string
  readonly missing?: readonly string[]
  /** Photos whose keeping is over. */
  readonly removed?: readonly string[]
  /** `version` where the server has answered already; else the outbox has it. */
  readonly onSaved: (entry: EntryBody & { readonly id: string }, version: number | undefined) => void
  /** Somebody else changed it meanwhile; `current` is how it stands now. */
  readonly onStale?: (current: LedgerEntry) => void
  /** What paper is asked for, where that is why one is here: the evidence then stands first. */
  readonly lacking?: string | undefined
  readonly below?: ReactNode
  readonly barNote: string
}) => {
  const { known, draft } = props
  const { place, assessment, kinds, past } = known
  const lastYear = useLastYear(place).data?.items ?? none
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [noteOpen, setNoteOpen] = useState(draft.note !== '')
  const [problem, setProblem] = useState<RequestProblem | null>(null)
  const { keep, pending } = useKeepEntry(place)
  const onChange: typeof props.onChange = (what) => {
    if (typeof what !== 'function') setFaults((before) => withoutFields(before, what))
    props.onChange(what)
  }
  const files = useChosenFiles(place, (file) =>
    onChange((before) => ({ ...before, files: [...before.files.filter((one) => one.key !== file.key), file] })),
  )

  const submit = () => {
    if (pending) return
    const found = faultsOf(draft, assessment.year, kinds, today())
    const shrinking = files.chosen.some((one) => one.sending.state === 'shrinking')
    const all = shrinking ? [...found, { message: '照片还在缩小，几秒钟就好。好了再保存。' }] : found
    setFaults(all)
    setProblem(null)
    if (all.length > 0) return
    const body = bodyOf(draft, kinds)
    void keep(draft.id, body, props.base ?? 'none').then((keeping) => {
      switch (keeping.kind) {
        case 'kept':
          return props.onSaved({ ...body, id: draft.id }, undefined)
        case 'saved':
          return props.onSaved({ ...body, id: draft.id }, keeping.version)
        case 'stale':
          return props.onStale === undefined ? setFaults([{ message: '刚才有人改过这一条。写的都在，请重新打开再改。' }]) : props.onStale(keeping.current)
        case 'refused':
          setProblem(keeping.problem)
          return setFaults(refusalFaults(keeping.sentence, keeping.problem))
      }
    })
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })

  // The tap is shown first; what the record would count as follows as soon as there is time.
  const settled = useDeferredValue(draft)
  const named = useNamedKinds(draft.title, kinds, past, lastYear)
  const unit = useMemo(() => unitProfileOf(assessment), [assessment])

  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message
  const evidence = (
    <EvidenceField
      place={place}
      draft={draft}
      files={files}
      missing={props.missing ?? []}
      removed={props.removed ?? []}
      asked={props.lacking}
      onChange={onChange}
    />
  )
  return (
    <>
      <form
        id="entry-form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit()
        }}
      >
        <ErrorSummary faults={faults} reference={problem?.reference}>
          {problem?.kind === 'signed_out' ? <SignInAgain /> : null}
        </ErrorSummary>
        {props.lacking === undefined ? null : evidence}
        <KindField draft={draft} kinds={kinds} past={past} lastYear={lastYear} named={named} likely={known.likely} fault={faultAt('entry-kind')} onChange={onChange} />
        <DayField draft={draft} year={assessment.year} recordedOn={props.recordedAt === undefined ? today() : dayOf(new Date(props.recordedAt))} fault={faultAt('entry-day')} onChange={onChange} />
        <Field label="标题" id="entry-title" fault={faultAt('entry-title')}>
          {(ties) => (
            <input
              {...ties}
              className="input"
              maxLength={120}
              value={titleOf(draft, kinds)}
              onChange={(event) => onChange({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label="参加人数" id="entry-people" optional fault={faultAt('entry-people')}>
          {(ties) => (
            <span className="with-unit">
              <input
                {...ties}
                className="input"
                inputMode="numeric"
                value={draft.people}
                onChange={(event) => onChange({ people: event.target.value })}
              />
              人
            </span>
          )}
        </Field>
        <AlsoField draft={draft} kinds={kinds} past={past} lastYear={lastYear} named={named} onChange={onChange} />
        <CountsPreview form={known.form} unit={unit} year={assessment.year} past={past} draft={settled} />
        {props.lacking === undefined ? evidence : null}
        {noteOpen ? (
          <Field label="说明" id="entry-note" optional>
            {(ties) => (
              <textarea
                {...ties}
                className="input"
                rows={3}
                maxLength={2000}
                value={draft.note}
                onChange={(event) => onChange({ note: event.target.value })}
              />
            )}
          </Field>
        ) : (
          <div className="field">
            <button type="button" className="tap start" onClick={() => setNoteOpen(true)}>
              加一句说明
            </button>
          </div>
        )}
        {props.below}
      </form>
      <BottomBar note={props.barNote}>
        <button type="submit" form="entry-form" className="button primary wide" aria-keyshortcuts="Control+Enter">
          {pending ? '正在保存' : '保存'}
        </button>
      </BottomBar>
    </>
  )
}

/** The server's words, at the fields that it names. */
const refusalFaults = (sentence: string, problem: RequestProblem | null): readonly Fault[] => {
  const members = (problem === null ? [] : memberFaults(problem)).flatMap(({ pointer }) => {
    const field = fieldAtPointer(pointer)
    return field === undefined ? [] : [{ field, message: sentence }]
  })
  return members.length > 0 ? members : [{ message: sentence }]
}

const fieldsOf: { readonly [Name in keyof EntryDraft]?: string } = {
  kind: 'entry-kind',
  also: 'entry-kind',
  on: 'entry-day',
  title: 'entry-title',
  people: 'entry-people',
}

/** What is being put right is no fault any more; the rest stays until 保存. */
const withoutFields = (faults: readonly Fault[], change: Partial<EntryDraft>): readonly Fault[] => {
  const changed = Object.entries(fieldsOf).flatMap(([name, field]) => (name in change ? [field] : []))
  const left = faults.filter((fault) => fault.field === undefined || !changed.includes(fault.field))
  return left.length === faults.length ? faults : left
}
