import { rectificationStepsFrom } from '@zicha/core'
import { Link, useParams } from 'react-router'
import type { Rectification, RectificationStepBody } from '../../../../../api/contract.ts'
import { placePath } from '../../../../../api/names.ts'
import { problemSentence, referenceOf } from '../../../../../api/problem.ts'
import { useRectifications, useTakeStep } from '../../../../../api/rectifications.ts'
import { ErrorSummary } from '../../../../../ui/ErrorSummary.tsx'
import { NetworkNeeded } from '../../../../../ui/NetworkNeeded.tsx'
import { Awaited, Empty } from '../../../../../ui/states.tsx'
import { instantWords, today } from '../../../../../ui/day-words.ts'
import { usePlace } from '../../../../place.ts'
import { useSignedIn } from '../../../../SignedIn.tsx'
import { UnitFrame } from '../../UnitFrame.tsx'
import { rectificationStanding } from '../rectification-words.ts'
import { PlanForm, ReportForm, ReviewForm } from './StepForms.tsx'
import { StepList } from './StepList.tsx'
import './rectification.css'

/** One problem from its finding to its acceptance; below it the one thing that this person can do now. */
export const RectificationPage = () => {
  const place = usePlace()
  const { rectification } = useParams()
  const rectifications = useRectifications(place)
  return (
    <UnitFrame title="整改">
      <Awaited query={rectifications}>
        {({ items }) => {
          const one = items.find(({ id }) => id === rectification)
          return one === undefined ? (
            <>
              <h1 className="unseen">整改</h1>
              <Empty
                title="没有这件整改"
                action={
                  <Link className="button" to={`${placePath(place)}/rectifications`}>
                    看全部整改
                  </Link>
                }
              />
            </>
          ) : (
            <One key={one.version} one={one} />
          )
        }}
      </Awaited>
    </UnitFrame>
  )
}

const acts: { readonly [K in RectificationStepBody['kind']]: string } = { plan: '交措施', approve: '批准', report: '报告', accept: '认可', return: '退回再改' }

const One = ({ one }: { readonly one: Rectification }) => {
  const place = usePlace()
  const { user } = useSignedIn()
  const take = useTakeStep(place)
  const may = rectificationStepsFrom(one.state, user.role)
  const safe = may.includes('report') ? '写好的留在这台设备，照片连上网络再选。' : may.includes('plan') ? '写好的留在这台设备。' : ''
  const onTake = (body: RectificationStepBody) => {
    // A secretary's own plan needs nobody else's word: the same press writes both steps down, each as what it is.
    const bodies: readonly RectificationStepBody[] = body.kind === 'plan' && user.role === 'secretary' ? [body, { kind: 'approve' }] : [body]
    if (!take.isPending) take.mutate({ id: one.id, no: one.steps.length + 1, bodies })
  }
  return (
    <>
      <div className="head">
        <div>
          <h1>{one.problem}</h1>
          <p>{rectificationStanding(one, today())}</p>
          <p className="small grey">
            {one.no === null ? '' : `第${one.no}条，`}
            {one.openedByName}，{instantWords(one.openedAt)}记下
          </p>
        </div>
        {may.includes('approve') ? (
          <div className="acts">
            <button type="button" className="button primary" onClick={() => onTake({ kind: 'approve' })}>
              {take.isPending ? '正在保存' : '批准'}
            </button>
          </div>
        ) : null}
      </div>
      {take.error === null ? null : <ErrorSummary faults={[{ message: problemSentence(take.error) }]} reference={referenceOf(take.error)} />}
      <StepList steps={one.steps} />
      {may.length === 0 ? null : <NetworkNeeded what={may.map((kind) => acts[kind]).join('、')} safe={safe} />}
      {may.includes('plan') ? <PlanForm one={one} pending={take.isPending} onTake={onTake} /> : null}
      {may.includes('report') ? <ReportForm one={one} pending={take.isPending} onTake={onTake} /> : null}
      {may.includes('accept') ? <ReviewForm pending={take.isPending} onTake={onTake} /> : null}
    </>
  )
}
