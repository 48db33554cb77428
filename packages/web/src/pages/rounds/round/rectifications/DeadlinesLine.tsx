import { useState } from 'react'
import type { FormEvent } from 'react'
import { useDeadlines, useSetDeadlines } from '../../../../api/closing.ts'
import type { Deadlines } from '../../../../api/contract.ts'
import { problemSentence } from '../../../../api/problem.ts'

/** How many days there are to object, to report and to review; the bureau may set others for this round. */
export const DeadlinesLine = ({ round, mayChange }: { readonly round: string; readonly mayChange: boolean }) => {
  const deadlines = useDeadlines(round)
  const [open, setOpen] = useState(false)
  if (deadlines.data === undefined) return null
  const { objectionDays, reportDays, reviewDays } = deadlines.data
  return (
    <>
      <p className="field small">
        签字后{objectionDays}日内可提异议，整改{reportDays}日内报告，报告后{reviewDays}日内复核。
        {mayChange && !open ? (
          <button type="button" className="tap" onClick={() => setOpen(true)}>
            改天数
          </button>
        ) : null}
      </p>
      {open ? <DaysForm round={round} deadlines={deadlines.data} onClose={() => setOpen(false)} /> : null}
    </>
  )
}

const names = { objectionDays: '提异议', reportDays: '整改报告', reviewDays: '复核' } as const
const kinds = ['objectionDays', 'reportDays', 'reviewDays'] as const

const DaysForm = ({ round, deadlines, onClose }: { readonly round: string; readonly deadlines: Deadlines; readonly onClose: () => void }) => {
  const set = useSetDeadlines(round)
  const [days, setDays] = useState({
    objectionDays: String(deadlines.objectionDays),
    reportDays: String(deadlines.reportDays),
    reviewDays: String(deadlines.reviewDays),
  })
  const [fault, setFault] = useState<string | null>(null)
  const save = (event: FormEvent) => {
    event.preventDefault()
    const wrong = kinds.find((kind) => !/^\d{1,3}$/u.test(days[kind]) || Number(days[kind]) < 1 || Number(days[kind]) > 365)
    if (wrong !== undefined) return setFault(`${names[wrong]}的天数请填1到365之间的整数。`)
    setFault(null)
    const body = { objectionDays: Number(days.objectionDays), reportDays: Number(days.reportDays), reviewDays: Number(days.reviewDays) }
    set.mutate({ body, version: deadlines.version }, { onSuccess: onClose, onError: (problem) => setFault(problemSentence(problem)) })
  }
  return (
    <form className="field" onSubmit={save} noValidate>
      {fault === null ? null : (
        <p className="miss" role="alert">
          {fault}
        </p>
      )}
      {kinds.map((kind) => (
        <p key={kind} className="below">
          <label className="label" htmlFor={kind}>
            {names[kind]}
          </label>
          <span className="with-unit">
            <input id={kind} className="input" inputMode="numeric" value={days[kind]} onChange={(event) => setDays({ ...days, [kind]: event.target.value })} />
            日
          </span>
        </p>
      ))}
      <p className="acts below">
        <button type="submit" className="button">
          {set.isPending ? '正在保存' : '保存天数'}
        </button>
        <button type="button" className="tap" onClick={onClose}>
          不改了
        </button>
      </p>
      <p className="note">已经记下的整改，报告截止日不变。</p>
    </form>
  )
}
