import { useState } from 'react'
import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import { useClosing, useGiveSignatures } from '../../../../api/closing.ts'
import type { SignatureGiven } from '../../../../api/closing.ts'
import type { AssessmentAnswer, Closing } from '../../../../api/contract.ts'
import { feedbackAddress } from '../../../../api/documents.ts'
import { useInspection } from '../../../../api/inspection.ts'
import { placePath } from '../../../../api/names.ts'
import { problemSentence, referenceOf } from '../../../../api/problem.ts'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import { FileLink } from '../../../../ui/FileLink.tsx'
import { FrameBar } from '../../../../ui/Frame.tsx'
import { NetworkNeeded } from '../../../../ui/NetworkNeeded.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
import { inspectedTotal } from '../inspected-total.ts'
import { UnitFrame } from '../UnitFrame.tsx'
import { keepSignatures, readKeptSignatures } from './kept-signatures.ts'
import type { KeptSignatures } from './kept-signatures.ts'
import { isGiven, signatureBody, SignerField } from './SignerField.tsx'
import '../../../../ui/office.css'
import './closing.css'

/** 双方签字: everybody at the table signs on the inspector's device, then the feedback sheet is left with the school. */
export const ClosingPage = () => {
  const place = usePlace()
  const assessment = useAssessment(place)
  const closing = useClosing(place)
  return (
    <UnitFrame title="双方签字">
      <Awaited query={assessment}>
        {(answer) => <Awaited query={closing}>{(sheet) => <Signing assessment={answer} closing={sheet} />}</Awaited>}
      </Awaited>
    </UnitFrame>
  )
}

const Signing = ({ assessment, closing }: { readonly assessment: AssessmentAnswer; readonly closing: Closing }) => {
  const place = usePlace()
  const { sheet } = closing
  return sheet === null ? (
    <Empty
      title="还没有到签字"
      action={
        <Link className="button" to={`${placePath(place)}/inspect/summary`}>
          看检查汇总
        </Link>
      }
    >
      检查完成以后，双方在这里签字。
    </Empty>
  ) : (
    <SignSheet key={sheet} assessment={assessment} closing={closing} sheet={sheet} />
  )
}

/** Which printed sheet is the one that was signed at the table, and which one stands since. */
const SheetsSince = (props: { readonly signed: boolean; readonly code: string | null; readonly since: string; readonly now: string | undefined }) => (
  <>
    {props.signed ? '现场签的表是' : '检查完成时的表是'}
    <span className="nw">核验码{props.code}</span>
    {props.now === undefined || props.now === props.code ? null : (
      <>
        ；{props.since}，现行的表是<span className="nw">核验码{props.now}</span>
      </>
    )}
    。
  </>
)

const SignSheet = ({ assessment, closing, sheet }: { readonly assessment: AssessmentAnswer; readonly closing: Closing; readonly sheet: string }) => {
  const place = usePlace()
  const inspection = useInspection(place)
  const give = useGiveSignatures(place)
  const [drafts, setDrafts] = useState(() => readKeptSignatures(place, sheet))
  const change = (next: KeptSignatures) => {
    setDrafts(next)
    keepSignatures(place, sheet, next)
  }
  const open = assessment.stage === 'inspected'
  // What was drawn before the password and had no network still goes up; nothing new is drawn, nothing given anew.
  const mayGive = (signature: Closing['signers'][number]['signature']) => open || (assessment.stage === 'signed' && signature === null)
  const ready = closing.signers.flatMap((signer): SignatureGiven[] => {
    const draft = drafts[signer.username]
    if (draft === undefined || !isGiven(draft) || !mayGive(signer.signature)) return []
    const body = signatureBody(draft, sheet)
    return [{ username: signer.username, body, ...(signer.signature === null ? {} : { version: signer.signature.version }) }]
  })
  const inspected = inspection.data === undefined ? null : inspectedTotal(inspection.data)
  const isAmended = inspection.data?.items.some(({ amended }) => amended !== undefined) === true
  const signed = closing.signers.filter((signer) => signer.signature !== null).length
  const sign = () => {
    if (ready.length > 0 && !give.isPending) give.mutate(ready, { onSuccess: () => change({}) })
  }
  return (
    <>
      <div className="head">
        <div>
          <h1>{signed === 0 ? '双方签字' : `${signed}人已签，共${closing.signers.length}人`}</h1>
          <p>
            {inspected === null ? '' : open ? `检查${inspected}，` : `${isAmended ? '异议后' : '检查'}${inspected}。`}
            {open ? (
              <>
                <span className="nw">核验码{closing.code}。</span>签名和这份结果连在一起，结果再改，要重新签。
              </>
            ) : (
              <SheetsSince
                signed={signed > 0}
                code={closing.code}
                since={isAmended ? '异议有了决定' : '书记用密码签过以后'}
                now={assessment.snapshot?.code}
              />
            )}
          </p>
        </div>
        <div className="acts">
          <FileLink className={signed > 0 && ready.length === 0 ? 'button primary' : 'button'} href={feedbackAddress(place, 'pdf')}>
            反馈表PDF
          </FileLink>
          <FileLink className="button" href={feedbackAddress(place, 'docx')}>
            反馈表Word
          </FileLink>
        </div>
      </div>
      {give.error === null ? null : <ErrorSummary faults={[{ message: problemSentence(give.error) }]} reference={referenceOf(give.error)} />}
      <Section title="签名" {...(open ? { say: '用手指或笔签在框里；习惯纸上签的，写明那份放在哪里。' } : {})}>
        <ul className="signers">
          {closing.signers.map((signer) => (
            <SignerField
              key={signer.username}
              signer={signer}
              draft={drafts[signer.username]}
              mayChange={open}
              onDraft={(draft) => change({ ...drafts, [signer.username]: draft })}
            />
          ))}
        </ul>
      </Section>
      {open || ready.length > 0 ? <NetworkNeeded what="交签名" safe="签在这里的先存在这台设备。" /> : null}
      <FrameBar>
        <p className="small">
          {ready.length > 0
            ? `${ready.length}人签了，先存在这台设备；按「签字」交上去。`
            : open
              ? '现场签完，学校书记还要用自己的账号再输一次密码，结果才定下来。'
              : '书记已经用密码签过，结果不能再改。'}
        </p>
        {ready.length === 0 ? null : (
          <button type="button" className="button primary" onClick={sign}>
            {give.isPending ? '正在保存' : '签字'}
          </button>
        )}
      </FrameBar>
    </>
  )
}
