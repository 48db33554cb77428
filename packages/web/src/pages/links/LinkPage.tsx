import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import type { LinkInfo } from '../../api/contract.ts'
import { useLink, useUseLink } from '../../api/link.ts'
import { memberFaults, problemSentence, referenceOf } from '../../api/problem.ts'
import type { RequestProblem } from '../../api/problem.ts'
import { useSignIn } from '../../api/sign-in.ts'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import type { Fault } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { ColumnFrame, FootLinks } from '../../ui/Frame.tsx'
import { SecretInput } from '../../ui/SecretInput.tsx'
import { Awaited } from '../../ui/states.tsx'
import { TopBar } from '../../ui/TopBar.tsx'
import '../sign-in/sign-in.css'

/** A one-time link: a new person, or one who forgot, sets a password and is in. */
export const LinkPage = () => {
  const { token = '' } = useParams()
  const link = useLink(token)
  return (
    <ColumnFrame narrow top={<TopBar title={<Link className="word" to="/">自查通</Link>} />}>
      <title>设密码 · 自查通</title>
      {link.data === undefined && isUsedUp(link.error) ? <UsedUp sentence={link.error.sentence} /> : <Awaited query={link}>{(info) => <SetPassword token={token} info={info} />}</Awaited>}
      <FootLinks />
    </ColumnFrame>
  )
}

const isUsedUp = (error: RequestProblem | null): error is RequestProblem => error?.problem.kind === 'refused' && error.problem.code === 'link.used'

/** The message with the link is what its owner taps again next year: the way in stands first. */
const UsedUp = ({ sentence }: { readonly sentence: string }) => (
  <div className="state" role="alert">
    <h1>{sentence}</h1>
    <div className="acts">
      <Link className="button primary" to="/sign-in">
        登录
      </Link>
    </div>
  </div>
)

const SetPassword = ({ token, info }: { readonly token: string; readonly info: LinkInfo }) => {
  const [password, setPassword] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const useLinkUp = useUseLink(token)
  const signIn = useSignIn()
  const navigate = useNavigate()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const short = password.length < 8
    setFaults(short ? [{ field: 'password', message: `密码填了${password.length}个字，至少8个。` }] : [])
    if (short || useLinkUp.isPending) return
    useLinkUp.mutate(password, {
      onSuccess: () =>
        signIn.mutate(
          { username: info.username, password },
          { onSuccess: () => void navigate('/'), onError: () => void navigate('/sign-in') },
        ),
      onError: (problem) => {
        const word = memberFaults(problem).find((fault) => fault.pointer === '#/password')
        setFaults([word === undefined ? { message: problemSentence(problem) } : { field: 'password', message: word.detail }])
      },
    })
  }

  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} reference={useLinkUp.error === null ? undefined : referenceOf(useLinkUp.error)} />
      <div className="lead">
        <h1>{info.purpose === 'reset' ? '重设密码' : `${info.name}，先设一个密码`}</h1>
        <p>
          {info.unitName}，账号<b className="nw">{info.username}</b>。以后用这个账号和密码登录。
        </p>
      </div>
      <input className="unseen" name="username" autoComplete="username" value={info.username} readOnly tabIndex={-1} aria-hidden="true" />
      <Field label="密码" id="password" hint="至少8个字，可以是一句话。" fault={faults.find((fault) => fault.field === 'password')?.message}>
        {(ties) => (
          <SecretInput
            {...ties}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className="field">
        <button type="submit" className="button primary wide">
          {useLinkUp.isPending || signIn.isPending ? '正在设置' : '设好并登录'}
        </button>
        <p className="small grey below">这个链接只能用一次。没用上就过期的，请局办公室再给一个。</p>
      </div>
    </form>
  )
}
