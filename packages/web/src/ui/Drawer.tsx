import type { ReactNode } from 'react'
import { useEffect, useId, useRef } from 'react'

/** From the right, 440 wide; Esc closes, the focus goes back to where it was. The page behind stays readable. */
export const Drawer = (props: { readonly title: string; readonly onClose: () => void; readonly children: ReactNode }) => {
  const dialog = useModal()
  const id = useId()
  return (
    <dialog ref={dialog} className="drawer" aria-labelledby={id} onClose={props.onClose}>
      <header>
        <h2 id={id}>{props.title}</h2>
        <button type="button" className="tap end" onClick={() => dialog.current?.close()}>
          收起
        </button>
      </header>
      <div className="inside">{props.children}</div>
    </dialog>
  )
}

/** Asked only before what cannot simply be undone: the question, what it means, the act named by what it does. */
export const Question = (props: {
  readonly question: string
  readonly meaning: ReactNode
  readonly act: string
  readonly keep: string
  readonly onAct: () => void
  readonly onClose: () => void
}) => {
  const dialog = useModal()
  const id = useId()
  return (
    <dialog ref={dialog} className="question" aria-labelledby={id} onClose={props.onClose}>
      <h2 id={id}>{props.question}</h2>
      <p>{props.meaning}</p>
      <div className="acts">
        <button type="button" className="button" onClick={props.onAct}>
          {props.act}
        </button>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {props.keep}
        </button>
      </div>
    </dialog>
  )
}

const useModal = () => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const opener = document.activeElement
    const element = dialog.current
    if (element !== null && !element.open) element.showModal()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  return dialog
}
