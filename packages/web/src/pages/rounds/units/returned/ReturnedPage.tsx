import type { Form } from '@zicha/core'
import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import type { AssessmentAnswer, ScoreAnswer } from '../../../../api/contract.ts'
import { useForm } from '../../../../api/form.ts'
import { placePath } from '../../../../api/names.ts'
import { usePeople } from '../../../../api/people.ts'
import { useScore } from '../../../../api/score.ts'
import { BottomBar } from '../../../../ui/BottomBar.tsx'
import { ColumnFrame } from '../../../../ui/Frame.tsx'
import { Mark } from '../../../../ui/Mark.tsx'
import { CopiedText } from '../../../../ui/Said.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { TaskBar } from '../../../../ui/TopBar.tsx'
import { instantWords } from '../../../../ui/day-words.ts'
import { useCopied } from '../../../../ui/use-copied.ts'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { StandingNotice } from '../../../StandingNotice.tsx'
import { ItemBecause } from '../ItemBecause.tsx'
import { criteriaOf, itemName, selfMarkOf } from '../item-reading.ts'
import { itemsSpokenOf, readReasons } from '../return-reasons.ts'
import './returned.css'

/** What the bureau wants changed, each sentence beside its item with the ways to change it. */
export const ReturnedPage = () => {
  const place = usePlace()
  const here = placePath(place)
  const { role } = useSignedIn().user
  const assessment = useAssessment(place)
  const form = useForm(assessment.data?.form)
  const score = useScore(place)
  const isReturned = assessment.data?.stage === 'returned'
  return (
    <ColumnFrame
      top={<TaskBar back={here} title="退回要改的" aside={assessment.data?.unit.name} />}
      notice={<StandingNotice />}
      bar={
        !isReturned ? undefined : role === 'secretary' ? (
          <BottomBar note="再看一遍，就可以重新提交。">
            <Link className="button primary wide" to={`${here}/submit`}>
              改好再交
            </Link>
          </BottomBar>
        ) : role === 'clerk' ? (
          <TellSecretary unit={place.unit} submit={`${here}/submit`} />
        ) : undefined
      }
    >
      <title>退回要改的 · 自查通</title>
      <Awaited query={assessment}>
        {(answer) =>
          answer.stage === 'returned' ? (
            <Awaited query={form}>
              {(loaded: Form) => (
                <Awaited query={score}>{(scored) => <Reasons assessment={answer} form={loaded} score={scored} />}</Awaited>
              )}
            </Awaited>
          ) : (
            <Empty
              title="没有退回的"
              action={
                <Link className="button" to={here}>
                  回首页
                </Link>
              }
            >
              局里退回时，要改哪几条会写在这里。
            </Empty>
          )
        }
      </Awaited>
    </ColumnFrame>
  )
}

/** The clerk's last step: the secretary sends it back, and is told so in one line. */
const TellSecretary = ({ unit, submit }: { readonly unit: string; readonly submit: string }) => {
  const people = usePeople()
  const [copied, copy, forget] = useCopied()
  const names = (people.data ?? []).filter((one) => one.role === 'secretary' && one.unit === unit && one.active).map(({ name }) => name)
  const who = names.length === 0 ? '书记' : names.join('、')
  return (
    <div className="bottom tell-secretary">
      <CopiedText copied={copied} onClose={forget}>
        到微信里发给{who}，点开就能提交。
      </CopiedText>
      <BottomBar note={`改好以后，由${names.length === 0 ? '' : '书记'}${who}重新提交。`}>
        <button
          type="button"
          className="button primary wide"
          onClick={() => void copy(`退回的自查表改好了，请再看一遍，重新提交：${location.origin}${submit}`)}
        >
          改好了，复制一句话给{who}
        </button>
      </BottomBar>
    </div>
  )
}

const Reasons = ({ assessment, form, score }: { readonly assessment: AssessmentAnswer; readonly form: Form; readonly score: ScoreAnswer }) => {
  const here = placePath(usePlace())
  const step = assessment.history.findLast(({ to }) => to === 'returned')
  const { whole, items: written } = readReasons(step?.reason ?? '')
  const items = [
    ...written,
    ...itemsSpokenOf(whole)
      .filter((no) => written.every((one) => one.no !== no))
      .map((no) => ({ no, text: '' })),
  ]
  return (
    <>
      <div className="lead">
        <h1>{items.length === 0 ? '局里退回了' : `要改${items.length}条`}</h1>
        {step === undefined ? null : (
          <p>
            {assessment.bureauName}{step.byName}，{instantWords(step.at)}。
          </p>
        )}
        {whole === '' ? null : <blockquote className="said-by-bureau">{whole}</blockquote>}
      </div>
      {items.map(({ no, text }) => {
        const item = form.items.find((one) => one.no === no)
        return (
          <Section
            key={`${no}${text}`}
            title={`第${no}条　${item === undefined ? '' : itemName(form, no)}`}
            aside={item === undefined ? undefined : <Mark score={selfMarkOf(form, score, no)} max={item.points} />}
          >
            {text === '' ? null : <blockquote className="said-by-bureau">{text}</blockquote>}
            <div className="small after-rule">
              <ItemBecause criteria={criteriaOf(form, score, no)} />
            </div>
            {item === undefined ? null : <p className="official clause-in-place">{item.clause}</p>}
            <div className="acts">
              <Link className="button" to={`${here}/sheet?item=${no}`}>
                改这一条
              </Link>
              <Link className="button" to={`${here}/entries?item=${no}`}>
                看记录
              </Link>
            </div>
          </Section>
        )
      })}
    </>
  )
}
