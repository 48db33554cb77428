import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

export type Fault = {
  readonly message: string
  /** Id of the field it is about; absent where it is about none. */
  readonly field?: string
}

/**
 * On top of a form, takes the focus, with the same words as at the field. `reference` is the 编号 for the office,
 * `children` what can be done about it where that is more than filling in anew.
 */
export const ErrorSummary = ({
  faults,
  reference,
  children,
}: {
  readonly faults: readonly Fault[]
  readonly reference?: string | undefined
  readonly children?: ReactNode
}) => {
  const frame = useRef<HTMLDivElement>(null)
  const before = useRef('')
  const words = faults.map((fault) => fault.message).join('\n')
  useEffect(() => {
    const earlier = before.current.split('\n')
    before.current = words
    // Faults that were put right leave the list without taking the focus from where a person is typing.
    const onlyFewer = words.split('\n').every((message) => earlier.includes(message))
    if (words !== '' && !onlyFewer) frame.current?.focus()
  }, [words])
  if (faults.length === 0) return null
  return (
    <div ref={frame} className="errors" role="alert" tabIndex={-1}>
      {faults.length > 1 ? <h2>有{faults.length}处要改</h2> : null}
      <ul>
        {faults.map((fault) => (
          <li key={fault.message}>
            {fault.field === undefined ? (
              <span className="miss">{fault.message}</span>
            ) : (
              <a href={`#${fault.field}`} onClick={(event) => focusField(event, fault.field)}>
                {fault.message}
              </a>
            )}
          </li>
        ))}
      </ul>
      {children}
      {reference === undefined ? null : <p className="note">编号{reference}，可告诉管理员</p>}
    </div>
  )
}

const focusField = (event: React.MouseEvent, field: string | undefined) => {
  const element = field === undefined ? null : document.getElementById(field)
  if (element === null) return
  event.preventDefault()
  element.scrollIntoView({ block: 'center' })
  element.focus()
}
