import { Link } from 'react-router'
import { pointsText } from '../../../../ui/Mark.tsx'
import { itemName } from '../item-reading.ts'
import { ownMarkOf } from './use-inspecting.ts'
import type { Inspecting } from './use-inspecting.ts'

/** All items with how they stand in words: 待看, 同意, 不同, 两人不同. */
export const ItemList = (props: {
  readonly data: Inspecting
  readonly current: number | null
  readonly username: string
  readonly here: string
}) => (
  <ol className="item-list">
    {props.data.inspection.items.map((item) => {
      const own = ownMarkOf(item, props.username)
      const state = stateOf(item, own)
      return (
        <li key={item.no}>
          <Link to={`${props.here}/${item.no}`} aria-current={item.no === props.current ? 'page' : undefined}>
            <span className="number">{item.no}</span>
            <span className="name">{itemName(props.data.form, item.no)}</span>
            <span className={state === '待看' || state === '同意' ? 'grey' : 'differs'}>{state}</span>
            <span className="given">
              {own === undefined ? '—' : pointsText(item.score ?? own.score)} / {pointsText(item.max)}
            </span>
          </Link>
        </li>
      )
    })}
  </ol>
)

type Item = Inspecting['inspection']['items'][number]

export const stateOf = (item: Item, own: ReturnType<typeof ownMarkOf>): '待看' | '同意' | '不同' | '两人不同' | '已商定' => {
  if (own === undefined) return '待看'
  if (item.settled !== null) return '已商定'
  if (item.score === null) return '两人不同'
  return own.score === item.selfScore ? '同意' : '不同'
}
