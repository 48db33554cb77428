import { Link } from 'react-router'
import { placePath } from '../../api/names.ts'
import type { QueuedItem } from '../../outbox/item.ts'
import { changeItems, dropFromOutbox } from '../../outbox/keep-act.ts'
import { sayMark } from '../../outbox/site-acts.ts'
import type { MetMark } from '../../outbox/site-acts.ts'

/** An inspector's mark met another one, or the school came again: both stand here until a person has chosen. */
export const BothMarks = ({ item, met }: { readonly item: QueuedItem; readonly met: MetMark & { readonly words: string } }) => {
  const { act } = item
  if (act.kind !== 'inspect') return null
  const mine = () =>
    void changeItems([{ ...item, act: { ...act, against: met.selfScore, base: met.own?.version ?? 'none' }, epoch: null, tries: 0, state: { kind: 'waiting' } }])
  return (
    <>
      <ul className="both">
        <li>
          <span>
            本机：{sayMark(act.body)}（当时自查{act.against}分）
          </span>
          <span>服务器：{met.words}</span>
        </li>
      </ul>
      <div className="acts">
        <button type="button" className="button" onClick={mine}>
          {met.returned ? '再传一次' : '用本机的'}
        </button>
        {met.own === null ? (
          <Link className="button" to={`${placePath(item.place)}/inspect/${act.no}`}>
            去看这一条
          </Link>
        ) : (
          <button type="button" className="button" onClick={() => void dropFromOutbox([item.id])}>
            用服务器上的
          </button>
        )}
      </div>
    </>
  )
}
