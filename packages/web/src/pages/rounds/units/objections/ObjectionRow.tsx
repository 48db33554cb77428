import type { ReactNode } from 'react'
import type { Objection } from '../../../../api/contract.ts'
import { decisionAddress } from '../../../../api/documents.ts'
import type { Place } from '../../../../api/names.ts'
import { FileLink } from '../../../../ui/FileLink.tsx'
import { instantWords } from '../../../../ui/day-words.ts'
import { pointsText } from '../../../../ui/Mark.tsx'
import { decisionWords } from './objection-words.ts'

/** One objection with its reason, what shows it, and how it was decided. `children`: where it is decided. */
export const ObjectionRow = (props: { readonly place: Place; readonly objection: Objection; readonly school?: boolean; readonly children?: ReactNode }) => {
  const { objection, place } = props
  const { decision } = objection
  return (
    <li className="objection">
      <h3>
        {props.school === true ? `${objection.unitName}　` : ''}第{objection.no}条，检查{pointsText(objection.score)}分，自查
        {pointsText(objection.selfScore)}分
      </h3>
      <p>{objection.reason}</p>
      {objection.evidence.length === 0 ? null : (
        <p className="small grey">
          依据：
          {objection.evidence
            .map((one) => ('sha256' in one ? '电子件' : `${one.reference}${one.place === undefined ? '' : `，放在${one.place}`}`))
            .join('；')}
        </p>
      )}
      <p className="note">
        {objection.byName}，{instantWords(objection.at)}
      </p>
      {decision === null ? null : (
        <div className="decided">
          <p>
            <b>{decisionWords(objection)}</b>：{decision.reason}
          </p>
          <p className="note">
            {decision.byName}，{instantWords(decision.at)}
          </p>
        </div>
      )}
      {decision === null ? null : (
        <span className="downloads small">
          <FileLink href={decisionAddress(place, objection.id, 'docx')}>决定Word</FileLink>
          <FileLink href={decisionAddress(place, objection.id, 'pdf')}>决定PDF</FileLink>
        </span>
      )}
      {props.children}
    </li>
  )
}
