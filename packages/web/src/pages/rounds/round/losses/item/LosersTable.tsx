import { sayStage } from '@zicha/core'
import { Link } from 'react-router'
import { placePath } from '../../../../../api/names.ts'
import { Decimal, pointsText } from '../../../../../ui/Mark.tsx'
import { TableHead } from '../../../../../ui/TableHead.tsx'
import { useGrowing } from '../../use-growing.ts'
import { openNames } from '../loss-words.ts'
import type { LossColumn, LossStanding, LossUnit } from '../loss-words.ts'

type ListProps = { readonly units: readonly LossUnit[]; readonly round: string; readonly no: number }

const addressOf = (round: string, unit: string, no: number): string => `${placePath({ round, unit })}#item-${no}`

/** What each school lost at one item, with both marks. */
export const LosersTable = ({ units, round, no, column }: ListProps & { readonly column: LossColumn }) => (
  <table className="grid losers">
    <TableHead
      columns={[
        { name: '代码', className: 'drop-second' },
        { name: '学校' },
        { name: '阶段', className: 'drop-third' },
        { name: '自查', right: true },
        { name: '检查', right: true },
        { name: '失分', right: true },
      ]}
    />
    <tbody>
      {useGrowing(units).map((unit) => (
        <tr key={unit.unit}>
          <td className="drop-second grey">{unit.unit}</td>
          <th scope="row">
            <Link className="unit-name" to={addressOf(round, unit.unit, no)}>
              {unit.name}
            </Link>
            {unit[column].open === 0 ? null : <span className="grey small">另有{pointsText(unit[column].open)}分未答</span>}
          </th>
          <td className="drop-third nw">{sayStage(unit.stage)}</td>
          <td className="right">
            <Score standing={unit.self} column="self" />
          </td>
          <td className="right">
            <Score standing={unit.inspection} column="inspection" />
          </td>
          <td className="right">
            <b className="miss nw">{pointsText(unit[column].lost)}分</b>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const Score = ({ standing, column }: { readonly standing: LossStanding; readonly column: LossColumn }) => {
  if (standing.status === 'not_applicable') return <span className="grey">不适用</span>
  if (standing.status === 'unanswered' || standing.score === null) return <span className="grey">{column === 'self' ? openNames.self : '—'}</span>
  return <Decimal value={standing.score} />
}

/** Schools of which there is no mark to tell, by name. */
export const NamedUnits = ({ units, round, no, wordsOf }: ListProps & { readonly wordsOf: (unit: LossUnit) => string }) => (
  <ul className="named">
    {useGrowing(units).map((unit) => (
      <li key={unit.unit}>
        <Link className="tap start" to={addressOf(round, unit.unit, no)}>
          {unit.name}
        </Link>
        <span className="grey small">{wordsOf(unit)}</span>
      </li>
    ))}
  </ul>
)
