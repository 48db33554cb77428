import { useState } from 'react'
import { useParams } from 'react-router'
import type { Unit, User } from '../../api/contract.ts'
import { useMakeLink, usePeople, useSavePerson } from '../../api/people.ts'
import { problemSentence, referenceOf } from '../../api/problem.ts'
import { useUnits } from '../../api/units.ts'
import { Drawer } from '../../ui/Drawer.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Said } from '../../ui/Said.tsx'
import { Section } from '../../ui/Section.tsx'
import { Awaited } from '../../ui/states.tsx'
import { dayWords, instantWords } from '../../ui/day-words.ts'
import { HandoverForm } from '../handover/HandoverForm.tsx'
import { NotThere } from '../NotThere.tsx'
import { OfficeFrame } from '../OfficeFrame.tsx'
import { roleNames } from '../role-names.ts'
import { LinkDrawer } from './LinkDrawer.tsx'
import type { MadeLink } from './LinkDrawer.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { draftOfUnit } from './unit-draft.ts'
import { UnitForm } from './UnitForm.tsx'
import { UnitUse } from './UnitUse.tsx'
import './units.css'

/** One unit: its people first, because that is what the telephone asks for; its figures below. */
export const UnitPage = () => {
  const { code = '' } = useParams()
  const units = useUnits()
  const unit = units.data?.find((one) => one.code === code)
  const [said, setSaid] = useState<string | null>(null)
  if (units.data !== undefined && unit === undefined) return <NotThere />
  return (
    <OfficeFrame title={unit?.name ?? '单位'} said={said === null ? null : <Said word="已存好">{said}</Said>}>
      <Awaited query={{ ...units, data: unit }}>
        {(one) => (
          <>
            <div className="head">
              <div>
                <h1>{one.name}</h1>
                <p>
                  代码{one.code}
                  {one.outOfUse === undefined ? '' : '，已停用'}
                </p>
              </div>
            </div>
            <People unit={one} onSaid={setSaid} />
            <Section title="单位资料" say="有几条按这些数字提示或免问。只记数目和类别，不记人。">
              <UnitForm
                key={one.version}
                start={draftOfUnit(one)}
                version={one.version}
                parents={[]}
                kinds={[one.kind]}
                onSaved={() => setSaid(`${one.name}的资料改好了。`)}
              />
            </Section>
            {one.kind === 'school' ? <UnitUse unit={one} onSaid={setSaid} /> : null}
          </>
        )}
      </Awaited>
    </OfficeFrame>
  )
}

const People = ({ unit, onSaid }: { readonly unit: Unit; readonly onSaid: (said: string) => void }) => {
  const people = usePeople()
  const makeLink = useMakeLink()
  const save = useSavePerson()
  const [edited, setEdited] = useState<User | 'new' | null>(null)
  const [made, setMade] = useState<MadeLink | null>(null)
  const [leaving, setLeaving] = useState<User | null>(null)
  const error = makeLink.error ?? save.error

  const link = (person: Pick<User, 'username' | 'name' | 'ready'>) =>
    makeLink.mutate(person.username, {
      onSuccess: ({ url, expiresAt }) => setMade({ name: person.name, username: person.username, isNew: !person.ready, url, expiresAt }),
    })
  const setActive = (person: User, active: boolean) =>
    save.mutate(
      {
        username: person.username,
        body: { name: person.name, role: person.role, unit: person.unit, active },
        version: person.version,
      },
      { onSuccess: () => onSaid(active ? `${person.name}可以登录了。` : `${person.name}已停用，不能再登录；记过的都还在。`) },
    )
  return (
    <Section
      title="人员"
      {...(people.data === undefined ? {} : { count: people.data.filter((one) => one.unit === unit.code).length })}
      aside={
        <button type="button" className="tap" onClick={() => setEdited('new')}>
          加一个人
        </button>
      }
    >
      {error === null ? null : <ErrorSummary faults={[{ message: problemSentence(error) }]} reference={referenceOf(error)} />}
      <Awaited query={people}>
        {(everyone) => {
          const here = everyone.filter((person) => person.unit === unit.code)
          return here.length === 0 ? (
            <p className="after-rule grey">还没有人。加一个人，把一次性链接发给他，自己设密码。</p>
          ) : (
            <ul className="rows people">
              {here.map((person) => (
                <li key={person.username}>
                  <span>
                    <b>{person.name}</b>，{roleNames[person.role]}
                    <span className="meta">
                      账号{person.username}，{standingOf(person)}
                    </span>
                  </span>
                  <span className="acts">
                    {person.active ? (
                      <button type="button" className="tap" onClick={() => link(person)}>
                        {person.ready ? '重设密码' : '发链接'}
                      </button>
                    ) : null}
                    {person.active && person.ready ? (
                      <button type="button" className="tap" aria-label={`交接${person.name}的岗位`} onClick={() => setLeaving(person)}>
                        交接
                      </button>
                    ) : null}
                    <button type="button" className="tap" aria-label={`改${person.name}`} onClick={() => setEdited(person)}>
                      改
                    </button>
                    <button type="button" className="tap" onClick={() => setActive(person, !person.active)}>
                      {person.active ? '停用' : '启用'}
                    </button>
                  </span>
                </li>
              ))}
            </ul>
          )
        }}
      </Awaited>
      {edited === null ? null : (
        <PersonDrawer
          unit={unit}
          person={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={(person, isNew) => {
            setEdited(null)
            if (isNew) link(person)
            else onSaid(`${person.name}改好了。`)
          }}
        />
      )}
      {leaving === null ? null : (
        <Drawer title={`交接${leaving.name}的岗位`} onClose={() => setLeaving(null)}>
          <HandoverForm
            former={leaving}
            onDone={({ successor, former, url, expiresAt }) => {
              setLeaving(null)
              setMade({ name: successor.name, username: successor.username, isNew: true, url, expiresAt })
              onSaid(`${former.name}的岗位交给${successor.name}，旧账号用到${dayWords(former.endsOn)}。`)
            }}
          />
        </Drawer>
      )}
      {made === null ? null : <LinkDrawer link={made} onClose={() => setMade(null)} />}
    </Section>
  )
}

const standingOf = (person: User): string =>
  !person.active
    ? '已停用'
    : !person.ready
      ? '还没有设密码'
      : person.lastSignInAt === null
        ? '还没有登录过'
        : `上次登录${instantWords(person.lastSignInAt)}${person.endsOn === undefined ? '' : `，用到${dayWords(person.endsOn)}`}`
