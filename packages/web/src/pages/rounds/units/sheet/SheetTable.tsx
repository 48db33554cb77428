import { formatPoints } from '@zicha/core'
import type { Form } from '@zicha/core'
import { Fragment } from 'react'
import { Link } from 'react-router'
import type { ScoreAnswer } from '../../../../api/contract.ts'
import type { Place } from '../../../../api/names.ts'
import { placePath } from '../../../../api/names.ts'
import { Decimal, pointsText } from '../../../../ui/Mark.tsx'
import { TableHead } from '../../../../ui/TableHead.tsx'
import { SectionChecked } from '../checked/SectionCheck.tsx'
import { ItemDetail } from './ItemDetail.tsx'
import { Reasons } from './Reasons.tsx'
import type { SheetRow } from './sheet-rows.ts'

export type SheetProps = {
  readonly rows: readonly SheetRow[]
  readonly form: Form
  readonly score: ScoreAnswer
  readonly open: number | null
  readonly onToggle: (no: number) => void
  readonly place: Place
  readonly today: string
  readonly year: number
  readonly writes: boolean
}

const columns = [
  { name: '条' },
  { name: '具体责任' },
  { name: '满分', right: true },
  { name: '自查', right: true },
  { name: '为什么是这个分' },
  { name: '依据', right: true },
] as const

/** The official order and wording, as a table. */
export const SheetTable = (props: SheetProps) => {
  const { rows, form, score, open, onToggle, place } = props
  return (
    <div className="sheet-frame">
      <table className="grid sheet">
        <TableHead columns={columns} />
        {form.sections.map((section) => {
          const own = rows.filter((row) => row.item.section === section.no)
          if (own.length === 0) return null
          return (
            <tbody key={section.no}>
              <tr className="section-row">
                <th colSpan={2} scope="rowgroup">
                  <span className="section-no">{section.no}</span>
                  {section.name}
                  <SectionChecked place={place} form={form} section={section.no} />
                </th>
                <td className="right">{pointsText(section.points)}</td>
                <td className="right">
                  <Decimal value={score.sections.find((one) => one.no === section.no)?.score ?? 0} />
                </td>
                <td colSpan={2} />
              </tr>
              {own.map((row) => (
                <Fragment key={row.item.no}>
                  <tr id={`item-${row.item.no}`} className={row.item.no === open ? 'open' : undefined}>
                    <th scope="row">
                      <button
                        type="button"
                        id={`toggle-${row.item.no}`}
                        className="toggle"
                        data-toggle={row.item.no}
                        aria-expanded={row.item.no === open}
                        aria-label={`第${row.item.no}条，${row.item.no === open ? '收起' : '展开'}`}
                        onClick={() => onToggle(row.item.no)}
                      >
                        {row.item.no}
                      </button>
                    </th>
                    <td className="duty" onClick={() => onToggle(row.item.no)}>
                      {withoutPoints(row.item.duty)}
                    </td>
                    <td className="right grey">{pointsText(row.item.points)}</td>
                    <td className="right">
                      <OwnScore row={row} />
                    </td>
                    <td>
                      <Reasons row={row} />
                    </td>
                    <td className="right">
                      {row.entries.length === 0 ? (
                        <span className="grey">—</span>
                      ) : (
                        <Link className="count-link" to={`${placePath(place)}/entries?item=${row.item.no}`}>
                          {row.entries.length}条
                        </Link>
                      )}
                      {row.lacking === 0 ? null : <em className="miss lacking">缺材料</em>}
                    </td>
                  </tr>
                  {row.item.no === open ? (
                    <tr className="opened" id={`detail-${row.item.no}`}>
                      <td />
                      <td colSpan={5}>
                        <ItemDetail {...props} row={row} onClose={() => onToggle(row.item.no)} />
                      </td>
                    </tr>
                  ) : null}
                </Fragment>
              ))}
            </tbody>
          )
        })}
        <tfoot>
          <tr>
            <td />
            <th scope="row">总分</th>
            <td className="right">{pointsText(form.sections.reduce((all, section) => all + section.points, 0))}</td>
            <td className="right">
              <b>
                <Decimal value={score.total} />
              </b>
            </td>
            <td colSpan={2} />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** The mark, red where points are lost, with what nobody answered under it. */
export const OwnScore = ({ row }: { readonly row: SheetRow }) => {
  const all = row.unanswered === row.criteria.length
  return (
    <span className="own-score">
      {all ? null : (
        <b className={row.lost > 0 ? 'miss' : 'plain'}>
          <Decimal value={row.score} />
        </b>
      )}
      {row.unanswered === 0 ? null : (
        <span className="pending">{all ? '未答' : `另${formatPoints(row.unansweredPoints)}分未答`}</span>
      )}
    </span>
  )
}

/** The official duty ends with its points in brackets; here they have a column of their own. */
export const withoutPoints = (duty: string): string => duty.replace(/（[\d.]+分）$/u, '')
