import { Link } from 'react-router'
import type { LossesAnswer } from '../../../../api/contract.ts'
import { roundPath } from '../../../../api/rounds.ts'
import { Decimal, pointsText } from '../../../../ui/Mark.tsx'
import { ShareBar } from '../../../../ui/ShareBar.tsx'
import { TableHead } from '../../../../ui/TableHead.tsx'
import { averageOf, openNames, orderItems, percentOf, shareWords } from './loss-words.ts'
import type { LossColumn, LossItem } from './loss-words.ts'

type TableProps = { readonly answer: LossesAnswer; readonly round: string; readonly column: LossColumn; readonly byShare: boolean }

/** Bars in a table: in the form's order under their duties, or, where asked for, those with most losses first. */
export const LossTable = ({ answer, round, column, byShare }: TableProps) => {
  const items = orderItems(answer.items, column, byShare)
  const row = (item: LossItem) => <LossRow key={item.no} item={item} column={column} to={itemAddress(round, item.no, column)} />
  return (
    <table className="grid item-losses">
      <TableHead
        columns={[
          { name: '条', right: true },
          { name: '内容' },
          { name: '满分', right: true, className: 'drop-third' },
          { name: '失分的学校', className: 'share' },
          { name: '所数', right: true, className: 'drop-third' },
          { name: '平均失分', right: true, className: 'drop-third' },
          { name: openNames[column], right: true, className: 'drop-third' },
          { name: '不适用', right: true, className: 'drop-third' },
        ]}
      />
      {byShare ? (
        <tbody>{items.map(row)}</tbody>
      ) : (
        answer.sections.map((section) => (
          <tbody key={section.no}>
            <tr className="duty-line">
              <th scope="rowgroup" colSpan={8}>
                {section.no}　{section.name}
              </th>
            </tr>
            {items.filter((item) => item.section === section.no).map(row)}
          </tbody>
        ))
      )}
    </table>
  )
}

/** `by` stays with whoever goes from item to item. */
export const itemAddress = (round: string, no: number, column: LossColumn): string =>
  `${roundPath(round)}/losses/${no}${column === 'self' ? '' : `?by=${column}`}`

const LossRow = ({ item, column, to }: { readonly item: LossItem; readonly column: LossColumn; readonly to: string }) => {
  const count = item[column]
  return (
    <tr>
      <td className="right grey">{item.no}</td>
      <th scope="row">
        <Link className="unit-name" to={to} title={item.duty}>
          {item.name}
        </Link>
        <span className="under">{underWords(item, column)}</span>
      </th>
      <td className="right drop-third grey">{pointsText(item.max)}</td>
      <td className="share">
        <ShareBar percent={percentOf(count)} />
        <span className={count.lost === 0 ? 'grey nw' : 'nw'}>{shareWords(count)}</span>
      </td>
      <td className="right nw drop-third">{count.units === 0 ? '' : `${count.lost}/${count.units}`}</td>
      <td className="right drop-third">{count.lost === 0 ? <None /> : <Decimal value={averageOf(count)} />}</td>
      <td className="right drop-third">{count.unanswered === 0 ? <None /> : count.unanswered}</td>
      <td className="right drop-third">{count.notApplicable === 0 ? <None /> : count.notApplicable}</td>
    </tr>
  )
}

/** None is a dash, so that what is there stands out. */
const None = () => <span className="grey">—</span>

/** What a narrow page has no columns for: 2/3所，平均失0.5分，未答1所。 */
const underWords = (item: LossItem, column: LossColumn): string => {
  const { units, lost, unanswered, notApplicable } = item[column]
  return [
    `满分${pointsText(item.max)}`,
    ...(lost === 0 ? [] : [`${lost}/${units}所`, `平均失${pointsText(averageOf(item[column]))}分`]),
    ...(unanswered === 0 ? [] : [`${openNames[column]}${unanswered}所`]),
    ...(notApplicable === 0 ? [] : [`不适用${notApplicable}所`]),
  ].join('，')
}
