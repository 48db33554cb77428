import { countByStage, sayStage, stages } from '@zicha/core'
import { useQueries } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CurrentSession } from '../../api/contract.ts'
import { progressQuery } from '../../api/progress.ts'
import { roundPath, roundQuery } from '../../api/rounds.ts'
import { Row, Rows } from '../../ui/Row.tsx'
import { Section } from '../../ui/Section.tsx'
import { Empty } from '../../ui/states.tsx'
import { dayWords, today, untilWords } from '../../ui/day-words.ts'
import { OfficeFrame } from '../OfficeFrame.tsx'
import { useSignedIn } from '../SignedIn.tsx'
import './edit/round-edit.css'

/** The rounds of a bureau; for the city those of its counties. */
export const RoundsPage = () => {
  const session = useSignedIn()
  const { role } = session.user
  const title = role === 'city' ? '各县轮次' : '轮次'
  const years = [...new Set(session.rounds.map(({ year }) => year))].toSorted((a, b) => b - a)
  return (
    <OfficeFrame title={title}>
      <div className="head">
        <div>
          <h1>{role === 'city' ? '各县轮次' : '自查轮次'}</h1>
          <p>{role === 'city' ? '只读。各县各校到了哪一步，不排名次。' : '一轮就是一张表、一个年度和参加的学校。'}</p>
        </div>
        {role === 'bureau' ? (
          <div className="acts">
            <Link className="button" to="/rounds/new">
              开始一轮自查
            </Link>
          </div>
        ) : null}
      </div>
      {session.rounds.length === 0 ? (
        <Empty
          title={role === 'city' ? '还没有数据' : '还没有开始过自查'}
          action={
            role === 'bureau' ? (
              <Link className="button primary" to="/rounds/new">
                开始一轮自查
              </Link>
            ) : undefined
          }
        >
          {role === 'city' ? '县里开始一轮自查后，会出现在这里。' : '选好表格、日期和学校，学校就能开始填。'}
        </Empty>
      ) : (
        years.map((year) => (
          <Section key={year} title={`${year}年度`}>
            <RoundRows rounds={session.rounds.filter((round) => round.year === year)} />
          </Section>
        ))
      )}
    </OfficeFrame>
  )
}

const RoundRows = ({ rounds }: { readonly rounds: CurrentSession['rounds'] }) => {
  const { role } = useSignedIn().user
  const details = useQueries({ queries: rounds.map(({ id }) => roundQuery(id)) })
  const progress = useQueries({ queries: rounds.map(({ id }) => progressQuery(id)) })
  return (
    <Rows>
      {rounds.map((round, index) => {
        const items = progress[index]?.data?.items
        const warnings = details[index]?.data?.warnings ?? []
        return (
          <Row
            key={round.id}
            to={roundPath(round.id)}
            title={role === 'city' ? round.bureauName : round.title}
            meta={
              <>
                {dayWords(round.opensOn, round.year)}到{dayWords(round.dueOn, round.year)}，{untilWords(today(), round.dueOn)}
                {items === undefined ? '' : `。${items.length}所：${countWords(items)}`}
                {role === 'bureau' ? warnings.map((warning) => <span key={warning} className="warning">{warning}</span>) : null}
              </>
            }
            verb="看进度"
          />
        )
      })}
    </Rows>
  )
}

const countWords = (items: Parameters<typeof countByStage>[0]): string => {
  const counts = countByStage(items)
  return [
    ...(counts.notStarted === 0 ? [] : [`未开始${counts.notStarted}`]),
    ...stages.filter((stage) => counts[stage] > 0).map((stage) => `${sayStage(stage)}${counts[stage]}`),
  ].join('，')
}
