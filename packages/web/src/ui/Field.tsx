import type { ReactNode } from 'react'
import { useId } from 'react'

type FieldProps = {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly optional?: boolean | string
  /** The sentence above the input; what was typed stays. */
  readonly fault?: string | undefined
}

/** What an input needs to be tied to its label, hint and fault: spread it on the input. */
export type FieldTies = {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label above, hint under it, then the input. `id` is what the error summary links to. */
export const Field = (props: FieldProps & { readonly id?: string; readonly children: (ties: FieldTies) => ReactNode }) => {
  const made = useId()
  const id = props.id ?? made
  const describedBy = [
    props.hint === undefined ? null : `${id}-hint`,
    props.fault === undefined ? null : `${id}-fault`,
  ].filter((one) => one !== null)
  return (
    <div className={props.fault === undefined ? 'field' : 'field bad'}>
      <label htmlFor={id}>
        {props.label}
        <Optional optional={props.optional} />
      </label>
      <HintAndFault {...props} id={id} />
      {props.children({
        id,
        'aria-describedby': describedBy.length === 0 ? undefined : describedBy.join(' '),
        'aria-invalid': props.fault === undefined ? undefined : true,
      })}
    </div>
  )
}

/** The same for a group of chips or radios. */
export const FieldGroup = (props: FieldProps & { readonly id?: string; readonly children: ReactNode }) => {
  const made = useId()
  const id = props.id ?? made
  return (
    <fieldset className={props.fault === undefined ? 'field' : 'field bad'} id={id} tabIndex={-1}>
      <legend>
        {props.label}
        <Optional optional={props.optional} />
      </legend>
      <HintAndFault {...props} id={id} />
      {props.children}
    </fieldset>
  )
}

const Optional = ({ optional }: { readonly optional: boolean | string | undefined }) =>
  optional === undefined || optional === false ? null : (
    <span className="optional">{optional === true ? '选填' : optional}</span>
  )

const HintAndFault = ({ id, hint, fault }: FieldProps & { readonly id: string }) => (
  <>
    {hint === undefined ? null : (
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {fault === undefined ? null : (
      <p className="fault" id={`${id}-fault`}>
        {fault}
      </p>
    )}
  </>
)
