import { formatPoints, isExact, toPoints } from '@zicha/core'
import { useState } from 'react'

/** A number inside a sentence: 扣[0.5]分. What cannot be read as one stays as typed, is marked and counts as NaN. */
export const NumberIn = (props: {
  readonly name: string
  readonly value: number | undefined
  /** For counts; points may have three decimals. */
  readonly whole?: boolean
  readonly optional?: boolean
  readonly onChange: (value: number | undefined) => void
}) => {
  const [typed, setTyped] = useState(sayNumber(props.value))
  const [seen, setSeen] = useState(props.value)
  if (!Object.is(seen, props.value)) {
    // The value was changed from elsewhere: by another kind, by an undo.
    setSeen(props.value)
    if (!Object.is(read(typed, props.whole), props.value)) setTyped(sayNumber(props.value))
  }
  const missing = typed.trim() === '' ? props.optional !== true : Number.isNaN(read(typed, props.whole))
  return (
    <input
      className={missing ? 'input in-line lacking' : 'input in-line'}
      inputMode={props.whole === true ? 'numeric' : 'decimal'}
      autoComplete="off"
      aria-label={props.name}
      aria-invalid={missing ? true : undefined}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value)
        const value = event.target.value.trim() === '' ? (props.optional === true ? undefined : Number.NaN) : read(event.target.value, props.whole)
        setSeen(value)
        props.onChange(value)
      }}
    />
  )
}

const sayNumber = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : formatPoints(toPoints(value))

const read = (typed: string, whole = false): number => {
  const number = typed.trim() === '' ? Number.NaN : Number(typed.trim())
  if (!Number.isFinite(number) || number < 0 || !isExact(number)) return Number.NaN
  return whole && (!Number.isInteger(number) || number === 0) ? Number.NaN : number
}

/** Words of a rule: as long as the line is. */
export const WordsIn = (props: { readonly name: string; readonly value: string; readonly short?: boolean; readonly onChange: (value: string) => void }) => (
  <input
    className={props.short === true ? 'input in-line' : 'input in-words'}
    autoComplete="off"
    aria-label={props.name}
    aria-invalid={props.value.trim() === '' ? true : undefined}
    value={props.value}
    onChange={(event) => props.onChange(event.target.value)}
  />
)

export const PickIn = <Value extends string>(props: {
  readonly name: string
  readonly value: Value
  readonly options: readonly (readonly [Value, string])[]
  readonly onChange: (value: Value) => void
}) => (
  <select
    className="input in-line pick"
    aria-label={props.name}
    value={props.value}
    onChange={(event) => {
      const chosen = props.options.find(([value]) => value === event.target.value)
      if (chosen !== undefined) props.onChange(chosen[0])
    }}
  >
    {props.options.map(([value, label]) => (
      <option key={value} value={value}>
        {label}
      </option>
    ))}
  </select>
)
