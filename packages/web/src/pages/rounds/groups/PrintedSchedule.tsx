import type { GroupsAnswer, Round } from '../../../api/contract.ts'
import { dayWords } from '../../../ui/day-words.ts'
import { useSignedIn } from '../../SignedIn.tsx'
import { groupOfUnit } from './group-draft.ts'
import type { Group } from './group-draft.ts'
import { scheduleOf } from './schedule-rows.ts'
import type { ScheduleGroup } from './schedule-rows.ts'

/** What 打印 puts on paper in place of the page: group, inspectors with their duties, schools by day. */
export const PrintedSchedule = (props: {
  readonly answer: GroupsAnswer
  readonly units: GroupsAnswer['units']
  readonly groups: readonly Group[]
  readonly round: Round
  /** Not what is saved: the paper says so. */
  readonly isDraft: boolean
}) => {
  const { answer, groups, round } = props
  const { unitName } = useSignedIn()
  const left = props.units.filter(({ code }) => groupOfUnit(groups, code) < 0).map(({ name }) => name)
  return (
    <section className="schedule" aria-label="检查安排">
      <h2>{round.year}年度检查安排</h2>
      <p className="from">
        <span>{unitName}</span>
        {props.isDraft ? <span>草稿，还没有保存</span> : null}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">组</th>
            <th scope="col">检查人和负责的责任</th>
            <th scope="col">日期</th>
            <th scope="col">学校</th>
          </tr>
        </thead>
        {scheduleOf(groups, answer).map((group) => (
          <GroupRows key={group.no} group={group} year={round.year} />
        ))}
      </table>
      {left.length === 0 ? null : <p className="left-out">没有分组的学校：{left.join('、')}。</p>}
    </section>
  )
}

const GroupRows = ({ group, year }: { readonly group: ScheduleGroup; readonly year: number }) => {
  const days = group.days.length === 0 ? [{ day: null, schools: [] }] : group.days
  return (
    <tbody>
      {days.map(({ day, schools }, index) => (
        <tr key={day}>
          {index > 0 ? null : (
            <>
              <th scope="rowgroup" rowSpan={days.length} className="no">
                {group.no}
              </th>
              <td rowSpan={days.length}>
                {group.members.map(({ username, name, duties }) => (
                  <p key={username}>
                    <b>{name}</b>
                    {duties.length === 0 ? null : '　'}
                    <Listed names={duties} />
                  </p>
                ))}
              </td>
            </>
          )}
          <td className="day">
            {schools.length === 0 ? '' : day === null ? '日期待定' : dayWords(day, year)}
            {day === null ? null : <small>{weekdayOf(day)}</small>}
          </td>
          <td>{schools.length === 0 ? '没有分学校' : <Listed names={schools} />}</td>
        </tr>
      ))}
    </tbody>
  )
}

/** One after the other, each whole on its line. */
const Listed = ({ names }: { readonly names: readonly string[] }) =>
  names.map((name, index) => (
    <span key={name} className="whole">
      {name}
      {index === names.length - 1 ? '' : '、'}
    </span>
  ))

const weekdayOf = (day: string): string => `星期${'日一二三四五六'[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''}`
