import { useEffect, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import type { ObjectionList } from '../../../../api/contract.ts'
import { useForm } from '../../../../api/form.ts'
import { useInspection } from '../../../../api/inspection.ts'
import { placePath } from '../../../../api/names.ts'
import { useObjections } from '../../../../api/objections.ts'
import { Said } from '../../../../ui/Said.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { dayWords, today, untilWords } from '../../../../ui/day-words.ts'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { keepSeenAt } from '../seen-at.ts'
import { UnitFrame } from '../UnitFrame.tsx'
import { DecideObjection } from './DecideObjection.tsx'
import { ObjectionFacts } from './ObjectionFacts.tsx'
import { ObjectionRow } from './ObjectionRow.tsx'
import { decidedSince } from './objection-words.ts'
import { RaiseObjection } from './RaiseObjection.tsx'
import '../../../../ui/office.css'
import './objections.css'

/** 异议: what the school does not agree with after the signature, until when it may say so, and what was decided. */
export const ObjectionsPage = () => {
  const place = usePlace()
  const objections = useObjections(place)
  const [done, setDone] = useState(false)
  return (
    <UnitFrame title="异议" said={done ? <Said word="异议已提交">局里会复核，办结后在这里看得到。</Said> : null}>
      <Awaited query={objections}>{(list) => <Objections list={list} onDone={() => setDone(true)} />}</Awaited>
    </UnitFrame>
  )
}

const Objections = ({ list, onDone }: { readonly list: ObjectionList; readonly onDone: () => void }) => {
  const place = usePlace()
  const { user } = useSignedIn()
  const here = placePath(place)
  const open = list.items.filter((one) => one.decision === null)
  const { round, unit } = place
  const latest = decidedSince(list.items, null)[0]?.decision?.at
  // Read here, a decision is no news any more on the first page.
  useEffect(() => {
    if (latest !== undefined) keepSeenAt('objections', { round, unit }, user.username, latest)
  }, [latest, round, unit, user.username])
  return (
    <>
      <div className="head">
        <div>
          <h1>{open.length === 0 ? '异议' : `${open.length}条异议在办`}</h1>
          <p>{untilSentence(list)}</p>
        </div>
      </div>
      {list.items.length === 0 ? (
        list.until === null ? (
          <Empty
            title="还没有到提异议"
            action={
              <Link className="button" to={`${here}/compare`}>
                看自查与检查
              </Link>
            }
          >
            书记签字以后，对检查得分有不同意见，在这里提。
          </Empty>
        ) : null
      ) : (
        <Section title="提过的" count={list.items.length}>
          <ul className="rows objections">
            {list.items.map((objection) => (
              <ObjectionRow key={objection.id} place={place} objection={objection}>
                {objection.decision === null && user.role === 'bureau' ? (
                  <>
                    <ObjectionFacts place={place} objection={objection} />
                    <DecideObjection place={place} objection={objection} />
                  </>
                ) : null}
              </ObjectionRow>
            ))}
          </ul>
        </Section>
      )}
      {list.open && user.role === 'secretary' ? <Raising key={list.items.length} onDone={onDone} /> : null}
    </>
  )
}

const untilSentence = ({ until, open }: ObjectionList): string => {
  if (until === null) return '书记签字以后才能提。'
  return open
    ? `对检查得分有不同意见，${dayWords(until)}前提，${untilWords(today(), until)}。`
    : `提异议到${dayWords(until)}为止，已经截止。还有情况要反映，请用投诉建议。`
}

const Raising = ({ onDone }: { readonly onDone: () => void }) => {
  const place = usePlace()
  const [search] = useSearchParams()
  const item = Number(search.get('item') ?? '')
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const inspection = useInspection(place)
  if (form.data === undefined || inspection.data === undefined) return null
  return (
    <RaiseObjection
      place={place}
      form={form.data}
      inspection={inspection.data}
      item={inspection.data.items.some((one) => one.no === item) ? item : null}
      onDone={onDone}
    />
  )
}
