import { useDeferredValue, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { usePeople } from '../../api/people.ts'
import { useUnits } from '../../api/units.ts'
import { Row, Rows } from '../../ui/Row.tsx'
import { Section } from '../../ui/Section.tsx'
import { Awaited, Empty } from '../../ui/states.tsx'
import { handList } from '../handed-list.ts'
import { OfficeFrame } from '../OfficeFrame.tsx'
import { useSignedIn } from '../SignedIn.tsx'
import { kindNames } from './unit-words.ts'

/** Schools and people: one row a unit, its people inside. */
export const UnitsPage = () => {
  const units = useUnits()
  const people = usePeople()
  const { role } = useSignedIn().user
  const navigate = useNavigate()
  const [word, setWord] = useState('')
  const closed = new Set((units.data ?? []).filter(({ outOfUse }) => outOfUse !== undefined).map(({ code }) => code))
  const waiting = (people.data ?? []).filter(({ active, ready, unit }) => active && !ready && !closed.has(unit)).length
  const sought = useDeferredValue(word.trim())
  return (
    <OfficeFrame title="单位与人员">
      <div className="head">
        <div>
          <h1>单位与人员</h1>
          <p>加学校、加人、发一次性链接、重设密码。</p>
        </div>
        <div className="acts find">
          <label className="unseen" htmlFor="find-place">
            找单位或人
          </label>
          <input
            id="find-place"
            className="input"
            type="search"
            placeholder="找单位或人"
            value={word}
            onChange={(event) => setWord(event.target.value)}
          />
          <label className="button">
            <input
              type="file"
              className="unseen"
              onChange={(event) => {
                const [file] = event.target.files ?? []
                if (file !== undefined) void navigate('/units/import', { state: handList(file) })
              }}
            />
            导入名单文件
          </label>
          <Link className="button" to="/units/new">
            加单位
          </Link>
        </div>
      </div>
      <p className="field downloads">
        <Link to="/units/import">粘贴学校名单</Link>
        {role === 'bureau' && waiting > 0 ? <Link to="/units/links">{waiting}人还没有设密码，出链接单</Link> : null}
      </p>
      <Awaited query={units}>
        {(all) => {
          const everyone = people.data ?? []
          const found = all.filter(
            (unit) =>
              sought === '' ||
              unit.name.includes(sought) ||
              unit.code.includes(sought) ||
              everyone.some((person) => person.unit === unit.code && (person.name.includes(sought) || person.username.includes(sought))),
          )
          if (found.length === 0) return <Empty title={`没有查到“${sought}”`}>换个词，或看全部单位。</Empty>
          return (['city', 'bureau', 'school', 'closed'] as const).map((kind) => {
            const ofKind = found.filter((unit) => (closed.has(unit.code) ? kind === 'closed' : unit.kind === kind))
            return ofKind.length === 0 ? null : (
              <Section key={kind} title={kind === 'closed' ? '已停用' : kindNames[kind]} count={ofKind.length}>
                <Rows lined>
                  {ofKind.map((unit) => {
                    const here = everyone.filter((person) => person.unit === unit.code && person.active)
                    const waiting = here.filter(({ ready }) => !ready).length
                    return (
                      <Row
                        key={unit.code}
                        to={`/units/${encodeURIComponent(unit.code)}`}
                        title={unit.name}
                        meta={
                          people.data === undefined
                            ? unit.code
                            : `${unit.code}，${here.length === 0 ? '还没有人' : here.map(({ name }) => name).join('、')}${waiting === 0 ? '' : `，${waiting}人还没有设密码`}`
                        }
                        verb="看"
                      />
                    )
                  })}
                </Rows>
              </Section>
            )
          })
        }}
      </Awaited>
    </OfficeFrame>
  )
}
