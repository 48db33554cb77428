import type { Form } from '@zicha/core'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'react-router'
import { placePath } from '../../../../api/names.ts'
import type { GivenFacts } from '../../../../rule/answer-input.ts'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { SectionCheck } from '../checked/SectionCheck.tsx'
import { UnitFrame } from '../UnitFrame.tsx'
import { answersInPlace, takesOther } from './answers-in-place.ts'
import { answerWords, inAddress } from './check-questions.ts'
import type { CheckQuestion } from './check-questions.ts'
import { useKeepAnswer } from './keep-answer.ts'
import { useCheck } from './use-check.ts'
import './quick-check.css'

/** All questions by duty: where one left off, what was answered; on a wide page answered in place by keys 1 2 3. */
export const QuickCheckPage = () => {
  const place = usePlace()
  const check = useCheck(place, true)
  const role = useSignedIn().user.role
  const answer = useKeepAnswer(place)
  const here = `${placePath(place)}/quick-check`
  return (
    <UnitFrame title="快速核对">
      <Awaited query={check}>
        {({ asked, form, assessment }) => {
          const open = asked.filter((one) => !one.answered).length
          const writes = assessment.editable && (role === 'clerk' || role === 'secretary')
          return (
            <>
              <div className="head">
                <div>
                  <h1>快速核对</h1>
                  <p>{open === 0 ? `${asked.length}题都答了` : `还有${open}题，共${asked.length}题。次数由活动记录自动算，不用再填。`}</p>
                </div>
                {writes && open > 0 ? (
                  <div className="acts start-check">
                    <Link className="button primary" to={`${here}/next`}>
                      {open === asked.length ? '开始，一题一题答' : '接着答'}
                    </Link>
                  </div>
                ) : null}
              </div>
              <ProblemSummary problem={answer.problem} />
              {writes ? null : <p className="field small grey">现在只能看，不能改。{assessment.editable ? '' : '已经提交，退回后才能改。'}</p>}
              <QuestionList
                asked={asked}
                form={form}
                here={here}
                writes={writes}
                onAnswer={(one, facts) => void answer.give(one, facts)}
              />
            </>
          )
        }}
      </Awaited>
    </UnitFrame>
  )
}

type ListProps = {
  readonly asked: readonly CheckQuestion[]
  readonly form: Form
  readonly here: string
  readonly writes: boolean
  readonly onAnswer: (one: CheckQuestion, facts: GivenFacts) => void
}

const QuestionList = ({ asked, form, here, writes, onAnswer }: ListProps) => {
  const place = usePlace()
  const [at, setAt] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  // Sent to one duty: it is brought into sight once it is there.
  const { hash } = useLocation()
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' })
  }, [hash])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
      const move = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
      if (move !== 0) {
        const next = Math.min(asked.length - 1, Math.max(0, at === null ? 0 : at + move))
        setAt(next)
        list.current?.querySelectorAll<HTMLElement>('[data-row] .row')[next]?.focus()
        return
      }
      const one = at === null ? undefined : asked[at]
      const choice = /^[1-9]$/u.test(event.key) && one !== undefined ? answersInPlace(one)[Number(event.key) - 1] : undefined
      if (one !== undefined && choice !== undefined && writes) onAnswer(one, choice.facts)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
  return (
    <div ref={list} className="question-list">
      {form.sections.map((section) => {
        const own = asked.filter((one) => one.item.section === section.no)
        if (own.length === 0) return null
        const open = own.filter((one) => !one.answered).length
        return (
          <Section
            key={section.no}
            id={`duty-${section.no}`}
            title={`${section.no} ${section.name}`}
            aside={<span className="note">{open === 0 ? '都答了' : `还有${open}题`}</span>}
          >
            <ul className="rows">
              {own.map((one) => (
                <li key={one.question.key} data-row className={asked[at ?? -1] === one ? 'asked at' : 'asked'}>
                  <Link className="row" to={`${here}/${inAddress(one.question.key)}`} onFocus={() => setAt(asked.indexOf(one))}>
                    <span className="what">
                      <span className="title">{one.question.question}</span>
                      <span className="meta">
                        第{one.item.no}条，{one.question.terms}
                        {one.kept ? '，已存本机' : ''}
                      </span>
                    </span>
                    <span className={pointsClass(one, writes)}>{answerWords(one)}</span>
                  </Link>
                  {writes ? <InPlace question={one} own={`${here}/${inAddress(one.question.key)}`} onAnswer={onAnswer} /> : null}
                </li>
              ))}
            </ul>
            <SectionCheck place={place} form={form} section={section} writes={writes} />
          </Section>
        )
      })}
    </div>
  )
}

/** On a wide page an answer that its chip shows is not said twice. */
const pointsClass = (one: CheckQuestion, writes: boolean): string => {
  if (!one.answered) return 'points open'
  return writes && answersInPlace(one).some(({ chosen }) => chosen) ? 'points in-chip' : 'points'
}

/** Answers in place, on a wide page only; what is typed has its own page. */
const InPlace = ({ question: one, own, onAnswer }: { readonly question: CheckQuestion; readonly own: string; readonly onAnswer: ListProps['onAnswer'] }) => (
  <div className="in-place">
    {answersInPlace(one).map(({ label, effect, facts, chosen }) => (
      <button
        key={label}
        type="button"
        className={chosen ? 'chip chosen' : 'chip'}
        aria-pressed={chosen}
        aria-label={`${one.question.question}${label}，${effect}`}
        title={effect}
        onClick={() => onAnswer(one, facts)}
      >
        {label}
      </button>
    ))}
    {takesOther(one) ? (
      <Link className="tap end" to={own} aria-label={`${one.question.question}其他`}>
        其他
      </Link>
    ) : null}
  </div>
)
