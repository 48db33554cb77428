import type { Facts, Question } from '@zicha/core'
import type { LedgerEntry, MarkChanges } from '../../../../api/contract.ts'
import { pointsText } from '../../../../ui/Mark.tsx'
import { sayAnswer } from '../../../../rule/answer-words.ts'

/** One step by which a mark came to be what it is. `entry` names the record that it is about. */
export type MarkStep = { readonly key: string; readonly at: string; readonly who: string; readonly what: string; readonly entry?: string }

type About = {
  readonly changes: MarkChanges
  readonly entries: readonly LedgerEntry[]
  readonly questions: readonly Question[]
  readonly criteria: readonly { readonly id: string; readonly title: string }[]
  readonly nameOf: (username: string) => string
}

/** Answers, marks set by hand and records of an item, newest first: who, when, what, and nothing more. */
export const markSteps = ({ changes, entries, questions, criteria, nameOf }: About): readonly MarkStep[] => {
  const titleOf = (id: string) => criteria.find((one) => one.id === id)?.title ?? id
  const told = changes.items.map((change, index): MarkStep => {
    const step = { key: `${change.at} ${index}`, at: change.at, who: change.givenBy === undefined ? change.byName : `${change.givenBy}（${change.byName}代传）` }
    if (change.kind === 'mark') {
      const what = change.score === null ? `“${titleOf(change.criterion)}”用回系统的分` : `“${titleOf(change.criterion)}”自己定${pointsText(change.score)}分：${change.reason ?? ''}`
      return { ...step, what }
    }
    const facts: Facts = { [change.key]: change.value }
    const question = questions.find(({ key }) => key === change.key)
    const words = change.value === null ? '收回了答案' : question === undefined ? '改了答案' : `答“${sayAnswer(question, facts)}”`
    return { ...step, what: `“${titleOf(change.criterion)}”${words}` }
  })
  const recorded = entries.map(
    (entry): MarkStep => ({
      key: entry.id,
      at: entry.recordedAt,
      who: nameOf(entry.recordedBy),
      what: `${entry.late ? '补录' : '记'}“${entry.title}”`,
      entry: entry.id,
    }),
  )
  return [...told, ...recorded].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
