import { rectificationStepsFrom } from '@zicha/core'
import type { AssessmentAnswer } from '../../../api/contract.ts'
import { placePath } from '../../../api/names.ts'
import type { Place } from '../../../api/names.ts'
import { useObjections } from '../../../api/objections.ts'
import { useRectifications } from '../../../api/rectifications.ts'
import { dayWords, instantWords, today, untilWords } from '../../../ui/day-words.ts'
import { Row, Rows } from '../../../ui/Row.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useSignedIn } from '../../SignedIn.tsx'
import { decidedSince, decidedWords } from './objections/objection-words.ts'
import { rectificationStanding } from './rectifications/rectification-words.ts'
import { readSeenAt } from './seen-at.ts'

/**
 * After the inspection: decisions that the school has not read yet, problems to put right, the days left to object.
 * Nothing, where nothing is.
 */
export const AfterInspection = ({ place, assessment }: { readonly place: Place; readonly assessment: AssessmentAnswer }) => {
  const here = placePath(place)
  const { user } = useSignedIn()
  const isDone = assessment.stage === 'inspected' || assessment.stage === 'signed' || assessment.stage === 'frozen'
  const rectifications = useRectifications(place, !assessment.editable)
  const objections = useObjections(place, isDone)
  const open = (rectifications.data?.items ?? []).filter((one) => one.state !== 'accepted')
  const { until } = objections.data ?? { until: null }
  const underWay = (objections.data?.items ?? []).filter((one) => one.decision === null).length
  const mayObject = objections.data?.open === true && user.role === 'secretary'
  // News is for the school; the bureau decided it.
  const news = user.unit === place.unit ? decidedSince(objections.data?.items ?? [], readSeenAt('objections', place, user.username)) : []
  if (news.length === 0 && open.length === 0 && underWay === 0 && !mayObject) return null
  return (
    <Section title="检查以后">
      <Rows>
        {news.map((one) => (
          <Row
            key={one.id}
            to={`${here}/objections`}
            title={decidedWords(one)}
            meta={one.decision === null ? '' : `${one.decision.byName}，${instantWords(one.decision.at)}`}
            verb="看决定"
          />
        ))}
        {open.map((one) => (
          <Row
            key={one.id}
            to={`${here}/rectifications/${one.id}`}
            title={`整改：${one.no === null ? '' : `第${one.no}条　`}${one.problem}`}
            meta={rectificationStanding(one, today())}
            verb={rectificationStepsFrom(one.state, user.role).length > 0 ? '去办' : '看'}
          />
        ))}
        {underWay === 0 && !mayObject ? null : (
          <Row
            to={`${here}/objections`}
            title={underWay > 0 ? `${underWay}条异议局里在办` : '对检查得分有不同意见'}
            meta={until === null || objections.data?.open !== true ? '' : `${dayWords(until)}前可以提异议，${untilWords(today(), until)}`}
            verb={underWay > 0 ? '看' : '提异议'}
          />
        )}
      </Rows>
    </Section>
  )
}
