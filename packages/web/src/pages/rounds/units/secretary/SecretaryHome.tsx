import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import type { AssessmentAnswer, PlanAnswer } from '../../../../api/contract.ts'
import { placePath } from '../../../../api/names.ts'
import type { Place } from '../../../../api/names.ts'
import { usePeople } from '../../../../api/people.ts'
import type { QueuedItem } from '../../../../outbox/item.ts'
import { CopiedText } from '../../../../ui/Said.tsx'
import { Row, Rows } from '../../../../ui/Row.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited } from '../../../../ui/states.tsx'
import { dayWords, instantWords, untilWords } from '../../../../ui/day-words.ts'
import { pointsLess, PointsOf, pointsText } from '../../../../ui/Mark.tsx'
import { useCopied } from '../../../../ui/use-copied.ts'
import { usePlace } from '../../../place.ts'
import { AfterInspection } from '../AfterInspection.tsx'
import { lineWords } from '../plan-addresses.ts'
import { InspectedTotal } from '../FinalTotals.tsx'
import { LastStep } from '../LastStep.tsx'
import { DownloadLinks } from '../document/DownloadLinks.tsx'
import { KeptHere } from '../reckoned/KeptHere.tsx'
import { useReckonedPlan } from '../reckoned/use-reckoned.ts'
import { UnitFrame } from '../UnitFrame.tsx'
import { gapsOf, gatherGaps, runWords } from './dearest-gaps.ts'
import type { Gap, GapRun } from './dearest-gaps.ts'
import { handOverText } from './hand-over-text.ts'
import '../../../../ui/office.css'
import '../home.css'
import './secretary.css'

/** Ten minutes, twice a month: what wants a signature, the three dearest gaps, what is lost. */
export const SecretaryHome = () => {
  const place = usePlace()
  const assessment = useAssessment(place)
  const plan = useReckonedPlan(place)
  const [copied, copy, forget] = useCopied()
  return (
    <UnitFrame
      title="首页"
      said={
        <CopiedText copied={copied} onClose={forget}>
          到微信里发给同事，点开就能填。
        </CopiedText>
      }
    >
      <Awaited query={assessment}>
        {(answer) =>
          answer.editable ? (
            <Awaited query={plan}>
              {(planned) => <Filling assessment={answer} plan={planned} kept={plan.kept} onHandOver={(text) => void copy(text)} />}
            </Awaited>
          ) : (
            <HandedIn assessment={answer} />
          )
        }
      </Awaited>
    </UnitFrame>
  )
}

const Filling = (props: {
  readonly assessment: AssessmentAnswer
  readonly plan: PlanAnswer
  readonly kept: readonly QueuedItem[]
  readonly onHandOver: (text: string) => void
}) => {
  const { assessment, plan } = props
  const place = usePlace()
  const here = placePath(place)
  const people = usePeople()
  const clerks = (people.data ?? []).filter(({ role, unit, active }) => role === 'clerk' && unit === place.unit && active)
  const who = clerks.map(({ name }) => name).join('、')
  const gaps = gapsOf(plan, here)
  const gone = plan.missing.filter(({ kinds, loses }) => kinds.length === 0 && loses > 0)
  const returned = assessment.stage === 'returned' ? assessment.history.findLast(({ to }) => to === 'returned') : undefined
  return (
    <>
      <section className="lead">
        <h1>
          {plan.lost === 0 ? (
            '到今天没有失分'
          ) : (
            <>
              到今天已失<PointsOf value={plan.lost} lost />，
              <br />
              {pointsLess(plan.full, plan.reachable) >= plan.lost
                ? '都还能补'
                : plan.full > plan.reachable
                  ? `其中${pointsText(pointsLess(plan.full, plan.reachable))}分还能补`
                  : '都补不回来了'}
            </>
          )}
        </h1>
        <p>
          {plan.full > plan.reachable ? `补齐得${pointsText(plan.full)}分；不补，` : ''}以后不再失分，得
          {pointsText(plan.reachable)}分。{dayWords(assessment.dueOn, assessment.year)}截止，{untilWords(plan.today, assessment.dueOn)}。
        </p>
        <KeptHere kept={props.kept} />
      </section>
      <div className="two-columns">
        <div>
          {returned === undefined ? null : (
            <Section title="要改好再交" aside={<span className="note">{instantWords(returned.at)}</span>}>
              <Rows>
                <Row to={`${here}/returned`} title={`${assessment.bureauName}退回了`} meta={returned.byName} verb="看要改哪几条" />
              </Rows>
            </Section>
          )}
          <Section
            title="最要紧的"
            {...(gaps.length === 0 ? {} : { count: Math.min(3, gaps.length), say: '确实做过就补录；没做过，请如实空着。' })}
          >
            {gaps.length === 0 ? (
              <p className="all-done">没有能补的了。{plan.upcoming[0] === undefined ? '' : `下一件：${lineWords(plan.upcoming[0])}。`}</p>
            ) : (
              <ul className="rows">
                {gaps.slice(0, 3).map((gap) => (
                  <GapRow
                    key={gap.to}
                    gap={gap}
                    who={who}
                    onHandOver={() => props.onHandOver(handOverText(gap, location.origin + gap.to))}
                  />
                ))}
              </ul>
            )}
          </Section>
        </div>
        <div>
          {gaps.length <= 3 ? null : (
            <Section title="其余的" count={gaps.length - 3}>
              <Rows>
                {gatherGaps(gaps.slice(3)).map((run) => (
                  <RunRow key={run.gap.to + run.gap.what} run={run} plan={plan} />
                ))}
              </Rows>
            </Section>
          )}
          {gone.length === 0 ? null : (
            <Section title="补不回来的" count={gone.length} say="如实留着就好。">
              <Rows>
                {gone.map((line) => (
                  <Row
                    key={line.criterion + lineWords(line)}
                    to={`${here}/sheet?item=${line.item}`}
                    title={lineWords(line)}
                    meta={`第${line.item}条`}
                    points={<PointsOf value={line.loses} lost />}
                    verb="看"
                  />
                ))}
              </Rows>
            </Section>
          )}
        </div>
      </div>
      <p className="field small">
        <DownloadLinks place={place} />
      </p>
    </>
  )
}

const RunRow = ({ run, plan }: { readonly run: GapRun; readonly plan: PlanAnswer }) => {
  const { gap, loses } = run
  const { title, periods } = runWords(run, plan)
  const about = [...(gap.item === null ? [] : [`第${gap.item}条`]), ...(periods === '' ? [] : [periods]), ...(gap.by === null ? [] : [`${dayWords(gap.by)}前`])]
  return <Row to={gap.to} title={title} meta={about.length === 0 ? undefined : about.join('，')} points={<PointsOf value={loses} lost={gap.kind === 'missing'} />} verb="看" />
}

const GapRow = ({ gap, who, onHandOver }: { readonly gap: Gap; readonly who: string; readonly onHandOver: () => void }) => (
  <li className="gap-row">
    <Link className="what" to={gap.to}>
      <span className="title">{gap.what}</span>
      <span className="meta">
        {gap.item === null ? '' : `第${gap.item}条，`}
        {gap.kind === 'due' ? '不做少' : gap.kind === 'missing' ? '已失' : '先不计'}
        <PointsOf value={gap.loses} lost={gap.kind === 'missing'} />
        {gap.by === null ? '' : `，${dayWords(gap.by)}前`}
        {who === '' ? '' : `，${who}${gap.kind === 'unanswered' ? '可以答' : gap.kind === 'due' ? '可以记' : '可以补'}`}
      </span>
    </Link>
    <button type="button" className="tap end" aria-label={`把“${gap.what}”转给同事`} onClick={onHandOver}>
      转给同事
    </button>
  </li>
)

/** After the submission: what comes next, and whether it wants a signature. */
const HandedIn = ({ assessment }: { readonly assessment: AssessmentAnswer }) => {
  const place = usePlace()
  const here = placePath(place)
  return (
    <>
      <section className="lead">
        <Standing place={place} assessment={assessment} />
        <p>
          <LastStep place={place} assessment={assessment} />
        </p>
      </section>
      <AfterInspection place={place} assessment={assessment} />
      <Section title="可以看的">
        <Rows>
          {assessment.stage === 'inspected' ? (
            <Row to={`${here}/sign`} title="签字" meta="检查已完成，要本人再输一次密码" verb="去签字" />
          ) : null}
          <Row to={`${here}/compare`} title="自查与检查对照" meta="每一条两个分，和不同的理由" verb="看" />
          <Row to={`${here}/document`} title="打印预览" meta="按印发的表格原样" verb="看" />
        </Rows>
      </Section>
      <p className="field small">
        <DownloadLinks place={place} />
      </p>
    </>
  )
}

const Standing = ({ place, assessment }: { readonly place: Place; readonly assessment: AssessmentAnswer }) => {
  const total = assessment.snapshot === undefined ? '' : `${pointsText(assessment.snapshot.total)}分`
  switch (assessment.stage) {
    case 'draft':
    case 'returned':
      return <h1>正在填</h1>
    case 'submitted':
      return (
        <h1>
          已提交{assessment.bureauName}，
          <br />
          自查{total}，等检查
        </h1>
      )
    case 'inspecting':
      return (
        <h1>
          正在检查，
          <br />
          自查{total}
        </h1>
      )
    case 'inspected':
      return (
        <h1>
          检查完成，
          <br />
          等你签字
        </h1>
      )
    case 'signed':
    case 'frozen':
      return (
        <h1>
          已签字{assessment.stage === 'frozen' ? '，已定稿' : ''}
          <InspectedTotal
            place={place}
            before={
              <>
                ，
                <br />
              </>
            }
          />
        </h1>
      )
  }
}
