import { formatPoints } from '@zicha/core'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { useAssessment } from '../../../api/assessment.ts'
import { documentAddress } from '../../../api/documents.ts'
import type { PlanAnswer } from '../../../api/contract.ts'
import { placePath } from '../../../api/names.ts'
import { Awaited, Bones } from '../../../ui/states.tsx'
import { dayWords } from '../../../ui/day-words.ts'
import { pointsText } from '../../../ui/Mark.tsx'
import { Row, Rows } from '../../../ui/Row.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useWide } from '../../../ui/use-wide.ts'
import { usePlace } from '../../place.ts'
import { CarryOverLine } from './carry-over/CarryOverLine.tsx'
import { SavedEntry } from './entries/SavedEntry.tsx'
import { addressOf, gapAddress, gapPeriods, gapWords, groupGaps, lackingAddress, lackingRecord, lineWords, verbOf } from './plan-addresses.ts'
import type { PlanLine } from './plan-addresses.ts'
import { KeptHere } from './reckoned/KeptHere.tsx'
import { useReckonedPlan } from './reckoned/use-reckoned.ts'
import { DeliveredLine } from './requests/DeliveredLine.tsx'
import { ReturnedFor } from './ReturnedFor.tsx'
import { StandingSentence } from './StandingSentence.tsx'
import { UnitFrame } from './UnitFrame.tsx'
import './home.css'

// While a school records, its phone loads nothing of what comes after the submission.
const StageStanding = lazy(async () => ({ default: (await import('./StageStanding.tsx')).StageStanding }))

/** The clerk's first page: how things stand in one sentence, then what is due, missing and lacking. */
export const HomePage = () => {
  const place = usePlace()
  const plan = useReckonedPlan(place)
  const assessment = useAssessment(place)
  const standing = assessment.data
  const here = placePath(place)
  const wide = useWide(1200)
  return (
    <UnitFrame title="首页" said={<SavedEntry />}>
      <div className="home">
        <Awaited query={assessment}>
          {(answer) =>
            answer.editable ? (
              <ReturnedFor place={place} assessment={answer} />
            ) : (
              <Suspense fallback={<Bones />}>
                <StageStanding place={place} assessment={answer} />
              </Suspense>
            )
          }
        </Awaited>
        {standing?.editable !== true ? null : (
          <Awaited query={plan}>
            {(answer) => {
              const { due, later } = dueByMonth(answer)
              // What the server still asks for, and this device has: told, not asked for again.
              const kept = plan.server === undefined ? [] : keptLines(plan.server, answer)
              const parts = {
                due: <Due key="due" due={due} kept={kept} next={later[0]} here={here} today={answer.today} />,
                open: <Open key="open" unanswered={answer.unanswered} here={here} />,
                missing: <Missing key="missing" missing={answer.missing} here={here} />,
                lacking: <Lacking key="lacking" lacking={answer.lackingEvidence} here={here} />,
                later: <Later key="later" later={later} here={here} today={answer.today} />,
              }
              return (
                <>
                  <section className="lead">
                    <StandingSentence plan={answer} dueOn={standing.dueOn} sheet={`${here}/sheet`} />
                    <KeptHere kept={plan.kept} />
                  </section>
                  <CarryOverLine place={place} />
                  <DeliveredLine place={place} />
                  {wide ? (
                    <div className="two-columns">
                      <div>{[parts.due, parts.open, parts.later]}</div>
                      <div>{[parts.missing, parts.lacking]}</div>
                    </div>
                  ) : (
                    [parts.due, parts.open, parts.missing, parts.lacking, parts.later]
                  )}
                  <p className="take-along">
                    <a href={documentAddress(place, 'docx')}>下载填好的Word表</a>
                  </p>
                </>
              )
            }}
          </Awaited>
        )}
      </div>
    </UnitFrame>
  )
}

/** What ends this month stands first; everything that has longer comes after, by its day. */
const dueByMonth = (plan: PlanAnswer): { readonly due: readonly PlanLine[]; readonly later: readonly PlanLine[] } => {
  const month = plan.today.slice(0, 7)
  const isNow = (line: PlanLine) => line.by === null || line.by.startsWith(month)
  return {
    due: plan.due.filter(isNow),
    later: [...plan.due.filter((line) => !isNow(line)), ...plan.upcoming].sort((a, b) => ((a.by ?? '') < (b.by ?? '') ? -1 : (a.by ?? '') > (b.by ?? '') ? 1 : 0)),
  }
}

/** Lines of the server's plan that are settled by what waits on this device. */
const keptLines = (server: PlanAnswer, here: PlanAnswer): readonly PlanLine[] => {
  if (server === here) return []
  const still = new Set([...here.due, ...here.missing, ...here.upcoming].map(keyOf))
  return [...server.due, ...server.missing].filter((line) => line.kinds.length > 0 && !still.has(keyOf(line)))
}

const Due = (props: { readonly due: readonly PlanLine[]; readonly kept: readonly PlanLine[]; readonly next: PlanLine | undefined; readonly here: string; readonly today: string }) => {
  const { due, kept, next, here, today } = props
  const nothing = due.length === 0
  return (
    <Section title="本月要做" {...(nothing ? {} : { count: due.length, aside: <span className="note">{lastDay(due)}</span> })}>
      {nothing ? (
        <p className="all-done">
          本月要做的都做了。
          {next === undefined ? null : (
            <>
              下一件：{lineWords(next)}
              {next.by === null ? '' : `，${dayWords(next.by)}前`}。
            </>
          )}
        </p>
      ) : (
        <Rows>
          {due.map((line) => (
            <DueRow key={keyOf(line)} line={line} here={here} today={today} meta={`第${line.item}条`} />
          ))}
        </Rows>
      )}
      {kept.length === 0 ? null : (
        <Rows>
          {kept.map((line) => (
            <Row key={keyOf(line)} to="/outbox" title={lineWords(line)} meta={`第${line.item}条，已记，联网后自动上传`} points={<span className="grey">存在本机</span>} />
          ))}
        </Rows>
      )}
    </Section>
  )
}

const DueRow = ({ line, here, today, meta }: { readonly line: PlanLine; readonly here: string; readonly today: string; readonly meta: string }) => (
  <Row
    to={addressOf(here, line, today)}
    title={lineWords(line)}
    meta={meta}
    points={line.loses === 0 ? undefined : `不做少${pointsText(line.loses)}分`}
    verb={verbOf(line, '记一笔')}
  />
)

const Open = ({ unanswered, here }: { readonly unanswered: PlanAnswer['unanswered']; readonly here: string }) =>
  unanswered.criteria === 0 ? null : (
    <Section title="还没核对的" count={unanswered.criteria}>
      <Rows>
        <Row
          to={`${here}/quick-check/next`}
          title="一题一题答，按一下一题"
          meta={`共${pointsText(unanswered.points)}分，答了才计`}
          verb="快速核对"
        />
      </Rows>
    </Section>
  )

const Missing = ({ missing, here }: { readonly missing: PlanAnswer['missing']; readonly here: string }) => {
  if (missing.length === 0) return null
  const groups = groupGaps(missing)
  return (
    <Section title="已经缺的" count={missing.length} say="确实开过就补录；没开过，请如实空着。">
      <Some
        rows={groups.map((group) => (
          <Row
            key={keyOf(group.lines[0])}
            to={gapAddress(here, group)}
            title={gapWords(group)}
            meta={`第${group.lines[0].item}条${group.lines.length === 1 ? '' : `，${gapPeriods(group)}`}`}
            points={group.loses === 0 ? <span className="grey">已扣完</span> : <em className="miss">失{formatPoints(group.loses)}分</em>}
            verb={verbOf(group.lines[0], '补录')}
          />
        ))}
      />
    </Section>
  )
}

const Lacking = ({ lacking, here }: { readonly lacking: PlanAnswer['lackingEvidence']; readonly here: string }) =>
  lacking.length === 0 ? null : (
    <Section title="缺材料" count={lacking.length} say="细则里写明要的。写清放在哪里，与上传同样算数。">
      <Some
        rows={lacking.map((line) => (
          <Row
            key={line.criterion + line.what + (line.entry ?? '')}
            to={lackingAddress(here, line)}
            title={line.what}
            meta={`第${line.item}条，${lackingRecord(line)}要${line.asked.join('、')}`}
            verb="补材料"
          />
        ))}
      />
    </Section>
  )

const Later = ({ later, here, today }: { readonly later: readonly PlanLine[]; readonly here: string; readonly today: string }) =>
  later.length === 0 ? null : (
    <Section title="往后要做" count={later.length}>
      <Some
        rows={later.map((line) => (
          <DueRow
            key={keyOf(line)}
            line={line}
            here={here}
            today={today}
            meta={`第${line.item}条${line.by === null ? '' : `，${dayWords(line.by)}前`}`}
          />
        ))}
      />
    </Section>
  )

/** The first six; the rest on a press. */
const Some = ({ rows }: { readonly rows: readonly ReactNode[] }) => {
  const [all, setAll] = useState(false)
  const shown = all || rows.length <= 7 ? rows : rows.slice(0, 6)
  return (
    <>
      <Rows>{shown}</Rows>
      {shown.length === rows.length ? null : (
        <button type="button" className="tap start" onClick={() => setAll(true)}>
          再看{rows.length - shown.length}件
        </button>
      )}
    </>
  )
}

const keyOf = (line: PlanLine): string => `${line.criterion}|${lineWords(line)}|${line.by ?? ''}`

const lastDay = (lines: readonly PlanLine[]): ReactNode => {
  const last = lines.flatMap((line) => (line.by === null ? [] : [line.by])).sort().at(-1)
  return last === undefined ? null : `${dayWords(last)}前`
}
