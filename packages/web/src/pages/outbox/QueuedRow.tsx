import { sayDay } from '@zicha/core'
import { useState } from 'react'
import { Link } from 'react-router'
import type { LedgerEntry } from '../../api/contract.ts'
import { newId, placePath } from '../../api/names.ts'
import { usePeople } from '../../api/people.ts'
import { sizeWords } from '../../evidence/size-words.ts'
import { Thumb } from '../../evidence/Thumb.tsx'
import { isConflict, isUnsent, subjectOf } from '../../outbox/item.ts'
import type { Base } from '../../outbox/base.ts'
import type { Met, QueuedItem } from '../../outbox/item.ts'
import { changeItems, dropFromOutbox } from '../../outbox/keep-act.ts'
import { isSiteAct } from '../../outbox/site-acts.ts'
import { readOutbox } from '../../outbox/outbox-state.ts'
import { standingOf, standingWords, useStoredBytes } from '../../outbox/use-outbox.ts'
import { Question } from '../../ui/Drawer.tsx'
import { pointsText } from '../../ui/Mark.tsx'
import { instantWords } from '../../ui/day-words.ts'
import { BothMarks } from './BothMarks.tsx'
import { UnitName } from './UnitName.tsx'
import { differencesOf } from '../rounds/units/entries/entry/differences.ts'
import { draftOf } from '../rounds/units/entries/entry-draft.ts'

/** One item of the queue: what it is, how far it is and why, and what can be done with it. */
export const QueuedRow = (props: { readonly item: QueuedItem; readonly sending: string | null; readonly onExport: () => void }) => {
  const { item, sending, onExport } = props
  const { act, state } = item
  const [asking, setAsking] = useState(false)
  const standing = standingOf(item, sending)
  const title = titleOf(item)
  return (
    <li className="queued">
      <div className="piece">
        {act.kind === 'photo' || act.kind === 'site_photo' ? <StoredPhoto sha256={act.sha256} /> : <span className="thumb" aria-hidden="true">{signs[act.kind]}</span>}
        <span>
          <span className="title">{title}</span>
          <span className="meta">
            {act.kind === 'photo' || act.kind === 'site_photo' ? `${sizeWords(act.size)}，` : act.kind === 'entry' ? `${sayDay(act.body.happenedOn)}，` : ''}
            {isSiteAct(act) ? <UnitName place={item.place} /> : null}
            {instantWords(item.storedAt)}存，
            {state.kind === 'stuck' ? <em className="miss">{isConflict(item) ? '两边不一样，请选' : standingWords.stuck}</em> : standingWords[standing]}
          </span>
        </span>
      </div>
      {state.kind === 'stuck' ? <p className="small miss">{state.sentence}</p> : null}
      {state.kind !== 'stuck' || state.met === undefined ? null : state.met.kind === 'inspect' ? <BothMarks item={item} met={state.met} /> : <BothAnswers item={item} met={state.met} />}
      {state.kind === 'stuck' && state.current !== undefined ? <BothVersions item={item} current={state.current} /> : null}
      <div className="acts">
        {act.kind === 'entry' && standing !== 'sending' && standing !== 'sent' ? (
          <Link className="tap start" to={`${placePath(item.place)}/entries/${act.entry}`} aria-label={`改${title}`}>
            改
          </Link>
        ) : null}
        {state.kind === 'stuck' && !isConflict(item) ? (
          <button type="button" className="tap" onClick={() => void changeItems([sentAnew(item)])}>
            {state.status === 410 ? '另记一条' : '再传一次'}
          </button>
        ) : null}
        <button type="button" className="tap" aria-label={`导出${title}`} onClick={onExport}>
          导出
        </button>
        {standing === 'sending' ? null : (
          <button type="button" className="tap end" aria-label={`删除${title}`} onClick={() => setAsking(true)}>
            删除
          </button>
        )}
      </div>
      {asking ? (
        <Question
          question={`删除本机存的“${title}”？`}
          meaning={state.kind === 'sent' ? '服务器上的不动，只删本机留的这一份。' : '它还没有上传，删了就找不回来。要留底，先导出。'}
          act="删除"
          keep="留着"
          onAct={() => void dropFromOutbox([item.id])}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </li>
  )
}

const StoredPhoto = ({ sha256 }: { readonly sha256: string }) => <Thumb bytes={useStoredBytes(sha256)} word="件" />

const titleOf = ({ act }: QueuedItem): string => {
  switch (act.kind) {
    case 'photo':
      return act.name
    case 'entry':
      return act.body.title
    case 'removal':
      return `删除：${act.title}`
    case 'answer':
      return `${act.question}　${act.words}`
    case 'mark':
      return act.body === null ? `${act.title}：用系统的分` : `${act.title}：自查${pointsText(act.body.score)}分`
    case 'inspect':
      return `第${act.no}条：检查${pointsText(act.body.score)}分`
    case 'site_photo':
      return `第${act.no}条现场照片`
    case 'seen':
      return `第${act.no}条${act.seen ? '看了原件' : '没有看原件'}：${act.title}`
  }
}

const signs = { entry: '记', removal: '删', answer: '答', mark: '分', inspect: '查', seen: '看' } as const

/** The same again, for what may go now; a record that was deleted meanwhile is a new one under a new name. */
const sentAnew = (item: QueuedItem): QueuedItem => {
  const { act, state } = item
  const anew = { ...item, tries: 0, state: { kind: 'waiting' } as const }
  if (act.kind !== 'entry' || state.kind !== 'stuck') return anew
  if (state.status === 410) return { ...anew, act: { ...act, entry: newId(), base: 'none' } }
  return state.status === 412 ? { ...anew, act: { ...act, base: 'none' } } : anew
}

/** A colleague answered otherwise meanwhile: one of the two is chosen here. */
const BothAnswers = ({ item, met }: { readonly item: QueuedItem; readonly met: Met }) => {
  const people = usePeople()
  const nameOf = (username: string) => people.data?.find((one) => one.username === username)?.name ?? username
  const { act } = item
  const mine = () => {
    const chosen =
      act.kind === 'answer' && met.kind === 'answer' ? { ...act, before: met.facts } : act.kind === 'mark' && met.kind === 'mark' ? { ...act, before: met.body } : act
    void changeItems([{ ...item, act: chosen, tries: 0, state: { kind: 'waiting' } }])
  }
  return (
    <>
      <ul className="both">
        <li>
          <span>本机：{act.kind === 'answer' ? act.words : act.kind === 'mark' && act.body !== null ? `${pointsText(act.body.score)}分，${act.body.reason}` : '用系统的分'}</span>
          <span>
            服务器：{met.words}
            {met.by === undefined ? '' : `，${nameOf(met.by)}${met.at === undefined ? '' : instantWords(met.at)}答的`}
          </span>
        </li>
      </ul>
      <div className="acts">
        <button type="button" className="button" onClick={mine}>
          用本机的
        </button>
        <button type="button" className="button" onClick={() => void dropWaiting(item)}>
          用服务器上的
        </button>
      </div>
    </>
  )
}

/** What waits on the same record, question or mark, all of it: what stands at the server was chosen. */
const dropWaiting = (item: QueuedItem): Promise<void> => {
  const subject = subjectOf(item)
  return dropFromOutbox(readOutbox().items.filter((one) => isUnsent(one) && subjectOf(one) === subject).map(({ id }) => id))
}

/** Two versions met: both stand here until a person has chosen. */
const BothVersions = ({ item, current }: { readonly item: QueuedItem; readonly current: LedgerEntry }) => {
  const { act } = item
  const choose = (base: Base) => {
    if (act.kind === 'entry' || act.kind === 'removal') void changeItems([{ ...item, act: { ...act, base }, epoch: null, tries: 0, state: { kind: 'waiting' } }])
  }
  const differences = act.kind === 'entry' ? differencesOf(draftOf({ ...act.body, id: act.entry }), current) : []
  return (
    <>
      <ul className="both">
        {differences.map((one) => (
          <li key={one.name}>
            <b>{one.name}</b>
            <span>本机：{one.mine}</span>
            <span>服务器：{one.other}</span>
          </li>
        ))}
      </ul>
      <div className="acts">
        <button type="button" className="button" onClick={() => choose(current.version)}>
          {act.kind === 'removal' ? '照样删除' : '用本机的'}
        </button>
        <button type="button" className="button" onClick={() => void dropWaiting(item)}>
          {act.kind === 'removal' ? '不删了' : '用服务器上的'}
        </button>
      </div>
    </>
  )
}
