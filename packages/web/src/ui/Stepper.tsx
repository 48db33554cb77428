/** − 0 +: how often something was found. `name` says what for those who do not see it. */
export const Stepper = (props: {
  readonly name: string
  readonly count: number
  readonly most: number
  readonly onChange: (count: number) => void
}) => (
  <span className="stepper" role="group" aria-label={props.name}>
    <button
      type="button"
      aria-label={`${props.name}，减一`}
      disabled={props.count === 0}
      onClick={() => props.onChange(props.count - 1)}
    >
      −
    </button>
    <output aria-live="polite">{props.count}</output>
    <button
      type="button"
      aria-label={`${props.name}，加一`}
      disabled={props.count >= props.most}
      onClick={() => props.onChange(props.count + 1)}
    >
      +
    </button>
  </span>
)
