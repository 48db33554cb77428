import type { ComponentProps } from 'react'
import { useState } from 'react'

/** A password that can be pasted and shown. */
export const SecretInput = (props: Omit<ComponentProps<'input'>, 'type' | 'className'>) => {
  const [shown, setShown] = useState(false)
  return (
    <span className="secret">
      <input {...props} className="input" type={shown ? 'text' : 'password'} autoCapitalize="off" spellCheck={false} />
      <button type="button" className="tap" aria-label={shown ? '隐藏密码' : '显示密码'} onClick={() => setShown(!shown)}>
        {shown ? '隐藏' : '显示'}
      </button>
    </span>
  )
}
