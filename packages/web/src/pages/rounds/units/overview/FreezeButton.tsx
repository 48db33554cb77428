import { useState } from 'react'
import type { AssessmentAnswer } from '../../../../api/contract.ts'
import { useObjections } from '../../../../api/objections.ts'
import { problemSentence } from '../../../../api/problem.ts'
import { useRectifications } from '../../../../api/rectifications.ts'
import { Question } from '../../../../ui/Drawer.tsx'
import { today } from '../../../../ui/day-words.ts'
import { usePlace } from '../../../place.ts'
import { openMatters } from './open-matters.ts'

/** 定稿: at one press where nothing is open; where something still runs under the sheet it is named first. */
export const FreezeButton = (props: {
  readonly assessment: AssessmentAnswer
  readonly pending: boolean
  readonly onFreeze: () => void
  readonly onFault: (sentence: string) => void
}) => {
  const place = usePlace()
  const objections = useObjections(place)
  const rectifications = useRectifications(place)
  const [looking, setLooking] = useState(false)
  const [open, setOpen] = useState<readonly string[]>([])
  // It is final: what the school did since this page was opened counts too.
  const look = async (): Promise<void> => {
    if (looking || props.pending) return
    setLooking(true)
    const [objected, toRectify] = await Promise.all([objections.refetch(), rectifications.refetch()])
    setLooking(false)
    const error = objected.error ?? toRectify.error
    if (error !== null) return props.onFault(problemSentence(error))
    if (objected.data === undefined || toRectify.data === undefined) return
    const matters = openMatters(objected.data, toRectify.data, today())
    if (matters.length === 0) props.onFreeze()
    else setOpen(matters)
  }
  return (
    <>
      <button type="button" className="button primary" onClick={() => void look()}>
        {props.pending ? '正在定稿' : '定稿'}
      </button>
      {open.length === 0 ? null : (
        <Question
          question={`这些还没有办完，现在给${props.assessment.unit.name}定稿？`}
          meaning={
            <>
              {open.map((line) => (
                <span key={line} className="matter">
                  {line}
                </span>
              ))}
              定稿不能撤回。这些照样能办；异议改分，另外封存一份。
            </>
          }
          act="现在定稿"
          keep="办完再定"
          onAct={() => {
            setOpen([])
            props.onFreeze()
          }}
          onClose={() => setOpen([])}
        />
      )}
    </>
  )
}
