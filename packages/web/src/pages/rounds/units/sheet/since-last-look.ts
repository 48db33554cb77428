import type { Form } from '@zicha/core'
import type { LedgerEntry, MarkChanges } from '../../../../api/contract.ts'

/** What one colleague changed: how often each, and which items it touches. */
export type Since = { readonly who: string; readonly answers: number; readonly marks: number; readonly records: number; readonly items: readonly number[] }

type About = {
  readonly form: Form
  readonly since: string
  readonly changes: MarkChanges
  readonly entries: readonly LedgerEntry[]
  readonly except: string
  readonly nameOf: (username: string) => string
}

/** What others answered, set by hand and recorded since an instant, a line for each of them. */
export const sinceLastLook = ({ form, since, changes, entries, except, nameOf }: About): readonly Since[] => {
  const itemOf = new Map(form.criteria.map(({ id, item }) => [id, item]))
  const lines = new Map<string, { answers: Set<string>; marks: Set<string>; records: number; items: Set<number> }>()
  const lineOf = (who: string) => {
    const line = lines.get(who) ?? { answers: new Set<string>(), marks: new Set<string>(), records: 0, items: new Set<number>() }
    lines.set(who, line)
    return line
  }
  for (const change of changes.items) {
    if (change.by === except || change.at <= since) continue
    const line = lineOf(change.byName)
    if (change.kind === 'answer') line.answers.add(change.key)
    else line.marks.add(change.criterion)
    const item = itemOf.get(change.criterion)
    if (item !== undefined) line.items.add(item)
  }
  for (const entry of entries) {
    if (entry.recordedBy === except || entry.recordedAt <= since) continue
    const line = lineOf(nameOf(entry.recordedBy))
    line.records += 1
    for (const criterion of entry.feeds) {
      const item = itemOf.get(criterion)
      if (item !== undefined) line.items.add(item)
    }
  }
  return [...lines].map(([who, { answers, marks, records, items }]) => ({
    who,
    answers: answers.size,
    marks: marks.size,
    records,
    items: [...items].sort((a, b) => a - b),
  }))
}

/** 答了3题、改了1处分、记了2条 */
export const sinceWords = ({ answers, marks, records }: Since): string =>
  [answers === 0 ? '' : `答了${answers}题`, marks === 0 ? '' : `改了${marks}处分`, records === 0 ? '' : `记了${records}条`].filter((one) => one !== '').join('、')
