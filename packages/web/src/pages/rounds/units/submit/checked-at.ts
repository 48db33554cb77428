import type { Place } from '../../../../api/names.ts'

/** When this person last went over the sheet on this device: what changed since is shown first the next time. */
const keyOf = (place: Place, username: string): string => `zicha.checked.1.${username}.${place.round}.${place.unit}`

export const readCheckedAt = (place: Place, username: string): string | null => {
  try {
    return localStorage.getItem(keyOf(place, username))
  } catch {
    return null
  }
}

export const keepCheckedAt = (place: Place, username: string, instant: string): void => {
  try {
    localStorage.setItem(keyOf(place, username), instant)
  } catch {
    // Without a store nothing is marked as changed.
  }
}
