import { useState } from 'react'
import type { FormEvent } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useBuildDemonstration } from '../api/demonstration.ts'
import { memberFaults, problemSentence, referenceOf } from '../api/problem.ts'
import { useSetUp } from '../api/setup.ts'
import { useSignIn } from '../api/sign-in.ts'
import { ErrorSummary } from '../ui/ErrorSummary.tsx'
import type { Fault } from '../ui/ErrorSummary.tsx'
import { Field } from '../ui/Field.tsx'
import { FootLinks } from '../ui/Frame.tsx'
import { SecretInput } from '../ui/SecretInput.tsx'
import { TopBar } from '../ui/TopBar.tsx'
import './first-page.css'

/** An empty store: set it up with the one-time token that the start printed, or fill it with the demonstration. */
export const EmptyStore = () => {
  const [setting, setSetting] = useState(useSearchParams()[0].has('token'))
  const build = useBuildDemonstration()
  const navigate = useNavigate()
  return (
    <div className="first">
      <title>开始 · 自查通</title>
      <TopBar title={<span className="word">自查通</span>} />
      <main id="main" tabIndex={-1}>
        <div className="hero">
          <h1>
            这里还是空的，
            <br />
            先选怎么开始
          </h1>
          <p>正式用，从本局的名称和第一个账号开始；只想看看，先建一个演示局。</p>
          <div className="acts">
            <button
              type="button"
              className="button primary"
              disabled={build.isPending}
              onClick={() => build.mutate(undefined, { onSuccess: () => void navigate('/demo') })}
            >
              {build.isPending ? '正在建演示局' : '建一个演示局看看'}
            </button>
            <button type="button" className="button" aria-expanded={setting} onClick={() => setSetting(!setting)}>
              正式设置本局
            </button>
          </div>
          <p className="note">
            {build.isPending
              ? '正在写进几所学校一年的记录，几秒钟就好。'
              : '演示局里的学校、人和记录都是虚构的。建了演示局，这里就不再作正式用。'}
          </p>
        </div>
        {build.error === null ? null : (
          <ErrorSummary faults={[{ message: problemSentence(build.error) }]} reference={referenceOf(build.error)} />
        )}
        {setting ? <SetUpForm /> : null}
        <FootLinks />
      </main>
    </div>
  )
}

const fieldOfPointer: Readonly<Record<string, string>> = {
  '#/token': 'token',
  '#/bureau/name': 'bureau-name',
  '#/bureau/code': 'bureau-code',
  '#/name': 'person-name',
  '#/username': 'person-username',
  '#/password': 'person-password',
}

const SetUpForm = () => {
  const [params] = useSearchParams()
  const [filled, setFilled] = useState({
    token: params.get('token') ?? '',
    'bureau-name': '',
    'bureau-code': '',
    'person-name': '',
    'person-username': 'admin',
    'person-password': '',
  })
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const setUp = useSetUp()
  const signIn = useSignIn()
  const navigate = useNavigate()

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const missing = questions
      .filter((question) => filled[question.id].trim() === '')
      .map((question) => ({ field: question.id, message: `还没有填${question.label}。` }))
    setFaults(missing)
    if (missing.length > 0 || setUp.isPending) return
    const username = filled['person-username'].trim()
    const password = filled['person-password']
    setUp.mutate(
      {
        token: filled.token.trim(),
        name: filled['person-name'].trim(),
        username,
        password,
        bureau: { code: filled['bureau-code'].trim(), name: filled['bureau-name'].trim() },
      },
      {
        onSuccess: () =>
          signIn.mutate(
            { username, password },
            { onSuccess: () => void navigate('/'), onError: () => void navigate('/sign-in') },
          ),
        onError: (problem) => {
          const members = memberFaults(problem).flatMap(({ pointer, detail }) => {
            const field = fieldOfPointer[pointer]
            return field === undefined ? [] : [{ field, message: detail }]
          })
          setFaults(members.length > 0 ? members : [{ message: problemSentence(problem) }])
        },
      },
    )
  }

  return (
    <form className="set-up" onSubmit={submit} noValidate>
      <h2>正式设置本局</h2>
      <ErrorSummary faults={faults} reference={setUp.error === null ? undefined : referenceOf(setUp.error)} />
      {questions.map((question) => (
        <Field
          key={question.id}
          id={question.id}
          label={question.label}
          {...(question.hint === undefined ? {} : { hint: question.hint })}
          fault={faults.find((fault) => fault.field === question.id)?.message}
        >
          {(ties) => {
            const bind = {
              ...ties,
              value: filled[question.id],
              autoComplete: question.autoComplete,
              onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
                setFilled((before) => ({ ...before, [question.id]: event.target.value })),
            }
            return question.id === 'person-password' ? <SecretInput {...bind} /> : <input {...bind} className="input" />
          }}
        </Field>
      ))}
      <div className="field">
        <button type="submit" className="button primary">
          {setUp.isPending ? '正在设置' : '设置并登录'}
        </button>
      </div>
    </form>
  )
}

const questions = [
  { id: 'token', label: '一次性口令', hint: '启动时写在屏幕上，只能用一次。', autoComplete: 'off' },
  { id: 'bureau-name', label: '本局名称', hint: '例如：云江市教育局', autoComplete: 'organization' },
  { id: 'bureau-code', label: '本局代码', hint: '字母或数字，例如：yunjiang', autoComplete: 'off' },
  { id: 'person-name', label: '管理员姓名', hint: undefined, autoComplete: 'name' },
  { id: 'person-username', label: '管理员账号', hint: undefined, autoComplete: 'username' },
  { id: 'person-password', label: '管理员密码', hint: '至少8个字。', autoComplete: 'new-password' },
] as const
