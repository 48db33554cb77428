import type { FactValue } from '../rule/answer.ts'

export type { FactValue }

/**
 * Answers to a form's questions, by key: the criterion's id, with `.a`, `.b`, `.c` where it has several scored parts.
 * A missing key is unanswered; `null` is unanswered too, save for tiers, where it says that no level was reached.
 */
export type Facts = Readonly<Record<string, FactValue>>
