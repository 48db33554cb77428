import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { placeKey } from '../../../../api/assessment.ts'
import { evidenceAddress } from '../../../../api/documents.ts'
import type { Place } from '../../../../api/names.ts'
import { newId } from '../../../../api/names.ts'
import { sendEvidence } from '../../../../evidence/send-evidence.ts'
import type { SendingState } from '../../../../evidence/send-evidence.ts'
import { sizeWords } from '../../../../evidence/size-words.ts'
import { StoredThumb, Thumb } from '../../../../evidence/Thumb.tsx'
import { isUnsent } from '../../../../outbox/item.ts'
import type { QueuedItem } from '../../../../outbox/item.ts'
import { dropFromOutbox } from '../../../../outbox/keep-act.ts'
import { findPhotoItem, standingOf, standingWords, useOutbox, useStoredBytes } from '../../../../outbox/use-outbox.ts'
import type { EntryDraft, ReferenceDraft } from './entry-draft.ts'

/** A file chosen on this page, with how far it has come. */
export type ChosenFile = { readonly key: string; readonly file: File; readonly sending: SendingState }

/** What was chosen here and where it stands. It lives above the form, so that 保存 knows what is still on its way. */
export const useChosenFiles = (place: Place, onHashed: (file: { key: string; name: string; sha256: string; size: number }) => void) => {
  const [chosen, setChosen] = useState<readonly ChosenFile[]>([])
  const client = useQueryClient()
  const send = (key: string, file: File) =>
    void sendEvidence(place, file, (sending) => {
      setChosen((before) =>
        before.some((one) => one.key === key)
          ? before.map((one) => (one.key === key ? { ...one, sending } : one))
          : [...before, { key, file, sending }],
      )
      // A record may be saved before its photo has arrived: once it has, nothing is missing any more.
      if (sending.state === 'sent') void client.invalidateQueries({ queryKey: placeKey(place) })
      if (sending.state === 'sending' || sending.state === 'kept') onHashed({ key, name: file.name, sha256: sending.sha256, size: sending.bytes.size })
    })
  return {
    chosen,
    choose: (files: readonly File[]) => files.forEach((file) => send(newId(), file)),
    again: (one: ChosenFile) => send(one.key, one.file),
    drop: (key: string) => setChosen((before) => before.filter((one) => one.key !== key)),
  }
}

/** 材料: a photo or the place where the paper lies, two equal buttons. */
export const EvidenceField = (props: {
  readonly place: Place
  readonly draft: EntryDraft
  readonly files: ReturnType<typeof useChosenFiles>
  readonly missing: readonly string[]
  /** Photos whose keeping is over. */
  readonly removed: readonly string[]
  /** What the clause asks for: 第7条要述职报告。 */
  readonly asked?: string | undefined
  readonly onChange: (change: Partial<EntryDraft>) => void
}) => {
  const { draft, files, onChange } = props
  const here = new Set(files.chosen.map((one) => one.key))
  const stored = draft.files.filter((file) => !here.has(file.key))
  const { items } = useOutbox()
  const waitingItem = (sha256: string) => {
    const item = findPhotoItem(items, sha256)
    return item !== undefined && isUnsent(item) ? item : undefined
  }
  const dropFile = (key: string) => {
    files.drop(key)
    const sha256 = draft.files.find((file) => file.key === key)?.sha256
    const item = sha256 === undefined ? undefined : waitingItem(sha256)
    // What no record names any more and never went out need not go.
    if (item !== undefined && item.tries === 0 && !items.some((one) => isNamedBy(one, sha256))) void dropFromOutbox([item.id])
    onChange({ files: draft.files.filter((file) => file.key !== key) })
  }
  const addReference = () => onChange({ references: [...draft.references, { key: newId(), reference: '', place: lastPlace(draft.references) }] })
  return (
    <fieldset className="field evidence">
      <legend>
        材料<span className="optional">{props.asked === undefined ? '选填，有哪样记哪样' : '还缺'}</span>
      </legend>
      {props.asked === undefined ? null : <p className="hint">{props.asked}确实有就补；没有，请如实空着。</p>}
      <div className="two">
        <FileButton word="拍照或选照片" accept="image/jpeg,image/png" onChoose={files.choose} />
        <button type="button" className="button more" onClick={addReference}>
          写存放处
        </button>
      </div>
      <ul className="rows">
        {stored.map((file) => {
          const item = waitingItem(file.sha256)
          return (
            <li key={file.key} className="piece">
              {props.removed.includes(file.sha256) ? <Thumb bytes={undefined} word="件" /> : item === undefined ? <StoredThumb address={evidenceAddress(props.place, file.sha256)} word="件" /> : <QueuedThumb sha256={file.sha256} />}
              <span>
                <span className="title">
                  {item !== undefined || props.missing.includes(file.sha256) || props.removed.includes(file.sha256) ? file.name : <a href={evidenceAddress(props.place, file.sha256)}>{file.name}</a>}
                </span>
                <span className="meta">
                  {item !== undefined ? (
                    <ItemWords item={item} size={file.size} />
                  ) : props.removed.includes(file.sha256) ? (
                    '照片已按保存期限删除'
                  ) : props.missing.includes(file.sha256) ? (
                    <em className="miss">还没传上来，请重新选一次</em>
                  ) : (
                    <>
                      {file.size === null ? null : `${sizeWords(file.size)}，`}
                      <span className="done">已上传</span>
                    </>
                  )}
                </span>
              </span>
              <button type="button" className="tap end" aria-label={`去掉${file.name}`} onClick={() => dropFile(file.key)}>
                去掉
              </button>
            </li>
          )
        })}
        {files.chosen.map((one) => (
          <li key={one.key} className="piece">
            <Thumb bytes={'bytes' in one.sending ? one.sending.bytes : undefined} word="件" />
            <span aria-live="polite">
              <span className="title">{one.file.name}</span>
              <span className="meta">
                <SendingWords sending={one.sending} items={items} />
              </span>
            </span>
            <span className="acts">
              {one.sending.state === 'stuck' && one.sending.retry ? (
                <button type="button" className="tap end" onClick={() => files.again(one)}>
                  再传
                </button>
              ) : null}
              <button type="button" className="tap end" aria-label={`去掉${one.file.name}`} onClick={() => dropFile(one.key)}>
                去掉
              </button>
            </span>
          </li>
        ))}
        {draft.references.map((reference, index) => (
          <ReferenceRow
            key={reference.key}
            number={index + 1}
            reference={reference}
            onChange={(changed) => onChange({ references: draft.references.map((one) => (one.key === changed.key ? changed : one)) })}
            onDrop={() => onChange({ references: draft.references.filter((one) => one.key !== reference.key) })}
          />
        ))}
      </ul>
      <p className="note under">
        原件留在原处，写清第几页、放在哪里，与上传同样算数。
        <FileButton link word="也可以传PDF、Word、Excel" accept=".pdf,.docx,.xlsx" onChoose={files.choose} />
      </p>
    </fieldset>
  )
}

const lastPlace = (references: readonly ReferenceDraft[]): string => references.at(-1)?.place ?? ''

const isNamedBy = ({ act }: QueuedItem, sha256: string | undefined): boolean =>
  act.kind === 'entry' && (act.body.evidence ?? []).some((one) => 'sha256' in one && one.sha256 === sha256)

const QueuedThumb = ({ sha256 }: { readonly sha256: string }) => <Thumb bytes={useStoredBytes(sha256)} word="件" />

const ItemWords = ({ item, size }: { readonly item: QueuedItem; readonly size: number | null }) => {
  const standing = standingOf(item, useOutbox().sending)
  if (item.state.kind === 'stuck') return <em className="miss">{item.state.sentence}</em>
  return (
    <>
      {size === null ? null : `${sizeWords(size)}，`}
      {standing === 'sent' ? <span className="done">{standingWords.sent}</span> : standingWords[standing]}
    </>
  )
}

export const SendingWords = ({ sending, items }: { readonly sending: SendingState; readonly items: readonly QueuedItem[] }) => {
  switch (sending.state) {
    case 'kept': {
      const item = findPhotoItem(items, sending.sha256)
      return item === undefined ? '已存本机' : <ItemWords item={item} size={sending.bytes.size} />
    }
    case 'shrinking':
      return '正在缩小，可以接着填'
    case 'sending':
      return `${sizeWords(sending.bytes.size)}，上传中`
    case 'sent':
      return (
        <>
          {sizeWords(sending.size)}，<span className="done">已上传</span>
        </>
      )
    case 'stuck':
      return <em className="miss">{sending.sentence}</em>
  }
}

const FileButton = (props: {
  readonly word: string
  readonly accept: string
  readonly link?: boolean
  readonly onChoose: (files: readonly File[]) => void
}) => (
  <label className={props.link === true ? 'file-link' : 'button more'}>
    <input
      type="file"
      className="unseen"
      accept={props.accept}
      multiple
      onChange={(event) => {
        props.onChoose([...(event.target.files ?? [])])
        event.target.value = ''
      }}
    />
    {props.word}
  </label>
)

const ReferenceRow = (props: {
  readonly number: number
  readonly reference: ReferenceDraft
  readonly onChange: (reference: ReferenceDraft) => void
  readonly onDrop: () => void
}) => (
  <li className="piece paper">
    <span className="thumb" aria-hidden="true">
      册
    </span>
    <span>
      <input
        className="input"
        aria-label={`第${props.number}处：什么本子，第几页`}
        placeholder="学习记录本第36页"
        autoFocus={props.reference.reference === ''}
        value={props.reference.reference}
        onChange={(event) => props.onChange({ ...props.reference, reference: event.target.value })}
      />
      <input
        className="input"
        aria-label={`第${props.number}处：放在哪里`}
        placeholder="放在哪里，选填"
        value={props.reference.place}
        onChange={(event) => props.onChange({ ...props.reference, place: event.target.value })}
      />
    </span>
    <button type="button" className="tap end" aria-label={`去掉第${props.number}处`} onClick={props.onDrop}>
      去掉
    </button>
  </li>
)
