import type { AssessmentAnswer } from '../../../api/contract.ts'
import type { Place } from '../../../api/names.ts'
import { placePath } from '../../../api/names.ts'
import { instantWords } from '../../../ui/day-words.ts'
import { Row, Rows } from '../../../ui/Row.tsx'
import { Section } from '../../../ui/Section.tsx'
import { readReasons } from './return-reasons.ts'

/** The bureau's own words, on top of the work that they ask for. */
export const ReturnedFor = ({ place, assessment }: { readonly place: Place; readonly assessment: AssessmentAnswer }) => {
  if (assessment.stage !== 'returned') return null
  const last = assessment.history.findLast((one) => one.to === 'returned')
  const { whole, items } = readReasons(last?.reason ?? '')
  const named = items.length === 0 ? '' : `第${items.map((item) => item.no).join('、')}条`
  return (
    <Section title={`${assessment.bureauName}退回`}>
      <Rows>
        <Row
          to={`${placePath(place)}/returned`}
          title={whole !== '' ? whole : named === '' ? '看退回的话' : `${named}要改`}
          {...(last === undefined ? {} : { meta: `${instantWords(last.at)}，${last.byName}${whole === '' || named === '' ? '' : `，${named}`}` })}
          verb="看"
        />
      </Rows>
    </Section>
  )
}
