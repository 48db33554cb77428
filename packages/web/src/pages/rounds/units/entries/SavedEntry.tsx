import { Link, useLocation, useNavigate } from 'react-router'
import { placePath } from '../../../../api/names.ts'
import { standingOf, useEntryItem, useOutbox } from '../../../../outbox/use-outbox.ts'
import { usePlace } from '../../../place.ts'
import { useRemoveEntry } from './use-keep-entry.ts'

/** Travels with the address to the page that comes after saving. `version` where the server has answered already. */
export type Saved = { readonly id: string; readonly version?: number; readonly title: string; readonly sentence: string; readonly isNew: boolean }

export const savedState = (saved: Saved) => ({ saved })

const readSaved = (state: unknown): Saved | null => {
  if (typeof state !== 'object' || state === null || !('saved' in state)) return null
  return state.saved as Saved
}

/** 已存本机 → 已记下 … 「撤销」「再记一条」: stays until the next page, covers nothing. */
export const SavedEntry = () => {
  const location = useLocation()
  const { pathname, search } = location
  const navigate = useNavigate()
  const place = usePlace()
  const { remove, error } = useRemoveEntry(place)
  const saved = readSaved(location.state)
  const item = useEntryItem(saved?.id)
  const { sending } = useOutbox()
  if (saved === null) return null
  const leave = () => navigate(pathname + search, { replace: true, state: null })
  const version = item?.state.kind === 'sent' ? item.state.version : item === undefined ? saved.version : undefined
  const undo = () => void remove({ id: saved.id, version, title: saved.title }).then(leave, () => undefined)
  return (
    <div className="said" role="status">
      <span>
        {error !== null ? (
          error.sentence
        ) : item?.state.kind === 'stuck' ? (
          <em className="miss">{item.state.sentence}</em>
        ) : (
          <>
            {item === undefined || item.state.kind === 'sent' ? (
              <b className="done tick">{saved.isNew ? '已记下' : '已改好'}</b>
            ) : (
              <b>{standingOf(item, sending) === 'sending' ? '已存本机，上传中' : '已存本机'}</b>
            )}
            　{saved.sentence}
          </>
        )}
      </span>
      <span className="acts">
        {item?.state.kind === 'stuck' ? (
          <Link className="tap" to="/outbox">
            去处理
          </Link>
        ) : saved.isNew ? (
          <button type="button" className="tap" onClick={undo}>
            撤销
          </button>
        ) : null}
        <Link className="tap" to={`${placePath(place)}/entries/new`}>
          再记一条
        </Link>
      </span>
    </div>
  )
}
