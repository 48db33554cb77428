import type { AssessmentAnswer } from '../../../api/contract.ts'
import { useInspection } from '../../../api/inspection.ts'
import type { Place } from '../../../api/names.ts'
import { useObjections } from '../../../api/objections.ts'
import { instantWords } from '../../../ui/day-words.ts'
import { pointsText } from '../../../ui/Mark.tsx'
import { signedTotal } from './signed-total.ts'

/**
 * 11月23日，邓杰。 Where a decision changed the total after the signature, both numbers with their steps instead: 11月23日
 * 签字90分，异议后90.5分。 Nobody's name stands under a number that they did not sign.
 */
export const LastStep = ({ place, assessment }: { readonly place: Place; readonly assessment: AssessmentAnswer }) => {
  const last = assessment.history.at(-1)
  const signing = assessment.history.findLast(({ to }) => to === 'signed')
  const isSigned = assessment.stage === 'signed' || assessment.stage === 'frozen'
  const { data: inspection } = useInspection(place)
  const { data: objections } = useObjections(place, isSigned)
  if (last === undefined) return null
  const total = inspection?.total ?? null
  const signed = !isSigned || signing === undefined || total === null ? null : signedTotal(total, signing.at, objections?.items ?? [])
  if (signing === undefined || signed === null || total === null) {
    return (
      <>
        <span className="nw">{instantWords(last.at)}，</span>
        {last.byName}。
      </>
    )
  }
  return (
    <>
      <span className="nw">
        {instantWords(signing.at)}签字{pointsText(signed)}分，
      </span>
      <span className="nw">异议后{pointsText(total)}分</span>
      {assessment.stage === 'frozen' ? <span className="nw">，{instantWords(last.at)}定稿</span> : null}。
    </>
  )
}
