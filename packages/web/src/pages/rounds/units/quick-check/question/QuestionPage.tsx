import { sayDay } from '@zicha/core'
import { useEffect, useState } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import type { LedgerEntry, ScoreAnswer } from '../../../../../api/contract.ts'
import { useEntries } from '../../../../../api/entries.ts'
import { useGuidance } from '../../../../../api/guidance.ts'
import { placePath } from '../../../../../api/names.ts'
import { useNameOf } from '../../../../../api/people.ts'
import { useScore } from '../../../../../api/score.ts'
import { answerInputs } from '../../../../../rule/answer-input.ts'
import type { GivenFacts } from '../../../../../rule/answer-input.ts'
import { coverFoot } from '../../../../../ui/cover-foot.ts'
import { ProblemSummary } from '../../../../../ui/ProblemSummary.tsx'
import { instantWords } from '../../../../../ui/day-words.ts'
import { ColumnFrame } from '../../../../../ui/Frame.tsx'
import { pointsText } from '../../../../../ui/Mark.tsx'
import { Section } from '../../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../../ui/states.tsx'
import { TaskBar } from '../../../../../ui/TopBar.tsx'
import { usePlace } from '../../../../place.ts'
import { useSignedIn } from '../../../../SignedIn.tsx'
import { StandingNotice } from '../../../../StandingNotice.tsx'
import { answerWords, inAddress } from '../check-questions.ts'
import type { CheckQuestion } from '../check-questions.ts'
import { ClauseWith } from '../ClauseWith.tsx'
import { useKeepAnswer } from '../keep-answer.ts'
import { useCheck } from '../use-check.ts'
import '../quick-check.css'

/** One question a page. `next` is the first one that nobody answered; an answer leads on to the next. */
export const QuestionPage = () => {
  const place = usePlace()
  const check = useCheck(place, true)
  const { key = 'next' } = useParams()
  const home = placePath(place)
  const list = `${home}/quick-check`
  const asked = check.data?.asked ?? []
  const at = key === 'next' ? -1 : findAt(asked, inAddress(key))
  return (
    <ColumnFrame
      top={
        <TaskBar
          back={list}
          backWord="全部题目"
          title="快速核对"
          aside={
            at < 0 ? (
              ''
            ) : (
              <>
                <span className="nw">第{at + 1}题，</span>
                <span className="nw">共{asked.length}题</span>
              </>
            )
          }
        />
      }
      notice={<StandingNotice brief />}
    >
      <title>快速核对 · 自查通</title>
      <Awaited query={check}>
        {(data) => {
          if (key === 'next') {
            const first = data.asked.find((one) => !one.answered)
            return first === undefined ? <AllChecked home={home} list={list} count={data.asked.length} /> : <Navigate to={`${list}/${inAddress(first.question.key)}`} replace />
          }
          const one = data.asked[at]
          if (one !== undefined && inAddress(one.question.key) !== key) return <Navigate to={`${list}/${inAddress(one.question.key)}`} replace />
          return one === undefined ? (
            <Empty title="这一条不用人答" action={<Link className="button" to={home}>返回首页</Link>}>
              它的次数由活动记录自动算。确实开过就补录；没开过，请如实空着。
            </Empty>
          ) : (
            <OneQuestion
              key={one.question.key}
              one={one}
              by={data.given[one.question.key]}
              before={data.asked[at - 1]?.question.key}
              after={nextKey(data.asked, at)}
              editable={data.assessment.editable}
              list={list}
            />
          )
        }}
      </Awaited>
    </ColumnFrame>
  )
}

/** A question by its key, or the first of a criterion. */
const findAt = (asked: readonly CheckQuestion[], key: string): number => {
  const at = asked.findIndex((one) => inAddress(one.question.key) === key)
  return at >= 0 ? at : asked.findIndex((one) => inAddress(one.criterion.id) === key)
}

/** The next that is open, else simply the next; past the last one, whatever was skipped. */
const nextKey = (asked: readonly CheckQuestion[], at: number): string => {
  const later = asked.slice(at + 1)
  const open = later.find((one) => !one.answered) ?? asked.slice(0, Math.max(0, at)).find((one) => !one.answered)
  return open?.question.key ?? (asked[at]?.answered === true ? later[0]?.question.key : undefined) ?? 'next'
}

const AllChecked = ({ home, list, count }: { readonly home: string; readonly list: string; readonly count: number }) => (
  <Empty
    title={`${count}题都答了`}
    action={
      <>
        <Link className="button" to={`${home}/sheet`}>
          看自查表
        </Link>
        <Link className="tap" to={list}>
          再看一遍
        </Link>
      </>
    }
  >
    有变化随时可以改，自查表会跟着算。
  </Empty>
)

const OneQuestion = (props: {
  readonly one: CheckQuestion
  readonly by: { readonly by: string; readonly at: string } | undefined
  readonly before: string | undefined
  readonly after: string
  readonly editable: boolean
  readonly list: string
}) => {
  const { one, list } = props
  const { question, criterion, item } = one
  const place = usePlace()
  const navigate = useNavigate()
  const session = useSignedIn()
  const guidance = useGuidance(session.rounds.find((round) => round.id === place.round)?.form)
  const answer = useKeepAnswer(place)
  const [unsent, setUnsent] = useState<GivenFacts | null>(null)
  const writes = props.editable && (session.user.role === 'clerk' || session.user.role === 'secretary')
  const give = (facts: GivenFacts) => {
    setUnsent(facts)
    void answer.give(one, facts).then((kept) => (kept ? navigate(`${list}/${inAddress(props.after)}`) : undefined))
  }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey || answer.pending) return
      const choice = /^[1-9]$/u.test(event.key) ? question.choices[Number(event.key) - 1] : undefined
      if (choice !== undefined && writes) give(choice.facts)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
  useEffect(() => {
    // Where answers wait is looked at without a network too.
    void import('../../../../outbox/OutboxPage.tsx')
  }, [])
  const nameOf = useNameOf()
  const colleague = one.kept || props.by === undefined || props.by.by === session.user.username ? '' : `，${nameOf(props.by.by)}${instantWords(props.by.at)}`
  const Input = answerInputs[question.asks]
  const hint = guidance.data?.items.find((advice) => advice.no === item.no)
  return (
    <>
      <ProblemSummary problem={answer.problem} />
      <div className="lead asked-now">
        <p className="note">
          第{item.no}条，满分{pointsText(item.points)}分，本题{pointsText(criterion.points)}分
        </p>
        <h1>{question.question}</h1>
      </div>
      <Section title="细则原文">
        <ClauseWith clause={item.clause} source={criterion.source} />
        {criterion.note === undefined ? null : <p className="note under-clause">我们的理解：{criterion.note}</p>}
      </Section>
      <Known one={one} />
      {hint === undefined ? null : (
        <Section title="怎么看">
          <p className="small after-rule">{session.user.role === 'secretary' ? hint.secretary : hint.clerk}</p>
        </Section>
      )}
      <div className="bar" ref={coverFoot}>
        {writes ? (
          <Input
            question={question}
            part={one.part}
            value={unsent === null ? one.value : unsent[question.key]}
            inapplicable={unsent === null && one.inapplicable}
            onAnswer={give}
          />
        ) : (
          <p className="note">{answerWords(one)}。现在只能看，不能改。</p>
        )}
        <div className="turn">
          {props.before === undefined ? <span /> : (
            <Link className="tap start" to={`${list}/${inAddress(props.before)}`}>
              上一题
            </Link>
          )}
          <span className="note" role="status">
            {answer.pending ? '正在存' : one.answered ? `${one.kept ? '已存本机' : '已答'}：${answerWords(one)}${colleague}` : question.terms}
          </span>
          <Link className="tap end" to={`${list}/${inAddress(props.after)}`}>
            {one.answered ? '下一题' : '先跳过'}
          </Link>
        </div>
      </div>
    </>
  )
}

/** 已经知道的: what records and figures say, before anybody is asked. */
const Known = ({ one }: { readonly one: CheckQuestion }) => {
  const place = usePlace()
  const score = useScore(place)
  const entries = useEntries(place)
  if (score.data === undefined || entries.data === undefined) return null
  const criterion = score.data.criteria.find((mark) => mark.id === one.criterion.id)
  const behind = recordsOf(criterion, entries.data)
  const proposals = criterion?.proposed.filter((proposal) => proposal.key === one.question.key) ?? []
  const all = `${placePath(place)}/entries?item=${one.item.no}`
  return (
    <Section
      title="已经知道的"
      aside={
        behind.length > 4 ? (
          <Link className="tap" to={all}>
            全部{behind.length}条
          </Link>
        ) : null
      }
    >
      {proposals.map((proposal) => (
        <p key={proposal.because} className="known-say">
          {proposal.because}
        </p>
      ))}
      {behind.length === 0 && proposals.length === 0 ? <p className="known-say grey">没有相关的活动记录，要看实际情况。</p> : null}
      <ul className="rows known">
        {behind.slice(0, 4).map((entry) => (
          <li key={entry.id}>
            <Link to={`${placePath(place)}/entries/${entry.id}`}>{entry.title}</Link>
            <span className="grey">{sayDay(entry.happenedOn)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const recordsOf = (criterion: ScoreAnswer['criteria'][number] | undefined, entries: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  entries.filter((entry) => criterion?.entries.includes(entry.id) === true)
