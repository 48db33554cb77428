import { useState } from 'react'
import type { RosterAnswer, RosterPreview } from '../../../api/contract.ts'
import { memberFaults, problemSentence } from '../../../api/problem.ts'
import type { RequestProblem } from '../../../api/problem.ts'
import { useTakeRoster } from '../../../api/rosters.ts'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { FrameBar } from '../../../ui/Frame.tsx'
import { SignInAgain } from '../../../ui/ProblemSummary.tsx'
import { Section } from '../../../ui/Section.tsx'
import { asksForEyes, changeWords, columnNames, isRefused, leftOut, outcomeWords, peopleWords, profileWords, readWords, rosterBodyOf, takeWords } from './roster-words.ts'
import type { RosterLine } from './roster-words.ts'

/** Every school of the list in its order, what it becomes and why one cannot yet; one press takes those that are ticked. */
export const RosterPreviewList = (props: {
  readonly office: string
  readonly preview: RosterPreview
  readonly onColumns: (columns: readonly string[]) => void
  readonly onTaken: (answer: RosterAnswer) => void
  readonly onAgain: () => void
}) => {
  const { preview } = props
  // Rows stay put while columns are put right: a school that was left out stays out.
  const [out, setOut] = useState<ReadonlySet<number>>(new Set())
  const [only, setOnly] = useState(false)
  const take = useTakeRoster(props.office)
  const chosen = preview.units.filter((line, index) => !isRefused(line) && !out.has(index))
  const asked = preview.units.filter(asksForEyes).length
  const toggle = (index: number) =>
    setOut((before) => {
      const next = new Set(before)
      if (!next.delete(index)) next.add(index)
      return next
    })
  const submit = () => {
    if (take.isPending || chosen.length === 0) return
    take.mutate(rosterBodyOf(chosen), { onSuccess: props.onTaken })
  }
  return (
    <>
      {take.error === null ? null : <Refused problem={take.error} chosen={chosen} />}
      <Columns preview={preview} onColumns={props.onColumns} />
      <Section
        title={`“${preview.fileName}”`}
        aside={
          <button type="button" className="tap end" onClick={props.onAgain}>
            换一份
          </button>
        }
        say={`${readWords(preview.units)}。还没有存，按下面的按钮才导入。`}
      >
        {preview.findings.map(({ message }) => (
          <p key={message} className="small miss after-rule">
            {message}
          </p>
        ))}
        {asked === 0 || asked === preview.units.length ? null : (
          <p className="after-rule">
            <button type="button" className={only ? 'chip chosen' : 'chip'} aria-pressed={only} onClick={() => setOnly(!only)}>
              只看要留意的{asked}个
            </button>
          </p>
        )}
        <ul className="rows roster">
          {preview.units.map((line, index) =>
            only && !asksForEyes(line) ? null : (
              <Line key={`${line.row} ${line.unit.code}`} line={line} chosen={!isRefused(line) && !out.has(index)} onToggle={() => toggle(index)} />
            ),
          )}
        </ul>
      </Section>
      <FrameBar>
        <p className="small grey">全部成功才存。同一份名单再导一次，不会重复。</p>
        <button type="button" className="button primary" aria-disabled={chosen.length === 0} onClick={submit}>
          {take.isPending ? '正在导入' : takeWords(chosen)}
        </button>
      </FrameBar>
    </>
  )
}

/** What each column is taken for; anything may be put right but what is never taken. */
const Columns = ({ preview, onColumns }: { readonly preview: RosterPreview; readonly onColumns: (columns: readonly string[]) => void }) => {
  const never = leftOut(preview)
  const change = (at: number, to: string) =>
    onColumns(preview.columns.map(({ column }, index) => (index === at ? to : column === to && to !== 'unused' ? 'unused' : column)))
  return (
    <Section
      title="各列是什么"
      say={never.length === 0 ? '按表头的字认的，不对就改。' : `按表头的字认的，不对就改。电话、证件号、邮箱不收：${never.join('、')}没有读进来。`}
    >
      <div className="columns">
        {preview.columns.map(({ head, column }, index) =>
          column === 'private' || (head === '' && column === 'unused') ? null : (
            <label key={index}>
              <span className="small">{head === '' ? `第${index + 1}列` : head}</span>
              <select className="input" value={column} onChange={(event) => change(index, event.target.value)}>
                {Object.entries(columnNames).map(([value, name]) => (
                  <option key={value} value={value}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          ),
        )}
      </div>
    </Section>
  )
}

const Line = (props: { readonly line: RosterLine; readonly chosen: boolean; readonly onToggle: () => void }) => {
  const { line, chosen } = props
  const { unit, findings } = line
  const profile = profileWords(unit)
  const people = peopleWords(unit)
  const changes = changeWords(line)
  return (
    <li className={chosen ? 'roster-line' : 'roster-line out'}>
      <label className="check">
        <input type="checkbox" aria-label={`导入${unit.name}`} checked={chosen} disabled={isRefused(line)} onChange={props.onToggle} />
      </label>
      <div>
        <p>
          <b>{unit.name === '' ? `第${line.row}行` : unit.name}</b>
          <span className="grey small">　{unit.code}</span>
        </p>
        {line.kind === 'office' ? <p className="small grey">已有的单位，不是学校；只加人员，别的不动</p> : null}
        {profile === '' ? null : <p className="small grey">{profile}</p>}
        <p className="small grey">{people === '' ? '没有写人员' : people}</p>
        {changes === '' ? null : <p className="small">{changes}</p>}
        {findings.map(({ level, message }) => (
          <p key={message} className={level === 'error' ? 'small miss' : 'small'}>
            {message}
          </p>
        ))}
      </div>
      <span className={isRefused(line) ? 'miss small nw' : 'grey small nw'}>{outcomeWords(line)}</span>
    </li>
  )
}

/** The sentence, then each school that the server would not take. */
const Refused = ({ problem, chosen }: { readonly problem: RequestProblem; readonly chosen: readonly RosterLine[] }) => {
  const faults = memberFaults(problem).map(({ pointer, detail }) => {
    const line = chosen[Number(/^#\/units\/(\d+)/u.exec(pointer)?.[1] ?? -1)]
    return line === undefined ? detail : `${line.unit.name}：${detail}`
  })
  return (
    <ErrorSummary faults={[{ message: problemSentence(problem) }]} reference={problem.reference}>
      {faults.length === 0 ? null : (
        <ul className="small">
          {[...new Set(faults)].map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
      {problem.kind === 'signed_out' ? <SignInAgain /> : null}
    </ErrorSummary>
  )
}
