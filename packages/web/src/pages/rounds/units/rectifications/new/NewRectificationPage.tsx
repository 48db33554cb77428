import { useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useAssessment } from '../../../../../api/assessment.ts'
import { useForm } from '../../../../../api/form.ts'
import { useInspection } from '../../../../../api/inspection.ts'
import { newId, placePath } from '../../../../../api/names.ts'
import { problemSentence, referenceOf } from '../../../../../api/problem.ts'
import { useOpenRectification } from '../../../../../api/rectifications.ts'
import { ErrorSummary } from '../../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../../ui/Field.tsx'
import { ColumnFrame } from '../../../../../ui/Frame.tsx'
import { KeptLine } from '../../../../../ui/KeptLine.tsx'
import { NetworkNeeded } from '../../../../../ui/NetworkNeeded.tsx'
import { TaskBar } from '../../../../../ui/TopBar.tsx'
import { useKeptTyping } from '../../../../../ui/use-kept-typing.ts'
import { usePlace } from '../../../../place.ts'
import { useSignedIn } from '../../../../SignedIn.tsx'
import { StandingNotice } from '../../../../StandingNotice.tsx'
import { itemName } from '../../item-reading.ts'

/** 记问题，转整改: at an item on the spot (`?item=5`), or of its own. The report is due after the round's days unless set. */
export const NewRectificationPage = () => {
  const place = usePlace()
  const here = placePath(place)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const { user } = useSignedIn()
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const inspection = useInspection(place)
  const open = useOpenRectification(place)
  const given = search.get('item') ?? ''
  const typing = useKeptTyping({ username: user.username, thing: `problem.${here}.${given}`, base: 'new' }, { no: given, typed: null as string | null, dueOn: '' })
  const { no, typed, dueOn } = typing.value
  const change = (next: Partial<typeof typing.value>) => typing.change((before) => ({ ...before, ...next }))
  const [fault, setFault] = useState<string | null>(null)
  const id = useRef(newId())
  // What was found at the item is what is to be put right, until somebody words it otherwise.
  const found = inspection.data?.items.find((item) => String(item.no) === no)?.scores.find(({ inspector, reason }) => inspector === user.username && reason !== null)
  const problem = typed ?? found?.reason ?? ''
  const back = given === '' || user.role !== 'inspector' ? `${here}/rectifications` : `${here}/inspect/${given}`
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (open.isPending) return
    if (problem.trim() === '') return setFault('还没有写是什么问题。写一句，学校照着改。')
    setFault(null)
    open.mutate(
      {
        id: id.current,
        body: { problem: problem.trim(), ...(no === '' ? {} : { no: Number(no) }), ...(dueOn === '' ? {} : { dueOn }) },
      },
      {
        onSuccess: () => {
          typing.forget()
          void navigate(back, { replace: true })
        },
        onError: (refused) => setFault(problemSentence(refused)),
      },
    )
  }
  return (
    <ColumnFrame top={<TaskBar back={back} title="记问题，转整改" aside={assessment.data?.unit.name} />} notice={<StandingNotice />}>
      <title>记问题 · 自查通</title>
      <h1 className="unseen">记问题，转整改</h1>
      <form onSubmit={save} noValidate>
        <KeptLine typing={typing} />
        {fault === null ? null : (
          <ErrorSummary faults={[{ message: fault, field: 'problem' }]} reference={open.error === null ? undefined : referenceOf(open.error)} />
        )}
        <Field label="哪一条" optional>
          {(ties) => (
            <select {...ties} className="input" value={no} onChange={(event) => change({ no: event.target.value })}>
              <option value="">不归哪一条</option>
              {(form.data?.items ?? []).map((item) => (
                <option key={item.no} value={item.no}>
                  第{item.no}条　{form.data === undefined ? '' : itemName(form.data, item.no)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field id="problem" label="什么问题" fault={fault ?? undefined}>
          {(ties) => (
            <textarea {...ties} className="input" rows={3} maxLength={500} value={problem} onChange={(event) => change({ typed: event.target.value })} />
          )}
        </Field>
        <Field label="哪天前报告" optional hint="不选，就按这一轮定的天数，一般30天">
          {(ties) => <input {...ties} type="date" className="input" value={dueOn} onChange={(event) => change({ dueOn: event.target.value })} />}
        </Field>
        <NetworkNeeded what="记下" safe="写好的留在这台设备。" />
        <div className="field">
          <button type="submit" className="button primary wide">
            {open.isPending ? '正在保存' : '记下'}
          </button>
        </div>
      </form>
    </ColumnFrame>
  )
}
