import { useEffect, useState } from 'react'
import type { FormEvent } from 'react'
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router'
import { problemSentence, referenceOf } from '../../api/problem.ts'
import { useSession } from '../../api/session.ts'
import { useSignIn } from '../../api/sign-in.ts'
import { countWaiting } from '../../outbox/enter-outbox.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import type { Fault } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { ColumnFrame, FootLinks } from '../../ui/Frame.tsx'
import { SecretInput } from '../../ui/SecretInput.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import './sign-in.css'

export const SignInPage = () => {
  const [params] = useSearchParams()
  const next = nextOf(params.get('next'))
  const navigate = useNavigate()
  const session = useSession()
  const signIn = useSignIn()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])

  const [waiting, setWaiting] = useState(0)
  const lookForQueue = () => void countWaiting(username.trim()).then(setWaiting, () => setWaiting(0))

  const { refetch } = session
  useEffect(() => void refetch(), [refetch])
  // What was known before may have run out; only a fresh answer sends a person on.
  if (session.isFetchedAfterMount && session.data !== undefined && session.data !== null && !session.isFetching) return <Navigate to={next} replace />

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = missingOf(username, password)
    setFaults(missing)
    if (missing.length > 0 || signIn.isPending) return
    signIn.mutate(
      { username: username.trim(), password },
      {
        onSuccess: () => void navigate(next, { replace: true }),
        onError: (problem) => setFaults([{ message: problemSentence(problem) }]),
      },
    )
  }

  return (
    <ColumnFrame narrow top={<TopBar title={<Link className="word" to="/">自查通</Link>} />}>
      <title>登录 · 自查通</title>
      <form onSubmit={submit} noValidate>
        <ErrorSummary faults={faults} reference={signIn.error === null ? undefined : referenceOf(signIn.error)} />
        <div className="lead">
          <h1>登录</h1>
          {params.has('next') ? <p>登录后回到刚才那一页，写好的都还在。</p> : null}
        </div>
        <Field label="账号" id="username" fault={faultAt(faults, 'username')}>
          {(ties) => (
            <input
              {...ties}
              className="input"
              name="username"
              autoComplete="username"
              autoCapitalize="off"
              spellCheck={false}
              value={username}
              onChange={(event) => setUsername(event.target.value)}
              onBlur={lookForQueue}
            />
          )}
        </Field>
        {waiting === 0 ? null : (
          <p className="field small" role="status">
            这个账号还有{waiting}件存在这里没上传，登录后接着传。
          </p>
        )}
        <Field label="密码" id="password" fault={faultAt(faults, 'password')}>
          {(ties) => (
            <SecretInput
              {...ties}
              name="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        <div className="field">
          <button type="submit" className="button primary wide">
            {signIn.isPending ? '正在登录' : '登录'}
          </button>
          <p className="small grey below">
            第一次用：点学校负责人转来的一次性链接，自己设密码。忘了密码，请局办公室重设。
          </p>
        </div>
      </form>
      <FootLinks />
    </ColumnFrame>
  )
}

const missingOf = (username: string, password: string): readonly Fault[] => [
  ...(username.trim() === '' ? [{ field: 'username', message: '还没有填账号。' }] : []),
  ...(password === '' ? [{ field: 'password', message: '还没有填密码。' }] : []),
]

const faultAt = (faults: readonly Fault[], field: string): string | undefined =>
  faults.find((fault) => fault.field === field)?.message

/** Only addresses of this site; anything else goes to the first page, which knows where each person begins. */
const nextOf = (next: string | null): string => (next !== null && /^\/(?![/\\])/u.test(next) ? next : '/')
