import { Link } from 'react-router'
import { pointsText } from '../../../../ui/Mark.tsx'
import { itemName } from '../item-reading.ts'
import type { Eyes } from './items-to-see.ts'
import { isMarked } from './group-marks.ts'
import { ownMarkOf } from './use-inspecting.ts'
import type { Inspecting } from './use-inspecting.ts'

/** All items in the order they are gone through, with how they stand in words: 待看, 同伴看过, 同意, 不同, 两人不同. */
export const ItemList = (props: {
  readonly data: Inspecting
  readonly eyes: Eyes
  readonly current: number | null
  readonly username: string
  readonly here: string
}) => {
  const { own, why, order } = props.eyes
  const needs = (no: number) => (why.get(no) ?? []).length > 0
  const isOwn = (no: number) => own.size === 0 || own.has(no)
  const parts = [
    { title: own.size === 0 ? '要先看' : '我的责任，要先看', numbers: order.filter((no) => isOwn(no) && needs(no)) },
    { title: own.size === 0 ? '其余' : '我的责任，其余', numbers: order.filter((no) => isOwn(no) && !needs(no)) },
    { title: '同伴的责任', numbers: order.filter((no) => !isOwn(no)) },
  ]
  return parts.map(({ title, numbers }) =>
    numbers.length === 0 ? null : (
      <section key={title} className="item-part">
        <h2>
          {title}
          <span className="count">{numbers.length}</span>
        </h2>
        <ol className="item-list">
          {numbers.map((no) => (
            <ItemLine key={no} {...props} no={no} />
          ))}
        </ol>
      </section>
    ),
  )
}

const ItemLine = (props: Parameters<typeof ItemList>[0] & { readonly no: number }) => {
  const { data, no } = props
  const item = data.inspection.items.find((one) => one.no === no)
  if (item === undefined) return null
  const own = ownMarkOf(item, props.username)
  const state = stateOf(item, own)
  const [reason] = props.eyes.why.get(no) ?? []
  const waits = data.local.waiting.get(no)
  return (
    <li>
      <Link to={`${props.here}/${no}`} aria-current={no === props.current ? 'page' : undefined}>
        <span className="number">{no}</span>
        <span className="name">
          {itemName(data.form, no)}
          {waits !== undefined ? (
            <span className="reason">{waits.state.kind === 'stuck' ? '没传上去，要看一下' : '已存本机'}</span>
          ) : own === undefined && reason !== undefined ? (
            <span className="reason">{reason}</span>
          ) : null}
        </span>
        <span className={state === '待看' || state === '同伴看过' || state === '同意' ? 'grey' : 'differs'}>{state}</span>
        <span className="given">
          {own === undefined ? '—' : pointsText(item.score ?? own.score)} / {pointsText(item.max)}
        </span>
      </Link>
    </li>
  )
}

type Item = Inspecting['inspection']['items'][number]

const stateOf = (item: Item, own: ReturnType<typeof ownMarkOf>): '待看' | '同伴看过' | '同意' | '不同' | '两人不同' | '已商定' => {
  if (own === undefined) return isMarked(item) ? '同伴看过' : '待看'
  if (item.settled !== null) return '已商定'
  if (item.score === null) return '两人不同'
  return own.score === item.selfScore ? '同意' : '不同'
}
