import type { Form } from '@zicha/core'
import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import type { InspectionAnswer } from '../../../../api/contract.ts'
import { newId, placePath } from '../../../../api/names.ts'
import type { Place } from '../../../../api/names.ts'
import { useRaiseObjection } from '../../../../api/objections.ts'
import { problemSentence, referenceOf } from '../../../../api/problem.ts'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import { KeptLine } from '../../../../ui/KeptLine.tsx'
import { NetworkNeeded } from '../../../../ui/NetworkNeeded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { useKeptTyping } from '../../../../ui/use-kept-typing.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { itemName } from '../item-reading.ts'

/** Which mark, why, and where one can look: three actions, the place of the paper is offered beside. */
export const RaiseObjection = (props: {
  readonly place: Place
  readonly form: Form
  readonly inspection: InspectionAnswer
  readonly item: number | null
  readonly onDone: () => void
}) => {
  const { items } = props.inspection
  const different = items.filter((item) => item.score !== null && item.score !== item.selfScore)
  const others = items.filter((item) => item.score !== null && item.score === item.selfScore)
  const { user } = useSignedIn()
  const start = { no: props.item === null ? '' : String(props.item), reason: '', reference: '' }
  const typing = useKeptTyping({ username: user.username, thing: `objection.${placePath(props.place)}.${start.no}`, base: 'new' }, start)
  const { no, reason, reference } = typing.value
  const raise = useRaiseObjection(props.place, () => {
    typing.forget()
    props.onDone()
  })
  const change = (next: Partial<typeof start>) => typing.change((before) => ({ ...before, ...next }))
  const [fault, setFault] = useState<{ readonly field: string; readonly message: string } | null>(null)
  // The same name for a second press: whatever was lost on the way, it is one objection.
  const id = useRef(newId())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (raise.isPending) return
    if (no === '') return setFault({ field: 'objection-item', message: '还没有选对哪一条有异议。' })
    if (reason.trim() === '') return setFault({ field: 'objection-reason', message: '还没有写理由。写一句为什么，局里据此复核。' })
    setFault(null)
    const evidence = reference.trim() === '' ? {} : { evidence: [{ reference: reference.trim() }] }
    raise.mutate(
      { id: id.current, body: { no: Number(no), reason: reason.trim(), ...evidence } },
      { onError: (problem) => setFault({ field: 'objection-reason', message: problemSentence(problem) }) },
    )
  }
  const option = (item: InspectionAnswer['items'][number]) => (
    <option key={item.no} value={item.no}>
      第{item.no}条　{itemName(props.form, item.no)}，自查{pointsText(item.selfScore)}分，检查{pointsText(item.score ?? 0)}分
    </option>
  )
  return (
    <form className="raise" onSubmit={submit} noValidate>
      <Section title="提异议">
        {fault === null ? null : (
          <ErrorSummary faults={[fault]} reference={raise.error === null ? undefined : referenceOf(raise.error)} />
        )}
        <KeptLine typing={typing} />
        <Field id="objection-item" label="对哪一条" fault={fault?.field === 'objection-item' ? fault.message : undefined}>
          {(ties) => (
            <select {...ties} className="input" value={no} onChange={(event) => change({ no: event.target.value })}>
              <option value="">选一条</option>
              {different.length === 0 ? null : <optgroup label="与自查不同的">{different.map(option)}</optgroup>}
              <optgroup label="其余的">{others.map(option)}</optgroup>
            </select>
          )}
        </Field>
        <Field id="objection-reason" label="理由" fault={fault?.field === 'objection-reason' ? fault.message : undefined}>
          {(ties) => (
            <textarea {...ties} className="input" rows={3} maxLength={500} value={reason} onChange={(event) => change({ reason: event.target.value })} />
          )}
        </Field>
        <Field label="看哪里" optional hint="什么本子，第几页，放在哪里">
          {(ties) => <input {...ties} className="input" maxLength={200} value={reference} onChange={(event) => change({ reference: event.target.value })} />}
        </Field>
        <NetworkNeeded what="提异议" safe="写好的留在这台设备。" />
        <div className="field">
          <button type="submit" className="button primary">
            {raise.isPending ? '正在提交' : '提交异议'}
          </button>
          <p className="note below">提交后不能改，局里会书面答复。</p>
        </div>
      </Section>
    </form>
  )
}
