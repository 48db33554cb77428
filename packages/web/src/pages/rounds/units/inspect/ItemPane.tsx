import { Link } from 'react-router'
import { placePath } from '../../../../api/names.ts'
import { Months } from '../../../../ui/Months.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { today } from '../../../../ui/day-words.ts'
import { usePlace } from '../../../place.ts'
import { ItemBecause } from '../ItemBecause.tsx'
import { criteriaOf, itemName, selfMarkOf } from '../item-reading.ts'
import { Behind } from './Behind.tsx'
import { Differing } from './Differing.tsx'
import type { MarkAbout, MarkDraft, MarkFault } from './mark-draft.ts'
import { monthsOfItem } from './months-of-item.ts'
import { Settling } from './Settling.tsx'
import { SitePhotos } from './SitePhotos.tsx'
import { ownMarkOf } from './use-inspecting.ts'
import type { Inspecting } from './use-inspecting.ts'

/** One item: the self mark and why, what stands behind it, the clause, and where it differs. */
export const ItemPane = (props: {
  readonly data: Inspecting
  readonly item: Inspecting['inspection']['items'][number]
  /** Why it needs eyes. */
  readonly why: readonly string[]
  readonly username: string
  readonly about: MarkAbout
  readonly draft: MarkDraft
  readonly closed: boolean
  readonly fault: MarkFault | null
  readonly onDraft: (draft: MarkDraft) => void
}) => {
  const { data, item } = props
  const place = usePlace()
  const { form, score } = data
  const criteria = criteriaOf(form, score, item.no)
  const self = selfMarkOf(form, score, item.no)
  const own = ownMarkOf(item, props.username)
  const agreeing = item.scores.filter((one) => own !== undefined && one !== own && one.score === own.score)
  const official = form.items.find(({ no }) => no === item.no)
  const behindIds = new Set(criteria.flatMap(({ answer }) => answer.entries))
  const behind = data.records.filter(({ id }) => behindIds.has(id))
  const months = monthsOfItem({
    form,
    no: item.no,
    unit: data.unit,
    year: data.assessment.year,
    entries: data.entries,
    answered: data.facts.facts,
    today: today(),
  })
  const waits = data.local.waiting.get(item.no)
  const remark = data.assessment.remarks[String(item.no)]
  return (
    <>
      <div className="lead">
        <p className="note">
          第{item.no}条　{itemName(form, item.no)}，满分{pointsText(item.max)}分
        </p>
        {props.why.length === 0 || own !== undefined ? null : <p className="why">要看：{props.why.join('，')}</p>}
        <h1>{self === null ? '自查未答' : `自查${pointsText(self)}分`}</h1>
        <div className="inspect-because">
          <ItemBecause criteria={criteria} />
          {remark === undefined || remark === '' ? null : <p className="grey">学校备注：{remark}</p>}
        </div>
        {own === undefined ? null : (
          <p className="own-mark">
            <b>打了{pointsText(own.score)}分</b>
            {own.reason === null ? '，同意自查' : `：${own.reason}`}
            {waits === undefined ? '' : waits.state.kind === 'stuck' ? '。没传上去，' : '。已存本机'}
            {waits?.state.kind === 'stuck' ? <Link to="/outbox">去看一下</Link> : null}
            {agreeing.length === 0 ? '' : `。${agreeing.map(({ name }) => name).join('、')}也是这个分`}
          </p>
        )}
      </div>
      {item.settled !== null || (item.scores.length > 1 && item.score === null) ? (
        <Settling item={item} username={props.username} closed={props.closed} />
      ) : null}
      {months.map((month) => (
        <Section key={month.key} title={month.what} count={`${month.times}次`}>
          <Months label={`${month.what}按月`} held={month.held} gaps={month.gaps} />
        </Section>
      ))}
      <Behind records={behind} item={item} username={props.username} closed={props.closed} />
      <SitePhotos data={data} item={item} closed={props.closed} />
      <details className="section clause" open>
        <summary>细则原文</summary>
        {official === undefined ? null : (
          <>
            <p className="official grey">{official.duty}</p>
            <p className="official">{official.clause}</p>
          </>
        )}
      </details>
      {props.closed ? null : (
        <Differing
          about={props.about}
          max={item.max}
          draft={props.draft}
          fault={props.fault}
          onDraft={props.onDraft}
        />
      )}
      <p className="field small">
        <Link className="tap start" to={`${placePath(place)}/rectifications/new?item=${item.no}`}>
          记问题，转整改
        </Link>
      </p>
    </>
  )
}
