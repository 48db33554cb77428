import type { ReactNode } from 'react'
import { Drawer } from './Drawer.tsx'
import type { Copied } from './use-copied.ts'

/** What was just done, above the bottom bar: the word in green, the sentence, then the way back. */
export const Said = (props: { readonly word?: string; readonly children: ReactNode; readonly acts?: ReactNode }) => (
  <div className="said" role="status">
    <span>
      {props.word === undefined ? null : <b className="done tick">{props.word}　</b>}
      {props.children}
    </span>
    {props.acts === undefined ? null : <span className="acts">{props.acts}</span>}
  </div>
)

/** After copying: that it is on the clipboard, or the text itself where the browser did not let it. */
export const CopiedText = (props: { readonly copied: Copied | null; readonly children: ReactNode; readonly onClose: () => void }) => {
  if (props.copied === null) return null
  if (props.copied.done) {
    return (
      <Said
        word="已复制"
        acts={
          <button type="button" className="tap end" onClick={props.onClose}>
            知道了
          </button>
        }
      >
        {props.children}
      </Said>
    )
  }
  return (
    <Drawer title="请手动复制" onClose={props.onClose}>
      <div className="field">
        <p className="hint">这个浏览器不让网页直接复制。长按下面的文字，全选后复制。</p>
        <textarea className="input" rows={12} readOnly defaultValue={props.copied.text} aria-label="要复制的文字" />
      </div>
    </Drawer>
  )
}
