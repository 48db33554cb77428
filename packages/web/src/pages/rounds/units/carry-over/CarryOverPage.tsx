import { sayDay } from '@zicha/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import { useCarryOver, useConfirmCarryOver } from '../../../../api/carry-over.ts'
import type { CarryOver } from '../../../../api/contract.ts'
import { placePath } from '../../../../api/names.ts'
import { BottomBar } from '../../../../ui/BottomBar.tsx'
import { StandingNotice } from '../../../StandingNotice.tsx'
import { ColumnFrame } from '../../../../ui/Frame.tsx'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { TaskBar } from '../../../../ui/TopBar.tsx'
import { usePlace } from '../../../place.ts'
import { itemWords } from '../entries/import/import-rows.ts'
import './carry-over.css'

/** 还有效吗？ Standing documents and answers of last year; nothing counts until a person confirms it. */
export const CarryOverPage = () => {
  const place = usePlace()
  const here = placePath(place)
  const assessment = useAssessment(place)
  const offer = useCarryOver(place)
  return (
    <ColumnFrame top={<TaskBar back={here} backWord="首页" title="还有效吗" />} notice={<StandingNotice brief />}>
      <title>还有效吗 · 自查通</title>
      <h1 className="unseen">去年的还有效吗</h1>
      <Awaited query={assessment}>
        {(standing) => (
          <Awaited query={offer}>
            {(answer) =>
              answer.from === null || answer.entries.length + answer.facts.length === 0 ? (
                <Empty
                  title="没有要沿用的"
                  action={
                    <Link className="button" to={here}>
                      返回首页
                    </Link>
                  }
                >
                  {answer.from === null ? '这是第一年。章程、制度记一次，明年在这里问还有没有效。' : '去年没有长期有效的制度和回答。'}
                </Empty>
              ) : (
                <Offer offer={answer} from={answer.from} year={standing.year} editable={standing.editable} />
              )
            }
          </Awaited>
        )}
      </Awaited>
    </ColumnFrame>
  )
}

type OfferProps = {
  readonly offer: CarryOver
  readonly from: NonNullable<CarryOver['from']>
  readonly year: number
  readonly editable: boolean
}

const Offer = ({ offer, from, year, editable }: OfferProps) => {
  const place = usePlace()
  const confirm = useConfirmCarryOver(place)
  // What is ticked are names of the offer; a person takes away what does not hold any more.
  const [entries, setEntries] = useState(() => new Set(offer.entries.filter((one) => !one.carried).map((one) => one.id)))
  const [facts, setFacts] = useState(() => new Set(offer.facts.filter((one) => !one.carried).map((one) => one.key)))
  const open = offer.entries.filter((one) => !one.carried).length + offer.facts.filter((one) => !one.carried).length
  const count = entries.size + facts.size
  return (
    <>
      <ProblemSummary problem={confirm.error} />
      <p className="field">
        下面是{from.year}年度长期有效的。看一遍，不再有效的去掉勾；确认以后才算进{year}年度。
      </p>
      {offer.entries.length === 0 ? null : (
        <Section title="制度、文件" count={offer.entries.length}>
          <ul className="rows">
            {offer.entries.map((one) => (
              <OfferedRow
                key={one.id}
                title={one.title}
                meta={`${from.year}年${sayDay(one.happenedOn)}，${one.kinds.join('、')}，${itemWords(one.feeds)}`}
                carried={one.carried}
                checked={entries.has(one.id)}
                onToggle={() => setEntries((before) => toggled(before, one.id))}
              />
            ))}
          </ul>
        </Section>
      )}
      {offer.facts.length === 0 ? null : (
        <Section title="去年的回答" count={offer.facts.length}>
          <ul className="rows">
            {offer.facts.map((one) => (
              <OfferedRow
                key={one.key}
                title={one.title}
                meta={`第${one.criterion.split('.')[0]}条，去年答${answerWords(one.value)}`}
                carried={one.carried}
                checked={facts.has(one.key)}
                onToggle={() => setFacts((before) => toggled(before, one.key))}
              />
            ))}
          </ul>
        </Section>
      )}
      {open === 0 ? (
        <p className="field done tick" role="status">
          都确认过了，已算进{year}年度。
        </p>
      ) : editable ? (
        <BottomBar note="沿用的记录会写明来自哪一年；以后失效了，可以删">
          <button
            type="button"
            className="button primary wide"
            aria-disabled={count === 0}
            onClick={() => {
              if (count > 0 && !confirm.isPending) confirm.mutate({ entries: [...entries], facts: [...facts] })
            }}
          >
            {confirm.isPending ? '正在沿用' : `这${count}样还有效`}
          </button>
        </BottomBar>
      ) : (
        <p className="field grey">自查表已经提交，由局里退回后才能沿用。</p>
      )}
    </>
  )
}

const OfferedRow = (props: {
  readonly title: string
  readonly meta: string
  readonly carried: boolean
  readonly checked: boolean
  readonly onToggle: () => void
}) => (
  <li>
    {props.carried ? (
      <div className="offered">
        <span className="done tick" />
        <span>
          {props.title}
          <span className="small grey">{props.meta}，已沿用</span>
        </span>
      </div>
    ) : (
      <label className="check offered">
        <input type="checkbox" checked={props.checked} onChange={props.onToggle} />
        <span>
          {props.title}
          <span className="small grey">{props.meta}</span>
        </span>
      </label>
    )}
  </li>
)

const toggled = <Value,>(before: ReadonlySet<Value>, value: Value): Set<Value> => {
  const after = new Set(before)
  if (!after.delete(value)) after.add(value)
  return after
}

const answerWords = (value: CarryOver['facts'][number]['value']): string => {
  if (value === true) return '“有”'
  if (value === false) return '“没有”'
  if (typeof value === 'number' || typeof value === 'string') return `“${value}”`
  return 'applicable' in value && !value.applicable ? '“不适用”' : '过'
}
