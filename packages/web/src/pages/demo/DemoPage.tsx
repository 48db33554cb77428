import { Link, useNavigate } from 'react-router'
import { useDemoPeople, useSignInAsDemo } from '../../api/demonstration.ts'
import { problemSentence, referenceOf } from '../../api/problem.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { ColumnFrame, FootLinks } from '../../ui/Frame.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { Section } from '../../ui/Section.tsx'
import { Awaited } from '../../ui/states.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import { roleNames } from '../role-names.ts'

/** The people of the demonstration, each one press away. */
export const DemoPage = () => {
  const people = useDemoPeople()
  const signIn = useSignInAsDemo()
  const navigate = useNavigate()
  return (
    <ColumnFrame top={<TopBar title={<Link className="word" to="/">自查通</Link>} />}>
      <title>演示局 · 自查通</title>
      <div className="lead">
        <h1>
          演示局，
          <br />
          选一个人看看
        </h1>
        <p>学校、人和记录都是虚构的，可以随便改。每个人看到的只是自己该看的。</p>
      </div>
      {signIn.error === null ? null : (
        <ErrorSummary faults={[{ message: problemSentence(signIn.error) }]} reference={referenceOf(signIn.error)} />
      )}
      <Awaited query={people}>
        {({ items }) => (
          <>
            {[...new Set(items.map((person) => person.unitName))].map((unitName) => (
              <Section key={unitName} title={unitName}>
                <Rows>
                  {items
                    .filter((person) => person.unitName === unitName)
                    .map((person) => (
                      <Row
                        key={person.username}
                        title={
                          <>
                            {person.name}
                            <span className="grey">，{roleNames[person.role]}</span>
                          </>
                        }
                        meta={person.about}
                        verb="进去"
                        onPress={() => signIn.mutate(person.username, { onSuccess: () => void navigate('/') })}
                      />
                    ))}
                </Rows>
              </Section>
            ))}
          </>
        )}
      </Awaited>
      <FootLinks />
    </ColumnFrame>
  )
}
