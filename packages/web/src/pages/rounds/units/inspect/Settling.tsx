import { useState } from 'react'
import type { InspectionAnswer } from '../../../../api/contract.ts'
import { useSettleItem } from '../../../../api/inspection.ts'
import { problemSentence, referenceOf } from '../../../../api/problem.ts'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { usePlace } from '../../../place.ts'

type Item = InspectionAnswer['items'][number]

/** The colleague's mark beside the own one, seen after both are given; where they differ, one press settles it. */
export const Settling = ({ item, username, closed }: { readonly item: Item; readonly username: string; readonly closed: boolean }) => {
  const settle = useSettleItem(usePlace())
  const [other, setOther] = useState(false)
  const [score, setScore] = useState('')
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const distinct = [...new Set(item.scores.map((one) => one.score))]
  const differ = item.score === null && distinct.length > 1

  const send = (to: number, why: string) => {
    if (settle.isPending) return
    setFault(null)
    settle.mutate(
      {
        no: item.no,
        body: { score: to, reason: why },
        ...(item.settled === null ? {} : { version: item.settled.version }),
      },
      { onSuccess: () => setOther(false), onError: (problem) => setFault(problemSentence(problem)) },
    )
  }
  const sendOther = () => {
    const number = Number(score.trim())
    if (score.trim() === '' || !Number.isFinite(number)) return setFault('还没有填定几分。填个数，可以有半分。')
    if (reason.trim() === '') return setFault('还没有写为什么定这个分。写一句，书记和局里会看到。')
    send(number, reason.trim())
  }
  return (
    <Section
      title={item.settled === null ? '两人打的分不同' : `商定${pointsText(item.settled.score)}分`}
      aside={differ ? <span className="note">按一下就定</span> : undefined}
    >
      {item.settled === null ? null : <p className="after-rule small">{item.settled.reason}</p>}
      <ul className="rows settling">
        {item.scores.map((one) => (
          <li key={one.inspector}>
            <span>
              {one.inspector === username ? '我' : one.name}
              <b className="nw">　{pointsText(one.score)}分</b>
              <span className="meta">{one.reason ?? '同意自查'}</span>
            </span>
            {differ && !closed ? (
              <button
                type="button"
                className="button"
                onClick={() => send(one.score, `商定按${one.name}的分：${one.reason ?? '同意自查'}`)}
              >
                定为{one.inspector === username ? '我' : one.name}的{pointsText(one.score)}分
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {fault === null ? null : (
        <ErrorSummary faults={[{ message: fault }]} reference={settle.error === null ? undefined : referenceOf(settle.error)} />
      )}
      {!differ || closed ? null : other ? (
        <div className="field inner">
          <label htmlFor="settle-score">定几分</label>
          <span className="with-unit">
            <input
              id="settle-score"
              className="input"
              inputMode="decimal"
              value={score}
              onChange={(event) => setScore(event.target.value)}
            />
            分
          </span>
          <label className="label after-rule" htmlFor="settle-reason">
            理由
          </label>
          <textarea
            id="settle-reason"
            className="input"
            rows={2}
            maxLength={400}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <div className="acts after-rule">
            <button type="button" className="button" onClick={sendOther}>
              定这个分
            </button>
            <button type="button" className="tap" onClick={() => setOther(false)}>
              不定了
            </button>
          </div>
        </div>
      ) : (
        <button type="button" className="tap start" onClick={() => setOther(true)}>
          定别的分
        </button>
      )}
    </Section>
  )
}
