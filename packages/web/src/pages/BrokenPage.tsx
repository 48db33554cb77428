import { Link, useNavigate, useRouteError } from 'react-router'
import { ColumnFrame } from '../ui/Frame.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import { NotThere } from './NotThere.tsx'

/** A page whose script could not be had is told apart from one that is not there. */
export const BrokenPage = () => {
  const error = useRouteError()
  const navigate = useNavigate()
  if (!isNotLoaded(error)) return <NotThere />
  return (
    <ColumnFrame top={<TopBar title={<Link className="word" to="/">自查通</Link>} />}>
      <title>没有连上 · 自查通</title>
      <div className="state" role="alert">
        <h1>没有连上，这一页还没取来。</h1>
        <p>存在本机的都在。连上网络后再打开这一页。</p>
        <div className="acts">
          <button type="button" className="button" onClick={() => location.reload()}>
            再试一次
          </button>
          <button type="button" className="tap" onClick={() => void navigate(-1)}>
            回到刚才那页
          </button>
        </div>
      </div>
    </ColumnFrame>
  )
}

/** Browsers word it differently; a script that fails to load is always a TypeError, a style sheet an Error of the loader's. */
const isNotLoaded = (error: unknown): boolean => {
  if (error instanceof TypeError) return !navigator.onLine || /import|module|fetch|load/iu.test(error.message)
  return error instanceof Error && /preload/iu.test(error.message)
}
