import type { Unit, User } from '../../../api/contract.ts'
import { Section } from '../../../ui/Section.tsx'
import type { RoundDraft } from './round-draft.ts'

/** The schools that a round asks, and who inspects each. */
export const AskedSchools = (props: {
  readonly schools: readonly Unit[]
  readonly inspectors: readonly User[]
  readonly draft: RoundDraft
  readonly onChange: (part: Partial<RoundDraft>) => void
}) => {
  const { schools, inspectors, draft, onChange } = props
  const toggleUnit = (code: string) =>
    onChange({ units: draft.units.includes(code) ? draft.units.filter((one) => one !== code) : [...draft.units, code] })
  const toggleInspector = (unit: string, username: string) => {
    const given = draft.inspectors[unit] ?? []
    onChange({
      inspectors: {
        ...draft.inspectors,
        [unit]: given.includes(username) ? given.filter((one) => one !== username) : [...given, username],
      },
    })
  }
  return (
    <div id="schools" tabIndex={-1}>
      <Section
        title="学校与检查人"
        count={`选了${draft.units.length}所，共${schools.length}所`}
        aside={
          <button
            type="button"
            className="tap"
            onClick={() => onChange({ units: draft.units.length === schools.length ? [] : schools.map(({ code }) => code) })}
          >
            {draft.units.length === schools.length ? '都不选' : '全选'}
          </button>
        }
        say={
          inspectors.length === 0
            ? '还没有检查人账号。可以先存，以后在“单位与人员”里加了再来分配。'
            : '点检查人的名字分配到这所学校，可以几个人。'
        }
      >
        <ul className="rows asked">
          {schools.map((school) => {
            const asked = draft.units.includes(school.code)
            const given = draft.inspectors[school.code] ?? []
            return (
              <li key={school.code}>
                <label className="check">
                  <input type="checkbox" checked={asked} onChange={() => toggleUnit(school.code)} />
                  <span>
                    {school.name}
                    <span className="grey small">{`　${school.code}${school.outOfUse === undefined ? '' : '，已停用'}`}</span>
                  </span>
                </label>
                {asked && inspectors.length > 0 ? (
                  <div className="chips" role="group" aria-label={`${school.name}的检查人`}>
                    {inspectors.map((person) => {
                      const chosen = given.includes(person.username)
                      return (
                        <label key={person.username} className={chosen ? 'chip chosen' : 'chip'}>
                          <input
                            type="checkbox"
                            checked={chosen}
                            onChange={() => toggleInspector(school.code, person.username)}
                          />
                          {person.name}
                        </label>
                      )
                    })}
                  </div>
                ) : null}
              </li>
            )
          })}
        </ul>
      </Section>
    </div>
  )
}
