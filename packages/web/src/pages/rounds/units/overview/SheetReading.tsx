import type { Form } from '@zicha/core'
import { useEffect } from 'react'
import { Link, useLocation } from 'react-router'
import type { InspectionAnswer, ScoreAnswer } from '../../../../api/contract.ts'
import { Mark, pointsText } from '../../../../ui/Mark.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { ItemBecause } from '../ItemBecause.tsx'
import { criteriaOf, itemName, selfMarkOf } from '../item-reading.ts'
import type { ReturnReasons } from '../return-reasons.ts'

/** The sheet to be read: wording, marks and why. With `reasons` each item can be given back with a sentence. */
export const SheetReading = (props: {
  readonly form: Form
  readonly score: ScoreAnswer
  readonly inspection: InspectionAnswer | undefined
  readonly remarks: Readonly<Record<string, string>>
  readonly here: string
  readonly reasons: ReturnReasons | null
  readonly onReasons: (reasons: ReturnReasons) => void
}) => {
  const { form, score, reasons } = props
  const { hash } = useLocation()
  // Whoever comes for one item sees it first: the browser itself has looked for it before the sheet was there.
  useEffect(() => {
    if (hash.startsWith('#item-')) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' })
  }, [hash])
  return (
    <>
      {form.sections.map((section) => {
        const mark = score.sections.find(({ no }) => no === section.no)
        return (
          <Section
            key={section.no}
            title={`${section.no}　${section.name}`}
            aside={mark === undefined ? undefined : <Mark score={mark.score} max={mark.max} />}
          >
            <ul className="rows reading">
              {form.items
                .filter((item) => item.section === section.no)
                .map((item) => {
                  const criteria = criteriaOf(form, score, item.no)
                  const behind = new Set(criteria.flatMap(({ answer }) => answer.entries)).size
                  const inspected = props.inspection?.items.find(({ no }) => no === item.no)
                  const reason = reasons?.items.find(({ no }) => no === item.no)
                  const remark = props.remarks[String(item.no)]
                  return (
                    <li key={item.no} id={`item-${item.no}`}>
                      <div className="item-head">
                        <h3>
                          <span className="grey">第{item.no}条</span>　{itemName(form, item.no)}
                        </h3>
                        <Mark score={selfMarkOf(form, score, item.no)} max={item.points} />
                      </div>
                      <div className="item-body">
                        <div className="because">
                          <ItemBecause criteria={criteria} />
                          {inspected === undefined || inspected.scores.length === 0 ? null : <Inspected item={inspected} />}
                          {remark === undefined || remark === '' ? null : <p className="grey">备注：{remark}</p>}
                        </div>
                        <details className="clause">
                          <summary>细则原文</summary>
                          <p className="official">{item.duty}</p>
                          <p className="official">{item.clause}</p>
                        </details>
                        <p className="item-acts">
                          {behind === 0 ? (
                            <span className="small grey">没有活动记录</span>
                          ) : (
                            <Link className="tap start" to={`${props.here}/entries?item=${item.no}`}>
                              {behind}条记录
                            </Link>
                          )}
                          {reasons === null || reason !== undefined ? null : (
                            <button
                              type="button"
                              className="tap end"
                              aria-label={`第${item.no}条要改`}
                              onClick={() => props.onReasons({ ...reasons, items: [...reasons.items, { no: item.no, text: '' }] })}
                            >
                              要改
                            </button>
                          )}
                        </p>
                      </div>
                      {reasons === null || reason === undefined ? null : (
                        <ReasonField
                          no={item.no}
                          text={reason.text}
                          onText={(text) =>
                            props.onReasons({
                              ...reasons,
                              items: reasons.items.map((one) => (one.no === item.no ? { no: item.no, text } : one)),
                            })
                          }
                          onDrop={() =>
                            props.onReasons({ ...reasons, items: reasons.items.filter(({ no }) => no !== item.no) })
                          }
                        />
                      )}
                    </li>
                  )
                })}
            </ul>
          </Section>
        )
      })}
    </>
  )
}

const Inspected = ({ item }: { readonly item: InspectionAnswer['items'][number] }) => (
  <p>
    检查：
    {item.scores.map(({ name, score, reason }) => `${name}${pointsText(score)}分${reason === null ? '' : `（${reason}）`}`).join('，')}
    {item.settled !== null
      ? `；商定${pointsText(item.settled.score)}分，${item.settled.reason}`
      : item.score === null && item.scores.length > 1
        ? '；两人不同，还没有商定'
        : ''}
  </p>
)

const ReasonField = (props: {
  readonly no: number
  readonly text: string
  readonly onText: (text: string) => void
  readonly onDrop: () => void
}) => (
  <div className="reason">
    <label className="label" htmlFor={`reason-${props.no}`}>
      第{props.no}条要改什么
    </label>
    <textarea
      id={`reason-${props.no}`}
      className="input"
      rows={2}
      autoFocus={props.text === ''}
      value={props.text}
      onChange={(event) => props.onText(event.target.value)}
    />
    <button type="button" className="tap start" onClick={props.onDrop}>
      这一条不用改
    </button>
  </div>
)
