import { formatPoints, sayDay } from '@zicha/core'
import { Link } from 'react-router'
import type { LedgerEntry } from '../../../../api/contract.ts'
import type { Place } from '../../../../api/names.ts'
import { placePath } from '../../../../api/names.ts'
import { answerInputs } from '../../../../rule/answer-input.ts'
import { monthOf } from '../../../../ui/day-words.ts'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { Mark } from '../../../../ui/Mark.tsx'
import { Row, Rows } from '../../../../ui/Row.tsx'
import { Months } from '../../../../ui/Months.tsx'
import { requestAddress } from '../requests/request-address.ts'
import { gapAddress, gapPeriods, gapWords, groupGaps, lackingAddress, lackingRecord } from '../plan-addresses.ts'
import { ItemOwner } from './ItemOwner.tsx'
import { useKeepAnswer } from '../quick-check/keep-answer.ts'
import { MarkHistory } from './MarkHistory.tsx'
import { OwnMark } from './OwnMark.tsx'
import type { SheetCriterion, SheetRow } from './sheet-rows.ts'

type Props = {
  readonly place: Place
  readonly row: SheetRow
  readonly today: string
  readonly year: number
  readonly writes: boolean
  readonly onClose: () => void
}

/** An opened row: the clause, what stands behind the mark with its repair, the answers and the own mark. */
export const ItemDetail = ({ place, row, today, year, writes, onClose }: Props) => {
  const answer = useKeepAnswer(place)
  const here = placePath(place)
  const gaps = groupGaps(row.criteria.flatMap((one) => one.gaps))
  return (
    <div className="detail">
      <section>
        <h2>细则原文</h2>
        <p className="official">{row.item.clause}</p>
        {row.criteria.some(({ criterion }) => criterion.note !== undefined) ? (
          <ul className="understood">
            {row.criteria.map(({ criterion }) =>
              criterion.note === undefined ? null : (
                <li key={criterion.id} className="note">
                  我们的理解：{criterion.note}
                </li>
              ),
            )}
          </ul>
        ) : null}
        <ItemOwner place={place} item={row.item.no} writes={writes} />
        <MarkHistory place={place} row={row} />
      </section>
      <section>
        <h2>依据</h2>
        {row.criteria.map((one) => (
          <CountedMonths key={one.criterion.id} one={one} entries={row.entries} today={today} year={year} />
        ))}
        <ul className="rows known">
          {row.entries.slice(0, 6).map((entry) => (
            <li key={entry.id}>
              <Link to={`${here}/entries/${entry.id}`}>
                {entry.title}
                <span className="grey">{referenceWords(entry)}</span>
              </Link>
              <span className="grey">{sayDay(entry.happenedOn)}</span>
            </li>
          ))}
          {row.entries.length === 0 ? <li className="grey">没有相关的活动记录</li> : null}
        </ul>
        {row.entries.length > 6 ? (
          <p className="small more-link">
            <Link to={`${here}/entries?item=${row.item.no}`}>全部{row.entries.length}条</Link>
          </p>
        ) : null}
        {row.criteria
          .flatMap((one) => one.lacking)
          .map((line) => (
            <p key={line.criterion + (line.entry ?? '')} className="small repair">
              <em className="miss">缺材料</em>　{line.what}：{lackingRecord(line)}细则要{line.asked.join('、')}。
              {writes && (line.entry !== null || line.kind !== null) ? <Link to={lackingAddress(here, line)}>补材料</Link> : null}
            </p>
          ))}
        {gaps.length === 0 ? null : (
          <div className="repair">
            <p className="small">确实开过就补录；没开过，请如实空着。</p>
            <Rows>
              {gaps.map((group) => {
                const records = writes && group.lines[0].kinds.length > 0
                return (
                  <Row
                    key={group.lines[0].criterion + gapWords(group)}
                    title={gapWords(group)}
                    {...(group.lines.length === 1 ? {} : { meta: gapPeriods(group) })}
                    points={group.loses === 0 ? <span className="grey">已扣完</span> : <em className="miss">失{formatPoints(group.loses)}分</em>}
                    {...(records ? { to: gapAddress(here, group), verb: '补录' } : {})}
                  />
                )
              })}
            </Rows>
          </div>
        )}
      </section>
      <section>
        <h2>逐点看</h2>
        <ProblemSummary problem={answer.problem} />
        {row.criteria.map((one) => (
          <div key={one.criterion.id} className="point">
            <p className="point-head">
              <span>{one.criterion.title}</span>
              <Mark score={one.mark.status === 'unanswered' ? null : one.mark.score} max={one.mark.max} />
            </p>
            {writes
              ? one.asked.map((asked) => {
                  const Input = answerInputs[asked.question.asks]
                  return (
                    <div key={`${asked.question.key}:${JSON.stringify(asked.value)}`} role="group" aria-label={asked.question.question}>
                      <p className="small grey">
                        {asked.question.question}
                        {asked.kept ? '（已存本机）' : ''}
                      </p>
                      <Input
                        question={asked.question}
                        part={asked.part}
                        value={asked.value}
                        inapplicable={asked.inapplicable}
                        onAnswer={(facts) => void answer.give(asked, facts)}
                      />
                    </div>
                  )
                })
              : null}
            {writes ? <OwnMark place={place} mark={one.mark} item={row.item.no} /> : null}
            {writes && (one.counted.length > 0 || one.criterion.suggestedBy.length > 0) ? (
              <Link className="tap start" to={requestAddress(here, { criterion: one.criterion.id })}>
                请同事补
              </Link>
            ) : null}
          </div>
        ))}
        <button type="button" className="tap start" onClick={onClose}>
          收起
        </button>
      </section>
    </div>
  )
}

/** Monthly counts as twelve months each; what is still to come stays empty. */
const CountedMonths = (props: {
  readonly one: SheetCriterion
  readonly entries: readonly LedgerEntry[]
  readonly today: string
  readonly year: number
}) => {
  const { one, entries, today, year } = props
  const monthly = one.counted.flatMap((part) => (part.kind === 'shortfall' && part.required.per === 'month' ? [part] : []))
  const past = today.startsWith(`${year}-`) ? monthOf(today) - 1 : today > `${year}` ? 12 : 0
  const months = Array.from({ length: past }, (_, index) => index + 1)
  return monthly.map((part) => (
    <div key={part.what} className="by-month">
      <p className="small">{part.what}</p>
      <Months
        label={`${part.what}，按月`}
        held={entries.filter((entry) => entry.countsAs.some((kind) => part.fedBy.includes(kind))).map((entry) => monthOf(entry.happenedOn))}
        gaps={months}
      />
    </div>
  ))
}

const referenceWords = (entry: LedgerEntry): string => {
  const first = (entry.evidence ?? []).find((one) => 'reference' in one)
  return first !== undefined && 'reference' in first ? `，${first.reference}` : ''
}
