import { Link, useLocation, useNavigate } from 'react-router'
import { useDeleteEntry } from '../../../../api/delete-entry.ts'
import { placePath } from '../../../../api/names.ts'
import { problemSentence } from '../../../../api/problem.ts'
import { usePlace } from '../../../place.ts'

/** Travels with the address to the page that comes after saving. */
export type Saved = { readonly id: string; readonly version: number; readonly sentence: string; readonly isNew: boolean }

export const savedState = (saved: Saved) => ({ saved })

const readSaved = (state: unknown): Saved | null => {
  if (typeof state !== 'object' || state === null || !('saved' in state)) return null
  return state.saved as Saved
}

/** 已记下 … 「撤销」「再记一条」: stays until the next page, covers nothing. */
export const SavedEntry = () => {
  const location = useLocation()
  const { pathname, search } = location
  const navigate = useNavigate()
  const place = usePlace()
  const remove = useDeleteEntry(place)
  const saved = readSaved(location.state)
  if (saved === null) return null
  const leave = () => void navigate(pathname + search, { replace: true, state: null })
  return (
    <div className="said" role="status">
      <span>
        {remove.error === null ? (
          <>
            <b className="done tick">{saved.isNew ? '已记下' : '已改好'}</b>　{saved.sentence}
          </>
        ) : (
          problemSentence(remove.error)
        )}
      </span>
      <span className="acts">
        {saved.isNew ? (
          <button type="button" className="tap" onClick={() => remove.mutate(saved, { onSuccess: leave })}>
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
