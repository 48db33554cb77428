import { useState } from 'react'
import type { FormEvent } from 'react'
import { Link } from 'react-router'
import { useAssessment } from '../../../../api/assessment.ts'
import type { PaperSheet, PaperSheetAnswer } from '../../../../api/contract.ts'
import { useForm } from '../../../../api/form.ts'
import { placePath } from '../../../../api/names.ts'
import { useFillFromPaper, usePreviewSheet } from '../../../../api/paper-sheet.ts'
import { memberFaults, problemSentence } from '../../../../api/problem.ts'
import { ErrorSummary } from '../../../../ui/ErrorSummary.tsx'
import type { Fault } from '../../../../ui/ErrorSummary.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FrameBar } from '../../../../ui/Frame.tsx'
import { ListDrop } from '../../../../ui/ListDrop.tsx'
import type { ListWords } from '../../../../ui/ListDrop.tsx'
import { pointsText } from '../../../../ui/Mark.tsx'
import { ProblemSummary } from '../../../../ui/ProblemSummary.tsx'
import { Section } from '../../../../ui/Section.tsx'
import { Awaited, Empty } from '../../../../ui/states.tsx'
import { usePlace } from '../../../place.ts'
import { itemName } from '../item-reading.ts'
import { UnitFrame } from '../UnitFrame.tsx'
import { changedItems, filledWords } from './sheet-changes.ts'
import './paper-sheet.css'
import '../../../../ui/office.css'

const words: ListWords = {
  title: '放入学校填好的自查表，Word、Excel都行',
  about: '选好就读，先列出和系统里不同的地方，还不会存。原文件不会改动。',
  choose: '选这份表',
  example: '具体责任清单\t评分细则\t自查得分\t备注',
}

/** 代填: what a school sent on paper or in Word comes into the system, each difference looked at first. */
export const PaperSheetPage = () => {
  const place = usePlace()
  const assessment = useAssessment(place)
  const read = usePreviewSheet(place)
  const [done, setDone] = useState<PaperSheetAnswer | null>(null)
  const here = placePath(place)
  return (
    <UnitFrame title="代填">
      <Awaited query={assessment}>
        {(standing) => (
          <>
            <div className="head">
              <div>
                <h1>按{standing.unit.name}报的表代填</h1>
                <p>只填分和备注；提交、签字还是学校自己来。</p>
              </div>
            </div>
            {!standing.editable ? (
              <Empty
                title="现在不能代填"
                action={
                  <Link className="button" to={here}>
                    回到单位详情
                  </Link>
                }
              >
                自查表已经提交。要改，先退回给学校。
              </Empty>
            ) : done !== null ? (
              <div className="state" role="status">
                <h2>
                  <span className="done tick">已代填{done.items}条，自查{pointsText(done.total)}分</span>
                </h2>
                <p>学校会看到每一条是代填的、谁填的、纸面谁签的字。请告诉书记核对后提交；纸面原件请留好。</p>
                <div className="acts">
                  <Link className="button" to={here}>
                    回到单位详情
                  </Link>
                </div>
              </div>
            ) : read.data !== undefined ? (
              <Differences sheet={read.data} form={standing.form} unitName={standing.unit.name} onDone={setDone} onAgain={read.reset} />
            ) : (
              <>
                <ProblemSummary problem={read.error} />
                <ListDrop words={words} reading={read.isPending ? read.variables.name : null} onList={(bytes, name) => read.mutate({ bytes, name })} />
              </>
            )}
          </>
        )}
      </Awaited>
    </UnitFrame>
  )
}

const Differences = (props: {
  readonly sheet: PaperSheet
  readonly form: string
  readonly unitName: string
  readonly onDone: (answer: PaperSheetAnswer) => void
  readonly onAgain: () => void
}) => {
  const { sheet } = props
  const place = usePlace()
  const form = useForm(props.form)
  const fill = useFillFromPaper(place)
  // The paper of another school comes in only by a deliberate tick.
  const [out, setOut] = useState<ReadonlySet<number>>(() => new Set(sheet.isThisUnit ? [] : sheet.items.map(({ no }) => no)))
  const [signedBy, setSignedBy] = useState('')
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const told = sheet.items.filter(({ changes, findings }) => changes || findings.length > 0)
  const items = changedItems(sheet, out)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (fill.isPending || items.length === 0) return
    if (signedBy.trim() === '') return setFaults([{ field: 'signed-by', message: '还没有写纸面上谁签的字。照表上的签名写。' }])
    setFaults([])
    fill.mutate(
      { signedBy: signedBy.trim(), items: [...items] },
      {
        onSuccess: props.onDone,
        onError: (problem) => {
          const members = memberFaults(problem).map(({ detail }) => ({ message: detail }))
          setFaults(members.length > 0 ? members : [{ message: problemSentence(problem) }])
        },
      },
    )
  }
  return (
    <form id="paper-sheet" onSubmit={submit} noValidate>
      <ErrorSummary faults={faults} reference={fill.error?.reference} />
      {sheet.isThisUnit ? null : (
        <p className="other-unit" role="status">
          表上写的单位是“{sheet.paperUnit}”，不是{props.unitName}。请核对是不是放错了；确实是这所学校的，再一条条勾上。
        </p>
      )}
      <Section
        title={`“${sheet.fileName}”`}
        aside={
          <button type="button" className="tap end" onClick={props.onAgain}>
            换一份
          </button>
        }
        say={filledWords(sheet)}
      >
        {sheet.findings.map((message) => (
          <p key={message} className="small after-rule">
            {message}
          </p>
        ))}
        <ul className="rows">
          {told.map((item) => (
            <li key={item.no} className={out.has(item.no) ? 'paper-line out' : 'paper-line'}>
              <label className="check">
                <input
                  type="checkbox"
                  aria-label={`代填第${item.no}条`}
                  checked={item.changes && !out.has(item.no)}
                  disabled={!item.changes}
                  onChange={() =>
                    setOut((before) => {
                      const next = new Set(before)
                      if (!next.delete(item.no)) next.add(item.no)
                      return next
                    })
                  }
                />
              </label>
              <div>
                <p>
                  <span className="grey">第{item.no}条</span>　{form.data === undefined ? '' : itemName(form.data, item.no)}
                </p>
                {item.score === null || item.score === item.present ? null : (
                  <p className="small">
                    自查：系统里{item.present === null ? '还没有答' : `${pointsText(item.present)}分`}，表上<b>{pointsText(item.score)}分</b>
                    <span className="grey">（满分{pointsText(item.max)}）</span>
                  </p>
                )}
                {item.remark === '' || item.remark === item.presentRemark ? null : (
                  <p className="small">
                    备注：{item.presentRemark === '' ? '' : `系统里“${item.presentRemark}”，`}表上“{item.remark}”
                  </p>
                )}
                {item.findings.map((message) => (
                  <p key={message} className="small miss">
                    {message}
                  </p>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </Section>
      {items.length === 0 ? null : (
        <Field label="纸面上谁签的字" id="signed-by" hint="照报来的表上写。会和代填的人一起记在每一条后面。" fault={faults.find(({ field }) => field === 'signed-by')?.message}>
          {(ties) => <input {...ties} className="input" autoComplete="off" maxLength={60} value={signedBy} onChange={(event) => setSignedBy(event.target.value)} />}
        </Field>
      )}
      <FrameBar>
        <p className="small grey">{items.length > 0 ? '学校看得到，也可以再改' : told.some(({ changes }) => changes) ? '还没有勾上要代填的' : '和系统里一样，不用代填'}</p>
        {items.length === 0 ? null : (
          <button type="submit" form="paper-sheet" className="button primary">
            {fill.isPending ? '正在代填' : `代填${items.length}条`}
          </button>
        )}
      </FrameBar>
    </form>
  )
}
