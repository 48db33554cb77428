import { daysUntilRecorded, isLate, sayDay } from '@zicha/core'
import { useState } from 'react'
import { ChoiceChips } from '../../../../ui/Chips.tsx'
import { daysBefore, lastDayToRecord, today } from '../../../../ui/day-words.ts'
import { FieldGroup } from '../../../../ui/Field.tsx'
import type { EntryDraft } from './entry-draft.ts'

type Which = 'today' | 'yesterday' | 'other'

/** 今天 · 昨天 · 选日期. A day that only a person can know is never put in for them. */
export const DayField = (props: {
  readonly draft: Pick<EntryDraft, 'on' | 'period'>
  readonly year: number
  /** The day that it was recorded on: today, or for a stored record the day it was first written down. */
  readonly recordedOn: string
  readonly fault: string | undefined
  readonly onChange: (change: Pick<EntryDraft, 'on'>) => void
}) => {
  const { draft, year, onChange } = props
  const now = today()
  const before = daysBefore(now, 1)
  const [other, setOther] = useState(draft.on === null || (draft.on !== now && draft.on !== before))
  const ofYear = now.startsWith(`${year}-`)
  const which: Which | null = other ? 'other' : draft.on === now ? 'today' : 'yesterday'
  const late = draft.on !== null && draft.on !== '' && isLate(draft.on, props.recordedOn)
  return (
    <FieldGroup
      label="哪天"
      id="entry-day"
      fault={props.fault}
      {...(draft.period !== null && draft.on === null ? { hint: `缺的是${draft.period}。请选实际开的那一天。` } : {})}
    >
      {ofYear ? (
        <ChoiceChips<Which>
          name="day"
          choices={[
            { value: 'today', label: <span className="nw">今天{now.slice(5)}</span> },
            { value: 'yesterday', label: '昨天' },
            { value: 'other', label: '选日期' },
          ]}
          value={which}
          onChoose={(chosen) => {
            setOther(chosen === 'other')
            if (chosen !== 'other') onChange({ on: chosen === 'today' ? now : before })
          }}
        />
      ) : null}
      {other || !ofYear ? (
        <input
          className="input day-input"
          type="date"
          aria-label="日期"
          min={`${year}-01-01`}
          max={lastDayToRecord(year)}
          value={draft.on ?? ''}
          onChange={(event) => onChange({ on: event.target.value === '' ? null : event.target.value })}
        />
      ) : null}
      {late && draft.on !== null ? (
        <p className="small grey under">
          {sayDay(draft.on)}{props.recordedOn === now ? '过去' : '过了'}{daysUntilRecorded(draft.on, props.recordedOn)}天{props.recordedOn === now ? '了' : '才记'}，会标“补录”。确实开过就补；没开过，请如实空着。
        </p>
      ) : null}
    </FieldGroup>
  )
}
