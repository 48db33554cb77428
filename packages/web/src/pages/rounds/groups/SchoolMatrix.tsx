import type { Holiday } from '@zicha/core'
import type { GroupsAnswer } from '../../../api/contract.ts'
import { TableHead } from '../../../ui/TableHead.tsx'
import { useWide } from '../../../ui/use-wide.ts'
import { avoidanceWords, dayOfUnit, groupOfUnit, moveUnit, setDay } from './group-draft.ts'
import type { Group } from './group-draft.ts'
import { HolidayOfUnit } from './HolidayLines.tsx'
import { listHolidayVisits } from './holiday-visits.ts'

type MatrixProps = {
  readonly answer: GroupsAnswer
  readonly units: GroupsAnswer['units']
  readonly groups: readonly Group[]
  readonly holidays: readonly Holiday[]
  readonly onChange: (groups: readonly Group[]) => void
}

/** Schools by groups: a matrix on a desk, one school a row with a list to choose from on a phone. */
export const SchoolMatrix = (props: MatrixProps) => (useWide(900) ? <Matrix {...props} /> : <List {...props} />)

const namesOf = ({ answer, groups }: MatrixProps, index: number): string =>
  (groups[index]?.members ?? []).map(({ username }) => answer.inspectors.find((one) => one.username === username)?.name ?? username).join('、')

const Matrix = (props: MatrixProps) => {
  const { answer, groups, units } = props
  const offDays = listHolidayVisits(groups, props.holidays)
  return (
    <table className="grid matrix">
      <TableHead
        columns={[
          { name: '学校' },
          ...groups.map((group, index) => ({
            name: `第${index + 1}组`,
            className: 'cell',
            content: (
              <>
                第{index + 1}组<span className="small grey">{namesOf(props, index)}，{group.visits.length}所</span>
              </>
            ),
          })),
          { name: '不分', className: 'cell' },
          { name: '日期' },
        ]}
      />
      <tbody>
        {units.map(({ code, name }) => {
          const at = groupOfUnit(groups, code)
          return (
            <tr key={code}>
              <th scope="row">{name}</th>
              {groups.map((group, index) => {
                const avoided = avoidanceWords(group, answer.inspectors, code)
                return (
                  <td key={index} className="cell">
                    {avoided !== undefined && at !== index ? (
                      <span className="small grey">{avoided}</span>
                    ) : (
                      <Pick
                        name={code}
                        label={`${name}归第${index + 1}组`}
                        checked={at === index}
                        onPick={() => props.onChange(moveUnit(groups, code, index))}
                      />
                    )}
                    {avoided !== undefined && at === index ? <span className="small miss">{avoided}</span> : null}
                  </td>
                )
              })}
              <td className="cell">
                <Pick name={code} label={`${name}不分`} checked={at < 0} onPick={() => props.onChange(moveUnit(groups, code, -1))} />
              </td>
              <td>
                {at < 0 ? null : <Day {...props} code={code} name={name} />}
                <HolidayOfUnit visits={offDays} groups={groups} code={code} name={name} onChange={props.onChange} />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const Pick = (props: { readonly name: string; readonly label: string; readonly checked: boolean; readonly onPick: () => void }) => (
  <label className="pick-one">
    <input type="radio" name={`group-of-${props.name}`} aria-label={props.label} checked={props.checked} onChange={props.onPick} />
  </label>
)

const Day = ({ groups, onChange, code, name }: MatrixProps & { readonly code: string; readonly name: string }) => (
  <input
    className="input"
    type="date"
    aria-label={`哪天看${name}`}
    value={dayOfUnit(groups, code) ?? ''}
    onChange={(event) => onChange(setDay(groups, code, event.target.value === '' ? null : event.target.value))}
  />
)

const List = (props: MatrixProps) => {
  const { answer, groups, units } = props
  const offDays = listHolidayVisits(groups, props.holidays)
  return (
    <ul className="rows schools">
      {units.map(({ code, name }) => {
        const at = groupOfUnit(groups, code)
        const clash = groups[at] === undefined ? undefined : avoidanceWords(groups[at], answer.inspectors, code)
        return (
          <li key={code}>
            <b>{name}</b>
            {clash === undefined ? null : <span className="small miss">{clash}</span>}
            <span className="two">
              <select
                className="input"
                aria-label={`${name}归第几组`}
                value={at}
                onChange={(event) => props.onChange(moveUnit(groups, code, Number(event.target.value)))}
              >
                <option value={-1}>不分</option>
                {groups.map((group, index) => {
                  const avoided = avoidanceWords(group, answer.inspectors, code)
                  return (
                    <option key={index} value={index} disabled={avoided !== undefined && at !== index}>
                      第{index + 1}组{avoided === undefined ? `（${namesOf(props, index)}）` : `（${avoided}）`}
                    </option>
                  )
                })}
              </select>
              {at < 0 ? null : <Day {...props} code={code} name={name} />}
            </span>
            <HolidayOfUnit visits={offDays} groups={groups} code={code} name={name} onChange={props.onChange} />
          </li>
        )
      })}
    </ul>
  )
}
