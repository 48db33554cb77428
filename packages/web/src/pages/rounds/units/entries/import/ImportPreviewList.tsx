import type { EntryKind } from '@zicha/core'
import { useState } from 'react'
import type { ImportAnswer, ImportPreview } from '../../../../../api/contract.ts'
import { useImportRows } from '../../../../../api/imports.ts'
import { newId } from '../../../../../api/names.ts'
import type { Place } from '../../../../../api/names.ts'
import { memberFaults, problemSentence } from '../../../../../api/problem.ts'
import type { RequestProblem } from '../../../../../api/problem.ts'
import { BottomBar } from '../../../../../ui/BottomBar.tsx'
import { ErrorSummary } from '../../../../../ui/ErrorSummary.tsx'
import { SignInAgain } from '../../../../../ui/ProblemSummary.tsx'
import { Section } from '../../../../../ui/Section.tsx'
import { importBodyOf, isNotYet, lackOf, leftWords, readWords, rowsOf } from './import-rows.ts'
import type { ListRow } from './import-rows.ts'
import { ListRowView } from './ListRowView.tsx'

/** The same limit as the server's. */
const most = 500

/** Every row in the order of the list, none left out; one press takes those that are ticked. */
export const ImportPreviewList = (props: {
  readonly place: Place
  readonly preview: ImportPreview
  readonly kinds: readonly EntryKind[]
  readonly onImported: (made: ImportAnswer) => void
  readonly onAgain: () => void
}) => {
  const { place, preview, kinds } = props
  const { year } = preview
  const [rows, setRows] = useState(() => rowsOf(preview))
  const [only, setOnly] = useState(false)
  const [id, setId] = useState(newId)
  const take = useImportRows(place)
  const change = (changed: ListRow) => {
    setRows((before) => before.map((row) => (row.key === changed.key ? changed : row)))
    // Other rows are another import.
    setId(newId())
  }
  const chosen = rows.filter((row) => row.chosen)
  const needing = rows.filter((row) => !row.alreadyThere && lackOf(row, year) !== null && !isNotYet(row, year))
  const [asked] = useState(() => new Set(needing.map((row) => row.key)))
  const shown = only ? rows.filter((row) => asked.has(row.key)) : rows
  const tooMany = chosen.length > most
  const submit = () => {
    if (take.isPending || chosen.length === 0 || tooMany) return
    take.mutate({ id, body: importBodyOf(preview.fileName, rows) }, { onSuccess: props.onImported })
  }
  return (
    <>
      {take.error === null ? null : <Refused problem={take.error} chosen={chosen} />}
      <Section
        title={`“${preview.fileName}”`}
        aside={
          <button type="button" className="tap end" onClick={props.onAgain}>
            换一份
          </button>
        }
        say={`${readWords(rows, year)}。确实开过的才导入；没开过，请去掉勾。`}
      >
        {preview.findings.length === 0 ? null : (
          <ul className="small list-findings">
            {preview.findings.map((finding) => (
              <li key={finding.code + finding.where + finding.message}>{finding.message}</li>
            ))}
          </ul>
        )}
        {preview.left.length === 0 ? null : <p className="small grey after-rule">{leftWords(preview.left)}</p>}
        {asked.size === 0 ? null : (
          <p className="after-rule">
            <button type="button" className={only ? 'chip chosen' : 'chip'} aria-pressed={only} onClick={() => setOnly(!only)}>
              只看要补的{asked.size}行
            </button>
          </p>
        )}
        <ul className="rows">
          {shown.map((row) => (
            <ListRowView key={row.key} row={row} year={year} kinds={kinds} onChange={change} />
          ))}
        </ul>
      </Section>
      <BottomBar note={tooMany ? `一次最多导入${most}条，勾了${chosen.length}条。请先去掉一些，分两次导入。` : '导入后可以整份撤销；过去较久的会标“补录”'}>
        <button type="button" className="button primary wide" aria-disabled={chosen.length === 0 || tooMany} onClick={submit}>
          {take.isPending ? '正在导入' : `导入${chosen.length}条`}
        </button>
      </BottomBar>
    </>
  )
}

/** The sentence, then each row that the server would not take, by its number in the list. */
const Refused = ({ problem, chosen }: { readonly problem: RequestProblem; readonly chosen: readonly ListRow[] }) => {
  const faults = memberFaults(problem).map(({ pointer, detail }) => {
    const row = chosen[Number(/^#\/entries\/(\d+)/u.exec(pointer)?.[1] ?? -1)]
    return row === undefined ? detail : `第${row.row}行：${detail}`
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
