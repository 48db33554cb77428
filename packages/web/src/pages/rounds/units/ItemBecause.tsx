import { Because, pointsText } from '../../../ui/Mark.tsx'
import type { CriterionAnswer } from './item-reading.ts'

/** Why an item has its mark: one sentence a criterion, and a person's own mark with the reason given. */
export const ItemBecause = ({ criteria }: { readonly criteria: readonly { readonly title: string; readonly answer: CriterionAnswer }[] }) => (
  <>
    {criteria.map(({ title, answer }) => (
      <p key={answer.id}>
        {criteria.length > 1 ? <span className="grey">{title}：</span> : null}
        {answer.override === undefined ? (
          answer.status === 'unanswered' ? (
            <b>未答</b>
          ) : (
            <Because text={answer.because} />
          )
        ) : (
          <>
            自己定{pointsText(answer.override.score)}分，系统算{pointsText(answer.override.computed)}分。理由：{answer.override.reason}
          </>
        )}
      </p>
    ))}
  </>
)
