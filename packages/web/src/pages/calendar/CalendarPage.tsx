import { checkHolidays } from '@zicha/core'
import type { Holiday } from '@zicha/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Calendar } from '../../api/contract.ts'
import { useCalendar, useSaveCalendar } from '../../api/calendar.ts'
import { problemSentence, referenceOf } from '../../api/problem.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import type { Fault } from '../../ui/ErrorSummary.tsx'
import { KeptLine } from '../../ui/KeptLine.tsx'
import { Said } from '../../ui/Said.tsx'
import { Awaited } from '../../ui/states.tsx'
import { useKeptTyping } from '../../ui/use-kept-typing.ts'
import { OfficeFrame } from '../OfficeFrame.tsx'
import { useSignedIn } from '../SignedIn.tsx'
import { readMonthDay, writeMonthDay } from './calendar-draft.ts'
import type { MonthDay } from './calendar-draft.ts'
import { Holidays } from './Holidays.tsx'
import './calendar.css'

/** When the two semesters begin: what 每学期 in the table is counted by; and when there is no school. */
export const CalendarPage = () => {
  const { user } = useSignedIn()
  const calendar = useCalendar(user.unit)
  const [said, setSaid] = useState<string | null>(null)
  return (
    <OfficeFrame title="学期" said={said === null ? null : <Said word="已存好">{said}</Said>}>
      <div className="head">
        <div>
          <h1>学期和假期</h1>
          <p>表里“每学期”按这两个日期分。改了，还没有提交的学校会按新的算。放假的日子不安排检查。</p>
        </div>
      </div>
      <Awaited query={calendar}>
        {(answer) => <Semesters key={answer.version} calendar={answer} bureau={user.unit} onSaved={() => setSaid('各校按新的学期算。')} />}
      </Awaited>
    </OfficeFrame>
  )
}

type Typed = { readonly spring: MonthDay; readonly autumn: MonthDay; readonly holidays: readonly Holiday[] }

const Semesters = (props: { readonly calendar: Calendar; readonly bureau: string; readonly onSaved: () => void }) => {
  const save = useSaveCalendar(props.bureau)
  const { user } = useSignedIn()
  const { calendar } = props
  const typing = useKeptTyping<Typed>(
    { username: user.username, thing: `calendar.${props.bureau}`, base: String(calendar.version) },
    { spring: readMonthDay(calendar.springStartsOn), autumn: readMonthDay(calendar.autumnStartsOn), holidays: calendar.holidays ?? [] },
  )
  const { spring, autumn, holidays } = typing.value
  const change = (part: Partial<Typed>) => typing.change((before) => ({ ...before, ...part }))
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const springStartsOn = writeMonthDay(spring)
    const autumnStartsOn = writeMonthDay(autumn)
    if (springStartsOn === null || autumnStartsOn === null) {
      setFaults([
        ...(springStartsOn === null ? [{ field: 'spring-month', message: `没有${spring.month}月${spring.day}日这一天，请改春季学期。` }] : []),
        ...(autumnStartsOn === null ? [{ field: 'autumn-month', message: `没有${autumn.month}月${autumn.day}日这一天，请改秋季学期。` }] : []),
      ])
      return
    }
    const wrong = checkHolidays(holidays)
    setFaults(wrong.map(({ where, message }) => ({ field: `holiday-${where.split('/').at(-1) ?? ''}`, message })))
    if (wrong.length > 0) return
    save.mutate(
      { body: { springStartsOn, autumnStartsOn, holidays: [...holidays] }, version: props.calendar.version },
      {
        onSuccess: () => {
          typing.forget()
          props.onSaved()
        },
        onError: (problem) => setFaults([{ message: problemSentence(problem) }]),
      },
    )
  }
  return (
    <form onSubmit={submit} noValidate>
      <KeptLine typing={typing} />
      <ErrorSummary faults={faults} reference={save.error === null ? undefined : referenceOf(save.error)} />
      <MonthDayField id="spring" label="春季学期从哪天起" value={spring} onValue={(value) => change({ spring: value })} faults={faults} />
      <MonthDayField id="autumn" label="秋季学期从哪天起" value={autumn} onValue={(value) => change({ autumn: value })} faults={faults} />
      <Holidays holidays={holidays} onChange={(all) => change({ holidays: all })} />
      <div className="field">
        <button type="submit" className="button primary">
          {save.isPending ? '正在存' : '保存'}
        </button>
      </div>
    </form>
  )
}

const MonthDayField = (props: {
  readonly id: string
  readonly label: string
  readonly value: MonthDay
  readonly onValue: (value: MonthDay) => void
  readonly faults: readonly Fault[]
}) => {
  const fault = props.faults.find(({ field }) => field === `${props.id}-month`)
  return (
    <fieldset className={fault === undefined ? 'field' : 'field bad'}>
      <legend>{props.label}</legend>
      {fault === undefined ? null : <p className="fault">{fault.message}</p>}
      <span className="with-unit month-day">
        <input
          id={`${props.id}-month`}
          className="input"
          inputMode="numeric"
          aria-label={`${props.label}，月`}
          value={props.value.month}
          onChange={(event) => props.onValue({ ...props.value, month: event.target.value.trim() })}
        />
        月
        <input
          className="input"
          inputMode="numeric"
          aria-label={`${props.label}，日`}
          value={props.value.day}
          onChange={(event) => props.onValue({ ...props.value, day: event.target.value.trim() })}
        />
        日
      </span>
    </fieldset>
  )
}
