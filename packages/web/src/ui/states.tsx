import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import type { TroubleShown } from './trouble.ts'

/** Grey bones for what has not come yet: only after 400 ms, and still. */
export const Bones = ({ rows = 4 }: { readonly rows?: number }) => {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 400)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div className="bones" role="status" aria-label="正在取内容">
      <Bone width="60%" tall />
      <Bone width="40%" />
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="row">
          <Bone width={`${50 + ((index * 17) % 40)}%`} />
          <Bone width="4rem" />
        </div>
      ))}
    </div>
  )
}

const Bone = ({ width, tall = false }: { readonly width: string; readonly tall?: boolean }) => (
  <span className="bone" style={{ width, ...(tall ? { height: '1.5em' } : {}) }} />
)

/** Nothing there yet: what is so, what comes next, one button. */
export const Empty = (props: { readonly title: string; readonly children?: ReactNode; readonly action?: ReactNode }) => (
  <div className="state">
    <h2>{props.title}</h2>
    {props.children === undefined ? null : <p>{props.children}</p>}
    {props.action === undefined ? null : <div className="acts">{props.action}</div>}
  </div>
)

/** A page that could not be had: the sentence, what is safe, one button, the 编号. */
const Trouble = ({ problem, onRetry }: { readonly problem: TroubleShown; readonly onRetry?: () => void }) => {
  const { reference } = problem
  return (
    <div className="state" role="alert">
      <h1>{problem.sentence}</h1>
      <div className="acts">
        {problem.kind === 'signed_out' ? (
          <Link className="button" to={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
            重新登录
          </Link>
        ) : problem.kind === 'absent' ? (
          <Link className="button" to="/">
            返回首页
          </Link>
        ) : onRetry === undefined ? null : (
          <button type="button" className="button" onClick={onRetry}>
            再试一次
          </button>
        )}
      </div>
      {reference === undefined ? null : <p className="note">编号{reference}，可告诉管理员</p>}
    </div>
  )
}

/** Loading, failed or there: the three states of a page that starts from one answer. Old content stays while it is refreshed. */
export const Awaited = <Data,>(props: {
  readonly query: {
    readonly data: Data | undefined
    readonly error: TroubleShown | null
    readonly refetch: () => unknown
  }
  readonly children: (data: Data) => ReactNode
}) => {
  const { data, error, refetch } = props.query
  if (data !== undefined) return props.children(data)
  if (error !== null) return <Trouble problem={error} onRetry={() => void refetch()} />
  return <Bones />
}
