import { Because, pointsText } from '../../../../ui/Mark.tsx'
import type { SheetRow } from './sheet-rows.ts'

/** Why the mark is what it is, beside the mark and never behind a tap: a line for each criterion, one for all that is open. */
export const Reasons = ({ row }: { readonly row: SheetRow }) => {
  const open = row.criteria.filter(({ mark }) => mark.status === 'unanswered')
  return (
    <ul className="reasons">
      {row.criteria.map(({ criterion, mark }) =>
        mark.status === 'unanswered' ? null : (
          <li key={criterion.id}>
            {row.criteria.length > 1 ? <b>{criterion.title}：</b> : null}
            {mark.override === undefined ? (
              <Because text={mark.because} />
            ) : (
              <>
                自己定{pointsText(mark.override.score)}分（系统算{pointsText(mark.override.computed)}分）：{mark.override.reason}
              </>
            )}
          </li>
        ),
      )}
      {open.length === 0 ? null : (
        <li>
          <b>还没有核对：</b>
          {open.map(({ criterion }) => criterion.title).join('、')}。
        </li>
      )}
    </ul>
  )
}
