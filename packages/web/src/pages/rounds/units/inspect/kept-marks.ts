import type { Place } from '../../../../api/names.ts'
import type { MarkDraft } from './mark-draft.ts'

/** Marks that are put down and not yet sent, on this device: a lost network or page costs no word. */
export type KeptMarks = Readonly<Record<string, MarkDraft>>

const keyOf = (place: Place, username: string): string => `zicha.marks.1.${username}.${place.round}.${place.unit}`

export const readKeptMarks = (place: Place, username: string): KeptMarks => {
  try {
    const text = localStorage.getItem(keyOf(place, username))
    return text === null ? {} : (JSON.parse(text) as KeptMarks)
  } catch {
    return {}
  }
}

export const keepMarks = (place: Place, username: string, marks: KeptMarks): void => {
  try {
    localStorage.setItem(keyOf(place, username), JSON.stringify(marks))
  } catch {
    // A browser that keeps nothing still has them on the page.
  }
}
