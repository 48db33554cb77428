import { useState } from 'react'
import type { FormEvent } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { FormList, Round, Unit, User } from '../../../api/contract.ts'
import { useForms } from '../../../api/forms.ts'
import { usePeople } from '../../../api/people.ts'
import { memberFaults, problemSentence, referenceOf } from '../../../api/problem.ts'
import { noticeAddress, roundPath, useLookAtRounds, useRound, useSaveRound } from '../../../api/rounds.ts'
import { useUnits } from '../../../api/units.ts'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import type { Fault } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FrameBar } from '../../../ui/Frame.tsx'
import { KeptLine } from '../../../ui/KeptLine.tsx'
import { Awaited, Empty } from '../../../ui/states.tsx'
import { today } from '../../../ui/day-words.ts'
import { useKeptTyping } from '../../../ui/use-kept-typing.ts'
import { OfficeFrame } from '../../OfficeFrame.tsx'
import { useSignedIn } from '../../SignedIn.tsx'
import { AskedSchools } from './AskedSchools.tsx'
import { AskSecondRound } from './AskSecondRound.tsx'
import {
  alreadyRunning,
  draftOfRound,
  newRoundDraft,
  proposedDays,
  roundBodyOf,
  roundFaults,
  roundIdFor,
  roundWarnings,
  schoolsOf,
  withYear,
} from './round-draft.ts'
import type { RoundDays, RoundDraft, Running } from './round-draft.ts'
import { WithdrawRound } from './WithdrawRound.tsx'
import './round-edit.css'

/** A new round: the table, the year, the days, the schools and who inspects each. */
export const NewRoundPage = () => {
  const forms = useForms()
  return (
    <OfficeFrame title="开始一轮自查">
      <Awaited query={forms}>{({ items }) => <WithPeople forms={items} round={null} />}</Awaited>
    </OfficeFrame>
  )
}

/** The same of a round that runs: schools may join, inspectors change. */
export const RoundEditPage = () => {
  const { round: id = '' } = useParams()
  const forms = useForms()
  const round = useRound(id)
  return (
    <OfficeFrame title="名单与检查人" round={id}>
      <Awaited query={forms}>
        {({ items }) => <Awaited query={round}>{(read) => <WithPeople forms={items} round={read} />}</Awaited>}
      </Awaited>
    </OfficeFrame>
  )
}

type Forms = FormList['items']

const dayNames = ['opensOn', 'dueOn', 'keepUntil'] as const

const WithPeople = ({ forms, round }: { readonly forms: Forms; readonly round: Round | null }) => {
  const units = useUnits()
  const people = usePeople()
  const [search] = useSearchParams()
  const { rounds } = useSignedIn()
  return (
    <Awaited query={units}>
      {(all) => (
        <Awaited query={people}>
          {(everyone) => {
            const schools = schoolsOf(all, round?.units ?? [])
            // The form named by the address, else the one that was used last.
            const form = forms.find(({ id }) => id === search.get('form')) ?? forms.find(({ id }) => id === rounds[0]?.form) ?? forms[0]
            if (form === undefined || schools.length === 0) {
              return <Empty title="还没有学校">先在“单位与人员”里加学校，再开始一轮自查。</Empty>
            }
            return (
              <RoundForm
                forms={forms}
                round={round}
                schools={schools}
                inspectors={everyone.filter(({ role, active }) => role === 'inspector' && active)}
                start={round === null ? newRoundDraft(today(), form.id, schools) : draftOfRound(round)}
              />
            )
          }}
        </Awaited>
      )}
    </Awaited>
  )
}

const RoundForm = (props: {
  readonly forms: Forms
  readonly round: Round | null
  readonly schools: readonly Unit[]
  readonly inspectors: readonly User[]
  readonly start: RoundDraft
}) => {
  const session = useSignedIn()
  const save = useSaveRound()
  const look = useLookAtRounds()
  const [running, setRunning] = useState<readonly Running[]>([])
  const navigate = useNavigate()
  const typing = useKeptTyping({ username: session.user.username, thing: `round.${props.round?.id ?? 'new'}`, base: String(props.round?.version ?? 'new') }, props.start)
  const draft = typing.value
  const [version] = useState(props.round?.version)
  const [withNotice, setWithNotice] = useState(props.round === null)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const change = (part: Partial<RoundDraft>) => typing.change((before) => ({ ...before, ...part }))
  // A round that runs has its days; of a new one those stand that were typed, also before the page was left.
  const [typedDays, setTypedDays] = useState<ReadonlySet<string>>(() => {
    const days = proposedDays(today(), draft.year)
    return new Set(dayNames.filter((name) => props.round !== null || draft[name] !== days[name]))
  })
  const changeYear = (year: string) => typing.change((before) => withYear(before, year, today(), typedDays))
  const changeDay = (name: keyof RoundDays, day: string) => {
    setTypedDays((before) => new Set([...before, name]))
    change({ [name]: day })
  }
  const warnings = roundWarnings(draft)
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending || look.isPending) return
    const found = roundFaults(draft)
    setFaults(found)
    if (found.length > 0) return
    if (props.round !== null) return open()
    look.mutate(undefined, {
      onSuccess: (rounds) => {
        const already = alreadyRunning(draft, rounds)
        if (already.length > 0) setRunning(already)
        else open()
      },
      onError: (problem) => setFaults([{ message: problemSentence(problem) }]),
    })
  }
  const open = () => {
    const id =
      props.round?.id ??
      roundIdFor(
        draft.year,
        session.user.unit,
        session.rounds.map((one) => one.id),
      )
    save.mutate(
      { id, body: roundBodyOf(draft), ...(version === undefined ? {} : { version }) },
      {
        onSuccess: () => {
          typing.forget()
          // A download leaves the page where it is.
          if (withNotice) location.assign(noticeAddress(id))
          void navigate(roundPath(id), withNotice ? { state: { noticeOf: id } } : {})
        },
        onError: (problem) => {
          const members = memberFaults(problem).map(({ detail }) => ({ message: detail }))
          setFaults(members.length > 0 ? members : [{ message: problemSentence(problem) }])
        },
      },
    )
  }

  return (
    <>
      <div className="head">
        <div>
          <h1>{props.round === null ? '开始一轮自查' : '名单与检查人'}</h1>
          <p>{props.round === null ? '存好后，选中的学校就能开始填。' : props.round.title}</p>
        </div>
      </div>
      <form id="round-form" onSubmit={submit} noValidate>
        <KeptLine typing={typing} />
        <ErrorSummary faults={faults} reference={save.error === null ? undefined : referenceOf(save.error)} />
        <div className="round-fields">
          {props.forms.length === 1 ? (
            <div className="field">
              <p className="label">表格</p>
              <p className="official">{props.forms[0]?.title}</p>
              <p className="note">{props.forms[0]?.edition}</p>
            </div>
          ) : (
          <Field label="表格" id="form">
            {(ties) => (
              <select {...ties} className="input" value={draft.form} onChange={(event) => change({ form: event.target.value })}>
                {props.forms.map((form) => (
                  <option key={form.id} value={form.id}>
                    {form.title}（{form.edition}）
                  </option>
                ))}
              </select>
            )}
          </Field>
          )}
          <div className="side-by-side">
            <Field label="年度" id="year" fault={faultAt('year')}>
              {(ties) => (
                <input
                  {...ties}
                  className="input"
                  inputMode="numeric"
                  value={draft.year}
                  onChange={(event) => changeYear(event.target.value.trim())}
                />
              )}
            </Field>
            <Field label="开始" id="opens-on" fault={faultAt('opens-on')}>
              {(ties) => (
                <input {...ties} className="input" type="date" value={draft.opensOn} onChange={(event) => changeDay('opensOn', event.target.value)} />
              )}
            </Field>
            <Field label="截止" id="due-on" fault={faultAt('due-on')}>
              {(ties) => (
                <input {...ties} className="input" type="date" value={draft.dueOn} onChange={(event) => changeDay('dueOn', event.target.value)} />
              )}
            </Field>
          </div>
          <Field label="年度清单编号" id="list-number" optional="可以以后补" hint="年度督查检查考核清单里的编号或文号。">
            {(ties) => (
              <input
                {...ties}
                className="input"
                maxLength={80}
                value={draft.listNumber}
                onChange={(event) => change({ listNumber: event.target.value })}
              />
            )}
          </Field>
          <Field
            label="照片保存到"
            id="keep-until"
            fault={faultAt('keep-until')}
            hint={`到期后可以删除照片，文件名和记录会留着。${draft.keepUntil === '' ? '不填就保存到下一年年底。' : ''}`}
          >
            {(ties) => (
              <input {...ties} className="input" type="date" value={draft.keepUntil} onChange={(event) => changeDay('keepUntil', event.target.value)} />
            )}
          </Field>
          {warnings.length === 0 ? null : (
            <div className="warnings" role="status">
              {warnings.map((warning) => (
                <p key={warning}>{warning}</p>
              ))}
            </div>
          )}
        </div>
        {props.round === null ? (
          <label className="check field">
            <input type="checkbox" checked={withNotice} onChange={(event) => setWithNotice(event.target.checked)} />
            <span>同时下载通知的Word草稿（标题、清单编号、日期、怎样填、学校名单）</span>
          </label>
        ) : null}
        <AskedSchools schools={props.schools} inspectors={props.inspectors} draft={draft} onChange={change} />
        <FrameBar>
          <p className="small grey">{props.round === null ? '存好后还能改名单和检查人。' : '已经写了内容的学校不能去掉。'}</p>
          <button type="submit" form="round-form" className="button primary">
            {save.isPending || look.isPending ? '正在存' : props.round === null ? `开始，请${draft.units.length}所学校填` : '保存'}
          </button>
        </FrameBar>
      </form>
      {props.round === null ? null : <WithdrawRound round={props.round} />}
      {running.length === 0 ? null : (
        <AskSecondRound
          running={running}
          onOpen={() => {
            setRunning([])
            open()
          }}
          onClose={() => setRunning([])}
        />
      )}
    </>
  )
}
