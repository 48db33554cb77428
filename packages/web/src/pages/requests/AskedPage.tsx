import { checkDayHasCome } from '@zicha/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { useParams } from 'react-router'
import { useAskedRecord, useGiveRecord } from '../../api/asked-record.ts'
import type { AskedRecord, GivenAnswer } from '../../api/contract.ts'
import { memberFaults, problemSentence } from '../../api/problem.ts'
import { BottomBar } from '../../ui/BottomBar.tsx'
import { dayOf, dayWords, today } from '../../ui/day-words.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import type { Fault } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { ColumnFrame } from '../../ui/Frame.tsx'
import { Awaited } from '../../ui/states.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { DayField } from '../rounds/units/entries/DayField.tsx'
import '../rounds/units/entries/entry-form.css'
import { OneFile, useOneFile } from './OneFile.tsx'
import './asked.css'

/** A colleague without an account adds the one record that a link asks for. */
export const AskedPage = () => {
  const { token = '' } = useParams()
  const asked = useAskedRecord(token)
  const give = useGiveRecord(token)
  // Whoever comes too late, or presses twice, reads the server's one sentence; there is no page to go back to.
  const ended = [asked.error, give.error].find((problem) => problem?.kind === 'absent') ?? undefined
  return (
    <ColumnFrame narrow top={<TopBar title={<span className="word">自查通</span>} />}>
      <title>补一条活动记录 · 自查通</title>
      {give.data !== undefined ? (
        <Given given={give.data} />
      ) : ended !== undefined ? (
        <div className="state" role="alert">
          <h1>这个链接不能再用了</h1>
          <p>{ended.sentence}</p>
        </div>
      ) : (
        <Awaited query={asked}>{(record) => <GiveForm token={token} asked={record} give={give} />}</Awaited>
      )}
    </ColumnFrame>
  )
}

const Given = ({ given }: { readonly given: GivenAnswer }) => (
  <div className="state" role="status">
    <h1>
      <span className="done tick">已交给{given.school}</span>
    </h1>
    <p>
      {dayWords(given.happenedOn)}，{given.title}。链接已经用完，可以关掉这一页了。
    </p>
    <p>写错了，请告诉学校的党务干部，由他们改。</p>
  </div>
)

type GiveProps = { readonly token: string; readonly asked: AskedRecord; readonly give: ReturnType<typeof useGiveRecord> }

const GiveForm = ({ token, asked, give }: GiveProps) => {
  const [title, setTitle] = useState(asked.asks)
  const [on, setOn] = useState<string | null>(null)
  const [reference, setReference] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const file = useOneFile(token)
  const faultAt = (field: string) => faults.find((fault) => fault.field === field)?.message
  const mend = (field: string) => setFaults((before) => before.filter((fault) => fault.field !== field && fault.field !== undefined))

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (give.isPending) return
    const found = faultsOf(asked, { title, on, sending: file.held.state === 'sending' })
    setFaults(found)
    if (found.length > 0 || on === null) return
    const written = reference.trim()
    const evidence = file.held.state === 'sent' ? { sha256: file.held.sha256 } : written === '' ? undefined : { reference: written }
    give.mutate(
      { title: title.trim(), happenedOn: on, ...(evidence === undefined ? {} : { evidence }) },
      {
        onError: (problem) => {
          const fields = memberFaults(problem).flatMap(({ pointer }) => (pointer in fieldAt ? [{ field: fieldAt[pointer], message: problemSentence(problem) }] : []))
          const [first] = fields
          setFaults(first?.field === undefined ? [{ message: problemSentence(problem) }] : [{ field: first.field, message: first.message }])
        },
      },
    )
  }
  return (
    <>
      <form id="give" onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} reference={give.error?.reference} />
        <div className="lead">
          <h1>补一条{asked.asks}</h1>
          <p>
            {asked.school}{asked.year}年度，请{asked.from}补。不用账号，{dayWords(dayOf(new Date(asked.expiresAt)))}前交一次就行。
          </p>
          {asked.note === null ? null : <p>{asked.note}</p>}
        </div>
        <Field label="标题" id="asked-title" fault={faultAt('asked-title')}>
          {(ties) => (
            <input
              {...ties}
              className="input"
              maxLength={120}
              value={title}
              onChange={(event) => {
                setTitle(event.target.value)
                mend('asked-title')
              }}
            />
          )}
        </Field>
        <DayField
          draft={{ on, period: null }}
          year={asked.year}
          recordedOn={today()}
          fault={faultAt('entry-day')}
          onChange={(change) => {
            setOn(change.on)
            mend('entry-day')
          }}
        />
        <fieldset className="field evidence">
          <legend>
            材料<span className="optional">选填，写一处或选一张</span>
          </legend>
          {file.held.state === 'sent' ? null : (
            <input
              className="input"
              aria-label="记在什么本子第几页，或文号、链接"
              placeholder="德育工作记录本第12页"
              maxLength={200}
              value={reference}
              onChange={(event) => setReference(event.target.value)}
            />
          )}
          {reference.trim() === '' || file.held.state !== 'none' ? <OneFile {...file} /> : null}
          <p className="note under">原件留在原处就行。照片里别拍学生正脸、证件号。</p>
        </fieldset>
      </form>
      <BottomBar note={`今天${dayWords(today())}，照实填；交上去后由党务干部核对`}>
        <button type="submit" form="give" className="button primary wide">
          {give.isPending ? '正在交' : '交上去'}
        </button>
      </BottomBar>
    </>
  )
}

const fieldAt: Readonly<Record<string, string>> = { '#/title': 'asked-title', '#/happenedOn': 'entry-day' }

const faultsOf = (
  asked: AskedRecord,
  { title, on, sending }: { readonly title: string; readonly on: string | null; readonly sending: boolean },
): readonly Fault[] => [
  ...(title.trim() === '' ? [{ field: 'asked-title', message: '还没有写标题。写一句是什么活动就行。' }] : []),
  ...(on === null
    ? [{ field: 'entry-day', message: '还没有选日期。请选实际开展的那一天。' }]
    : on < asked.firstDay || on > asked.lastDay
      ? [{ field: 'entry-day', message: `${dayWords(on, asked.year)}不在${asked.year}年度内，请改日期。` }]
      : checkDayHasCome(on, today()).map(({ message }) => ({ field: 'entry-day', message }))),
  ...(sending ? [{ message: '照片还在传，几秒钟就好。传完再交。' }] : []),
]
