import type { Place } from '../../../../api/names.ts'
import type { EntryDraft } from './entry-draft.ts'

/** A draft on this device, for one person and unit: a lost page, a full server, an ended session cost no word. */
const keyOf = (place: Place, username: string): string => `zicha.draft.1.${username}.${place.round}.${place.unit}`

export const readKeptDraft = (place: Place, username: string): EntryDraft | null => {
  try {
    const text = localStorage.getItem(keyOf(place, username))
    return text === null ? null : (JSON.parse(text) as EntryDraft)
  } catch {
    return null
  }
}

/** False where the browser keeps nothing. */
export const keepDraft = (place: Place, username: string, draft: EntryDraft | null): boolean => {
  try {
    if (draft === null) localStorage.removeItem(keyOf(place, username))
    else localStorage.setItem(keyOf(place, username), JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}
