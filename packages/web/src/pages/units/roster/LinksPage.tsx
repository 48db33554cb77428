import { usePeople } from '../../../api/people.ts'
import { useUnits } from '../../../api/units.ts'
import { Awaited } from '../../../ui/states.tsx'
import { OfficeFrame } from '../../OfficeFrame.tsx'
import { useSignedIn } from '../../SignedIn.tsx'
import { IssueLinks } from './IssueLinks.tsx'
import './roster.css'

/** Links for everybody of the office's schools who has no password yet. */
export const LinksPage = () => {
  const { user, unitName } = useSignedIn()
  const people = usePeople()
  const units = useUnits()
  return (
    <OfficeFrame title="链接单">
      <div className="head">
        <div>
          <h1>一次性链接单</h1>
          <p>发给还没有设过密码的人。</p>
        </div>
      </div>
      <Awaited query={people}>
        {(everyone) => (
          <Awaited query={units}>
            {(all) => {
              const own = new Set(all.filter(({ code, parent, outOfUse }) => outOfUse === undefined && (code === user.unit || parent === user.unit)).map(({ code }) => code))
              const waiting = everyone.filter(({ active, ready, unit }) => active && !ready && own.has(unit)).map(({ username }) => username)
              return <IssueLinks office={user.unit} officeName={unitName} waiting={waiting} title={`${waiting.length}人还没有设密码`} />
            }}
          </Awaited>
        )}
      </Awaited>
    </OfficeFrame>
  )
}
