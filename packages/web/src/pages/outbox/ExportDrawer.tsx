import { useEffect, useState } from 'react'
import { textOf } from '../../outbox/export-items.ts'
import { findBytes } from '../../outbox/own-queue.ts'
import type { QueuedItem } from '../../outbox/item.ts'
import { Drawer } from '../../ui/Drawer.tsx'

/** For browsers that save no file: the words to copy, the pictures to save by hand. */
export const ExportDrawer = (props: {
  readonly items: readonly QueuedItem[]
  readonly onCopy: (text: string) => Promise<void>
  readonly onClose: () => void
}) => {
  const text = props.items.map(textOf).join('\n\n')
  return (
    <Drawer title="导出" onClose={props.onClose}>
      <div className="field">
        <p className="hint">微信里存不了文件。文字可以复制，照片请长按保存到相册。</p>
        <textarea className="input" rows={10} readOnly value={text} aria-label="要导出的文字" />
        <button type="button" className="button" onClick={() => void props.onCopy(text)}>
          复制文字
        </button>
      </div>
      {props.items.map(({ act }) => (act.kind === 'photo' || act.kind === 'site_photo' ? <Picture key={act.sha256} sha256={act.sha256} name={act.name} /> : null))}
    </Drawer>
  )
}

const Picture = ({ sha256, name }: { readonly sha256: string; readonly name: string }) => {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    let made: string | undefined
    let left = false
    void findBytes(sha256).then((bytes) => {
      if (bytes === undefined || left) return
      made = URL.createObjectURL(bytes)
      setAddress(made)
    })
    return () => {
      left = true
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [sha256])
  return address === undefined ? null : <img className="to-save" src={address} alt={name} />
}
