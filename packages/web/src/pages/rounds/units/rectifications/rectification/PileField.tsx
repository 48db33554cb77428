import { Thumb } from '../../../../../evidence/Thumb.tsx'
import type { usePile } from './use-pile.ts'

/** Photos of before or of after: choose, see that they went, leave one out. */
export const PileField = ({ name, pile }: { readonly name: string; readonly pile: ReturnType<typeof usePile> }) => (
  <div className="field">
    <span className="label">
      {name}<span className="optional">选填</span>
    </span>
    <ul className="rows">
      {pile.pieces.map((piece) => (
        <li key={piece.key} className="piece">
          <Thumb bytes={piece.file} word="件" />
          <span aria-live="polite">
            <span className="title">{piece.file.name}</span>
            <span className="meta">
              {piece.state === 'sending' ? '上传中' : piece.state === 'sent' ? <span className="done">已上传</span> : <em className="miss">{piece.sentence}</em>}
            </span>
          </span>
          <span className="acts">
            {piece.state === 'stuck' ? (
              <button type="button" className="tap end" onClick={() => pile.again(piece)}>
                再传
              </button>
            ) : null}
            <button type="button" className="tap end" aria-label={`去掉${piece.file.name}`} onClick={() => pile.drop(piece.key)}>
              去掉
            </button>
          </span>
        </li>
      ))}
    </ul>
    <p>
      <label className="button more">
        <input
          type="file"
          className="unseen"
          accept="image/*"
          multiple
          onChange={(event) => {
            pile.choose([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        {name}：拍照或选照片
      </label>
    </p>
  </div>
)
