import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Rectification, RectificationStepBody } from '../../../../../api/contract.ts'
import { Field } from '../../../../../ui/Field.tsx'
import { KeptLine } from '../../../../../ui/KeptLine.tsx'
import { useKeptTyping } from '../../../../../ui/use-kept-typing.ts'
import { usePlace } from '../../../../place.ts'
import { useSignedIn } from '../../../../SignedIn.tsx'
import { PileField } from './PileField.tsx'
import { usePile } from './use-pile.ts'

type Take = { readonly pending: boolean; readonly onTake: (body: RectificationStepBody) => void }

/** 整改措施: what the school is going to do; may be worded anew until the secretary approves. What a secretary writes is approved. */
export const PlanForm = ({ one, pending, onTake }: Take & { readonly one: Rectification }) => {
  const planned = one.steps.findLast((step) => step.kind === 'plan')?.text
  const { user } = useSignedIn()
  const typing = useKeptTyping({ username: user.username, thing: `plan.${one.id}`, base: String(one.version) }, planned ?? '')
  const text = typing.value
  const [fault, setFault] = useState<string | undefined>()
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return setFault('还没有写措施。写清做什么、谁来做、哪天做完。')
    typing.change(text.trim())
    onTake({ kind: 'plan', text: text.trim() })
  }
  return (
    <form onSubmit={save} noValidate>
      <KeptLine typing={typing} />
      <Field id="plan" label="整改措施" hint={`做什么，哪个部门做，哪天做完${user.role === 'secretary' ? '。书记自己写的，定下就是批准' : ''}`} fault={fault}>
        {(ties) => <textarea {...ties} className="input" rows={4} maxLength={2000} value={text} onChange={(event) => typing.change(event.target.value)} />}
      </Field>
      <div className="field">
        <button type="submit" className={planned === undefined ? 'button primary' : 'button'} aria-disabled={pending}>
          {user.role === 'secretary' ? (planned === undefined ? '定下措施' : '改好，定下措施') : planned === undefined ? '交书记批准' : '改好，再交书记批准'}
        </button>
      </div>
    </form>
  )
}

/** 整改情况: what was done, with photos of before and after where they say more. */
export const ReportForm = ({ one, pending, onTake }: Take & { readonly one: Rectification }) => {
  const place = usePlace()
  const last = one.steps.findLast((step) => step.kind === 'report')
  const { user } = useSignedIn()
  const typing = useKeptTyping({ username: user.username, thing: `report.${one.id}`, base: String(one.version) }, last?.text ?? '')
  const text = typing.value
  const [fault, setFault] = useState<string | undefined>()
  const before = usePile(place)
  const after = usePile(place)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return setFault('还没有写整改情况。写一句做了什么。')
    if (before.sending || after.sending) return setFault('照片还在上传。传完再交，写好的都在。')
    setFault(undefined)
    typing.change(text.trim())
    // What was shown before and not returned stays shown.
    onTake({ kind: 'report', text: text.trim(), before: [...(last?.before ?? []), ...before.sent], after: [...(last?.after ?? []), ...after.sent] })
  }
  return (
    <form onSubmit={save} noValidate>
      <KeptLine typing={typing} />
      <Field id="report" label="整改情况" fault={fault}>
        {(ties) => <textarea {...ties} className="input" rows={4} maxLength={2000} value={text} onChange={(event) => typing.change(event.target.value)} />}
      </Field>
      <PileField name="整改前" pile={before} />
      <PileField name="整改后" pile={after} />
      <div className="field">
        <button type="submit" className="button primary" aria-disabled={pending}>
          报告整改情况
        </button>
      </div>
    </form>
  )
}

/** 认可, or 再改 with a reason. */
export const ReviewForm = ({ pending, onTake }: Take) => {
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const giveBack = (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim() === '') return setFault('还没有写哪里要再改。写一句，学校会看到。')
    onTake({ kind: 'return', text: reason.trim() })
  }
  return (
    <>
      <div className="field acts">
        <button type="button" className="button primary" aria-disabled={pending} onClick={() => onTake({ kind: 'accept' })}>
          认可
        </button>
        {returning ? null : (
          <button type="button" className="button" onClick={() => setReturning(true)}>
            要再改
          </button>
        )}
      </div>
      {returning ? (
        <form onSubmit={giveBack} noValidate>
          <Field id="return" label="哪里要再改" fault={fault}>
            {(ties) => <textarea {...ties} className="input" rows={2} maxLength={500} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <div className="field">
            <button type="submit" className="button" aria-disabled={pending}>
              退回再改
            </button>
          </div>
        </form>
      ) : null}
    </>
  )
}
