import { sayStage } from '@zicha/core'
import { Link } from 'react-router'
import type { AssessmentAnswer } from '../../../../api/contract.ts'
import { placePath } from '../../../../api/names.ts'
import { pointsText } from '../../../../ui/Mark.tsx'
import { instantWords } from '../../../../ui/day-words.ts'
import { usePlace } from '../../../place.ts'
import { DownloadLinks } from '../document/DownloadLinks.tsx'

/** It is with the bureau: since when, with which mark, and what can be done now. */
export const Submitted = ({ assessment }: { readonly assessment: AssessmentAnswer }) => {
  const place = usePlace()
  const here = placePath(place)
  const at = assessment.history.findLast(({ to }) => to === 'submitted')?.at
  const total = assessment.snapshot === undefined ? '' : `，自查${pointsText(assessment.snapshot.total)}分`
  return (
    <div className="state" role="status">
      <h1>
        <span className="done tick">
          {assessment.stage === 'submitted' ? '已提交' : sayStage(assessment.stage)}
          {assessment.stage === 'submitted' ? assessment.bureauName : ''}
        </span>
      </h1>
      <p>
        {at === undefined ? '' : instantWords(at)}
        {assessment.stage === 'submitted' ? total : ''}。退回前不能再改。
        {assessment.snapshot === undefined ? null : (
          <>
            <span className="nw">核验码{assessment.snapshot.code}，</span>印在表的页脚。
          </>
        )}
      </p>
      <div className="acts">
        <Link className="button" to={`${here}/document`}>
          打印预览
        </Link>
        <Link className="button" to={here}>
          回首页
        </Link>
      </div>
      <p className="small">
        <DownloadLinks place={place} />
      </p>
    </div>
  )
}
