import { sayStage } from '@zicha/core'
import { useQueries } from '@tanstack/react-query'
import { assessmentQuery } from '../../api/assessment.ts'
import type { AssessmentAnswer, CurrentSession, InspectionAnswer } from '../../api/contract.ts'
import { useGroups } from '../../api/groups.ts'
import { inspectionQuery } from '../../api/inspection.ts'
import { placePath } from '../../api/names.ts'
import { useRound } from '../../api/rounds.ts'
import { Row, Rows } from '../../ui/Row.tsx'
import { Section } from '../../ui/Section.tsx'
import { Awaited, Empty } from '../../ui/states.tsx'
import { dayWords, today } from '../../ui/day-words.ts'
import { OfficeFrame } from '../OfficeFrame.tsx'
import { useSignedIn } from '../SignedIn.tsx'
import { byPlannedDay, plannedDays } from './planned-days.ts'

/** The schools given to an inspector, and how many of their items are seen. */
export const TasksPage = () => {
  const session = useSignedIn()
  return (
    <OfficeFrame title="我的任务">
      <div className="lead">
        <h1>{session.rounds.length === 0 ? '我的任务' : `${session.user.name}，这几所归你看`}</h1>
      </div>
      {session.rounds.length === 0 ? (
        <Empty title="还没有分配学校">局里分配后会出现在这里。</Empty>
      ) : (
        session.rounds.map((round) => <RoundTasks key={round.id} round={round} />)
      )}
    </OfficeFrame>
  )
}

const RoundTasks = ({ round }: { readonly round: CurrentSession['rounds'][number] }) => {
  const details = useRound(round.id)
  const { user } = useSignedIn()
  const days = plannedDays(useGroups(round.id).data)
  const given = (details.data?.units ?? []).filter((unit) => details.data?.inspectors[unit]?.includes(user.username))
  const units = byPlannedDay(given, days, today())
  const assessments = useQueries({ queries: units.map((unit) => assessmentQuery({ round: round.id, unit })) })
  const inspections = useQueries({ queries: units.map((unit) => inspectionQuery({ round: round.id, unit })) })
  return (
    <Section title={`${round.year}年度`} {...(details.data === undefined ? {} : { count: `${units.length}所` })}>
      <Awaited query={details}>
        {() => (
          <Rows>
            {units.map((unit, index) => {
              const assessment = assessments[index]?.data
              const inspection = inspections[index]?.data
              return (
                <Row
                  key={unit}
                  to={taskAddress(placePath({ round: round.id, unit }), assessment)}
                  title={assessment?.unit.name ?? unit}
                  meta={assessment === undefined ? ' ' : `${visitWords(days.get(unit))}${taskWords(assessment, inspection, user.username)}`}
                  verb={assessment === undefined ? '' : taskVerb(assessment)}
                />
              )
            })}
          </Rows>
        )}
      </Awaited>
    </Section>
  )
}

const visitWords = (day: string | undefined): string => (day === undefined ? '' : day === today() ? '今天去。' : `${dayWords(day)}去。`)

const taskAddress = (here: string, assessment: AssessmentAnswer | undefined): string =>
  assessment === undefined || assessment.stage === 'submitted' || assessment.stage === 'inspecting' || assessment.editable
    ? `${here}/inspect`
    : `${here}/inspect/summary`

const taskVerb = ({ stage }: AssessmentAnswer): string =>
  stage === 'submitted' ? '开始看' : stage === 'inspecting' ? '接着看' : '看'

const taskWords = (assessment: AssessmentAnswer, inspection: InspectionAnswer | undefined, username: string): string => {
  if (assessment.editable) return '学校还没有提交'
  if (inspection === undefined) return sayStage(assessment.stage)
  const seen = inspection.items.filter(({ scores }) => scores.some(({ inspector }) => inspector === username)).length
  const disputed = inspection.items.filter(({ score, settled, scores }) => scores.length > 1 && score === null && settled === null).length
  const partners = assessment.inspectors.filter((one) => one.username !== username).map(({ name }) => name)
  return [
    sayStage(assessment.stage),
    `看了${seen}条，共${inspection.items.length}条`,
    ...(disputed === 0 ? [] : [`${disputed}条两人不同`]),
    ...(partners.length === 0 ? [] : [`同组${partners.join('、')}`]),
  ].join('，')
}
