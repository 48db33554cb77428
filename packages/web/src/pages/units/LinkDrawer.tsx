import { useState } from 'react'
import { copyText } from '../../ui/copy-text.ts'
import { dayOf, dayWords } from '../../ui/day-words.ts'
import { Drawer } from '../../ui/Drawer.tsx'

export type MadeLink = {
  readonly name: string
  readonly username: string
  readonly isNew: boolean
  readonly url: string
  readonly expiresAt: string
}

/** The text that goes to the person in WeChat. */
export const linkText = ({ name, username, isNew, url, expiresAt }: MadeLink): string =>
  `${name}，点这个链接${isNew ? '设密码' : '重设密码'}，只能用一次，${dayWords(dayOf(new Date(expiresAt)))}前有效：${url}\n账号：${username}`

/** A one-time link is shown once; whoever loses it gets a new one. */
export const LinkDrawer = ({ link, onClose }: { readonly link: MadeLink; readonly onClose: () => void }) => {
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no')
  const text = linkText(link)
  return (
    <Drawer title={`给${link.name}的一次性链接`} onClose={onClose}>
      <div className="field">
        <p>只在这里显示这一次。发给本人，点开自己设密码；先前发的链接就不能用了。</p>
        <p className="link-once" id="link-text">
          {text}
        </p>
        <div className="acts after-rule">
          <button
            type="button"
            className="button primary"
            autoFocus
            onClick={() => void copyText(text).then((done) => setCopied(done ? 'yes' : 'by hand'))}
          >
            复制给{link.name}
          </button>
        </div>
        <p className="small after-rule" role="status">
          {copied === 'yes' ? (
            <span className="done tick">已复制，到微信里粘贴就行。</span>
          ) : copied === 'by hand' ? (
            '这个浏览器不让网页直接复制。长按上面的文字，选中后复制。'
          ) : (
            ''
          )}
        </p>
      </div>
    </Drawer>
  )
}
