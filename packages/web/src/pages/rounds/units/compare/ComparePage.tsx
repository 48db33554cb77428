import type { Form } from '@zicha/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import type { AssessmentAnswer, InspectionAnswer, ScoreAnswer } from '../../../../api/contract.ts'
import { useForm } from '../../../../api/form.ts'
import { useInspection } from '../../../../api/inspection.ts'
import { placePath } from '../../../../api/names.ts'
import { useScore } from '../../../../api/score.ts'
import { ChoiceChips } from '../../../../ui/Chips.tsx'
import { Decimal, pointsLess, pointsText } from '../../../../ui/Mark.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { TableHead } from '../../../../ui/TableHead.tsx'
import { usePlace } from '../../../place.ts'
import { ItemBecause } from '../ItemBecause.tsx'
import { inspectedTotal } from '../inspected-total.ts'
import { criteriaOf, itemName, selfMarkOf } from '../item-reading.ts'
import { UnitFrame } from '../UnitFrame.tsx'
import { SitePhotoLinks } from './SitePhotoLinks.tsx'
import '../../../../ui/office.css'
import '../overview/overview.css'
import './compare.css'

/** The two columns beside each other, item by item, with the reasons where they differ. */
export const ComparePage = () => {
  const place = usePlace()
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const score = useScore(place)
  const inspection = useInspection(place)
  return (
    <UnitFrame title="自查与检查">
      <Awaited query={assessment}>
        {(answer) => (
          <Awaited query={form}>
            {(loaded: Form) => (
              <Awaited query={score}>
                {(scored) => (
                  <Awaited query={inspection}>
                    {(inspected) => <Comparison assessment={answer} form={loaded} score={scored} inspection={inspected} />}
                  </Awaited>
                )}
              </Awaited>
            )}
          </Awaited>
        )}
      </Awaited>
    </UnitFrame>
  )
}

type ComparisonProps = {
  readonly assessment: AssessmentAnswer
  readonly form: Form
  readonly score: ScoreAnswer
  readonly inspection: InspectionAnswer
}

const differenceOf = (item: InspectionAnswer['items'][number]): number | null =>
  item.score === null ? null : pointsLess(item.score, item.selfScore)

const Comparison = ({ assessment, form, score, inspection }: ComparisonProps) => {
  const here = placePath(usePlace())
  const marked = inspection.items.filter((item) => item.score !== null || item.scores.length > 0)
  const different = inspection.items.filter((item) => {
    const difference = differenceOf(item)
    return difference === null ? item.scores.length > 1 : difference !== 0
  })
  // What differs is what one came for; where nothing does, all of it.
  const [only, setOnly] = useState<'all' | 'different'>(different.length === 0 ? 'all' : 'different')
  if (marked.length === 0) {
    return (
      <>
        <div className="head">
          <h1>自查与检查</h1>
        </div>
        <Empty
          title={assessment.stage === 'inspecting' ? '正在检查' : '还没有检查'}
          action={
            <Link className="button" to={`${here}/document`}>
              看自查表
            </Link>
          }
        >
          检查完成后，每一条两个分和不同的理由都在这里。
        </Empty>
      </>
    )
  }
  const shown = only === 'all' ? inspection.items : different
  const inspected = inspectedTotal(inspection)
  return (
    <>
      <div className="head">
        <div>
          <h1>
            自查{pointsText(score.total)}分
            {inspected === null ? '' : `，检查${inspected}`}
          </h1>
          <p>
            {different.length === 0 ? `${marked.length}条都一样。` : `${different.length}条不同，理由写在下面。`}
          </p>
        </div>
      </div>
      <div className="filters">
        <ChoiceChips
          name="which"
          even={false}
          choices={[
            { value: 'all', label: `全部${inspection.items.length}条` },
            { value: 'different', label: `不同的${different.length}条` },
          ]}
          value={only}
          onChoose={setOnly}
        />
      </div>
      {shown.length === 0 ? (
        <Empty title="没有不同的">自查和检查每一条都一样。</Empty>
      ) : (
        <div className="wide-table">
          <table className="grid compare">
            <TableHead
              columns={[
                { name: '条目' },
                { name: '满分', right: true, className: 'drop-third' },
                { name: '自查', right: true },
                { name: '检查', right: true },
                { name: '差', right: true },
                { name: '为什么', className: 'drop-third' },
              ]}
            />
            <tbody>
              {shown.map((item) => (
                <ComparedRow key={item.no} item={item} form={form} score={score} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}

const ComparedRow = ({ item, form, score }: Pick<ComparisonProps, 'form' | 'score'> & { readonly item: InspectionAnswer['items'][number] }) => {
  const self = selfMarkOf(form, score, item.no)
  const place = usePlace()
  const difference = differenceOf(item)
  const why = <WhyDifferent item={item} />
  return (
    <tr className={difference !== null && difference !== 0 ? 'differs' : undefined}>
      <th scope="row">
        <details>
          <summary>
            <span className="grey">第{item.no}条</span>　{itemName(form, item.no)}
          </summary>
          <div className="small because">
            <ItemBecause criteria={criteriaOf(form, score, item.no)} />
            <SitePhotoLinks place={place} item={item} />
          </div>
        </details>
        <span className="under">{why}</span>
      </th>
      <td className="right drop-third grey">{pointsText(item.max)}</td>
      <td className="right">{self === null ? '未答' : <Decimal value={self} />}</td>
      <td className="right">{item.score === null ? '—' : <Decimal value={item.score} />}</td>
      <td className="right">
        {difference === null || difference === 0 ? (
          ''
        ) : difference < 0 ? (
          <b className="miss nw">少{pointsText(-difference)}</b>
        ) : (
          <b className="nw">多{pointsText(difference)}</b>
        )}
      </td>
      <td className="drop-third">{why}</td>
    </tr>
  )
}

const WhyDifferent = ({ item }: { readonly item: InspectionAnswer['items'][number] }) => {
  if (item.amended !== undefined) {
    return (
      <>
        异议复核，{pointsText(item.amended.former)}分改为{pointsText(item.score ?? 0)}分：{item.amended.reason}
      </>
    )
  }
  if (item.settled !== null) return <>商定{pointsText(item.settled.score)}分：{item.settled.reason}</>
  if (item.score === null && item.scores.length > 1) {
    return <>{item.scores.map(({ name, score }) => `${name}${pointsText(score)}分`).join('，')}，还没有商定</>
  }
  const reasons = [...new Set(item.scores.flatMap(({ reason }) => (reason === null ? [] : [reason])))]
  return <>{reasons.join('；')}</>
}
