import { useEffect, useState } from 'react'
import { Link, Navigate, useNavigate, useParams } from 'react-router'
import { keepAct } from '../../../../outbox/keep-act.ts'
import type { InspectAct } from '../../../../outbox/site-acts.ts'
import { useOutbox } from '../../../../outbox/use-outbox.ts'
import { useMarkItem } from '../../../../api/inspection.ts'
import { useGroups } from '../../../../api/groups.ts'
import { placePath } from '../../../../api/names.ts'
import { problemSentence, referenceOf } from '../../../../api/problem.ts'
import type { RequestProblem } from '../../../../api/problem.ts'
import { coverFoot } from '../../../../ui/cover-foot.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
import { itemName } from '../item-reading.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { StandingNotice } from '../../../StandingNotice.tsx'
import { ItemList } from './ItemList.tsx'
import { eyesOf, ownItems } from './items-to-see.ts'
import type { Eyes } from './items-to-see.ts'
import { ItemPane } from './ItemPane.tsx'
import { loadAhead } from './load-ahead.ts'
import { keepMarks, readKeptMarks } from './kept-marks.ts'
import { baseOf } from './local-marks.ts'
import { draftOfMark, isSameDraft } from './draft-of-mark.ts'
import { heldSheetOf } from './held-sheet.ts'
import { readMark } from './mark-draft.ts'
import type { MarkAbout, MarkDraft, MarkFault } from './mark-draft.ts'
import { neighbour, nextOpen } from './next-item.ts'
import { useInspectKeys } from './use-inspect-keys.ts'
import { isMarked } from './group-marks.ts'
import { ownMarkOf, useInspecting } from './use-inspecting.ts'
import type { Inspecting } from './use-inspecting.ts'
import '../../../../ui/office.css'
import './inspect.css'

/** Where an inspection is gone through, item by item: agree is one press, and the next item comes. */
export const InspectPage = () => {
  const place = usePlace()
  const inspecting = useInspecting(place)
  const { no } = useParams()
  const { user } = useSignedIn()
  const groups = useGroups(place.round)
  useEffect(() => void loadAhead(), [])
  if (inspecting.data === undefined) return <NotHere query={inspecting} />
  return (
    <Awaited query={inspecting}>
      {(data) => {
        const eyes = eyesOf(data, ownItems(groups.data, data, { unit: place.unit, username: user.username }))
        const numbers = eyes.order
        const here = `${placePath(place)}/inspect`
        if (data.assessment.editable) return <NotYet data={data} />
        if (no === undefined) {
          const isOpen = isOpenFor(data, eyes, user.username)
          const first = nextOpen(numbers, isOpen, null)
          return <Navigate to={first === null ? `${here}/summary` : `${here}/${first}`} replace />
        }
        const item = data.inspection.items.find((one) => one.no === Number(no))
        return item === undefined ? <Navigate to={here} replace /> : <Going data={data} item={item} eyes={eyes} />
      }}
    </Awaited>
  )
}

/** Still to be gone through by this inspector: the own duties unmarked by themselves, of a colleague's only what nobody marked. */
const isOpenFor =
  (data: Inspecting, { own }: Eyes, username: string) =>
  (no: number): boolean =>
    data.inspection.items.some((item) => item.no === no && (own.size === 0 || own.has(no) ? ownMarkOf(item, username) === undefined : !isMarked(item)))

/** Still on its way, or not to be had: with the way back. */
const NotHere = ({ query }: { readonly query: ReturnType<typeof useInspecting> }) => (
  <div className="frame inspect">
    <InspectTop name="现场检查" seen={null} />
    <StandingNotice />
    <main id="main" tabIndex={-1}>
      <Awaited query={query}>{() => null}</Awaited>
    </main>
  </div>
)

const NotYet = ({ data }: { readonly data: Inspecting }) => (
  <div className="frame inspect">
    <InspectTop name={data.assessment.unit.name} seen={null} />
    <StandingNotice />
    <main id="main" tabIndex={-1}>
      <Empty
        title={`${data.assessment.unit.name}还没有提交`}
        action={
          <Link className="button" to="/tasks">
            看别的学校
          </Link>
        }
      >
        学校提交后，才能打分。
      </Empty>
    </main>
  </div>
)

const InspectTop = (props: { readonly name: string; readonly seen: string | null; readonly onList?: () => void }) => (
  <header className="top inspect-top">
    <Link className="tap start" to="/tasks">
      返回
    </Link>
    <div className="inspect-whose">
      <b>{props.name}</b>
      {props.seen === null ? null : <span className="note">{props.seen}</span>}
    </div>
    {props.onList === undefined ? (
      <span />
    ) : (
      <button type="button" className="tap end to-list" onClick={props.onList}>
        全部条目
      </button>
    )}
  </header>
)

const Going = ({
  data,
  item,
  eyes,
}: {
  readonly data: Inspecting
  readonly item: Inspecting['inspection']['items'][number]
  readonly eyes: Eyes
}) => {
  const current = item.no
  const numbers = eyes.order
  const place = usePlace()
  const here = `${placePath(place)}/inspect`
  const { user } = useSignedIn()
  const navigate = useNavigate()
  const mark = useMarkItem(place, user.username)
  const [kept, setKept] = useState(() => readKeptMarks(place, user.username))
  const [fault, setFault] = useState<(MarkFault & { readonly no: number; readonly reference?: string | undefined }) | null>(null)
  const [listed, setListed] = useState(false)
  const { standing } = useOutbox()

  const own = ownMarkOf(item, user.username)
  const about: MarkAbout = { form: data.form, no: current, sheet: heldSheetOf(data), selfScore: item.selfScore }
  /** Where an item is opened again, what was found stands as it was chosen. */
  const given = draftOfMark(about, own)
  const draft = kept[String(current)] ?? given
  const untouched = isSameDraft(draft, given)
  const isOpen = isOpenFor(data, eyes, user.username)
  const closed = data.assessment.stage !== 'submitted' && data.assessment.stage !== 'inspecting'
  const read = readMark({ ...about, draft })

  const keep = (next: MarkDraft | null) => {
    const { [String(current)]: _before, ...others } = kept
    const all = next === null ? others : { ...kept, [String(current)]: next }
    setFault(null)
    setKept(all)
    keepMarks(place, user.username, all)
  }
  const goOn = () => {
    const next = nextOpen(numbers, isOpen, current)
    void navigate(next === null ? `${here}/summary` : `${here}/${next}`)
    scrollTo({ top: 0 })
  }
  const send = (score: number, reason: string | null) => {
    const body = { score, ...(reason === null ? {} : { reason }) }
    const done = () => {
      keep(null)
      goOn()
    }
    if (standing !== 'absent') {
      const title = itemName(data.form, current)
      const act = { kind: 'inspect', no: current, title, body, against: item.selfScore, base: baseOf(item, user) } as const
      void keepOrSend(act, body, done)
    } else sendNow(body, done)
  }
  const keepOrSend = async (act: InspectAct, body: { readonly score: number; readonly reason?: string }, done: () => void) => {
    try {
      await keepAct(place, act)
    } catch {
      return sendNow(body, done)
    }
    done()
  }
  /** Where the browser keeps nothing, a mark goes out at once or not at all. */
  const sendNow = (body: { readonly score: number; readonly reason?: string }, done: () => void) => {
    if (mark.isPending) return
    mark.mutate(
      {
        no: current,
        body: { ...body, against: item.selfScore },
        ...(own === undefined ? {} : { version: own.version }),
      },
      {
        onSuccess: done,
        onError: (problem) =>
          setFault({ no: current, field: 'own-reason', message: notStored(problem, current), reference: referenceOf(problem) }),
      },
    )
  }
  const press = () => {
    if (!read.ok) setFault({ ...read.fault, no: current })
    else if (own !== undefined && untouched) goOn()
    else send(read.score, read.reason)
  }

  const previous = neighbour(numbers, current, -1)
  const following = neighbour(numbers, current, 1)
  useInspectKeys({
    j: () => (following === null ? undefined : void navigate(`${here}/${following}`)),
    k: () => (previous === null ? undefined : void navigate(`${here}/${previous}`)),
    press: closed ? undefined : press,
  })

  const shownFault = fault !== null && fault.no === current ? fault : null
  return (
    <div className="frame inspect">
      <title>{`第${current}条 · 现场检查 · 自查通`}</title>
      <InspectTop
        name={data.assessment.unit.name}
        seen={seenWords(data, eyes, user.username)}
        onList={() => setListed(true)}
      />
      <StandingNotice />
      <div className="panes">
        <nav className="items" aria-label="条目">
          <ListLinks here={here} closed={closed} />
          <ItemList data={data} eyes={eyes} current={current} username={user.username} here={here} />
        </nav>
        <main id="main" tabIndex={-1}>
          {shownFault === null ? null : (
            <ErrorSummary
              faults={[{ message: shownFault.message, ...(mark.error === null ? { field: shownFault.field } : {}) }]}
              reference={shownFault.reference}
            />
          )}
          <ItemPane
            key={current}
            data={data}
            item={item}
            why={eyes.why.get(current) ?? []}
            username={user.username}
            about={about}
            draft={draft}
            closed={closed}
            fault={shownFault}
            onDraft={(next) => keep(isSameDraft(next, given) ? null : next)}
          />
        </main>
      </div>
      <section className="bar inspect-bar" ref={coverFoot} aria-label="这一条">
        <Step to={previous} here={here} word="上一条" />
        {closed ? (
          <Link className="button primary" to={`${here}/summary`}>
            看检查汇总
          </Link>
        ) : (
          <button type="button" className="button primary" aria-keyshortcuts="Control+Enter" onClick={press}>
            {mark.isPending ? '正在存' : pressWords(read, item.selfScore, own?.score ?? null, untouched)}
          </button>
        )}
        <Step to={following} here={here} word={own === undefined && !closed ? '先跳过' : '下一条'} />
      </section>
      {listed ? (
        <Drawer title="全部条目" onClose={() => setListed(false)}>
          <div className="items-in-drawer" onClick={() => setListed(false)}>
            <ListLinks here={here} closed={closed} />
            <ItemList data={data} eyes={eyes} current={current} username={user.username} here={here} />
          </div>
        </Drawer>
      ) : null}
    </div>
  )
}

/** The other ways through a school: what to ask for first, and marks that were written on paper. */
const ListLinks = ({ here, closed }: { readonly here: string; readonly closed: boolean }) => (
  <p className="list-links">
    <Link className="tap start" to={`${here}/gaps`}>
      缺口清单
    </Link>
    {closed ? null : (
      <Link className="tap" to={`${here}/typing`}>
        照纸录分
      </Link>
    )}
  </p>
)

/** Of the own duties where they are shared out. */
const seenWords = (data: Inspecting, { own }: Eyes, username: string): string => {
  const mine = data.inspection.items.filter(({ no }) => own.size === 0 || own.has(no))
  const seen = mine.filter((one) => ownMarkOf(one, username) !== undefined).length
  return `${own.size === 0 ? '' : '我的责任'}已看${seen}条，共${mine.length}条`
}

const Step = ({ to, here, word }: { readonly to: number | null; readonly here: string; readonly word: string }) =>
  to === null ? (
    <Link className="tap" to={`${here}/summary`}>
      汇总
    </Link>
  ) : (
    <Link className="tap" to={`${here}/${to}`}>
      {word}
    </Link>
  )

const pressWords = (
  read: ReturnType<typeof readMark>,
  selfScore: number,
  own: number | null,
  untouched: boolean,
): string => {
  if (own !== null && untouched) return '看下一条待看的'
  if (!read.ok) return own === null ? '打这个分' : '改成这个分'
  if (read.differs || read.reason !== null || own !== null) return `${own === null ? '打' : '改成'}${pointsText(read.score)}分`
  return `同意自查${pointsText(selfScore)}分`
}

/** The mark is not stored: said so, whatever the reason. */
const notStored = (problem: RequestProblem, no: number): string =>
  problem.kind === 'offline' ? `第${no}条没有存上：没有网络。写的都在，联网后再按一次。` : problemSentence(problem)
