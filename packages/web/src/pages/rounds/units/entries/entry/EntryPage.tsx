import { sayDay } from '@zicha/core'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { LedgerEntry } from '../../../../../api/contract.ts'
import { useDeleteEntry } from '../../../../../api/delete-entry.ts'
import { useEntry } from '../../../../../api/entry.ts'
import { placePath } from '../../../../../api/names.ts'
import { problemSentence } from '../../../../../api/problem.ts'
import { Question } from '../../../../../ui/Drawer.tsx'
import { ColumnFrame } from '../../../../../ui/Frame.tsx'
import { Awaited } from '../../../../../ui/states.tsx'
import { instantWords } from '../../../../../ui/day-words.ts'
import { TaskBar } from '../../../../../ui/TopBar.tsx'
import { usePlace } from '../../../../place.ts'
import { useSignedIn } from '../../../../SignedIn.tsx'
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
  const [read] = useState(entry)
  const [draft, setDraft] = useState<EntryDraft>(() => draftOf(entry))
  const [asking, setAsking] = useState(false)
  const remove = useDeleteEntry(place)
  const items = [...new Set(entry.feeds.map((criterion) => criterion.split('.')[0]))]
  return (
    <>
      {entry.version === read.version ? null : (
        <div className="errors" role="alert">
          <p>这一条刚才有人改过。下面仍是原来的内容和填的字，重新打开就是新的。</p>
          <button type="button" className="tap start" onClick={() => void navigate(0)}>
            重新打开
          </button>
        </div>
      )}
      {remove.error === null ? null : (
        <div className="errors" role="alert">
          {problemSentence(remove.error)}
        </div>
      )}
      <EntryForm
        known={known}
        draft={draft}
        version={read.version}
        missing={entry.missing}
        onChange={(what) => setDraft((before) => (typeof what === 'function' ? what(before) : { ...before, ...what }))}
        onSaved={(saved) =>
          void navigate(`${placePath(place)}/entries`, {
            state: savedState({ id: saved.id, version: saved.version, isNew: false, sentence: savedSentence(saved, known) }),
          })
        }
        barNote="两个人同时改，后存的会看到提示，不会盖掉别人的"
        below={
          <div className="field">
            <p className="small grey">
              {entry.recordedBy}，{instantWords(entry.recordedAt)}记下
              {entry.late ? '，补录' : ''}
              {entry.version === 1 ? '' : `，改过${entry.version - 1}次`}。
            </p>
            <button type="button" className="tap start" onClick={() => setAsking(true)}>
              删除这条记录
            </button>
          </div>
        }
      />
      {asking ? (
        <Question
          question={`删除“${sayDay(entry.happenedOn)}${entry.title}”？`}
          meaning={items.length === 0 ? '没有哪一条靠它得分。' : `第${items.join('、')}条会少这一次，可能减分。`}
          act="删除"
          keep="留着"
          onAct={() =>
            remove.mutate(
              { id: entry.id, version: entry.version },
              { onSuccess: () => void navigate(`${placePath(place)}/entries`), onError: () => setAsking(false) },
            )
          }
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  )
}
