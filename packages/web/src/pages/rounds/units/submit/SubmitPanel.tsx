import { useState } from 'react'
import type { AssessmentAnswer, ScoreAnswer } from '../../../../api/contract.ts'
import { useMoveStage } from '../../../../api/move-stage.ts'
import { problemSentence, referenceOf } from '../../../../api/problem.ts'
import { isAt, isUnsent } from '../../../../outbox/item.ts'
import { countWords } from '../../../../outbox/outbox-notice.ts'
import { useOutbox } from '../../../../outbox/use-outbox.ts'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Pairs } from '../../../../ui/Row.tsx'
import { useOnline } from '../../../../ui/use-online.ts'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'

/** What is handed in to whom, the one tick, and the one button. Nothing is sent without a network, and it says so. */
export const SubmitPanel = (props: {
  readonly assessment: AssessmentAnswer
  readonly score: ScoreAnswer
  readonly open: number
  readonly lacking: number
}) => {
  const { assessment, score } = props
  const place = usePlace()
  const session = useSignedIn()
  const move = useMoveStage(place)
  const [seen, setSeen] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const online = useOnline()
  const unsent = useOutbox().items.filter((item) => isUnsent(item) && isAt(item, place))
  const left = [
    ...(props.open === 0 ? [] : [`${props.open}处未答`]),
    ...(props.lacking === 0 ? [] : [`${props.lacking}件缺材料`]),
  ]
  const submit = () => {
    if (move.isPending) return
    if (!seen) return setFault('还没有勾“看过了，内容属实”。看过再提交。')
    if (unsent.length > 0) return setFault(`还有${countWords(unsent)}存在本机，没有上传。先上传，再提交，才都算进去。`)
    if (!online) return setFault('没有网络，没有提交。写好的都在，连上网络再提交。')
    setFault(null)
    move.mutate({ to: 'submitted' }, { onError: (problem) => setFault(problemSentence(problem)) })
  }
  return (
    <aside className="panel" aria-labelledby="submit-head">
      <h2 id="submit-head">提交</h2>
      <Pairs
        pairs={[
          ['提交给', assessment.bureauName],
          ['自查总分', <b key="total">{pointsText(score.total)}分</b>],
          ['提交人', `书记　${session.user.name}`],
        ]}
      />
      {fault === null ? null : (
        <ErrorSummary
          faults={[{ message: fault, ...(seen ? {} : { field: 'seen' }) }]}
          reference={move.error === null ? undefined : referenceOf(move.error)}
        />
      )}
      <div className="after-rule">
        <label className="check">
          <input id="seen" type="checkbox" checked={seen} onChange={() => setSeen(!seen)} />
          上面各项看过了，内容属实
        </label>
      </div>
      <div className="field">
        <button type="button" className="button primary wide" onClick={submit}>
          {move.isPending ? '正在提交' : `提交给${assessment.bureauName}`}
        </button>
        <p className="note below">
          提交后要由局里退回才能改。
          {left.length === 0 ? '' : `还有${left.join('、')}，仍可提交。`}
          {online ? '' : '提交要有网络，现在没有。'}
        </p>
      </div>
    </aside>
  )
}
