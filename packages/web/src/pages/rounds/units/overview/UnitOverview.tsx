import { sayStage, stepsFrom } from '@zicha/core'
import type { Form } from '@zicha/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import type { AssessmentAnswer, InspectionAnswer, ScoreAnswer } from '../../../../api/contract.ts'
import { useForm } from '../../../../api/form.ts'
import { useInspection } from '../../../../api/inspection.ts'
import { useMoveStage } from '../../../../api/move-stage.ts'
import { placePath } from '../../../../api/names.ts'
import { problemSentence, referenceOf } from '../../../../api/problem.ts'
import { useScore } from '../../../../api/score.ts'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { FrameBar } from '../../../../ui/Frame.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Said } from '../../../../ui/Said.tsx'
import { Awaited } from '../../../../ui/states.tsx'
import { dayWords, today, untilWords } from '../../../../ui/day-words.ts'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { inspectedTotal } from '../inspected-total.ts'
import { AfterInspection } from '../AfterInspection.tsx'
import { DownloadLinks } from '../document/DownloadLinks.tsx'
import { mostReasonLetters, writeReasons } from '../return-reasons.ts'
import type { ReturnReasons } from '../return-reasons.ts'
import { UnitFrame } from '../UnitFrame.tsx'
import { FreezeButton } from './FreezeButton.tsx'
import { History } from './History.tsx'
import { keepReturn, noReasons, readKeptReturn } from './kept-return.ts'
import { SheetReading } from './SheetReading.tsx'
import '../../../../ui/office.css'
import './overview.css'

/** One unit as the bureau, the city and the administrator see it: the sheet to be read, the history, and the bureau's steps. */
export const UnitOverview = () => {
  const place = usePlace()
  const assessment = useAssessment(place)
  const [said, setSaid] = useState<Done | null>(null)
  return (
    <UnitFrame title="单位详情" said={said === null ? null : <Said word={said.word}>{said.sentence}</Said>}>
      <Awaited query={assessment}>{(answer) => <Overview assessment={answer} onSaid={setSaid} />}</Awaited>
    </UnitFrame>
  )
}

type Done = { readonly word: string; readonly sentence: string }

const Overview = ({ assessment, onSaid }: { readonly assessment: AssessmentAnswer; readonly onSaid: (done: Done) => void }) => {
  const place = usePlace()
  const { user } = useSignedIn()
  const form = useForm(assessment.form)
  const score = useScore(place)
  const inspection = useInspection(place)
  const move = useMoveStage(place)
  const [reasons, setReasons] = useState(() => readKeptReturn(place, user.username))
  const [fault, setFault] = useState<string | null>(null)
  const steps = stepsFrom(assessment.stage, user.role)
  const mayReturn = steps.some(({ to }) => to === 'returned')
  const text = writeReasons(reasons)
  const here = placePath(place)

  const change = (next: ReturnReasons) => {
    setFault(null)
    setReasons(next)
    keepReturn(place, user.username, next)
  }
  const giveBack = () => {
    if (move.isPending) return
    if (text === '') return setFault('还没有写要改哪几条。在那一条后面点“要改”，写一句。')
    if (text.length > mostReasonLetters) return setFault(`写了${text.length}个字，最多${mostReasonLetters}个。请写短些，写好的都在。`)
    move.mutate(
      { to: 'returned', reason: text },
      {
        onSuccess: () => {
          change(noReasons)
          onSaid({ word: `已退回${assessment.unit.name}`, sentence: '学校会看到写的话，改好再交。' })
        },
        onError: (problem) => setFault(problemSentence(problem)),
      },
    )
  }
  const take = (to: 'inspecting' | 'inspected' | 'frozen', done: Done, reason?: string) => {
    if (move.isPending) return
    move.mutate(
      { to, ...(reason === undefined ? {} : { reason }) },
      { onSuccess: () => onSaid(done), onError: (problem) => setFault(problemSentence(problem)) },
    )
  }

  return (
    <>
      <div className="head">
        <div>
          <h1>{assessment.unit.name}</h1>
          <p>
            {standingWords(assessment, score.data, inspection.data)}
            {assessment.snapshot === undefined ? null : (
              <>
                ，<span className="nw">核验码{assessment.snapshot.code}</span>
              </>
            )}
          </p>
        </div>
        <div className="acts">
          {steps.some(({ to }) => to === 'frozen') ? (
            <FreezeButton
              assessment={assessment}
              pending={move.isPending}
              onFreeze={() => take('frozen', { word: `${assessment.unit.name}已定稿`, sentence: '这份表不能再改。' })}
              onFault={setFault}
            />
          ) : null}
          {assessment.stage === 'submitted' && steps.some(({ to }) => to === 'inspecting') ? (
            <button type="button" className="button" onClick={() => take('inspecting', { word: '检查开始了', sentence: '检查人可以打分。' })}>
              开始检查
            </button>
          ) : null}
          {assessment.editable ? (
            <Link className="button" to={`${here}?as=school`}>
              看学校的首页
            </Link>
          ) : null}
          {user.role === 'bureau' && assessment.editable ? (
            <Link className="button" to={`${here}/paper-sheet`}>
              按报来的表代填
            </Link>
          ) : null}
          <Link className="button" to={`${here}/document`}>
            打印预览
          </Link>
        </div>
      </div>
      <p className="field small">
        <DownloadLinks place={place}>
          <Link to={`${here}/papers`}>记录册、目录和材料包</Link>
        </DownloadLinks>
      </p>
      {fault === null ? null : (
        <ErrorSummary faults={[{ message: fault }]} reference={move.error === null ? undefined : referenceOf(move.error)} />
      )}
      {assessment.stage === 'inspected' && steps.some(({ to }) => to === 'inspecting') ? (
        <Reopen onReopen={(reason) => take('inspecting', { word: '检查重新打开了', sentence: '检查人可以改分。' }, reason)} />
      ) : null}
      <AfterInspection place={place} assessment={assessment} />
      <Awaited query={form}>
        {(loaded: Form) => (
          <Awaited query={score}>
            {(scored: ScoreAnswer) => (
              <SheetReading
                form={loaded}
                score={scored}
                inspection={inspection.data}
                remarks={assessment.remarks}
                here={here}
                reasons={mayReturn ? reasons : null}
                onReasons={change}
              />
            )}
          </Awaited>
        )}
      </Awaited>
      <History history={assessment.history} />
      {mayReturn ? (
        <FrameBar>
          <p className="small">
            {reasons.items.length === 0
              ? '要退回：在那一条后面点“要改”，写明改什么。'
              : `退回${assessment.unit.name}：写了${reasons.items.length}条，学校会看到这些话。`}
            <span className={text.length > mostReasonLetters ? 'miss' : 'grey'}>
              {text.length > mostReasonLetters - 100 ? `　${text.length}/${mostReasonLetters}字` : ''}
            </span>
          </p>
          {reasons.items.length === 0 ? null : (
            <button type="button" className="tap" onClick={() => change(noReasons)}>
              都不退了
            </button>
          )}
          <button type="button" className={reasons.items.length === 0 ? 'button' : 'button primary'} onClick={giveBack}>
            {move.isPending ? '正在退回' : '退回并写明'}
          </button>
        </FrameBar>
      ) : null}
    </>
  )
}

const standingWords = (
  assessment: AssessmentAnswer,
  score: ScoreAnswer | undefined,
  inspection: InspectionAnswer | undefined,
): string => {
  const inspected = inspection === undefined ? null : inspectedTotal(inspection)
  return [
    sayStage(assessment.stage),
    ...(score === undefined ? [] : [`自查${pointsText(score.total)}分`]),
    ...(inspected === null ? [] : [`检查${inspected}`]),
    ...(assessment.editable ? [`${dayWords(assessment.dueOn)}截止，${untilWords(today(), assessment.dueOn)}`] : []),
    ...(assessment.inspectors.length === 0 ? ['还没有分配检查人'] : [`检查人${assessment.inspectors.map(({ name }) => name).join('、')}`]),
  ].join('，')
}

const Reopen = ({ onReopen }: { readonly onReopen: (reason: string) => void }) => {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  if (!open) {
    return (
      <p className="field small">
        检查已完成，等书记签字。
        <button type="button" className="tap" onClick={() => setOpen(true)}>
          重新打开检查
        </button>
      </p>
    )
  }
  return (
    <div className="field">
      <label htmlFor="reopen">为什么重新打开</label>
      <textarea id="reopen" className="input" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      <div className="acts after-rule">
        <button type="button" className="button" disabled={reason.trim() === ''} onClick={() => onReopen(reason.trim())}>
          重新打开检查
        </button>
        <button type="button" className="tap" onClick={() => setOpen(false)}>
          不打开了
        </button>
      </div>
    </div>
  )
}
