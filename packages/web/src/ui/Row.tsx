import type { ReactNode } from 'react'
import { Link } from 'react-router'

type Content = {
  readonly title: ReactNode
  readonly meta?: ReactNode
  readonly points?: ReactNode
  /** The verb in blue at the end: 记一笔, 补录, 看. */
  readonly verb?: string
}

/** One line of a list. The whole row is the link (`to`) or the button (`onPress`); with neither it only tells. */
export const Row = ({ to, onPress, ...content }: Content & { readonly to?: string; readonly onPress?: () => void }) => (
  <li>
    {to !== undefined ? (
      <Link className="row" to={to}>
        <RowContent {...content} />
      </Link>
    ) : onPress !== undefined ? (
      <button type="button" className="row" onClick={onPress}>
        <RowContent {...content} />
      </button>
    ) : (
      <div className="row still">
        <RowContent {...content} />
      </div>
    )}
  </li>
)

const RowContent = ({ title, meta, points, verb }: Content) => (
  <>
    <span className="what">
      <span className="title">{title}</span>
      {meta === undefined ? null : <span className="meta">{meta}</span>}
    </span>
    {points === undefined ? null : <span className="points">{points}</span>}
    {verb === undefined ? null : <span className="verb">{verb}</span>}
  </>
)

/** `lined`: on a wide page each row takes one line, for long lists. */
export const Rows = ({ children, lined = false }: { readonly children: ReactNode; readonly lined?: boolean }) => (
  <ul className={lined ? 'rows lined' : 'rows'}>{children}</ul>
)

/** Name and value beside each other: 提交给 云江市教育局. */
export const Pairs = ({ pairs }: { readonly pairs: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="pairs">
    {pairs.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
