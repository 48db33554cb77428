import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import { useClosing, useGiveSignatures } from '../../../../api/closing.ts'
import type { AssessmentAnswer, InspectionAnswer } from '../../../../api/contract.ts'
import { feedbackAddress } from '../../../../api/documents.ts'
import { useInspection } from '../../../../api/inspection.ts'
import { useMoveStage } from '../../../../api/move-stage.ts'
import { placePath } from '../../../../api/names.ts'
import type { RequestProblem } from '../../../../api/problem.ts'
import { problemSentence, referenceOf } from '../../../../api/problem.ts'
import { useScore } from '../../../../api/score.ts'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FileLink } from '../../../../ui/FileLink.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import { Pairs } from '../../../../ui/Row.tsx'
import { SecretInput } from '../../../../ui/SecretInput.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { TaskBar } from '../../../../ui/TopBar.tsx'
import { useOnline } from '../../../../ui/use-online.ts'
import { usePlace } from '../../../place.ts'
import { useSignedIn } from '../../../SignedIn.tsx'
import { StandingNotice } from '../../../StandingNotice.tsx'
import { inspectedTotal } from '../inspected-total.ts'
import { isGiven, signatureBody, SignerField } from '../closing/SignerField.tsx'
import type { SignatureDraft } from '../closing/SignerField.tsx'
import { DownloadLinks } from '../document/DownloadLinks.tsx'
import { PrintedPages } from '../document/PrintedPages.tsx'
import { signChecks } from './sign-checks.ts'
import '../../../../ui/office.css'
import './sign.css'

/** The printed pages beside the list of what was checked; the signature is the password once more. */
export const SignPage = () => {
  const place = usePlace()
  const here = placePath(place)
  const assessment = useAssessment(place)
  const inspection = useInspection(place)
  return (
    <div className="frame">
      <title>签字 · 自查通</title>
      <TaskBar back={here} title="签字" aside={assessment.data?.unit.name} />
      <StandingNotice />
      <main id="main" tabIndex={-1} className="whole beside">
        <h1 className="unseen">签字</h1>
        <div className="preview-side">
          <PrintedPages place={place} />
        </div>
        <div className="pane">
          <div className="inside-pane">
            <Awaited query={assessment}>
              {(answer) => (
                <Awaited query={inspection}>
                  {(inspected) => <SignPanel assessment={answer} inspection={inspected} />}
                </Awaited>
              )}
            </Awaited>
          </div>
        </div>
      </main>
    </div>
  )
}

const SignPanel = ({ assessment, inspection }: { readonly assessment: AssessmentAnswer; readonly inspection: InspectionAnswer }) => {
  const place = usePlace()
  const here = placePath(place)
  switch (assessment.stage) {
    case 'inspected':
      return <ToSign assessment={assessment} inspection={inspection} />
    case 'signed':
    case 'frozen':
      return <Signed assessment={assessment} inspection={inspection} />
    case 'draft':
    case 'returned':
      return (
        <Empty
          title="还没有到签字"
          action={
            <Link className="button" to={`${here}/submit`}>
              提交前核对
            </Link>
          }
        >
          先提交，检查完成以后再签字。
        </Empty>
      )
    case 'submitted':
    case 'inspecting':
      return (
        <Empty
          title="还没有到签字"
          action={
            <Link className="button" to={here}>
              回首页
            </Link>
          }
        >
          检查完成以后，在这里签字。
        </Empty>
      )
  }
}

const ToSign = ({ assessment, inspection }: { readonly assessment: AssessmentAnswer; readonly inspection: InspectionAnswer }) => {
  const place = usePlace()
  const here = placePath(place)
  const { user } = useSignedIn()
  const score = useScore(place)
  const move = useMoveStage(place)
  const closing = useClosing(place)
  const give = useGiveSignatures(place)
  const online = useOnline()
  const own = closing.data?.signers.find((signer) => signer.username === user.username)
  const [draft, setDraft] = useState<SignatureDraft | undefined>()
  const [password, setPassword] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const checks = signChecks(inspection)
  const total = inspectedTotal(inspection)

  const sign = (event: FormEvent) => {
    event.preventDefault()
    if (move.isPending || give.isPending) return
    if (!online) return setFault('没有网络，没有签字。签名和密码都还在这一页，连上网络再签。')
    if (password === '') return setFault('还没有输密码。输本人的登录密码，就是签字。')
    setFault(null)
    const said = { onError: (problem: RequestProblem) => setFault(problemSentence(problem)) }
    const forGood = () => move.mutate({ to: 'signed', password }, said)
    const sheet = closing.data?.sheet ?? null
    // What was drawn stands under the sheet before the password closes it.
    if (draft === undefined || !isGiven(draft) || sheet === null) return forGood()
    const body = signatureBody(draft, sheet)
    give.mutate([{ username: user.username, body, ...(own?.signature === null || own === undefined ? {} : { version: own.signature.version }) }], {
      ...said,
      onSuccess: forGood,
    })
  }
  return (
    <form onSubmit={sign} noValidate>
      <Section title="签字前核对">
        <ul className="rows checks">
          {checks.map((check) => (
            <li key={check.what}>
              <span>
                {check.what}
                {check.more === '' ? null : <span className="meta">{check.more}</span>}
              </span>
              {check.fine ? <span className="done">好了</span> : <Link to={`${here}/compare`}>看</Link>}
            </li>
          ))}
        </ul>
        <Pairs
          pairs={[
            ['自查得分', score.data === undefined ? '' : `${pointsText(score.data.total)}分`],
            ['检查得分', <b key="inspection">{total ?? '—'}</b>],
            ['核验码', assessment.snapshot?.code ?? ''],
          ]}
        />
      </Section>
      {fault === null ? null : (
        <ErrorSummary
          faults={[{ message: fault, field: 'sign-password' }]}
          reference={move.error === null ? undefined : referenceOf(move.error)}
        />
      )}
      {own === undefined ? null : (
        <Section title="签名">
          <ul>
            <SignerField signer={own} draft={draft} mayChange onDraft={setDraft} />
          </ul>
        </Section>
      )}
      <input className="unseen" name="username" autoComplete="username" value={user.username} readOnly tabIndex={-1} aria-hidden="true" />
      <Field
        id="sign-password"
        label={`${user.name}，再输一次密码`}
        hint="输密码就是签字；上面的签名印在反馈表上，纸上签也行。"
        fault={fault ?? undefined}
      >
        {(ties) => (
          <SecretInput
            {...ties}
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className="field">
        <button type="submit" className="button primary wide">
          {move.isPending || give.isPending ? '正在签字' : `签字${total === null ? '' : `，${total}`}`}
        </button>
        <p className="note below">签字后这份检查表不能再改。{online ? '' : '签字要有网络，现在没有。'}</p>
      </div>
      <p className="field small">
        <DownloadLinks place={place} />
      </p>
    </form>
  )
}

const Signed = ({ assessment, inspection }: { readonly assessment: AssessmentAnswer; readonly inspection: InspectionAnswer }) => {
  const place = usePlace()
  const total = inspectedTotal(inspection)
  return (
    <div className="state" role="status">
      <h2>
        <span className="done tick">已签字{total === null ? '' : `，${total}`}</span>
      </h2>
      <p>
        {assessment.stage === 'frozen' ? `${assessment.bureauName}已定稿。` : `等${assessment.bureauName}定稿。`}
        {assessment.snapshot === undefined ? null : (
          <>
            <span className="nw">核验码{assessment.snapshot.code}，</span>印在表的页脚。
          </>
        )}
      </p>
      <p className="small">
        <DownloadLinks place={place} />
      </p>
      <p className="small downloads">
        <FileLink href={feedbackAddress(place, 'pdf')}>检查情况反馈表</FileLink>
        <Link to={`${placePath(place)}/objections`}>有不同意见，提异议</Link>
      </p>
    </div>
  )
}
