import type { Finding } from '../../finding.ts'
import type { ListDay } from './list-day.ts'
import type { ListRow } from './list.ts'

/** An activity on its way from a row to an entry. */
export type Draft = {
  readonly row: ListRow
  readonly title: string
  /** The words that may name kinds: the kind column, the title, what was dealt with. */
  readonly words: string
  readonly day: ListDay | undefined
  readonly note?: string
  readonly reference?: string
  readonly people?: number
  /** Several days and several meetings in one row, and no telling which is which. */
  readonly isEntangled?: boolean
}

/** What a row told: activities, or why it told none. */
export type RowReading = { readonly drafts: readonly Draft[]; readonly findings: readonly Finding[] }

export const nothing: RowReading = { drafts: [], findings: [] }

export const finding = (code: string, where: string, message: string): Finding => ({ code: `entries.${code}`, level: 'warning', where, message })

/** A text in one line, as it stands otherwise. */
export const inOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').replace(/[ \t　]+/g, ' ').trim()

/** Words quoted in a sentence, short enough for it. */
export const quoted = (text: string): string => {
  const line = inOneLine(text)
  return line.length > 16 ? `${line.slice(0, 15)}…` : line
}

/** One entry for each day of a row, where the row tells which meeting was on which day. */
export const spreadDays = (draft: Omit<Draft, 'day' | 'isEntangled'>, days: readonly ListDay[], parts: readonly string[]): readonly Draft[] => {
  const [first] = days
  if (days.length < 2) return [{ ...draft, day: first }]
  const joined = parts.length === 1 ? draft.title.split(/[、，,+＋]|和|及|暨/).filter((part) => part.trim().length >= 2) : parts
  if (joined.length === days.length) {
    return days.map((day, index) => {
      const part = joined[index] ?? draft.title
      return { ...draft, day, title: part, words: draft.words.replace(draft.title, part) }
    })
  }
  if (parts.length <= 1) return days.map((day) => ({ ...draft, day }))
  return [{ ...draft, day: first, isEntangled: true }]
}

/** Where it was held: a record has no member of its own for it, its note has. */
export const placeNote = (place: string): string => `地点：${inOneLine(place)}`
