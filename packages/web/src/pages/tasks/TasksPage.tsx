import { useQueries } from '@tanstack/react-query'
import { useEffect } from 'react'
import { assessmentQuery } from '../../api/assessment.ts'
import type { CurrentSession } from '../../api/contract.ts'
import { useGroups } from '../../api/groups.ts'
import { inspectionQuery } from '../../api/inspection.ts'
import { useRound } from '../../api/rounds.ts'
import { useOutbox } from '../../outbox/use-outbox.ts'
import { useTaken } from '../../taken/use-taken.ts'
import { today } from '../../ui/day-words.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Section } from '../../ui/Section.tsx'
import { useOnline } from '../../ui/use-online.ts'
import { Awaited, Empty } from '../../ui/states.tsx'
import { OfficeFrame } from '../OfficeFrame.tsx'
import { withLocalMarks } from '../rounds/units/inspect/local-marks.ts'
import { useSignedIn } from '../SignedIn.tsx'
import { TaskRow } from './TaskRow.tsx'
import { listFrozen } from './list-frozen.ts'
import { byPlannedDay, plannedDays } from './planned-days.ts'
import { takeWords } from './task-words.ts'
import type { Task } from './task-words.ts'
import './tasks.css'

/** The schools given to an inspector: on which day, how many of their items are seen, and whether they are on this device. */
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
  const days = plannedDays(useGroups(round.id).data)
  const { user } = useSignedIn()
  const { items: queue } = useOutbox()
  const taken = useTaken()
  const given = (details.data?.units ?? []).filter((unit) => details.data?.inspectors[unit]?.includes(user.username))
  const units = byPlannedDay(given, days, today())
  const assessments = useQueries({ queries: units.map((unit) => assessmentQuery({ round: round.id, unit })) })
  const inspections = useQueries({ queries: units.map((unit) => inspectionQuery({ round: round.id, unit })) })
  const tasks = units.map((unit, index): Task => {
    const place = { round: round.id, unit }
    const inspection = inspections[index]?.data
    return {
      place,
      assessment: assessments[index]?.data,
      inspection: inspection === undefined ? undefined : withLocalMarks(inspection, queue, place, user).inspection,
      day: days.get(unit) ?? null,
      taken: taken.of(place),
    }
  })
  useEffect(() => {
    for (const place of listFrozen(tasks, queue)) void taken.drop(place)
  })
  const online = useOnline()
  const offer = online ? takeWords(tasks) : null
  return (
    <Section title={`${round.year}年度`} {...(details.data === undefined ? {} : { count: `${units.length}所` })}>
      {offer === null ? null : (
        <div className="take-along">
          {taken.taking === null ? (
            <button type="button" className="button primary" onClick={() => void taken.take(offer.places)}>
              {offer.words}
            </button>
          ) : (
            <p className="taking">正在下载到本机</p>
          )}
          <p className="small grey">表、自查分、记录和照片都在本机，没有网络也能看、能打分、能拍照。</p>
        </div>
      )}
      {taken.fault === null ? null : <ErrorSummary faults={[{ message: taken.fault }]} />}
      <Awaited query={details}>
        {() => (
          <ul className="rows tasks">
            {tasks.map((task) => (
              <TaskRow key={task.place.unit} task={task} username={user.username} taken={taken} />
            ))}
          </ul>
        )}
      </Awaited>
    </Section>
  )
}
