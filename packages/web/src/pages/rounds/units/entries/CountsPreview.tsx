import { feedsOf } from '@zicha/core'
import type { Form, UnitProfile } from '@zicha/core'
import { memo } from 'react'
import type { LedgerEntry } from '../../../../api/contract.ts'
import { countsAsOf } from './entry-draft.ts'
import type { EntryDraft } from './entry-draft.ts'
import { whatItCounts } from './what-it-counts.ts'

/** 保存后算作: live, from the same reading that scores. */
export const CountsPreview = memo((props: {
  readonly form: Form
  readonly unit: UnitProfile
  readonly year: number
  readonly past: readonly LedgerEntry[]
  readonly draft: EntryDraft
}) => {
  const { form, unit, year, draft } = props
  if (draft.kind === null) return null
  const entry = { id: draft.id, countsAs: countsAsOf(draft), title: '', happenedOn: draft.on ?? '', evidence: [] }
  const others = props.past.filter((one) => one.id !== draft.id).map((one) => ({ ...entry, id: one.id, countsAs: one.countsAs, happenedOn: one.happenedOn }))
  const lines = draft.on === null ? [] : whatItCounts(form, unit, year, others, entry)
  const counted = lines.filter((line) => line.stands !== null)
  const suggested = lines.filter((line) => line.stands === null)
  const nothing = feedsOf(form, entry.countsAs, unit)
  return (
    <section className="field counts" aria-live="polite">
      <h2 className="label">保存后算作</h2>
      {draft.on === null ? (
        <p className="small grey">选了日期就知道。</p>
      ) : nothing.counts.length + nothing.suggests.length === 0 ? (
        <p className="small grey">今年的自查表没有哪一条要它。照样可以记下。</p>
      ) : null}
      {counted.length === 0 ? null : (
        <ul className="rows">
          {counted.map((line) => (
            <li key={line.criterion + line.title}>
              <span>{line.title}</span>
              <span className="grey">第{line.item}条</span>
              <span className={line.stands?.includes('做到') === true ? 'done' : 'grey'}>{line.stands}</span>
            </li>
          ))}
        </ul>
      )}
      {suggested.length === 0 ? null : (
        <p className="note under">
          核对{suggested.map((line) => `第${line.item}条“${line.title}”`).join('、')}时{counted.length === 0 ? '会列出来，由人答' : '也会列出来'}。
        </p>
      )}
    </section>
  )
})
