import type { ReactNode } from 'react'
import { useId } from 'react'

/** A head with its count and one ink rule under it; `say` is the one sentence above the rows. */
export const Section = (props: {
  readonly title: string
  /** The name by which an address leads to it. */
  readonly id?: string
  readonly count?: ReactNode
  readonly aside?: ReactNode
  readonly say?: ReactNode
  readonly children: ReactNode
}) => {
  const id = useId()
  return (
    <section className="section" id={props.id} aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {props.title}
          {props.count === undefined ? null : <span className="count">{props.count}</span>}
        </h2>
        {props.aside}
      </header>
      {props.say === undefined ? null : <p className="say">{props.say}</p>}
      {props.children}
    </section>
  )
}
