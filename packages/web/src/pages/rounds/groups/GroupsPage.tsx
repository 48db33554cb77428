import type { Holiday } from '@zicha/core'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import { useCalendar } from '../../../api/calendar.ts'
import type { Calendar, DrawAnswer, GroupsAnswer, Round } from '../../../api/contract.ts'
import { useDraws } from '../../../api/draws.ts'
import { useGroups, useSaveGroups } from '../../../api/groups.ts'
import { memberFaults, problemSentence, referenceOf } from '../../../api/problem.ts'
import { roundPath, useRound } from '../../../api/rounds.ts'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FrameBar } from '../../../ui/Frame.tsx'
import { Said } from '../../../ui/Said.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../ui/states.tsx'
import { OfficeFrame } from '../../OfficeFrame.tsx'
import { useSignedIn } from '../../SignedIn.tsx'
import { bodyOfDraft, draftOf, firstDayAfter, proposalFor, saidOfDraft } from './group-draft.ts'
import type { Group, Wishes } from './group-draft.ts'
import { HolidayLines } from './HolidayLines.tsx'
import { listHolidayVisits } from './holiday-visits.ts'
import { InspectorRows } from './InspectorRows.tsx'
import { groupsWithin, saidOfShare, shareOf, withOutOfView } from './only-drawn.ts'
import { PrintedSchedule } from './PrintedSchedule.tsx'
import { SchoolMatrix } from './SchoolMatrix.tsx'
import './groups.css'
import './schedule.css'

/** 分配检查: who goes together, who sees to what, which school on which day; proposed fairly, corrected by hand. */
export const GroupsPage = () => {
  const { round = '' } = useParams()
  const details = useRound(round)
  const groups = useGroups(round)
  const draws = useDraws(round)
  const calendar = useCalendar(useSignedIn().user.unit)
  const fromDraw = useSearchParams()[0].get('from') === 'draw'
  const [onlyDrawn, setOnlyDrawn] = useState(fromDraw ? true : undefined)
  const [saved, setSaved] = useState(false)
  return (
    <OfficeFrame
      title="分配检查"
      round={round}
      said={saved ? <Said word="已存好">检查人登录后，就看到自己的学校和日期。</Said> : null}
    >
      <div className="head">
        <div>
          <h1>分配检查</h1>
          <p>自己的学校和工作过的学校都要回避。先按公平分好，再手改。</p>
        </div>
        <div className="acts">
          <Link className="button" to={`${roundPath(round)}/draws`}>
            抽签
          </Link>
          <button type="button" className="button wide-only" onClick={() => print()}>
            打印
          </button>
        </div>
      </div>
      <Awaited query={details}>
        {(read) => (
          <Awaited query={draws}>
            {({ items }) => (
              <Awaited query={groups}>
                {(answer) =>
                  answer.inspectors.length === 0 ? (
                    <Empty
                      title="还没有检查人"
                      action={
                        <Link className="button" to="/units">
                          去“单位与人员”
                        </Link>
                      }
                    >
                      在“单位与人员”里给检查人建好账号，再来分组。
                    </Empty>
                  ) : (
                    <WithCalendar query={calendar}>
                      {(holidays) => (
                        <Sharing
                          key={answer.version}
                          answer={answer}
                          round={read}
                          draw={items.at(-1)}
                          onlyDrawn={onlyDrawn}
                          onOnlyDrawn={(chosen) => {
                            setOnlyDrawn(chosen)
                            setSaved(false)
                          }}
                          holidays={holidays}
                          onChange={() => setSaved(false)}
                          onSaved={() => setSaved(true)}
                        />
                      )}
                    </WithCalendar>
                  )
                }
              </Awaited>
            )}
          </Awaited>
        )}
      </Awaited>
    </OfficeFrame>
  )
}

const WithCalendar = (props: {
  readonly query: ReturnType<typeof useCalendar>
  readonly children: (holidays: readonly Holiday[]) => ReactNode
}) => <Awaited query={props.query}>{(calendar: Calendar) => props.children(calendar.holidays ?? [])}</Awaited>

const Sharing = (props: {
  readonly answer: GroupsAnswer
  readonly round: Round
  readonly draw: DrawAnswer | undefined
  /** Undefined until somebody chose. */
  readonly onlyDrawn: boolean | undefined
  readonly onOnlyDrawn: (onlyDrawn: boolean) => void
  readonly holidays: readonly Holiday[]
  readonly onChange: () => void
  readonly onSaved: () => void
}) => {
  const { answer, draw, holidays } = props
  const save = useSaveGroups(props.round.id, props.onSaved)
  const [wishes, setWishes] = useState<Wishes>({ size: 3, firstDay: firstDayAfter(props.round.dueOn, holidays), perDay: 5 })
  const [corrected, setCorrected] = useState<readonly Group[] | null>(answer.groups.length === 0 ? null : draftOf(answer))
  const drawn = shareOf(answer, draw, true, props.round.inspectors)
  // What was saved for more schools than were drawn opens as it stands: leaving some out is chosen, here or at the draw.
  const onlyDrawn = props.onlyDrawn ?? drawn.released.length === 0
  const share = onlyDrawn ? drawn : shareOf(answer, draw, false, props.round.inspectors)
  const { units } = share
  const groups = corrected === null ? proposalFor(answer, units, wishes, holidays) : groupsWithin(corrected, units)
  const { clashes, notes } = saidOfDraft(groups, answer, units, wishes.perDay)
  const isProposal = corrected === null
  const correct = (changed: readonly Group[]) => {
    props.onChange()
    setCorrected(withOutOfView(changed, corrected ?? [], units))
  }
  const wish = (part: Partial<Wishes>) => {
    setWishes((before) => ({ ...before, ...part }))
    setCorrected(null)
    props.onChange()
  }
  const submit = () => {
    if (save.isPending || clashes.length > 0) return
    save.mutate({ body: bodyOfDraft(groups), version: answer.version })
  }
  const refused = save.error === null ? [] : memberFaults(save.error).map(({ detail }) => detail)
  const faults = [...clashes, ...(save.error === null ? [] : refused.length > 0 ? refused : [problemSentence(save.error)])]
  return (
    <>
      <ErrorSummary
        faults={[...new Set(faults)].map((message) => ({ message }))}
        reference={save.error === null ? undefined : referenceOf(save.error)}
      />
      <WishFields wishes={wishes} onWish={wish}>
        {draw === undefined ? null : (
          <label className="check">
            <input type="checkbox" checked={onlyDrawn} onChange={() => props.onOnlyDrawn(!onlyDrawn)} />
            <span>
              只分第{draw.no}次抽签抽中的{draw.count}所
              {onlyDrawn || drawn.released.length === 0 ? null : (
                <span className="small grey">没抽中的{drawn.released.length}所也分着，勾上再保存，就不再分给检查人。</span>
              )}
            </span>
          </label>
        )}
      </WishFields>
      <p className="proposed" role="status">
        {isProposal ? `按${answer.inspectors.length}位检查人、${units.length}所学校分成${groups.length}组，还没有保存。` : null}
        {[...saidOfShare(share, groups), ...notes].map((note) => (
          <span key={note}>{note}</span>
        ))}
      </p>
      <HolidayLines visits={listHolidayVisits(groups, holidays)} groups={groups} onChange={correct} />
      <Section title="人和责任" count={`${groups.length}组`} say="每项责任至少一个人看。数字是评分表里的第几项责任，后面是条数。">
        <InspectorRows answer={answer} groups={groups} onChange={correct} />
      </Section>
      <Section title="学校和日期" count={`${units.length}所`} say="要回避的格子不能选。按单位代码排。">
        <SchoolMatrix answer={answer} units={units} groups={groups} holidays={holidays} onChange={correct} />
      </Section>
      <PrintedSchedule
        answer={answer}
        units={units}
        groups={groups}
        round={props.round}
        isDraft={JSON.stringify(bodyOfDraft(groups)) !== JSON.stringify(bodyOfDraft(draftOf(answer)))}
      />
      <FrameBar>
        <p className="small">
          {clashes.length > 0 ? (
            <span className="miss">{clashes.length}处要回避或重复，改好才能保存</span>
          ) : share.released.length > 0 ? (
            `保存后，没抽中的${share.released.length}所不再分给检查人。`
          ) : (
            '保存后，检查人只看到分给自己的学校。'
          )}
        </p>
        {isProposal ? null : (
          <button type="button" className="tap" onClick={() => wish({})}>
            重新公平分
          </button>
        )}
        <button type="button" className="button primary" onClick={submit} disabled={clashes.length > 0}>
          {save.isPending ? '正在存' : '保存分配'}
        </button>
      </FrameBar>
    </>
  )
}

const WishFields = (props: {
  readonly wishes: Wishes
  readonly onWish: (part: Partial<Wishes>) => void
  readonly children: ReactNode
}) => {
  const { wishes, onWish } = props
  return (
    <div className="wishes">
      <div className="side-by-side">
        <Field label="几人一组" id="group-size">
          {(ties) => <Few ties={ties} value={wishes.size} most={6} onValue={(size) => onWish({ size })} />}
        </Field>
        <Field label="从哪天起" id="first-day">
          {(ties) => (
            <input {...ties} className="input" type="date" value={wishes.firstDay} onChange={(event) => onWish({ firstDay: event.target.value })} />
          )}
        </Field>
        <Field label="一组一天看几所" id="per-day">
          {(ties) => <Few ties={ties} value={wishes.perDay} most={10} onValue={(perDay) => onWish({ perDay })} />}
        </Field>
      </div>
      {props.children}
    </div>
  )
}

const Few = (props: {
  readonly ties: object
  readonly value: number
  readonly most: number
  readonly onValue: (value: number) => void
}) => (
  <select {...props.ties} className="input" value={props.value} onChange={(event) => props.onValue(Number(event.target.value))}>
    {Array.from({ length: props.most }, (_, index) => (
      <option key={index} value={index + 1}>
        {index + 1}
      </option>
    ))}
  </select>
)
