import type { Form } from '@zicha/core'
import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import type { InspectionAnswer, Objection, ScoreAnswer } from '../../../../api/contract.ts'
import { useForm } from '../../../../api/form.ts'
import { useInspection } from '../../../../api/inspection.ts'
import { placePath } from '../../../../api/names.ts'
import type { Place } from '../../../../api/names.ts'
import { useRectifications } from '../../../../api/rectifications.ts'
import { useScore } from '../../../../api/score.ts'
import { today } from '../../../../ui/day-words.ts'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Awaited } from '../../../../ui/states.tsx'
import { SitePhotoLinks } from '../compare/SitePhotoLinks.tsx'
import { ItemBecause } from '../ItemBecause.tsx'
import { criteriaOf, itemName } from '../item-reading.ts'
import { rectificationStanding } from '../rectifications/rectification-words.ts'

type Facts = { readonly place: Place; readonly objection: Objection }

/** What a decision needs in one place: the item's wording, both marks with their reasons, what was found, the way to the records. */
export const ObjectionFacts = ({ place, objection }: Facts) => {
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const score = useScore(place)
  const inspection = useInspection(place)
  return (
    <Awaited query={form}>
      {(loaded: Form) => (
        <Awaited query={score}>
          {(scored) => (
            <Awaited query={inspection}>
              {({ items }) => <FactList place={place} objection={objection} form={loaded} score={scored} item={items.find(({ no }) => no === objection.no)} />}
            </Awaited>
          )}
        </Awaited>
      )}
    </Awaited>
  )
}

const FactList = ({
  place,
  objection,
  form,
  score,
  item,
}: Facts & { readonly form: Form; readonly score: ScoreAnswer; readonly item: InspectionAnswer['items'][number] | undefined }) => {
  const { no } = objection
  const here = placePath(place)
  const clause = form.items.find((one) => one.no === no)
  const criteria = criteriaOf(form, score, no)
  const records = new Set(criteria.flatMap(({ answer }) => answer.entries)).size
  const problems = (useRectifications(place).data?.items ?? []).filter((one) => one.no === no)
  return (
    <dl className="facts">
      <div>
        <dt>条目</dt>
        <dd>
          {itemName(form, no)}，满分{pointsText(objection.max)}分
          {clause === undefined ? null : (
            <details className="clause">
              <summary>细则原文</summary>
              <p className="official">{clause.duty}</p>
              <p className="official">{clause.clause}</p>
            </details>
          )}
        </dd>
      </div>
      <div>
        <dt>
          自查<span className="nw">{pointsText(objection.selfScore)}分</span>
        </dt>
        <dd>
          <ItemBecause criteria={criteria} />
        </dd>
      </div>
      <div>
        <dt>
          检查<span className="nw">{pointsText(objection.score)}分</span>
        </dt>
        <dd>{item === undefined ? null : <Given place={place} item={item} />}</dd>
      </div>
      {problems.length === 0 ? null : (
        <div>
          <dt>记下的问题</dt>
          <dd>
            {problems.map((one) => (
              <p key={one.id}>
                <Link to={`${here}/rectifications/${one.id}`}>{one.problem}</Link>
                <span className="grey">　{rectificationStanding(one, today())}</span>
              </p>
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>活动记录</dt>
        <dd>
          {records === 0 ? (
            '没有，这一条由学校自己答。'
          ) : (
            <Link to={`${here}/entries?item=${no}`}>
              看这一条的{records}条记录
            </Link>
          )}
          {item === undefined || item.seen.length === 0 ? null : <span className="grey">　检查人看过原件{new Set(item.seen.map(({ entry }) => entry)).size}条</span>}
        </dd>
      </div>
    </dl>
  )
}

/** Who gave which mark and why, what was agreed on, and the photographs of originals. */
const Given = ({ place, item }: { readonly place: Place; readonly item: InspectionAnswer['items'][number] }) => (
  <>
    {item.scores.map(({ inspector, name, score, reason, remark }) => (
      <p key={inspector}>
        {name}
        {pointsText(score)}分{reason !== null ? `：${reason}` : score === item.selfScore ? '，与自查一样' : ''}
        {remark === null || remark === '' ? null : <span className="grey">　备注：{remark}</span>}
      </p>
    ))}
    {item.settled === null ? null : (
      <p>
        商定{pointsText(item.settled.score)}分：{item.settled.reason}
      </p>
    )}
    {item.amended === undefined ? null : (
      <p>
        上次异议复核，{pointsText(item.amended.former)}分改为{pointsText(item.score ?? 0)}分：{item.amended.reason}
      </p>
    )}
    <SitePhotoLinks place={place} item={item} />
  </>
)
