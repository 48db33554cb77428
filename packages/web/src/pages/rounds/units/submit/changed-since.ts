import type { Criterion } from '@zicha/core'
import type { FactsAnswer, LedgerEntry } from '../../../../api/contract.ts'

export type Change = { readonly at: string; readonly what: string; readonly who: string; readonly to: string }

/** Records made and answers given by others since an instant, newest first. */
export const changedSince = (about: {
  readonly since: string
  readonly criteria: readonly Pick<Criterion, 'id' | 'item' | 'title'>[]
  readonly entries: readonly LedgerEntry[]
  readonly facts: FactsAnswer
  readonly here: string
  readonly except: string
}): readonly Change[] =>
  [
    ...about.entries
      .filter(({ recordedAt, recordedBy }) => recordedAt > about.since && recordedBy !== about.except)
      .map((entry): Change => ({
        at: entry.recordedAt,
        what: `${entry.late ? '补录' : '记了'}“${entry.title}”`,
        who: entry.recordedBy,
        to: `${about.here}/entries/${entry.id}`,
      })),
    ...Object.entries(about.facts.answered)
      .filter(([, { at, by }]) => at > about.since && by !== about.except)
      .map(([key, { at, by }]): Change => {
        const id = key.split('.').slice(0, 2).join('.')
        const criterion = about.criteria.find((one) => one.id === id)
        return {
          at,
          what: criterion === undefined ? `答了${key}` : `第${criterion.item}条，答了“${criterion.title}”`,
          who: by,
          to: `${about.here}/quick-check/${key}`,
        }
      }),
  ].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
