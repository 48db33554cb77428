import { isExact } from '@zicha/core'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { Place } from '../../../../api/names.ts'
import { useOverrideMark } from '../../../../api/override-mark.ts'
import { problemSentence, RequestProblem } from '../../../../api/problem.ts'
import type { OverrideBody } from '../../../../api/contract.ts'
import { useScore } from '../../../../api/score.ts'
import { keepAct } from '../../../../outbox/keep-act.ts'
import { markIn } from '../../../../outbox/send-answer.ts'
import { useLocalAnswers } from '../../../../outbox/use-outbox.ts'
import { KeptLine } from '../../../../ui/KeptLine.tsx'
import { useKeptTyping } from '../../../../ui/use-kept-typing.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import type { CriterionMark } from './sheet-rows.ts'

/** 改自查分: another mark than the counted one needs a sentence, which the inspector will read beside it. */
export const OwnMark = ({ place, mark, item }: { readonly place: Place; readonly mark: CriterionMark; readonly item: number }) => {
  const { user } = useSignedIn()
  const thing = `mark.${place.round}.${place.unit}.${mark.id}`
  const typing = useKeptTyping({ username: user.username, thing, base: String(mark.override?.score ?? '') }, { score: '', reason: mark.override?.reason ?? '' })
  const { score, reason } = typing.value
  const [fault, setFault] = useState<string | null>(null)
  const override = useOverrideMark(place)
  const computed = mark.override?.computed ?? mark.score
  const leave = () => {
    typing.forget()
    setFault(null)
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = faultOf(score, reason, mark.max, computed, item)
    setFault(found)
    if (found === null && !override.isPending) set({ score: Number(score), reason: reason.trim() })
  }
  const isKept = useLocalAnswers(place).marks.some((act) => act.criterion === mark.id)
  const stands = useScore(place).data
  /** Onto this device first; where the browser keeps nothing, directly. */
  const set = (body: OverrideBody | null): void => {
    const before = stands === undefined ? null : (markIn(stands, mark.id)?.body ?? null)
    keepAct(place, { kind: 'mark', criterion: mark.id, title: `第${item}条改分`, body, before })
      .catch(() => override.mutateAsync({ criterion: mark.id, body }))
      .then(leave, (error: unknown) => setFault(problemSentence(error instanceof RequestProblem ? error : new RequestProblem({ kind: 'offline' }))))
  }
  const takeBack = () => set(null)

  return (
    <form className="own-mark" onSubmit={submit} noValidate>
      <KeptLine typing={{ ...typing, wasKept: false }} />
      {mark.override === undefined ? null : (
        <p className="small">
          自己定{pointsText(mark.override.score)}分，系统算{pointsText(mark.override.computed)}分。
          {isKept ? '已存本机，联网后自动上传。' : ''}
          <button type="button" className="tap" onClick={takeBack}>
            用系统的分
          </button>
        </p>
      )}
      <p className="own-score-line small">
        <label htmlFor={`score-${mark.id}`}>改自查分</label>
        <span className="with-unit">
          <input
            id={`score-${mark.id}`}
            className="input"
            inputMode="decimal"
            autoComplete="off"
            data-own-mark
            placeholder={`0到${pointsText(mark.max)}`}
            aria-describedby={fault === null ? undefined : `fault-${mark.id}`}
            value={score}
            onChange={(event) => typing.change((before) => ({ ...before, score: event.target.value }))}
          />
          分
        </span>
      </p>
      {fault === null ? null : (
        <p className="miss" role="alert" id={`fault-${mark.id}`}>
          {fault}
        </p>
      )}
      {score === '' ? null : (
        <>
          <p className="small grey">系统算{pointsText(computed)}分。改了要写理由，检查时会一起看到。</p>
          <label className="label" htmlFor={`reason-${mark.id}`}>
            理由
          </label>
          <textarea
            id={`reason-${mark.id}`}
            className="input"
            rows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => typing.change((before) => ({ ...before, reason: event.target.value }))}
          />
          <div className="acts">
            <button type="submit" className="button">
              {override.isPending ? '正在存' : '保存这个分'}
            </button>
            <button type="button" className="tap" onClick={leave}>
              不改了
            </button>
          </div>
        </>
      )}
    </form>
  )
}

const faultOf = (score: string, reason: string, max: number, computed: number, item: number): string | null => {
  const number = Number(score.trim())
  if (score.trim() === '' || !Number.isFinite(number) || !isExact(number)) return `自查得分要填一个数。请填0到${pointsText(max)}之间的数。`
  if (number > max || number < 0) return `第${item}条这一处最多${pointsText(max)}分，填了${score}分。请填0到${pointsText(max)}之间的数。`
  if (reason.trim() === '') {
    return `自查得分${pointsText(number)}分，与系统算的${pointsText(computed)}分不同。请写一句理由，检查时会一起看到。`
  }
  return null
}
