import { useRef, useState } from 'react'
import { sendAskedFile } from '../../api/asked-record.ts'
import { problemSentence, RequestProblem } from '../../api/problem.ts'
import { hashBytes } from '../../evidence/hash-bytes.ts'
import { shrinkPhoto } from '../../evidence/shrink-photo.ts'
import { sizeWords } from '../../evidence/size-words.ts'
import { Thumb } from '../../evidence/Thumb.tsx'

/** The one photo of an asked record: choosing is uploading. */
export type OneFileState =
  | { readonly state: 'none' }
  | { readonly state: 'sending'; readonly name: string; readonly bytes?: Blob }
  | { readonly state: 'sent'; readonly name: string; readonly bytes: Blob; readonly sha256: string }
  | { readonly state: 'stuck'; readonly file: File; readonly sentence: string }

export const useOneFile = (token: string) => {
  const [held, setHeld] = useState<OneFileState>({ state: 'none' })
  // A photo that was taken away meanwhile does not come back when it has arrived.
  const turn = useRef(0)
  const choose = async (file: File): Promise<void> => {
    turn.current += 1
    const own = turn.current
    const hold = (state: OneFileState) => (own === turn.current ? setHeld(state) : undefined)
    hold({ state: 'sending', name: file.name })
    const bytes = await shrinkPhoto(file)
    if (bytes === undefined) {
      return hold({ state: 'stuck', file, sentence: '这张照片打不开。请在相册里另存为JPG再选；已填的文字都在。' })
    }
    const name = `${file.name.replace(/\.[^.]*$/u, '')}.jpg`
    hold({ state: 'sending', name, bytes })
    try {
      const sha256 = await hashBytes(new Uint8Array(await bytes.arrayBuffer()))
      await sendAskedFile(token, sha256, bytes, name)
      hold({ state: 'sent', name, bytes, sha256 })
    } catch (error) {
      hold({ state: 'stuck', file, sentence: error instanceof RequestProblem ? problemSentence(error) : '没有传上去。请再传一次。' })
    }
  }
  const drop = () => {
    turn.current += 1
    setHeld({ state: 'none' })
  }
  return { held, choose, drop }
}

export const OneFile = ({ held, choose, drop }: ReturnType<typeof useOneFile>) =>
  held.state === 'none' ? (
    <label className="button more">
      <input
        type="file"
        className="unseen"
        accept="image/*"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file !== undefined) void choose(file)
          event.target.value = ''
        }}
      />
      拍照或选一张照片
    </label>
  ) : (
    <div className="piece">
      <Thumb bytes={'bytes' in held ? held.bytes : undefined} word="件" />
      <span aria-live="polite">
        <span className="title">{held.state === 'stuck' ? held.file.name : held.name}</span>
        <span className="meta">
          {held.state === 'sending' ? (
            held.bytes === undefined ? '正在缩小，可以接着填' : `${sizeWords(held.bytes.size)}，上传中`
          ) : held.state === 'sent' ? (
            <>
              {sizeWords(held.bytes.size)}，<span className="done">已上传</span>
            </>
          ) : (
            <em className="miss">{held.sentence}</em>
          )}
        </span>
      </span>
      <span className="acts">
        {held.state === 'stuck' ? (
          <button type="button" className="tap end" onClick={() => void choose(held.file)}>
            再传
          </button>
        ) : null}
        <button type="button" className="tap end" aria-label={`去掉${held.state === 'stuck' ? held.file.name : held.name}`} onClick={drop}>
          去掉
        </button>
      </span>
    </div>
  )
