import { useParams } from 'react-router'
import { useRoundObjections } from '../../../../api/objections.ts'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { OfficeFrame } from '../../../OfficeFrame.tsx'
import { useSignedIn } from '../../../SignedIn.tsx'
import { DecideObjection } from '../../units/objections/DecideObjection.tsx'
import { ObjectionFacts } from '../../units/objections/ObjectionFacts.tsx'
import { ObjectionRow } from '../../units/objections/ObjectionRow.tsx'
import '../../units/objections/objections.css'

/** The objections of all schools of a round: those to be decided, then those that were. */
export const RoundObjectionsPage = () => {
  const { round = '' } = useParams()
  const objections = useRoundObjections(round)
  const { user } = useSignedIn()
  return (
    <OfficeFrame title="异议" round={round}>
      <Awaited query={objections}>
        {({ items }) => {
          const open = items.filter((one) => one.decision === null)
          const decided = items.filter((one) => one.decision !== null)
          return (
            <>
              <div className="head">
                <div>
                  <h1>{open.length === 0 ? '没有要办的异议' : `${open.length}条异议要办`}</h1>
                  <p>决定会写进检查结果，原来签字的那份留着。</p>
                </div>
              </div>
              {items.length === 0 ? <Empty title="还没有异议">学校签字以后对得分有不同意见，会出现在这里。</Empty> : null}
              {open.length === 0 ? null : (
                <Section title="要办的" count={open.length}>
                  <ul className="rows objections">
                    {open.map((objection) => (
                      <ObjectionRow key={objection.id} place={{ round, unit: objection.unit }} objection={objection} school>
                        {user.role === 'bureau' ? (
                          <>
                            <ObjectionFacts place={{ round, unit: objection.unit }} objection={objection} />
                            <DecideObjection place={{ round, unit: objection.unit }} objection={objection} />
                          </>
                        ) : null}
                      </ObjectionRow>
                    ))}
                  </ul>
                </Section>
              )}
              {decided.length === 0 ? null : (
                <Section title="办结的" count={decided.length}>
                  <ul className="rows objections">
                    {decided.map((objection) => (
                      <ObjectionRow key={objection.id} place={{ round, unit: objection.unit }} objection={objection} school />
                    ))}
                  </ul>
                </Section>
              )}
            </>
          )
        }}
      </Awaited>
    </OfficeFrame>
  )
}
