import { useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { placePath } from '../../../../api/names.ts'
import { keepAct } from '../../../../outbox/keep-act.ts'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { FrameBar } from '../../../../ui/Frame.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { itemName } from '../item-reading.ts'
import { UnitFrame } from '../UnitFrame.tsx'
import { baseOf } from './local-marks.ts'
import { paperReason, readTyped, typedDifference } from './typed-marks.ts'
import type { Typed, TypedFault } from './typed-marks.ts'
import { ownMarkOf, useInspecting } from './use-inspecting.ts'
import type { Inspecting } from './use-inspecting.ts'
import '../../../../ui/office.css'
import './typing.css'

/** 照纸录分: marks that were written on paper, typed one after another on one page, then given together. */
export const TypingPage = () => {
  const inspecting = useInspecting(usePlace())
  return (
    <UnitFrame title="照纸录分">
      <Awaited query={inspecting}>
        {(data) =>
          data.assessment.stage === 'submitted' || data.assessment.stage === 'inspecting' ? (
            <Typing data={data} />
          ) : (
            <Empty title="现在不打分">学校提交后、检查完成前，才能录分。</Empty>
          )
        }
      </Awaited>
    </UnitFrame>
  )
}

const Typing = ({ data }: { readonly data: Inspecting }) => {
  const place = usePlace()
  const { user } = useSignedIn()
  const navigate = useNavigate()
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const [faults, setFaults] = useState<readonly TypedFault[]>([])
  const [unstored, setUnstored] = useState(false)
  const table = useRef<HTMLDivElement>(null)
  const { marks } = readTyped(data.form, data.inspection.items, typed)
  const change = (no: number, to: Typed) => setTyped({ ...typed, [no]: to })

  /** Enter and the arrows go from mark to mark, as in a table on paper; after the last one stands the button. */
  const move = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const fields = [...(table.current?.querySelectorAll<HTMLInputElement>('input.mark') ?? [])]
    const next = fields[fields.indexOf(event.currentTarget) + by]
    if (next !== undefined) next.select()
    else if (by === 1) document.querySelector<HTMLButtonElement>('#give-typed')?.focus()
  }
  const give = async () => {
    const read = readTyped(data.form, data.inspection.items, typed)
    setFaults(read.faults)
    setUnstored(false)
    if (read.faults.length > 0 || read.marks.length === 0) return
    try {
      for (const mark of read.marks) {
        const item = data.inspection.items.find(({ no }) => no === mark.no)
        if (item === undefined) continue
        const body = { score: mark.score, ...(mark.reason === undefined ? {} : { reason: mark.reason }) }
        await keepAct(place, { kind: 'inspect', no: mark.no, title: itemName(data.form, mark.no), body, against: item.selfScore, base: baseOf(item, user) })
      }
    } catch {
      setUnstored(true)
      return
    }
    void navigate(`${placePath(place)}/inspect/summary`)
  }
  return (
    <>
      <div className="lead">
        <h1>照纸录分</h1>
        <p>照着纸质检查表一条一条填，按回车到下一条。与自查不同的，理由先写“见现场纸质检查表”，可以改。</p>
      </div>
      {unstored ? <ErrorSummary faults={[{ message: '这台设备存不下，没有录上。填的都还在，请到“现场检查”里一条一条打。' }]} /> : null}
      {faults.length === 0 ? null : <ErrorSummary faults={faults.map(({ no, message }) => ({ message, field: `mark-${no}` }))} />}
      <div className="typing" ref={table}>
        <div className="typing-head small grey" aria-hidden="true">
          <span>条</span>
          <span>内容</span>
          <span>满分</span>
          <span>自查</span>
          <span>检查得分</span>
        </div>
        {data.inspection.items.map((item) => {
          const one = typed[String(item.no)]
          const difference = typedDifference(one, item.selfScore)
          const own = ownMarkOf(item, user.username)
          const bad = faults.some(({ no }) => no === item.no)
          return (
            <div key={item.no} className={bad ? 'typing-row bad' : 'typing-row'}>
              <span className="number">{item.no}</span>
              <label htmlFor={`mark-${item.no}`}>{itemName(data.form, item.no)}</label>
              <span className="points">{pointsText(item.max)}</span>
              <span className="points">{pointsText(item.selfScore)}</span>
              <input
                id={`mark-${item.no}`}
                className="input mark"
                inputMode="decimal"
                autoComplete="off"
                aria-invalid={bad ? true : undefined}
                placeholder={own === undefined ? '' : pointsText(own.score)}
                value={one?.score ?? ''}
                onChange={(event) => change(item.no, { ...one, score: event.target.value })}
                onKeyDown={move}
              />
              {difference === null ? null : (
                <span className="why-differs">
                  <span className="small">{difference > 0 ? '比自查多' : '比自查少'}{pointsText(Math.abs(difference))}分</span>
                  <input
                    className="input"
                    aria-label={`第${item.no}条理由`}
                    maxLength={400}
                    value={one?.reason ?? paperReason(item.no)}
                    onChange={(event) => change(item.no, { score: one?.score ?? '', reason: event.target.value })}
                  />
                </span>
              )}
            </div>
          )
        })}
      </div>
      <FrameBar>
        <p className="small">填了{marks.length}条，共{data.inspection.items.length}条。空着的不动。</p>
        <button id="give-typed" type="button" className="button primary" onClick={() => void give()}>
          {marks.length === 0 ? '录这些分' : `录这${marks.length}条`}
        </button>
      </FrameBar>
    </>
  )
}
