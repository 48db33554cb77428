import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Handover, User } from '../../api/contract.ts'
import { useHandOver } from '../../api/handover.ts'
import { memberFaults, problemSentence } from '../../api/problem.ts'
import { today } from '../../ui/day-words.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import type { Fault } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'

/** So long both may work, unless somebody sets another day. */
const overlapDays = 14

const laterBy = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Who follows, and until when the former one may work. Records belong to the school and stay. */
export const HandoverForm = ({ former, onDone }: { readonly former: User; readonly onDone: (done: Handover) => void }) => {
  const hand = useHandOver()
  const [name, setName] = useState('')
  const [account, setAccount] = useState('')
  const [endsOn, setEndsOn] = useState(() => laterBy(today(), overlapDays))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (hand.isPending) return
    if (name.trim() === '') return setFaults([{ field: 'successor-name', message: '还没有填接手人的姓名。' }])
    setFaults([])
    const username = account.trim() === '' ? name.trim() : account.trim()
    hand.mutate(
      { username: former.username, body: { successor: { username, name: name.trim() }, endsOn } },
      {
        onSuccess: onDone,
        onError: (problem) => {
          const day = memberFaults(problem).some(({ pointer }) => pointer === '#/endsOn')
          setFaults([{ message: problemSentence(problem), ...(day ? { field: 'ends-on' } : problem.kind === 'differs' ? { field: 'successor-account' } : {}) }])
        },
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} reference={hand.error?.reference} />
      <Field label="接手人姓名" id="successor-name" fault={faultAt('successor-name')}>
        {(ties) => <input {...ties} className="input" autoComplete="off" maxLength={60} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <Field label="接手人账号" id="successor-account" optional="不填就用姓名" fault={faultAt('successor-account')}>
        {(ties) => (
          <input
            {...ties}
            className="input"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            placeholder={name.trim()}
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        )}
      </Field>
      <Field label={`${former.name}的账号用到`} id="ends-on" hint="这天以前两个人都能用，过后自动停用。密码各用各的。" fault={faultAt('ends-on')}>
        {(ties) => (
          <input {...ties} className="input day-input" type="date" min={today()} value={endsOn} onChange={(event) => setEndsOn(event.target.value)} />
        )}
      </Field>
      <div className="field">
        <button type="submit" className="button primary wide">
          {hand.isPending ? '正在办' : '交接，出一次性链接'}
        </button>
      </div>
    </form>
  )
}
