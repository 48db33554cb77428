import { sayDay } from '@zicha/core'
import type { Group } from './group-draft.ts'
import { moveOffHoliday } from './holiday-visits.ts'
import type { HolidayVisits } from './holiday-visits.ts'

/** One line a day that has become a holiday, with the way out for all its schools. */
export const HolidayLines = (props: {
  readonly visits: readonly HolidayVisits[]
  readonly groups: readonly Group[]
  readonly onChange: (groups: readonly Group[]) => void
}) =>
  props.visits.length === 0 ? null : (
    <ul className="holiday-lines">
      {props.visits.map((one) => (
        <li key={one.day}>
          <span className="miss">
            {sayOf(one)}，却排了{one.units.length}所。
          </span>
          <button type="button" className="button" onClick={() => props.onChange(moveOffHoliday(props.groups, one))}>
            {one.units.length === 1 ? '' : '都'}改到{sayDay(one.next)}
          </button>
        </li>
      ))}
    </ul>
  )

/** Under the day of one school: that nobody is there, and the next day on which somebody is. */
export const HolidayOfUnit = (props: {
  readonly visits: readonly HolidayVisits[]
  readonly groups: readonly Group[]
  readonly code: string
  readonly name: string
  readonly onChange: (groups: readonly Group[]) => void
}) => {
  const found = props.visits.find(({ units }) => units.includes(props.code))
  if (found === undefined) return null
  return (
    <span className="on-holiday small">
      <span className="miss">{sayOf(found)}</span>
      <button
        type="button"
        className="tap"
        aria-label={`${props.name}改到${sayDay(found.next)}`}
        onClick={() => props.onChange(moveOffHoliday(props.groups, { ...found, units: [props.code] }))}
      >
        改到{sayDay(found.next)}
      </button>
    </span>
  )
}

const sayOf = ({ day, holiday }: HolidayVisits): string => `${sayDay(day)}放假（${holiday}）`
