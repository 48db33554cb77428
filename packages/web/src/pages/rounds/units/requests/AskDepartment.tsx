import { useState } from 'react'
import type { FormEvent } from 'react'
import type { RequestLink } from '../../../../api/contract.ts'
import { useForm } from '../../../../api/form.ts'
import type { Place } from '../../../../api/names.ts'
import { useOwners } from '../../../../api/owners.ts'
import { usePlan } from '../../../../api/plan.ts'
import { useAskDepartment } from '../../../../api/record-requests.ts'
import { Field } from '../../../../ui/Field.tsx'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { useCopied } from '../../../../ui/use-copied.ts'
import { bodyOf, lackNote } from './request-address.ts'
import type { AskedThing } from './request-address.ts'
import { requestText } from './request-text.ts'

const usual = ['德育处', '团委', '财务']

/** Whom to ask: one tap makes the link and copies the text for WeChat. */
export const AskDepartment = (props: { readonly place: Place; readonly school: string; readonly form: string; readonly thing: AskedThing }) => {
  const { place, school, thing } = props
  const ask = useAskDepartment(place)
  const owners = useOwners(place)
  const form = useForm(props.form)
  const [other, setOther] = useState('')
  const plan = usePlan(place).data
  const [typed, setTyped] = useState<string | null>(null)
  const note = typed ?? (plan === undefined ? '' : lackNote(plan, thing))
  const [copied, copy] = useCopied()
  const [made, setMade] = useState<RequestLink | null>(null)
  const owner = 'criterion' in thing ? owners.data?.owners[thing.criterion.split('.')[0] ?? '']?.owner : undefined
  const departments = owner === undefined ? usual : [owner, ...usual.filter((one) => one !== owner)]
  const asks =
    'kind' in thing ? thing.kind : (form.data?.criteria.find((one) => one.id === thing.criterion)?.title ?? `评分点${thing.criterion}`)

  const send = (from: string) => {
    if (ask.isPending || from.trim() === '') return
    ask.mutate(bodyOf(thing, from.trim(), note), {
      onSuccess: (link) => {
        setMade(link)
        void copy(requestText(school, link))
      },
    })
  }
  if (made !== null) {
    const text = requestText(school, made)
    return (
      <section className="field asked" aria-labelledby="asked-text">
        <h2 id="asked-text">发给{made.from}的话</h2>
        <p className="small" role="status">
          {copied?.done === true ? (
            <span className="done tick">已复制，到微信里粘贴就行。</span>
          ) : (
            '按「复制」，到微信里粘贴。浏览器不让复制时，长按下面的文字。'
          )}
          链接只在这里显示这一次。
        </p>
        <p className="ask-text">{text}</p>
        <div className="acts">
          <button type="button" className="button primary" onClick={() => void copy(text)}>
            复制
          </button>
          <button type="button" className="button" onClick={() => setMade(null)}>
            再请一个部门
          </button>
        </div>
      </section>
    )
  }
  return (
    <>
      <ProblemSummary problem={ask.error} />
      <section className="field" aria-labelledby="ask-whom">
        <h2 id="ask-whom">请谁补“{asks}”</h2>
        <p className="hint below">按一下就生成链接，并复制好发微信的话。</p>
        <div className="acts whom">
          {departments.map((one) => (
            <button key={one} type="button" className="button" onClick={() => send(one)}>
              {one}
            </button>
          ))}
        </div>
      </section>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          send(other)
        }}
      >
        <Field label="别的部门" optional hint="写部门，不写姓名。">
          {(ties) => (
            <span className="beside">
              <input {...ties} className="input" maxLength={20} placeholder="总务处" value={other} onChange={(event) => setOther(event.target.value)} />
              <button type="submit" className="button">
                请补
              </button>
            </span>
          )}
        </Field>
      </form>
      <Field label="带一句话" optional>
        {(ties) => (
          <input
            {...ties}
            className="input"
            maxLength={200}
            placeholder="要哪一次的，写给对方看"
            value={note}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
    </>
  )
}
