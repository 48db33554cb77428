/** Twelve months: a green bar under what exists, 缺 under a gap, nothing under what is still to come. */
export const Months = (props: {
  readonly label: string
  readonly held: readonly number[]
  readonly gaps: readonly number[]
}) => (
  <ol className="months" aria-label={props.label}>
    {Array.from({ length: 12 }, (_, index) => index + 1).map((month) => {
      const held = props.held.includes(month)
      const gap = !held && props.gaps.includes(month)
      return (
        <li key={month} className={held ? 'held' : gap ? 'gap' : undefined}>
          {month}
          <span>
            {held ? <i className="unseen">月有</i> : gap ? '缺' : null}
          </span>
        </li>
      )
    })}
  </ol>
)
