import { useParams } from 'react-router'
import type { Rectification } from '../../../../api/contract.ts'
import { placePath } from '../../../../api/names.ts'
import { useRoundRectifications } from '../../../../api/rectifications.ts'
import { Row, Rows } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { today } from '../../../../ui/day-words.ts'
import { OfficeFrame } from '../../../OfficeFrame.tsx'
import { useSignedIn } from '../../../SignedIn.tsx'
import { rectificationStanding } from '../../units/rectifications/rectification-words.ts'
import { DeadlinesLine } from './DeadlinesLine.tsx'

/** What the schools of a round put right: first what waits for a review, then what they work at, by unit code. */
export const RoundRectificationsPage = () => {
  const { round = '' } = useParams()
  const rectifications = useRoundRectifications(round)
  const { user } = useSignedIn()
  return (
    <OfficeFrame title="整改" round={round}>
      <Awaited query={rectifications}>
        {({ items }) => {
          const groups = [
            { title: '待复核', rows: items.filter((one) => one.state === 'reported') },
            { title: '学校在办', rows: items.filter((one) => one.state !== 'reported' && one.state !== 'accepted') },
            { title: '已认可', rows: items.filter((one) => one.state === 'accepted') },
          ]
          return (
            <>
              <div className="head">
                <div>
                  <h1>{groups[0]?.rows.length === 0 ? '没有要复核的整改' : `${groups[0]?.rows.length ?? 0}件整改要复核`}</h1>
                  <p>
                    {items.length === 0 ? '' : `一共${items.length}个问题，${groups[2]?.rows.length ?? 0}个已认可。`}
                  </p>
                </div>
              </div>
              {items.length === 0 ? <Empty title="还没有要整改的问题">检查时记下的问题会出现在这里；在单位详情里也能记。</Empty> : null}
              {groups.map(({ title, rows }) =>
                rows.length === 0 ? null : (
                  <Section key={title} title={title} count={rows.length}>
                    <Rows>
                      {byUnit(rows).map((one) => (
                        <Row
                          key={one.id}
                          to={`${placePath({ round, unit: one.unit })}/rectifications/${one.id}`}
                          title={`${one.unitName}　${one.no === null ? '' : `第${one.no}条　`}${one.problem}`}
                          meta={rectificationStanding(one, today())}
                          verb="看"
                        />
                      ))}
                    </Rows>
                  </Section>
                ),
              )}
              <DeadlinesLine round={round} mayChange={user.role === 'bureau'} />
            </>
          )
        }}
      </Awaited>
    </OfficeFrame>
  )
}

const byUnit = (rows: readonly Rectification[]): readonly Rectification[] =>
  rows.toSorted((one, other) => (one.unit < other.unit ? -1 : one.unit > other.unit ? 1 : 0))
