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
    // 没有 alone may say that nothing was held, or that nobody was missing: the question says which.
    if (question !== undefined && change.value !== null) return { ...step, what: `“${askedIn(question)}”答“${sayAnswer(question, facts)}”` }
    return { ...step, what: `“${titleOf(change.criterion)}”${change.value === null ? '收回了答案' : '改了答案'}` }
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

/** The question itself, without what it says besides on how to answer. */
const askedIn = ({ question }: Question): string => /^[^？]*？/u.exec(question)?.[0] ?? question
