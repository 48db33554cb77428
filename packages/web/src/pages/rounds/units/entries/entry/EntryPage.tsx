import { sayDay } from '@zicha/core'
import { useState } from 'react'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import type { EntryBody, LedgerEntry } from '../../../../../api/contract.ts'
import { useEntry } from '../../../../../api/entry.ts'
import { placePath } from '../../../../../api/names.ts'
import { useNameOf } from '../../../../../api/people.ts'
import { useLocalEntries, useOutbox } from '../../../../../outbox/use-outbox.ts'
import { Question } from '../../../../../ui/Drawer.tsx'
import { ColumnFrame } from '../../../../../ui/Frame.tsx'
import { ProblemSummary } from '../../../../../ui/ProblemSummary.tsx'
import { Awaited, Bones, Empty } from '../../../../../ui/states.tsx'
import { instantWords } from '../../../../../ui/day-words.ts'
import { TaskBar } from '../../../../../ui/TopBar.tsx'
import { usePlace } from '../../../../place.ts'
import { useSignedIn } from '../../../../SignedIn.tsx'
import { StandingNotice } from '../../../../StandingNotice.tsx'
import { differencesOf } from './differences.ts'
import { draftOf } from '../entry-draft.ts'
import type { EntryDraft } from '../entry-draft.ts'
import { EntryForm } from '../EntryForm.tsx'
import type { EntryKnown } from '../EntryForm.tsx'
import { EntryReading } from '../EntryReading.tsx'
import { lackingWords } from '../lacking-words.ts'
import { savedSentence } from '../saved-sentence.ts'
import { savedState } from '../SavedEntry.tsx'
import { useRemoveEntry } from '../use-keep-entry.ts'
import { useEntryKnown } from '../use-entry-known.ts'

/** One record: to be changed by the school while the table is open, to be read by everybody else. */
export const EntryPage = () => {
  const place = usePlace()
  const { entry: id = '' } = useParams()
  const role = useSignedIn().user.role
  const writes = role === 'clerk' || role === 'secretary'
  const { standing } = useOutbox()
  const known = useEntryKnown(place)
  return (
    <ColumnFrame
      top={<TaskBar back={`${placePath(place)}/entries`} backWord="记录" title="活动记录" aside={writes ? undefined : known.data?.assessment.unit.name} />}
      notice={<StandingNotice brief />}
    >
      <title>活动记录 · 自查通</title>
      <h1 className="unseen">活动记录</h1>
      <Awaited query={known}>
        {(data) => (writes && (standing === 'closed' || standing === 'opening') ? <Bones /> : <OneEntry key={id} known={data} id={id} writes={writes} />)}
      </Awaited>
    </ColumnFrame>
  )
}

const OneEntry = ({ known, id, writes }: { readonly known: EntryKnown; readonly id: string; readonly writes: boolean }) => {
  const { place } = known
  const local = useLocalEntries(place).get(id)
  // What waits on this device is what the person changes; the server does not have it yet.
  const [waiting] = useState(local)
  const entry = useEntry(place, id, waiting === undefined)
  if (waiting !== undefined && known.assessment.editable) return <EditWaiting known={known} waiting={waiting} />
  return (
    <Awaited query={entry}>
      {(one) =>
        known.assessment.editable && writes ? <EditEntry known={known} entry={one} /> : <EntryReading place={place} form={known.form} entry={one} />
      }
    </Awaited>
  )
}

const EditEntry = ({ known, entry }: { readonly known: EntryKnown; readonly entry: LedgerEntry }) => {
  const { place } = known
  const navigate = useNavigate()
  // The version this page's words were written on; it moves only when a person has seen what changed.
  const [base, setBase] = useState(entry)
  const [draft, setDraft] = useState<EntryDraft>(() => draftOf(entry))
  const [changed, setChanged] = useState<LedgerEntry | null>(null)
  const [asking, setAsking] = useState(false)
  const { remove, error } = useRemoveEntry(place)
  const nameOf = useNameOf()
  const lacking = lackingWords(known.form, useSearchParams()[0].get('lacking'))
  const items = [...new Set(base.feeds.map((criterion) => criterion.split('.')[0]))]
  return (
    <>
      <ProblemSummary problem={error} />
      {changed === null ? null : (
        <TwoVersions draft={draft} current={changed} onTake={(theirs) => setDraft((before) => ({ ...before, ...theirs }))} />
      )}
      <EntryForm
        known={known}
        draft={draft}
        base={base.version}
        lacking={lacking}
        recordedAt={base.recordedAt}
        missing={base.missing}
        {...(base.removed === undefined ? {} : { removed: base.removed })}
        onChange={(what) => setDraft((before) => (typeof what === 'function' ? what(before) : { ...before, ...what }))}
        onStale={(current) => {
          setChanged(current)
          setBase(current)
          scrollTo(0, 0)
        }}
        onSaved={(saved, version) => void navigate(`${placePath(place)}/entries`, { state: changedState(saved, version, known) })}
        barNote="两个人同时改，后存的会看到哪里不一样，不会盖掉别人的"
        below={
          <div className="field">
            <p className="small grey">
              {nameOf(base.recordedBy)}，{instantWords(base.recordedAt)}记下
              {base.late ? '，补录' : ''}
              {base.version === 1 ? '' : `，改过${base.version - 1}次`}。
              {base.version === 1 ? null : <Link to={`${placePath(place)}/entries/${base.id}/history`}>看改过什么</Link>}
            </p>
            <button type="button" className="tap start" onClick={() => setAsking(true)}>
              删除这条记录
            </button>
          </div>
        }
      />
      {asking ? (
        <Question
          question={`删除“${sayDay(base.happenedOn)}${base.title}”？`}
          meaning={items.length === 0 ? '没有哪一条靠它得分。' : `第${items.join('、')}条会少这一次，可能减分。`}
          act="删除"
          keep="留着"
          onAct={() =>
            void remove({ id: base.id, version: base.version, title: base.title }).then(
              () => navigate(`${placePath(place)}/entries`),
              () => setAsking(false),
            )
          }
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}

const changedState = (saved: EntryBody & { readonly id: string }, version: number | undefined, known: EntryKnown) =>
  savedState({
    id: saved.id,
    title: saved.title,
    isNew: false,
    sentence: savedSentence(saved, known),
    ...(version === undefined ? {} : { version }),
  })

type Waiting = NonNullable<ReturnType<ReturnType<typeof useLocalEntries>['get']>>

/** A record that still waits on this device, or was refused: changed here, it goes out as it then stands. */
const EditWaiting = ({ known, waiting }: { readonly known: EntryKnown; readonly waiting: Waiting }) => {
  const { place } = known
  const { act } = waiting
  const navigate = useNavigate()
  // A change of what the server has already is as late as its first recording; a new one is recorded when it arrives.
  const stored = known.past.find((one) => one.id === act.entry && one.version > 0)
  const [draft, setDraft] = useState<EntryDraft | null>(() => (act.kind === 'entry' ? draftOf({ ...act.body, id: act.entry }) : null))
  if (draft === null || act.kind === 'removal') {
    return (
      <Empty title="这条记录在本机上已经删除" action={<Link className="button" to="/outbox">看待上传</Link>}>
        联网后会传上去。还没传的可以在待上传里收回。
      </Empty>
    )
  }
  return (
    <>
      <p className="field small grey">
        {waiting.state.kind === 'stuck' ? waiting.state.sentence : '这一条存在这部手机，还没有上传。改好保存，联网后按改过的传。'}
      </p>
      <EntryForm
        known={known}
        draft={draft}
        base="previous"
        {...(stored === undefined ? {} : { recordedAt: stored.recordedAt })}
        onChange={(what) => setDraft((before) => (before === null ? before : typeof what === 'function' ? what(before) : { ...before, ...what }))}
        onSaved={(saved, version) => void navigate(`${placePath(place)}/entries`, { state: changedState(saved, version, known) })}
        barNote="没有网络也能保存"
      />
    </>
  )
}

/** Two people changed one record: each field that differs, one to be chosen; what is on this page stands until then. */
const TwoVersions = (props: {
  readonly draft: EntryDraft
  readonly current: LedgerEntry
  readonly onTake: (theirs: Partial<EntryDraft>) => void
}) => {
  const differences = differencesOf(props.draft, props.current)
  return (
    <div className="errors" role="alert" tabIndex={-1}>
      <h2>刚才有人改过这一条</h2>
      {differences.length === 0 ? (
        <p>内容已经一样，再按一次保存就好。</p>
      ) : (
        <>
          <p className="small">下面几处不一样。要用对方的就点一下，其余照本页的，再按保存。</p>
          <ul className="rows">
            {differences.map((one) => (
              <li key={one.name} className="row still">
                <span className="what">
                  <span className="title">
                    {one.name}：{one.mine}
                  </span>
                  <span className="meta">对方：{one.other}</span>
                </span>
                <button type="button" className="button" onClick={() => props.onTake(one.theirs)}>
                  用对方的
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
