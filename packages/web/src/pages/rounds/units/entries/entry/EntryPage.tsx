import { sayDay } from '@zicha/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { LedgerEntry } from '../../../../../api/contract.ts'
import { useDeleteEntry } from '../../../../../api/delete-entry.ts'
import { useEntry } from '../../../../../api/entry.ts'
import { placePath } from '../../../../../api/names.ts'
import { Question } from '../../../../../ui/Drawer.tsx'
import { ColumnFrame } from '../../../../../ui/Frame.tsx'
import { ProblemSummary } from '../../../../../ui/ProblemSummary.tsx'
import { Awaited } from '../../../../../ui/states.tsx'
import { instantWords } from '../../../../../ui/day-words.ts'
import { TaskBar } from '../../../../../ui/TopBar.tsx'
import { usePlace } from '../../../../place.ts'
import { useSignedIn } from '../../../../SignedIn.tsx'
import { differencesOf } from './differences.ts'
import { draftOf } from '../entry-draft.ts'
import type { EntryDraft } from '../entry-draft.ts'
import { EntryForm } from '../EntryForm.tsx'
import type { EntryKnown } from '../EntryForm.tsx'
import { EntryReading } from '../EntryReading.tsx'
import { savedSentence } from '../saved-sentence.ts'
import { savedState } from '../SavedEntry.tsx'
import { useEntryKnown } from '../use-entry-known.ts'

/** One record: to be changed by the school while the table is open, to be read by everybody else. */
export const EntryPage = () => {
  const place = usePlace()
  const { entry: id = '' } = useParams()
  const role = useSignedIn().user.role
  const known = useEntryKnown(place)
  const entry = useEntry(place, id)
  return (
    <ColumnFrame top={<TaskBar back={`${placePath(place)}/entries`} backWord="记录" title="活动记录" />}>
      <title>活动记录 · 自查通</title>
      <h1 className="unseen">活动记录</h1>
      <Awaited query={known}>
        {(data) => (
          <Awaited query={entry}>
            {(one) =>
              data.assessment.editable && (role === 'clerk' || role === 'secretary') ? (
                <EditEntry key={one.id} known={data} entry={one} />
              ) : (
                <EntryReading place={place} form={data.form} entry={one} />
              )
            }
          </Awaited>
        )}
      </Awaited>
    </ColumnFrame>
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
  const remove = useDeleteEntry(place)
  const items = [...new Set(base.feeds.map((criterion) => criterion.split('.')[0]))]
  return (
    <>
      <ProblemSummary problem={remove.error} />
      {changed === null ? null : (
        <TwoVersions draft={draft} current={changed} onTake={(theirs) => setDraft((before) => ({ ...before, ...theirs }))} />
      )}
      <EntryForm
        known={known}
        draft={draft}
        version={base.version}
        missing={base.missing}
        onChange={(what) => setDraft((before) => (typeof what === 'function' ? what(before) : { ...before, ...what }))}
        onStale={(current) => {
          setChanged(current)
          setBase(current)
          scrollTo(0, 0)
        }}
        onSaved={(saved) =>
          void navigate(`${placePath(place)}/entries`, {
            state: savedState({ id: saved.id, version: saved.version, isNew: false, sentence: savedSentence(saved, known) }),
          })
        }
        barNote="两个人同时改，后存的会看到哪里不一样，不会盖掉别人的"
        below={
          <div className="field">
            <p className="small grey">
              {base.recordedBy}，{instantWords(base.recordedAt)}记下
              {base.late ? '，补录' : ''}
              {base.version === 1 ? '' : `，改过${base.version - 1}次`}。
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
            remove.mutate(
              { id: base.id, version: base.version },
              { onSuccess: () => void navigate(`${placePath(place)}/entries`), onError: () => setAsking(false) },
            )
          }
          onClose={() => setAsking(false)}
        />
      ) : null}
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
