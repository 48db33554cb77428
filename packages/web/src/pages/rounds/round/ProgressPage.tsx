import { sayStanding } from '@zicha/core'
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useLocation, useParams } from 'react-router'
import type { ProgressAnswer } from '../../../api/contract.ts'
import { useProgress } from '../../../api/progress.ts'
import { noticeAddress, roundPath, useRound } from '../../../api/rounds.ts'
import { FrameBar } from '../../../ui/Frame.tsx'
import { CopiedText, Said } from '../../../ui/Said.tsx'
import { Awaited, Empty } from '../../../ui/states.tsx'
import { dayWords, today, untilWords } from '../../../ui/day-words.ts'
import { useCopied } from '../../../ui/use-copied.ts'
import { OfficeFrame } from '../../OfficeFrame.tsx'
import { useSignedIn } from '../../SignedIn.tsx'
import { concernNames, filterProgress, isNotSubmitted, noFilter, remindedOf, standingsOf } from './progress-filter.ts'
import type { Concern, ProgressFilter, ProgressRow } from './progress-filter.ts'
import { HeldDrawer } from './held/HeldDrawer.tsx'
import { keepReminded, readReminded } from './kept-reminder.ts'
import { ProgressTable } from './ProgressTable.tsx'
import { reminderText } from './reminder-text.ts'

/** Where all units of a round stand, by unit code: never a ranking. */
export const ProgressPage = () => {
  const { round = '' } = useParams()
  const { state } = useLocation() as { readonly state: unknown }
  const session = useSignedIn()
  const details = useRound(round)
  const progress = useProgress(round)
  const [copied, copy, forget] = useCopied()
  const [asking, setAsking] = useState(false)
  const writes = session.user.role === 'bureau'
  const year = details.data?.year
  return (
    <OfficeFrame
      title="进度"
      round={round}
      said={
        copied === null && isJustOpened(state, round) ? (
          <Said word="已开始">
            通知的Word草稿在下载里。没有看到？<a href={noticeAddress(round)}>再下一次</a>
          </Said>
        ) : (
          <CopiedText copied={copied} onClose={forget}>
            到微信群里粘贴就行。
          </CopiedText>
        )
      }
    >
      <div className="head">
        <div>
          <h1>{year === undefined ? '进度' : `${year}年度自查`}</h1>
          {details.data === undefined ? null : (
            <p>
              {session.unitName}，{dayWords(details.data.dueOn)}截止，{untilWords(today(), details.data.dueOn)}
            </p>
          )}
        </div>
        <div className="acts">
          {details.data === undefined ? null : (
            <button type="button" className="button" onClick={() => setAsking(true)}>
              开过多少
            </button>
          )}
          <Link className="button" to={`${roundPath(round)}/papers`}>
            汇总导出
          </Link>
          <button type="button" className="button wide-only" onClick={() => print()}>
            打印
          </button>
          {writes ? (
            <>
              <a className="button" href={noticeAddress(round)}>
                通知（Word草稿）
              </a>
              <Link className="button" to={`${roundPath(round)}/groups`}>
                分配检查
              </Link>
              <Link className="button" to={`${roundPath(round)}/edit`}>
                名单与检查人
              </Link>
            </>
          ) : null}
        </div>
      </div>
      {asking && details.data !== undefined ? <HeldDrawer round={details.data} onClose={() => setAsking(false)} /> : null}
      <Awaited query={progress}>
        {(answer) =>
          answer.items.length === 0 ? (
            <Empty
              title="这一轮还没有学校"
              action={
                writes ? (
                  <Link className="button" to={`${roundPath(round)}/edit`}>
                    选学校
                  </Link>
                ) : undefined
              }
            >
              选好参加的学校，它们就能开始填。
            </Empty>
          ) : (
            <Board
              answer={answer}
              round={round}
              onRemind={
                writes && details.data !== undefined
                  ? (rows) => {
                      void copy(
                        reminderText({
                          year: details.data.year,
                          dueOn: details.data.dueOn,
                          today: today(),
                          names: rows.map(({ name }) => name),
                          bureauName: session.unitName,
                          address: `${location.origin}/`,
                        }),
                      )
                      keepReminded(round, today())
                    }
                  : undefined
              }
            />
          )
        }
      </Awaited>
    </OfficeFrame>
  )
}

/** Come from the page that opened this round and asked for its notice. */
const isJustOpened = (state: unknown, round: string): boolean =>
  typeof state === 'object' && state !== null && 'noticeOf' in state && state.noticeOf === round

const concerns: readonly Concern[] = ['not_submitted', 'lacking_evidence', 'inspectors_differ']

const Board = (props: {
  readonly answer: ProgressAnswer
  readonly round: string
  readonly onRemind: ((rows: readonly ProgressRow[]) => void) | undefined
}) => {
  const { items } = props.answer
  const [filter, setFilter] = useState<ProgressFilter>(noFilter)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const sought = useDeferredValue(filter.sought)
  const shown = useMemo(() => filterProgress(items, { ...filter, sought }), [items, filter, sought])
  const standings = useMemo(() => standingsOf(items), [items])
  const search = useRef<HTMLInputElement>(null)
  const reminded = remindedOf(shown, chosen)
  const last = readReminded(props.round)

  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return
      event.preventDefault()
      search.current?.focus()
    }
    addEventListener('keydown', find)
    return () => removeEventListener('keydown', find)
  }, [])

  return (
    <>
      <div className="stages" role="group" aria-label="按阶段看">
        <StageButton
          count={items.length}
          word="全部"
          pressed={filter.standing === null}
          onPress={() => setFilter({ ...filter, standing: null })}
        />
        {standings.map(({ standing, count }) => (
          <StageButton
            key={standing}
            count={count}
            word={sayStanding(standing)}
            pressed={filter.standing === standing}
            onPress={() => setFilter({ ...filter, standing: filter.standing === standing ? null : standing })}
          />
        ))}
      </div>
      <div className="filters">
        {concerns.map((concern) => {
          const on = filter.concerns.includes(concern)
          return (
            <label key={concern} className={on ? 'chip chosen' : 'chip'}>
              <input
                type="checkbox"
                checked={on}
                onChange={() =>
                  setFilter({
                    ...filter,
                    concerns: on ? filter.concerns.filter((one) => one !== concern) : [...filter.concerns, concern],
                  })
                }
              />
              {concernNames[concern]}
            </label>
          )
        })}
        <label className="unseen" htmlFor="find-unit">
          找学校
        </label>
        <input
          ref={search}
          id="find-unit"
          className="input"
          type="search"
          placeholder="找学校或代码"
          aria-keyshortcuts="/"
          value={filter.sought}
          onChange={(event) => setFilter({ ...filter, sought: event.target.value })}
        />
      </div>
      {shown.length === 0 ? (
        <Empty
          title={sought.trim() === '' ? '没有这样的学校' : `没有查到“${sought.trim()}”`}
          action={
            <button type="button" className="button" onClick={() => setFilter(noFilter)}>
              看全部{items.length}所
            </button>
          }
        >
          换个条件，或看全部。
        </Empty>
      ) : (
        <ProgressTable rows={shown} round={props.round} chosen={chosen} onChoose={props.onRemind === undefined ? undefined : setChosen} />
      )}
      {props.onRemind === undefined ? (
        <p className="field note">
          按单位代码排，不排名次。
          <LossesLink round={props.round} />
        </p>
      ) : (
        <FrameBar>
          <p className="small">
            {reminded.length === 0 ? (
              items.some(isNotSubmitted) ? '看到的都已提交' : '都已提交，不用提醒'
            ) : (
              <>
                {chosen.size === 0 ? '没有提交的' : '选中的里，没有提交的'}
                <b className="nw">{reminded.length}所</b>
                {last === null ? null : <span className="grey">　上次提醒{dayWords(last)}</span>}
              </>
            )}
            <span className="grey">　按单位代码排，不排名次</span>
          </p>
          <LossesLink round={props.round} />
          {chosen.size === 0 ? null : (
            <button type="button" className="tap" onClick={() => setChosen(new Set())}>
              取消选中
            </button>
          )}
          {reminded.length === 0 ? null : (
            <button type="button" className="button primary" onClick={() => props.onRemind?.(reminded)}>
              复制提醒文字
            </button>
          )}
        </FrameBar>
      )}
    </>
  )
}

const LossesLink = ({ round }: { readonly round: string }) => (
  <Link className="tap" to={`${roundPath(round)}/losses`}>
    各条失分情况
  </Link>
)

const StageButton = (props: {
  readonly count: number
  readonly word: string
  readonly pressed: boolean
  readonly onPress: () => void
}) => (
  <button type="button" className="stage" aria-pressed={props.pressed} onClick={props.onPress}>
    <b>{props.count}</b>
    {props.word}
  </button>
)
