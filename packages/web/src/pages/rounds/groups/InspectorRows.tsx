import { useState } from 'react'
import type { GroupsAnswer } from '../../../api/contract.ts'
import { FormerUnitsDrawer } from './FormerUnitsDrawer.tsx'
import { groupOfInspector, moveInspector, toggleSection } from './group-draft.ts'
import type { Group } from './group-draft.ts'

/** One inspector a row, group by group: the group, the sections they see to, the schools they keep away from. */
export const InspectorRows = (props: {
  readonly answer: GroupsAnswer
  readonly groups: readonly Group[]
  readonly onChange: (groups: readonly Group[]) => void
}) => {
  const { answer, groups } = props
  const [asked, setAsked] = useState<string | null>(null)
  const rows = answer.inspectors
    .map((inspector) => ({ inspector, group: groupOfInspector(groups, inspector.username) }))
    .toSorted((a, b) => placeOf(a.group) - placeOf(b.group))
  const nameOf = (code: string): string => answer.units.find((unit) => unit.code === code)?.name ?? code
  const open = answer.inspectors.find(({ username }) => username === asked)
  return (
    <>
      <ol className="section-key">
        {answer.sections.map(({ no, name, items }) => (
          <li key={no}>
            <b>{no}</b> {name}
            <span className="grey">{items}条</span>
          </li>
        ))}
      </ol>
      <ul className="rows inspectors">
        {rows.map(({ inspector, group }) => {
          const own = groups[group]?.members.find(({ username }) => username === inspector.username)?.sections ?? []
          const avoided = [...answer.units.filter(({ code }) => code === inspector.unit).map(({ code }) => code), ...inspector.formerUnits]
          return (
            <li key={inspector.username}>
              <span className="who">
                <b>{inspector.name}</b>
                <select
                  className="input"
                  aria-label={`${inspector.name}在第几组`}
                  value={group}
                  onChange={(event) => props.onChange(moveInspector(groups, inspector.username, Number(event.target.value)))}
                >
                  <option value={-1}>不参加</option>
                  {Array.from({ length: groups.length + 1 }, (_, index) => (
                    <option key={index} value={index}>
                      第{index + 1}组{index === groups.length ? '（新）' : ''}
                    </option>
                  ))}
                </select>
              </span>
              <span className="chips" role="group" aria-label={`${inspector.name}看哪几项责任`}>
                {answer.sections.map(({ no, name }) => {
                  const chosen = own.includes(no)
                  return (
                    <label key={no} className={chosen ? 'chip chosen' : 'chip'} title={name}>
                      <input
                        type="checkbox"
                        aria-label={`第${no}项${name}`}
                        disabled={group < 0}
                        checked={chosen}
                        onChange={() => props.onChange(toggleSection(groups, inspector.username, no))}
                      />
                      {no}
                    </label>
                  )
                })}
              </span>
              <button type="button" className="tap end avoided" onClick={() => setAsked(inspector.username)}>
                {avoided.length === 0 ? '设回避学校' : `回避${avoided.map(nameOf).join('、')}`}
              </button>
            </li>
          )
        })}
      </ul>
      {open === undefined ? null : (
        <FormerUnitsDrawer inspector={open} units={answer.units} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

/** Who is in no group stands last. */
const placeOf = (group: number): number => (group < 0 ? Number.MAX_SAFE_INTEGER : group)
