import type { ReactNode } from 'react'

export type Choice<Value extends string> = { readonly value: Value; readonly label: ReactNode }

/** One of a few: equal widths. `more` stands last in the same grid (全部40种). */
export const ChoiceChips = <Value extends string>(props: {
  readonly name: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChoose: (value: Value) => void
  readonly even?: boolean
  readonly more?: ReactNode
}) => (
  <div className={props.even === false ? 'chips' : 'chips even'}>
    {props.choices.map((choice) => (
      <label key={choice.value} className={choice.value === props.value ? 'chip chosen' : 'chip'}>
        <input
          type="radio"
          name={props.name}
          checked={choice.value === props.value}
          onChange={() => props.onChoose(choice.value)}
        />
        {choice.label}
      </label>
    ))}
    {props.more}
  </div>
)

/** Several of some: natural widths. */
export const ManyChips = <Value extends string>(props: {
  readonly choices: readonly Choice<Value>[]
  readonly values: readonly Value[]
  readonly onToggle: (value: Value) => void
  readonly more?: ReactNode
}) => (
  <div className="chips">
    {props.choices.map((choice) => {
      const chosen = props.values.includes(choice.value)
      return (
        <label key={choice.value} className={chosen ? 'chip chosen' : 'chip'}>
          <input type="checkbox" checked={chosen} onChange={() => props.onToggle(choice.value)} />
          {choice.label}
        </label>
      )
    })}
    {props.more}
  </div>
)
