import type { ReactNode } from 'react'
import { CopiedText } from '../../ui/Said.tsx'
import { useCopied } from '../../ui/use-copied.ts'

/** On a phone: that the table needs a desk, and the address to go on with there. */
export const DesktopOnly = ({ children }: { readonly children?: ReactNode }) => {
  const [copied, copy, forget] = useCopied()
  return (
    <div className="desktop-only">
      <h1>发布表格，请到电脑上做</h1>
      <p>左边是原表，右边是读法，要一起看，手机上放不下。已经存的都在，换到电脑上接着看。</p>
      <p className="address">{location.href}</p>
      <div className="acts">
        <button type="button" className="button" onClick={() => void copy(location.href)}>
          复制地址
        </button>
        {children}
      </div>
      <CopiedText copied={copied} onClose={forget}>
        在电脑的浏览器里打开就行。
      </CopiedText>
    </div>
  )
}
