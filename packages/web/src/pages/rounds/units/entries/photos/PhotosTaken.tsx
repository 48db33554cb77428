import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { ImportAnswer } from '../../../../../api/contract.ts'
import { useUndoImport } from '../../../../../api/imports.ts'
import type { Place } from '../../../../../api/names.ts'
import { placePath } from '../../../../../api/names.ts'
import { sendPrepared } from '../../../../../evidence/send-evidence.ts'
import type { Prepared, SendingState } from '../../../../../evidence/send-evidence.ts'
import { Thumb } from '../../../../../evidence/Thumb.tsx'
import { isUnsent } from '../../../../../outbox/item.ts'
import { dropFromOutbox } from '../../../../../outbox/keep-act.ts'
import { findPhotoItem, useOutbox } from '../../../../../outbox/use-outbox.ts'
import { ProblemSummary } from '../../../../../ui/ProblemSummary.tsx'
import { Section } from '../../../../../ui/Section.tsx'
import { SendingWords } from '../EvidenceField.tsx'

type Ready = Extract<Prepared, { readonly kind: 'ready' }>

/** An import as the server took it, and the photos that go out after it. */
export type Taken = { readonly made: ImportAnswer; readonly photos: readonly Ready[] }

/** The records are there; each photo says by itself how far it is. One press takes all of it back. */
export const PhotosTaken = ({ place, taken, onAgain }: { readonly place: Place; readonly taken: Taken; readonly onAgain: () => void }) => {
  const { made, photos } = taken
  const undo = useUndoImport(place)
  const { items } = useOutbox()
  const [states, setStates] = useState<ReadonlyMap<string, SendingState>>(new Map())
  const begun = useRef(false)
  const send = async (photo: Ready) =>
    sendPrepared(place, photo, (state) => setStates((before) => new Map(before).set(photo.sha256, state)))
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void (async () => {
      for (const photo of photos) await send(photo)
    })()
  })
  const takeBack = () =>
    undo.mutate(made.id, {
      onSuccess: () => {
        // Photos that no record names any more need not go out.
        const waiting = photos.flatMap(({ sha256 }) => {
          const item = findPhotoItem(items, sha256)
          return item !== undefined && isUnsent(item) && item.tries === 0 ? [item.id] : []
        })
        if (waiting.length > 0) void dropFromOutbox(waiting)
      },
    })
  if (undo.isSuccess) {
    return (
      <div className="state" role="status">
        <h2>这次导入已经撤销</h2>
        <p>{backWords(made)}原照片还在手机或电脑里。</p>
        <div className="acts">
          <button type="button" className="button" onClick={onAgain}>
            重新选照片
          </button>
        </div>
      </div>
    )
  }
  return (
    <>
      <div className="state" role="status">
        <ProblemSummary problem={undo.error} />
        <h2>
          <span className="done tick">已导入{photos.length}张照片</span>
        </h2>
        <p>{madeWords(made)}照片正一张一张上传，可以离开这一页。</p>
        <div className="acts">
          <Link className="button primary" to={`${placePath(place)}/entries`}>
            看全年记录
          </Link>
          <button type="button" className="button" onClick={takeBack}>
            撤销这次导入
          </button>
        </div>
      </div>
      <Section title="照片" count={photos.length}>
        <ul className="rows evidence">
          {photos.map((photo) => {
            const state = states.get(photo.sha256) ?? { state: 'shrinking' as const }
            return (
              <li key={photo.sha256} className="piece">
                <Thumb bytes={photo.bytes} word="照片" />
                <span>
                  <span className="title">{photo.name}</span>
                  <span className="meta">{state.state === 'shrinking' ? '等着上传' : <SendingWords sending={state} items={items} />}</span>
                </span>
                {state.state === 'stuck' && state.retry ? (
                  <button type="button" className="tap end" onClick={() => void send(photo)}>
                    再传
                  </button>
                ) : (
                  <span />
                )}
              </li>
            )
          })}
        </ul>
      </Section>
    </>
  )
}

const madeWords = ({ entries, additions, late }: ImportAnswer): string => {
  const parts = [
    ...(entries.length === 0 ? [] : [`新记了${entries.length}条${late === 0 ? '' : `，其中${late}条过去较久，标了“补录”`}`]),
    ...(additions.length === 0 ? [] : [`给${additions.length}条已有的记录加了照片`]),
  ]
  return `${parts.join('，')}。`
}

const backWords = ({ entries, additions }: ImportAnswer): string => {
  const parts = [
    ...(entries.length === 0 ? [] : [`${entries.length}条新记的拿出来了，30天内可以在“已删除的”里找回`]),
    ...(additions.length === 0 ? [] : [`照片从${additions.length}条已有的记录上取下了`]),
  ]
  return `${parts.join('；')}。`
}
